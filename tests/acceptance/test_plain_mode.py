"""Plain numbered lines: the same wizard for screen readers, simple terminals and pipes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cop_wizard.values import value_at
from cop_wizard.yamltext.document import read
from support.terminal import Terminal


def run(folder: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run ``cop`` with ``typed`` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "cop_wizard", *arguments],
        cwd=folder,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "", "HOME": str(folder), "XDG_STATE_HOME": str(folder), "PYTHONIOENCODING": "utf-8"},
        check=False,
        timeout=60,
    )


def test_answers_come_in_by_lines(tmp_path: Path) -> None:
    """Text, numbers, commands; the end of the input saves and stops with 130."""
    done = run(tmp_path, "new", "--plain", "--guide", "cass", typed="Our Circle\n:skip\n1\n1,3\n2\nearly numeracy\n")
    assert done.returncode == 130
    data = read((tmp_path / "plan.yaml").read_text(encoding="utf-8")).data
    assert value_at(data, ("title",)) == "Our Circle"
    assert value_at(data, ("purpose", "why_now")) == ["engaging_staff", "implementing_change"]
    assert value_at(data, ("purpose", "focus")) == "early numeracy"
    assert "-m cop_wizard new plan.yaml" in " ".join(done.stderr.split()), "how to go on, as this person called it"


def test_no_escape_byte_is_ever_written(tmp_path: Path) -> None:
    """Neither to a pipe nor to a terminal."""
    done = run(tmp_path, "new", "--plain", typed="1\nOur Circle\n:help\n:back\n:todo\nAsk\nAna\n\n")
    assert "\x1b" not in done.stdout + done.stderr
    terminal = Terminal("new", "--plain", "more.yaml", cwd=tmp_path).wait("Number (Enter: 1):").send("1\r")
    terminal.wait("What is your community called?").send("Our Circlx\x7fe\x01The \x05\r").wait("organisation")
    terminal.send(":save\r")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert "title: The Our Circle\n" in (tmp_path / "more.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_the_terminal_or_the_person_asks_for_it(tmp_path: Path, environment: dict[str, str]) -> None:
    """TERM=dumb and ACCESSIBLE=1 choose plain mode by themselves."""
    terminal = Terminal("new", cwd=tmp_path, environment=environment).wait("Number (Enter: 1):").send("\x03")
    assert terminal.end() == 130
    assert b"\x1b" not in terminal.raw


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    """Code 2, with what to do instead."""
    done = run(tmp_path, "new")
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert not (tmp_path / "plan.yaml").exists()


def test_a_long_line_is_taken_whole(tmp_path: Path) -> None:
    """The system would cut a typed line at 4,095 bytes."""
    long = "x" * 6000
    terminal = Terminal("new", "--plain", "--guide", "cass", cwd=tmp_path).wait("What is your community called?")
    terminal.wait(lambda text: text.endswith(">")).send(long + "\r").wait("Which organisation").send(":save\r")
    assert terminal.end() == 0
    assert long in (tmp_path / "plan.yaml").read_text(encoding="utf-8").replace("\n", "")

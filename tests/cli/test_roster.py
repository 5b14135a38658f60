"""``cop roster``: people come from a spreadsheet into the plan, and only on a yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Cop
from cop_wizard.cells import room
from cop_wizard.cli.run import main
from support.terminal import Terminal

PLAN = """\
schema_version: 2
guide: cass
title: Bridge Builders
membership:
  # The people.
  roster:
    - name: Ana Díaz  # asked in May
      role: Coach
"""
TABLE = """\
Name;School;Role;Status;Shoes
ANA DIAZ;Riverbend;Principal;Member;41
Bob Lee;Hilltop;Counsellor for newcomers and their families;perhaps;42
;;;;
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("members.csv").write_bytes(TABLE.encode("cp1252"))


def test_people_come_in_and_nothing_else_changes(cop: Cop) -> None:
    """Comments stay, blanks are filled, what differs or is not understood is told and kept."""
    ended = cop("roster", "members.csv", "--yes")
    assert ended.code == 0
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN.replace(
        "      role: Coach\n",
        "      role: Coach\n      organization: Riverbend\n      status: member\n"
        '      note: "Shoes: 41"\n'
        "    - name: Bob Lee\n      role: Counsellor for newcomers and their families\n      organization: Hilltop\n"
        '      note: "Status: perhaps; Shoes: 42"\n',
    )
    assert Path("plan.yaml.bak").read_text(encoding="utf-8") == PLAN
    for words in ("Bob Lee", "“Coach” in the plan, “Principal” in the table", "Status: perhaps", "Shoes"):
        assert words in ended.out
    again = cop("roster", "plan.yaml", "members.csv", "--yes")
    assert again.code == 0
    assert "on the roster already" in again.out


def test_somebody_who_may_be_on_the_roster_is_pointed_out(cop: Cop) -> None:
    """Before the question, so that nobody is there twice unawares."""
    Path("members.csv").write_text("Name\nDíaz Ana\nAna María Díaz\nBob Lee\nBob Lee\n", encoding="utf-8")
    ended = cop("roster", "members.csv", "--dry-run")
    assert ended.out.count("Looks like Ana Díaz, who is on the roster.") == 2
    assert ended.out.count("Looks like Bob Lee, who is new as well.") == 1


@pytest.mark.parametrize("width", ["40", "80"])
def test_what_would_change_fits_the_screen(cop: Cop, width: str) -> None:
    """And a look changes nothing."""
    ended = cop("roster", "plan.yaml", "members.csv", "--dry-run", COLUMNS=width)
    assert ended.code == 0
    assert max(room(line) for line in ended.out.splitlines()) <= int(width)
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


def test_without_a_terminal_nothing_is_written_unasked(cop: Cop) -> None:
    """It is shown all the same, with how to go on."""
    ended = cop("roster", "members.csv")
    assert ended.code == 2
    assert "Bob Lee" in ended.out
    assert "--yes" in ended.err
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(("keys", "written"), [(("down", "enter"), True), (("enter",), False)])
def test_a_person_is_asked(tmp_path: Path, keys: tuple[str, ...], written: bool) -> None:
    """No is the answer it begins at."""
    terminal = Terminal("roster", "members.csv", cwd=tmp_path).wait("Put 2 people into plan.yaml?").send(*keys)
    assert terminal.end() == 0
    assert ("Bob Lee" in Path("plan.yaml").read_text(encoding="utf-8")) is written
    assert ("Nothing was changed" in terminal.text) is not written


def test_a_question_that_is_broken_off_changes_nothing(tmp_path: Path) -> None:
    terminal = Terminal("roster", "members.csv", cwd=tmp_path).wait("Put 2 people").send("ctrl-c")
    assert terminal.end() == 130
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


def test_the_other_way_round(cop: Cop, tmp_path: Path) -> None:
    """What ``cop render`` makes of a roster goes into an empty plan and is the same roster."""
    cop("roster", "members.csv", "--yes")
    assert cop("render", "--document", "roster").code == 0
    (tmp_path / "copy.yaml").write_text("schema_version: 2\nguide: cass\n", encoding="utf-8")
    assert cop("roster", "copy.yaml", "plan-roster.csv", "--yes").code == 0
    assert cop("render", "copy.yaml", "--document", "roster").code == 0
    assert Path("copy-roster.csv").read_bytes() == Path("plan-roster.csv").read_bytes()


@pytest.mark.parametrize(
    ("words", "content", "code"),
    [
        ("roster", b"", 2),
        ("roster plan.yaml", b"", 2),
        ("roster plan.yaml other.yaml", b"", 2),
        ("roster plan.yaml missing.csv", b"", 3),
        ("roster missing.yaml bad.csv", b"Name\nAna\n", 3),
        ("roster bad.csv --yes", b"", 3),
        ("roster bad.csv --yes", b"N\x00ame\n", 3),
        ("roster bad.csv --yes", b"Name,\n" * 2_000_000, 3),
        ("roster bad.csv --yes", b"Name" + b",x" * 2_000 + b"\nAna\n", 3),
        ("roster bad.csv --yes", b'Name\n"Ana\n', 3),
        ("roster bad.csv --yes", b"PK\x03\x04 and more", 3),
        ("roster bad.csv --yes", b"\x89PNG\r\n\x1a\n\x00\x00", 3),
        ("roster bad.csv --dry-run", b"Name\n\x1b[2J\n", 3),
        ("roster bad.csv --dry-run", "Name\nA\u202ena\n".encode(), 0),
    ],
)
def test_hostile_tables_end_in_words(cop: Cop, words: str, content: bytes, code: int) -> None:
    """Never in a traceback, and never in a change."""
    Path("bad.csv").write_bytes(content)
    ended = cop(*words.split())
    assert ended.code == code
    assert "Traceback" not in ended.err
    assert "mistake in cop" not in ended.err
    assert "\u202e" not in ended.out
    assert bool(ended.err.strip()) == (code != 0)
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


def test_a_plan_with_mistakes_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan.yaml").write_text(PLAN + "  nonsense: yes\n", encoding="utf-8")
    assert main(["roster", "members.csv", "--yes"]) == 1
    assert "nonsense" in capsys.readouterr().err


def test_a_plan_of_the_older_form_is_filled_as_well(cop: Cop) -> None:
    """It is brought up to date on the way."""
    old = PLAN.replace("schema_version: 2", "schema_version: 1").replace("role: Coach", "status: joined")
    Path("plan.yaml").write_text(old, encoding="utf-8")
    assert cop("roster", "members.csv", "--yes").code == 0
    written = Path("plan.yaml").read_text(encoding="utf-8")
    assert "schema_version: 2" in written
    assert "status: member" in written
    assert "Bob Lee" in written

"""Chapters in a real terminal: opened from the review screen, or by name, in any window and by plain lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.document import read
from support.terminal import Terminal

pytestmark = pytest.mark.timeout(120)
PLAN = """\
# ours
schema_version: 2
guide: cass
title: Our Circle
membership:
  roster:
    - name: Amina Yusuf
      role: Principal
"""
RULE = [{"subject": "Admitting a new school", "method": "vote", "quorum": "half of the members"}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a plan in it."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def plan(folder: Path) -> Data:
    """The plan as plain data; what was there before stays as it was."""
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert all(line in text.splitlines() for line in PLAN.splitlines())
    return read(text).data


@pytest.mark.parametrize("columns", [80, 40])
def test_a_rule_with_a_quorum(folder: Path, columns: int) -> None:
    """From the review screen down to the last field of a row and back; what is cut off stands below the list."""
    terminal = Terminal("edit", "plan.yaml", cwd=folder, columns=columns).wait("Change anything?")
    terminal.send("up").wait("0 of 15 chapters begun").send("enter").wait("Which chapter?")
    terminal.send("5").wait("» · Decisions").send("enter").wait("Add the first rule").send("enter")
    terminal.wait("Which decisions").send("Admitting a new school", "enter").wait("How is it decided?")
    terminal.send("3").wait("» Vote").send("enter")
    terminal.wait("How many must be there").send("half of the members", "enter").wait("Done (1 rule)")
    if columns == 80:
        assert "Subject                 Method  Quorum" in terminal.text
        assert "Admitting a new school  Vote    half of the members" in terminal.text
    terminal.send("\x1b[H").wait("» Admitting a new").wait("half of the members").send("enter")
    terminal.wait("More about this rule").send("ctrl-s")
    assert terminal.end() == 0
    assert value_at(plan(folder), ("norms", "decision_rules")) == RULE


def test_the_same_by_plain_lines(folder: Path) -> None:
    """No table and no arrow: numbers, and each row as one line."""
    terminal = Terminal("edit", "--plain", "plan.yaml", cwd=folder).wait("Change anything?").wait("chapters begun")
    terminal.wait("12. Go deeper").send("12\r").wait("5. · Decisions").wait("Number:").send("5\r")
    terminal.wait("1. Add the first rule").send("1\r").wait("Which decisions").send("Admitting a new school\r")
    terminal.wait("3. Vote").wait("Number (Enter: 5):").send("3\r").wait("How many must").send("half of the members\r")
    terminal.wait("1. Admitting a new school · Vote · half of the members").send(":save\r")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert value_at(plan(folder), ("norms", "decision_rules")) == RULE


def test_a_chapter_by_its_name(folder: Path) -> None:
    """With one question it is asked at once; with several they are listed; a list at the top of the plan, too."""
    terminal = Terminal("edit", "plan.yaml", "groups", cwd=folder).wait("Add the first group").send("enter")
    terminal.wait("called?").send("Night shift", "enter").wait("Leave it blank").send("enter")
    terminal.wait("What is it for?").send("enter").wait("Done (1 group)").send("ctrl-s")
    assert terminal.end() == 0
    assert value_at(plan(folder), ("groups",)) == [{"name": "Night shift"}]
    listed = Terminal("edit", "plan.yaml", "succession", cwd=folder).wait("Leadership over time").wait("Done with this")
    listed.send("\x1b[H").send("enter").wait("Amina Yusuf").send("enter").wait("Amina Yusuf").send("ctrl-s")
    assert listed.end() == 0
    assert value_at(plan(folder), ("leadership", "gardener")) == "Amina Yusuf"


def test_what_only_fills_a_blank_stays_open(folder: Path) -> None:
    """It is saved as it was typed, and the wizard says what it makes of it."""
    terminal = Terminal("edit", "plan.yaml", "purpose", cwd=folder).wait("Purpose").send("\x1b[H", "down", "down")
    terminal.send("enter").wait("care about").send("TBD", "enter").wait("kept as written; the question stays open")
    terminal.wait("What members share: TBD").send("ctrl-s")
    assert terminal.end() == 0
    assert value_at(plan(folder), ("purpose", "focus")) == "TBD"


def test_the_end_of_the_walk_says_that_there_is_more(tmp_path: Path) -> None:
    """In one line; the guide with all chapters has no more."""
    sections = "organization purpose membership leadership norms launch collaborative_plan results"
    sections += " professional_practice further_application"
    answers = "schema_version: 2\ntitle: Us\n" + "".join(f"{name}: none\n" for name in sections.split())
    (tmp_path / "plan.yaml").write_text(answers + "guide: cass\n", encoding="utf-8")
    terminal = Terminal("new", cwd=tmp_path).wait("That was the last question.").wait("Change anything?")
    assert "There is more for those who need it: “Go deeper”" in " ".join(terminal.text.split())
    terminal.send("up").wait("of 15 chapters begun").send("ctrl-c")
    assert terminal.end() == 0 or terminal.ended
    more = "groups resources communication care life document sections"
    (tmp_path / "all.yaml").write_text(
        answers + "".join(f"{name}: none\n" for name in more.split()) + "guide: cass-extended\n", encoding="utf-8"
    )
    terminal = Terminal("new", "all.yaml", cwd=tmp_path).wait("That was the last question.").wait("Change anything?")
    assert "Go deeper" not in terminal.text
    terminal.send("ctrl-c").end()

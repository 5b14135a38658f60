"""``cop schedule`` in a real terminal: it shows, asks, and writes on a yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.values import value_at
from cop_wizard.yamltext.document import read
from support.terminal import Terminal

PLAN = """\
# ours
schema_version: 2
guide: cass
title: Us
launch:
  rhythm: second Tuesday
  first_meeting: 2036-09-09
  last_meeting: 2036-11-11
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a rhythm and no meetings yet."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", [40, 80])
def test_a_yes_writes_the_dates(plan: Path, columns: int) -> None:
    """All three; the comments stay."""
    terminal = Terminal("schedule", cwd=plan.parent, columns=columns).wait("3 new meetings").wait("Write this into")
    terminal.wait("Yes, write it").send("down", "enter").wait("Put them into your calendar")
    assert terminal.end() == 0
    text = plan.read_text(encoding="utf-8")
    assert text.startswith(PLAN)
    meetings = value_at(read(text).data, ("collaborative_plan", "meetings"))
    assert isinstance(meetings, list)
    assert [value_at(row, ("date",)) for row in meetings] == ["2036-09-09", "2036-10-14", "2036-11-11"]


@pytest.mark.parametrize(("keys", "code"), [(["enter"], 0), (["ctrl-c"], 130)])
def test_anything_else_leaves_the_plan_as_it_is(plan: Path, keys: list[str], code: int) -> None:
    """No is where it begins."""
    terminal = Terminal("schedule", cwd=plan.parent).wait("No, leave it as it is").send(*keys)
    assert terminal.end() == code
    assert plan.read_text(encoding="utf-8") == PLAN


def test_it_asks_in_plain_lines(plan: Path) -> None:
    """For screen readers: no escape bytes, a number as the answer."""
    terminal = Terminal("schedule", cwd=plan.parent, environment={"ACCESSIBLE": "1"}).wait("2. Yes, write it")
    terminal.send("2\n").wait("Put them into your calendar")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert "2036-11-11" in plan.read_text(encoding="utf-8")


def test_forms_of_work_are_offered_for_the_meetings_to_come(plan: Path) -> None:
    meetings = "collaborative_plan:\n  meetings:\n    - date: 2020-09-09\n    - date: 2036-09-09\n"
    plan.write_text(PLAN + meetings, encoding="utf-8")
    terminal = Terminal("schedule", "--activities", cwd=plan.parent).wait("Meeting of Tuesday 9 September 2036")
    terminal.send("Interviews", "alt-enter").wait("What will you do with one another?").wait("I am stuck with this.")
    terminal.send("space", "enter").wait("need one another?").send("ctrl-s")
    assert terminal.end() == 0
    coming = value_at(read(plan.read_text(encoding="utf-8")).data, ("collaborative_plan", "meetings", 1))
    assert coming == {"date": "2036-09-09", "topics": "Interviews", "forms": ["problem_solving"]}


def test_without_a_meeting_to_come_there_is_nothing_to_plan(plan: Path) -> None:
    terminal = Terminal("schedule", "--activities", cwd=plan.parent).wait("There is no meeting to come in the plan.")
    assert terminal.end() == 2

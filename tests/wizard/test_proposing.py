"""Dates that the wizard proposes: from any rhythm that is understood, by the same rules as ``cop schedule``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.values import value_at
from cop_wizard.wizard.forms import DONE
from cop_wizard.wizard.tables import PROPOSE
from support.walking import walk_script

Begin = Callable[..., Any]
MEETINGS = ("collaborative_plan", "meetings")


def propose(sitting: Begin, launch: Any, *steps: tuple[str, Any]) -> Any:
    """The dates in the plan after proposals were asked for in a plan with these answers in its launch section."""
    begun = sitting()
    for key, value in launch.items():
        begun.desk.put(("launch", key), value)
    question = begun.guide.question("collaborative_plan.meetings").prompt
    begun.prompter.steps = [(question, PROPOSE), *steps, (question, DONE)]
    walk_script(begun, "collaborative_plan.meetings")
    return begun


def dates(begun: Any) -> list[Any]:
    rows: Any = value_at(begun.desk.data, MEETINGS)
    return [value_at(row, ("date",)) for row in rows or []]


@pytest.mark.parametrize(
    ("rhythm", "wanted"),
    [
        ("second Tuesday of the month", ["2026-09-08", "2026-10-13", "2026-11-10"]),
        ("un mardi sur deux", ["2026-09-08", "2026-09-22", "2026-10-06"]),
        ("monthly", ["2026-09-08", "2026-10-13", "2026-11-10"]),
    ],
)
def test_words_that_are_understood_give_proposals(sitting: Begin, rhythm: str, wanted: list[str]) -> None:
    """As a choice of the list does."""
    launch = {"rhythm": rhythm, "first_meeting": "2026-09-08", "start": "15:30"}
    begun = propose(sitting, launch, ("how many", "3"), ("keep which", wanted))
    assert dates(begun) == wanted
    rows: Any = value_at(begun.desk.data, MEETINGS)
    assert rows[0] == {"date": wanted[0]}  # the hour is said once, in the launch section


def test_weeks_of_terms_are_counted_in_the_terms_of_the_plan(sitting: Begin) -> None:
    """As many dates as there are."""
    launch = {
        "rhythm": "weeks 3 and 7 of each term",
        "first_meeting": "2026-09-15",
        "terms": [{"name": "Autumn", "begins": "2026-09-01", "ends": "2026-12-18"}],
    }
    begun = propose(sitting, launch, ("how many", "8"), ("keep which", ["2026-09-15", "2026-10-13"]))
    assert dates(begun) == ["2026-09-15", "2026-10-13"]


def test_words_that_no_rule_fits_give_none(sitting: Begin) -> None:
    """It says what would."""
    begun = propose(sitting, {"rhythm": "3 to 5 times a semester", "first_meeting": "2026-09-08"})
    assert dates(begun) == []
    assert any("second Tuesday" in said for said in begun.prompter.said)

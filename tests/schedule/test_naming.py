"""Which meeting is meant."""

from __future__ import annotations

import datetime as dt

import pytest

from cop_wizard.errors import WrongUse
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.schedule.naming import named_meeting

TODAY = dt.date(2026, 11, 22)
MEETINGS = [
    Meeting.model_validate(row)
    for row in (
        {"date": "2026-09-09"},
        {"date": "2026-11-11"},
        {"date": "2026-11-18", "status": "cancelled"},
        {"date": "2026-11-25", "status": "cancelled"},
        {"date": "2026-12-09"},
        {"date": "2027-01-13"},
    )
]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("next", "2026-12-09"),
        ("Last", "2026-11-11"),
        ("2", "2026-11-11"),
        ("9 December", "2026-12-09"),
        ("2027-01-13", "2027-01-13"),
    ],
)
def test_a_meeting_is_known_by_its_day_its_number_or_its_turn(words: str, day: str) -> None:
    assert named_meeting(MEETINGS, words, TODAY).date == dt.date.fromisoformat(day)


def test_where_none_is_left_there_is_no_next_one() -> None:
    with pytest.raises(WrongUse, match="There is no meeting “next”"):
        named_meeting(MEETINGS, "next", dt.date(2030, 1, 1))

"""What cannot be followed, or only in part, is said; and what ``cop schedule`` gave is taken back with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.schedule.changes import What
from schedule.plans import changes, meetings, plan_data, schedule, scheduled, with_launch, with_meeting

DAY = "2026-09-08"


def notes(data: Any) -> str:
    found = schedule(data)
    return "\n".join([*found.notes, *(note for sheet in found.sheets for note in sheet.dates.notes)])


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        ({"place": "Hall"}, {"place": "Annex"}, {"place": "Annex"}),
        ({"place": "Hall"}, None, {}),
        ({"length": "1 h"}, {"length": "2 h"}, {"length": "120 minutes"}),
        ({"change": "replaced", "note": "Visit"}, {"change": "replaced", "note": "Talk; a=b"}, {"topics": "Talk; a=b"}),
    ],
)
def test_what_an_exception_gave_changes_with_it(before: Any, after: Any, now: Any) -> None:
    """The value that still stands in the row is not taken for somebody's own."""
    data = scheduled(plan_data(exceptions=[{"date": DAY, **before}]))
    later = scheduled(with_launch(data, exceptions=[{"date": DAY, **after}] if after else None))
    row = meetings(later)[1]
    assert {key: row[key] for key in ("place", "length", "topics") if key in row} == now
    assert schedule(later).operations == ()


def test_what_a_turn_gave_changes_with_it() -> None:
    """But not where somebody has written another place meanwhile."""
    data = with_meeting(scheduled(plan_data(turns=[{"place": "Hall"}])), 0, place="The lake")
    later = meetings(scheduled(with_launch(data, turns=[{"place": "Annex"}])))
    assert [row["place"] for row in later][:3] == ["The lake", "Annex", "Annex"]


def test_the_place_of_a_turn_that_somebody_chose_stays() -> None:
    """It is not the one that this meeting was given."""
    data = scheduled(plan_data(turns=[{"place": "North"}, {"place": "South"}]))
    data = with_meeting(data, 0, place="South")
    assert changes(data, What.KEPT)[0].why.startswith("filled in by hand")


def test_a_filled_in_meeting_changes_its_hour_with_its_series() -> None:
    """The rest of its row stays."""
    data = with_launch(with_meeting(scheduled(plan_data()), 0, topics="Fractions"), start="16:00")
    assert changes(data, What.MOVED)[0].why == "time 3:30 pm → 4:00 pm"
    assert meetings(scheduled(data))[0] == {
        **meetings(data)[0],
        "scheduled": "2026-09-01 16:00",
        "revision": "1",
    }


def test_a_revision_never_becomes_a_number_that_no_plan_can_hold() -> None:
    """It stops counting, and that is said."""
    data = with_launch(with_meeting(scheduled(plan_data()), 0, revision="100000"), start="16:00")
    assert meetings(scheduled(data))[0]["revision"] == "100000"
    assert "cannot count further" in notes(data)


def test_a_revision_in_words_is_told_before_it_is_replaced() -> None:
    """And not touched while nothing else changes."""
    data = with_meeting(scheduled(plan_data()), 0, revision="lots")
    assert schedule(data).operations == ()
    later = with_launch(data, start="16:00")
    assert meetings(scheduled(later))[0]["revision"] == "1"
    assert "was no number (“lots”)" in notes(later)


def test_two_exceptions_for_one_day_are_both_named() -> None:
    """One of them cannot be followed."""
    data = plan_data(exceptions=[{"date": DAY, "change": "cancelled"}, {"date": DAY, "place": "Hall"}])
    said = "There are 2 exceptions for Tuesday 8 September 2026: called off; changed (Hall). Only the last one is"
    assert said in notes(data)
    listed = plan_data({"date": DAY}, rhythm="as needed", exceptions=[{"date": DAY, "note": "a"}] * 2)
    assert "There are 2 exceptions" in notes(listed)


def test_a_meeting_moved_onto_another_one_is_told() -> None:
    """Unless the other one is called off."""
    moved = {"date": DAY, "change": "moved", "to": "2026-09-15"}
    said = "There are two meetings on Tuesday 15 September 2026"
    assert said in notes(plan_data(exceptions=[moved]))
    assert said not in notes(plan_data(exceptions=[moved, {"date": "2026-09-15", "change": "cancelled"}]))


def test_a_last_meeting_before_the_first_is_told() -> None:
    """Of a further series too."""
    series = [{"title": "Book club", "rhythm": "weekly", "last_meeting": "2026-08-01"}]
    for data in (plan_data(last_meeting="2026-08-01"), plan_data(series=series)):
        assert "The last meeting, Saturday 1 August 2026, lies before the first" in notes(data)


def test_a_move_to_a_day_before_today_is_named() -> None:
    """It is not only one of those that are counted."""
    said = notes(plan_data(exceptions=[{"date": DAY, "change": "moved", "to": "2026-07-07"}]))
    assert "The meeting of Tuesday 8 September 2026 is moved to Tuesday 7 July 2026, which lies before today" in said
    assert "not in the plan" not in said


def test_an_exception_with_only_a_place_says_what_changes() -> None:
    """One with nothing but its day does not."""
    assert "does not say" not in notes(plan_data(exceptions=[{"date": DAY, "place": "Hall"}]))
    assert "does not say" in notes(plan_data(exceptions=[{"date": DAY}]))


def test_a_renamed_series_is_told_before_its_dates_come_twice() -> None:
    """With what to do about it."""
    data = scheduled(plan_data(series=[{"title": "Book club", "rhythm": "first Thursday"}]))
    later = with_launch(data, series=[{"title": "Reading club", "rhythm": "first Thursday"}])
    assert "If “Book club” has a new title now (“Reading club”), write it into `series`" in notes(later)

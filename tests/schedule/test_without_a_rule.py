"""Series whose rhythm gives no dates: their meetings are listed by hand, and what is said of single dates counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cop_wizard.schedule.changes import What
from schedule.plans import changes, dates_in, meetings, plan_data, schedule, scheduled, with_launch, with_meeting

WORDS = {"rhythm": "3 to 5 times a semester", "start": "14:30"}


def exception(date: str, change: str | None, **more: Any) -> dict[str, Any]:
    return {"date": date, **({"change": change} if change else {}), **more}


def notes(data: Any, today: dt.date = dt.date(2026, 8, 1)) -> str:
    return "\n".join(schedule(data, today).sheets[0].dates.notes)


@pytest.mark.parametrize(
    "launch", [WORDS, {"rhythm": None}, {"rhythm": "TBD"}, {"first_meeting": "after the summer"}]
)  # fmt: skip
def test_an_extra_meeting_is_added(launch: dict[str, Any]) -> None:
    """Its note is its topic; and the second time there is nothing to do."""
    extra = exception("2026-12-08", "extra", place="Auditorium", note="Answer to the draft policy")
    data = plan_data({"date": "2026-09-22", "topics": "Nights"}, **launch, exceptions=[extra])
    (new,) = changes(data, What.NEW)
    assert (f"{new.date:%m-%d}", new.why) == ("12-08", "Answer to the draft policy")
    after = scheduled(data)
    row = meetings(after)[1]
    assert (row["date"], row["topics"], row["place"]) == ("2026-12-08", "Answer to the draft policy", "Auditorium")
    assert row["id"] == "2026-12-08"
    assert schedule(after).operations == ()


def test_an_extra_of_a_further_series_is_added_there() -> None:
    """The series has neither a rhythm nor a first meeting of its own."""
    data = plan_data(
        rhythm=None, series=[{"title": "Old hands"}], exceptions=[exception("2026-10-01", "extra", series="Old hands")]
    )
    assert [(row["series"], row["id"]) for row in meetings(scheduled(data))] == [("Old hands", "old-hands-2026-10-01")]


def test_a_meeting_listed_on_the_day_of_an_extra_is_that_meeting() -> None:
    """And stays as it was written."""
    data = plan_data({"date": "2026-12-08", "topics": "Nights"}, **WORDS, exceptions=[exception("2026-12-08", "extra")])
    assert [row["date"] for row in meetings(scheduled(data))] == ["2026-12-08"]


def test_an_extra_of_the_past_is_told_and_not_added() -> None:
    """As every date of the past."""
    data = plan_data(**WORDS, exceptions=[exception("2026-09-08", "extra")])
    assert scheduled(data, dt.date(2026, 10, 1)) == data
    assert "1 date before today" in notes(data, dt.date(2026, 10, 1))


def test_a_listed_day_of_which_nothing_else_is_said_follows_its_exception() -> None:
    """Moved, called off, replaced: such a day is what the rhythm would have given."""
    data = plan_data(
        {"date": "2026-09-08"},
        {"date": "2026-09-22"},
        {"date": "2026-10-06"},
        **WORDS,
        exceptions=[
            exception("2026-09-08", "moved", to="2026-09-22"),
            exception("2026-09-22", "cancelled", note="Inspection"),
            exception("2026-10-06", "replaced", note="Visit", place="Archive"),
        ],
    )
    assert [one.why for one in changes(data, What.CANCELLED)] == ["Inspection"]
    after = scheduled(data)
    assert [(row["date"], row.get("status"), row.get("topics"), row.get("place")) for row in meetings(after)] == [
        ("2026-09-22", None, None, None),
        ("2026-09-22", "cancelled", None, None),
        ("2026-10-06", None, "Visit", "Archive"),
    ]
    assert schedule(after).operations == ()


def test_two_listed_days_can_change_places() -> None:
    """Each meeting is known again by its id."""
    swap = [exception("2026-09-08", "moved", to="2026-09-22"), exception("2026-09-22", "moved", to="2026-09-08")]
    after = scheduled(plan_data({"date": "2026-09-08"}, {"date": "2026-09-22"}, **WORDS, exceptions=swap))
    assert [(row["id"], row["date"]) for row in meetings(after)] == [
        ("2026-09-22", "2026-09-08"),
        ("2026-09-08", "2026-09-22"),
    ]
    assert schedule(after).operations == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (exception("2026-09-22", "cancelled"), "written by hand; by the plan it is called off"),
        (
            exception("2026-09-22", "moved", to="2026-09-29"),
            "written by hand; by the plan it is Tuesday 29 September 2026, 2:30 pm",
        ),
    ],
)
def test_a_meeting_that_says_more_is_not_touched_and_told(change: dict[str, Any], said: str) -> None:
    """It is somebody's own; what the exception says stands beside it."""
    data = plan_data({"date": "2026-09-22", "topics": "Nights", "id": "x"}, **WORDS, exceptions=[change])
    (kept,) = changes(data, What.KEPT)
    assert kept.why == said
    assert meetings(scheduled(data)) == meetings(data)


def test_an_exception_for_a_day_that_is_not_listed_is_told() -> None:
    """Unless the day is past."""
    data = plan_data({"date": "2026-09-22"}, **WORDS, exceptions=[exception("2026-09-23", "cancelled")])
    assert "an exception for Wednesday 23 September 2026, but no meeting is listed for that day" in notes(data)
    assert "exception" not in notes(data, dt.date(2026, 10, 1))


def test_what_a_rule_once_gave_keeps_hour_and_place_when_it_is_moved() -> None:
    """The exception changes what it names, and nothing else."""
    turns = [{"place": "North", "start": "9:00"}]
    data = with_launch(scheduled(plan_data(turns=turns)), rhythm="as needed")
    moved = scheduled(with_launch(data, exceptions=[exception("2026-09-08", "moved", to="2026-09-10")]))
    row = meetings(moved)[1]
    assert (row["date"], row["place"], row["start"]) == ("2026-09-10", "North", "09:00")
    assert schedule(moved).operations == ()
    own = with_meeting(data, 1, led_by=["Ana"])
    kept = scheduled(with_launch(own, exceptions=[exception("2026-09-08", "moved", to="2026-09-10")]))
    assert meetings(kept) == meetings(own)


def test_a_day_that_is_not_settled_or_not_changed_is_told() -> None:
    """As with the dates of a rule."""
    listed = ({"date": "2026-09-08"}, {"date": "2026-09-22"})
    unclear = [exception("2026-09-08", "moved"), exception("2026-09-22", None)]
    data = plan_data(*listed, **WORDS, exceptions=unclear)
    assert "not yet to which day" in notes(data)
    assert "22 September 2026 does not say what changes" in notes(data)
    after = scheduled(data)
    assert [row.get("certainty") for row in meetings(after)] == ["to_be_set", None]
    assert schedule(after).operations == ()


def test_words_that_give_no_dates_are_kept_with_the_series() -> None:
    """Whoever shows them can say which words do."""
    assert dates_in(plan_data(**WORDS)).words == "3 to 5 times a semester"
    assert dates_in(plan_data()).words == ""

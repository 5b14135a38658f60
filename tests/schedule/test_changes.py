"""What scheduling does to the meetings of a plan, and what it never does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.schedule.changes import What
from cop_wizard.schedule.given import Given, given_to
from cop_wizard.values import NONE_ON_PURPOSE, value_at
from schedule.plans import (
    CALENDAR,
    changes,
    meetings,
    plan_data,
    schedule,
    scheduled,
    with_launch,
    with_meeting,
)

TUESDAYS = ["09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-13", "10-20", "10-27"]
THURSDAYS = ["09-03", "09-10", "09-17", "09-24", "10-01", "10-08", "10-15", "10-22"]
TO_THURSDAY = {"rhythm": "every Thursday", "first_meeting": "2026-09-03", "last_meeting": "2026-10-29"}


def on(data: Any) -> list[str]:
    """The days of the meetings, in the order of the list; those called off in brackets."""
    words = {"cancelled": "({})"}
    return [words.get(row.get("status", ""), "{}").format(row["date"][5:]) for row in meetings(data)]


def test_dates_become_meetings_with_an_id_and_nothing_that_stands_in_the_series() -> None:
    """The plan gets its name for calendars."""
    data = scheduled(plan_data(length="90 minutes", place="Library"))
    assert on(data) == TUESDAYS
    assert meetings(data)[0] == {"date": "2026-09-01", "id": "2026-09-01", "scheduled": "2026-09-01 15:30"}
    assert value_at(data, ("document", "calendar_id")) == CALENDAR


def test_running_it_again_changes_nothing() -> None:
    """Not even the name for calendars."""
    data = scheduled(plan_data(series=[{"title": "Book club", "rhythm": "first Thursday"}]))
    assert schedule(data).operations == ()


def test_a_plan_without_dates_is_left_alone() -> None:
    """It gets no name for calendars either."""
    assert schedule({"schema_version": "2"}).operations == ()


def test_meetings_of_a_further_series_name_it() -> None:
    """Their ids begin with its name, in any script."""
    series = [{"title": "Book club", "rhythm": "first Thursday"}, {"title": "Книги", "rhythm": "first Monday"}]
    data = scheduled(plan_data({"date": "2026-10-01"}, rhythm=None, series=series))
    assert [(row["id"], row.get("series")) for row in meetings(data)] == [
        ("book-club-2026-09-03", "Book club"),
        ("книги-2026-09-07", "Книги"),
        ("2026-10-01", None),
        ("book-club-2026-10-01", "Book club"),
        ("книги-2026-10-05", "Книги"),
    ]


def test_what_a_turn_or_exception_says_is_written_where_it_differs_from_the_series() -> None:
    """A replaced meeting has its new topic; one that is called off is there, and called off."""
    data = scheduled(
        plan_data(
            place="Library",
            length="90 minutes",
            turns=[{"place": "Library", "length": "1 h 30"}, {"place": "Annex", "start": "9:00", "format": "virtual"}],
            exceptions=[
                {"date": "2026-09-15", "change": "replaced", "note": "Visit"},
                {"date": "2026-09-22", "change": "cancelled"},
                {"date": "2026-09-29", "change": "moved", "to": "TBD"},
            ],
        )
    )
    annex = {"start": "09:00", "format": "virtual", "place": "Annex"}
    given = "; format=virtual; place=Annex"
    assert meetings(data)[:5] == [
        {"date": "2026-09-01", "id": "2026-09-01", "scheduled": "2026-09-01 15:30"},
        {"date": "2026-09-08", "id": "2026-09-08", "scheduled": f"2026-09-08 09:00{given}", **annex},
        {"date": "2026-09-15", "topics": "Visit", "id": "2026-09-15", "scheduled": "2026-09-15 15:30; topics=Visit"},
        {
            "date": "2026-09-22",
            "status": "cancelled",
            "id": "2026-09-22",
            "scheduled": f"2026-09-22 09:00, cancelled{given}",
            **annex,
        },
        {
            "date": "2026-09-29",
            "certainty": "to_be_set",
            "id": "2026-09-29",
            "scheduled": "2026-09-29 15:30; certainty=to_be_set",
        },
    ]
    assert schedule(data).operations == ()


def test_what_lies_in_the_past_is_not_added() -> None:
    """But told."""
    found = schedule(plan_data(), dt.date(2026, 10, 20))
    assert [f"{one.date:%m-%d}" for one in found.sheets[0].changes] == ["10-20", "10-27"]
    assert "7 dates before today" in found.sheets[0].dates.notes[-1]


def test_new_meetings_come_in_the_order_of_their_days() -> None:
    """Before and behind what is there; a meeting without a day stays where it is."""
    data = scheduled(
        plan_data({"date": "2026-09-02"}, {"topics": "soon"}, {"date": "2026-10-07"}, last_meeting="2026-10-13")
    )
    assert [row.get("date", "")[5:] for row in meetings(data)] == [
        "09-01", "09-02", "09-08", "09-15", "09-22", "09-29", "10-06", "", "10-07", "10-13",
    ]  # fmt: skip


def test_a_list_that_begins_with_the_newest_goes_on_like_that() -> None:
    """Somebody's choice."""
    data = plan_data({"date": "2026-10-07"}, {"date": "2026-09-09"}, {"date": "2026-08-26"}, last_meeting="2026-09-15")
    assert on(scheduled(data)) == ["10-07", "09-15", "09-09", "09-08", "09-01", "08-26"]


def test_none_on_purpose_becomes_a_list() -> None:
    """Whoever asks for dates wants meetings."""
    data: Any = {**plan_data(), "collaborative_plan": {"meetings": NONE_ON_PURPOSE}}  # type: ignore[dict-item]
    assert on(scheduled(data)) == TUESDAYS


def test_a_meeting_written_by_hand_is_the_date_it_is_on() -> None:
    """It gets an id and nothing else, and no second one beside it."""
    data = scheduled(plan_data({"date": "2026-09-08", "topics": "Fractions", "start": "10:00"}))
    assert on(data) == TUESDAYS
    assert meetings(data)[1] == {"date": "2026-09-08", "topics": "Fractions", "start": "10:00", "id": "2026-09-08"}


def test_a_meeting_written_by_hand_on_the_day_an_exception_moves_to_is_that_meeting() -> None:
    """Nobody meets twice on it."""
    exceptions = [{"date": "2026-09-08", "change": "moved", "to": "2026-09-10"}]
    data = scheduled(plan_data({"date": "2026-09-10", "topics": "Fractions"}, exceptions=exceptions))
    assert on(data) == ["09-01", "09-10", *TUESDAYS[2:]]


EXTRA = {"date": "2026-09-10", "change": "extra", "place": "Annex", "start": "10:00", "length": "2 h", "note": "Visit"}


def test_an_extra_meeting_has_its_own_hour_place_and_topic() -> None:
    """Whether it is new, or somebody had only put its day on the list."""
    new = meetings(scheduled(plan_data(exceptions=[EXTRA])))[2]
    own = {"date": "2026-09-10", "start": "10:00", "length": "120 minutes", "topics": "Visit", "place": "Annex"}
    assert new == {
        **own,
        "id": "2026-09-10",
        "scheduled": "2026-09-10 10:00; length=120 minutes; topics=Visit; place=Annex",
    }
    listed = scheduled(plan_data({"date": "2026-09-10"}, exceptions=[EXTRA]))
    assert {key: meetings(listed)[2].get(key) for key in own} == own
    assert schedule(listed).operations == ()


def test_an_extra_meeting_that_somebody_wrote_is_told_where_the_plan_has_it() -> None:
    """And stays as it was written."""
    data = plan_data({"date": "2026-09-10", "topics": "Fractions", "start": "10:00"}, exceptions=[EXTRA])
    assert changes(data, What.KEPT)[0].why.endswith("by the rhythm it is Thursday 10 September 2026, 10:00 am, Annex")
    assert "place" not in meetings(scheduled(data))[2]


def test_a_copied_row_gets_an_id_of_its_own() -> None:
    """The first one keeps its id, which calendars know."""
    row = {"date": "2026-09-08", "id": "x", "topics": "a"}
    data = scheduled(plan_data(row, row, {**row, "date": "2026-09-09"}, rhythm=None))
    assert [one["id"] for one in meetings(data)] == ["x", "x#2", "x#3"]


def test_filled_in_meetings_are_known_again() -> None:
    """Topics do not make another meeting of it."""
    data = with_meeting(scheduled(plan_data()), 2, topics="Fractions", led_by=["Ana"])
    assert schedule(data).operations == ()


def test_another_weekday_moves_the_meetings_along() -> None:
    """They keep their ids; the revision counts up."""
    data = with_launch(scheduled(plan_data()), **TO_THURSDAY)
    moved = changes(data, What.MOVED)
    assert moved[0].why == "moved from Tuesday 1 September 2026"
    after = scheduled(data)
    assert on(after) == [*THURSDAYS, "10-29"]
    assert [row["id"][5:] for row in meetings(after)] == TUESDAYS
    assert {row["revision"] for row in meetings(after)} == {"1"}
    assert meetings(after)[0]["scheduled"] == "2026-09-03 15:30"
    again = scheduled(with_launch(after, rhythm="every Tuesday", first_meeting="2026-09-01", last_meeting="2026-10-27"))
    assert on(again) == TUESDAYS
    assert {row["revision"] for row in meetings(again)} == {"2"}


@pytest.mark.parametrize("rhythm", ["first Thursday of the month", "second Wednesday of the month"])
def test_a_moved_first_meeting_keeps_its_hour_and_place_under_another_rhythm(rhythm: str) -> None:
    """It has the first turn still, and no second meeting comes close to it."""
    data = scheduled(
        plan_data(
            rhythm="second Tuesday of the month",
            first_meeting="2026-12-08",
            last_meeting="2027-03-31",
            start=None,
            turns=[{"start": "7:45", "place": "Library"}],
            exceptions=[{"date": "2026-12-08", "change": "moved", "to": "2026-12-15"}],
        )
    )
    before = meetings(data)[0]
    after = meetings(scheduled(with_launch(data, rhythm=rhythm)))
    assert after[0] == before
    assert (before["date"], before["start"], before["place"]) == ("2026-12-15", "07:45", "Library")
    assert len(after) == 4


def test_one_more_date_at_the_beginning_does_not_push_the_others_back() -> None:
    """Each meeting moves to the nearest new day, and the new date is a new meeting."""
    data = with_launch(scheduled(plan_data()), **{**TO_THURSDAY, "first_meeting": "2026-08-27"})
    after = meetings(scheduled(data))
    assert [row["id"][5:] for row in after] == ["08-27", *TUESDAYS]
    assert [row["date"][5:] for row in after][1:] == [*THURSDAYS, "10-29"]


def test_another_hour_is_renewed_in_all_that_nobody_touched() -> None:
    """The hour itself stands in the series."""
    data = with_launch(scheduled(plan_data()), start="16:00")
    assert [one.why for one in changes(data, What.MOVED)][:1] == ["time 3:30 pm → 4:00 pm"]
    row = meetings(scheduled(data))[0]
    assert row == {"date": "2026-09-01", "id": "2026-09-01", "scheduled": "2026-09-01 16:00", "revision": "1"}


def test_meetings_that_are_too_many_are_called_off_and_stay_in_the_list() -> None:
    """Calendars have to hear of it; and the dates come back if the rhythm does."""
    weekly = scheduled(plan_data())
    monthly = scheduled(with_launch(weekly, rhythm="first Tuesday"))
    assert on(monthly) == ["09-01", *(f"({day})" for day in TUESDAYS[1:5]), "10-06", "(10-13)", "(10-20)", "(10-27)"]
    assert meetings(monthly)[1]["revision"] == "1"
    assert schedule(monthly).operations == ()
    again = scheduled(with_launch(monthly, rhythm="every Tuesday"))
    assert on(again) == TUESDAYS
    assert meetings(again)[1]["revision"] == "4"  # a calendar file counted two more while it was called off
    assert schedule(again).operations == ()


def test_a_new_closure_calls_its_dates_off_by_name() -> None:
    """Nothing moves to the end of the year for it."""
    data = with_launch(
        scheduled(plan_data()), closures=[{"name": "Fall break", "begins": "2026-10-05"}, {"begins": "2026-10-06"}],
        last_meeting="2026-11-03",
    )  # fmt: skip
    assert [one.why for one in changes(data, What.CANCELLED)] == ["closed"]
    assert on(scheduled(data)) == [*TUESDAYS[:5], "(10-06)", *TUESDAYS[6:], "11-03"]


def test_an_exception_moves_its_meeting_and_back() -> None:
    """Also onto the day of another one, and the list stays in order."""
    data = scheduled(plan_data())
    moved = scheduled(with_launch(data, exceptions=[{"date": "2026-09-08", "change": "moved", "to": "2026-09-22"}]))
    assert on(moved) == ["09-01", "09-15", "09-22", "09-22", *TUESDAYS[4:]]
    assert [row["id"] for row in meetings(moved)][2:4] == ["2026-09-22", "2026-09-08"]
    back = scheduled(moved)
    assert back == moved
    back = scheduled(with_launch(moved, exceptions=None))
    assert on(back) == TUESDAYS
    assert [row["id"][5:] for row in meetings(back)] == TUESDAYS
    assert meetings(back)[1]["revision"] == "2"


def test_an_exception_calls_its_meeting_off_and_back() -> None:
    """With the reason gone, it takes place again."""
    data = with_launch(scheduled(plan_data()), exceptions=[{"date": "2026-09-08", "change": "cancelled"}])
    off = scheduled(data)
    assert on(off)[1] == "(09-08)"
    assert [one.date.day for one in changes(with_launch(off, exceptions=None), What.BACK)] == [8]
    assert on(scheduled(with_launch(off, exceptions=None))) == TUESDAYS


def test_a_turn_that_changes_is_followed_where_nobody_has_written() -> None:
    """Old places that the turns gave are taken out again."""
    data = scheduled(plan_data(turns=[{"place": "North"}, {"place": "South"}]))
    swapped = scheduled(with_launch(data, turns=[{"place": "South"}, {"place": "North"}]))
    assert [row["place"] for row in meetings(swapped)][:2] == ["South", "North"]
    assert (
        changes(with_launch(data, turns=[{"place": "South"}, {"place": "North"}]), What.MOVED)[0].why == "place: South"
    )


OWN = [
    ({"date": "2026-09-09"}, "moved by hand"),
    ({"date": "TBD"}, "moved by hand"),
    ({"status": "cancelled"}, "called off by hand"),
    ({"start": "10:00"}, "an hour of its own"),
    ({"zone": "Asia/Tokyo"}, "a time zone of its own"),
    ({"topics": "Fractions"}, "filled in by hand"),
    ({"place": "Annex"}, "filled in by hand"),
    ({"certainty": "tentative"}, "filled in by hand"),
    ({"led_by": ["Ana"]}, "filled in by hand"),
    ({"x-room": "12"}, "filled in by hand"),
    ({"scheduled": "yesterday"}, "written by hand"),
    ({"status": "held"}, "held already"),
    ({"record": "We met."}, "held already"),
]


@pytest.mark.parametrize(("values", "why"), OWN)
@pytest.mark.parametrize(
    "launch",
    [TO_THURSDAY, {"rhythm": "first Tuesday"}, {"closures": [{"begins": "2026-09-08"}]}, {"rhythm": "monthly"}],
)
def test_what_people_made_their_own_is_not_touched(launch: Any, values: Any, why: str) -> None:
    """Whatever becomes of the rhythm; and no new meeting stands beside it for the same date."""
    data = with_launch(with_meeting(scheduled(plan_data()), 1, **values), **launch)
    own = meetings(data)[1]
    after = scheduled(data)
    assert own in meetings(after)
    assert why in [one.why.partition(";")[0] for one in changes(data, What.KEPT) if one.row == 1]
    assert len(meetings(after)) <= 10
    assert schedule(after).operations == ()


def test_a_meeting_kept_by_hand_says_what_the_rhythm_would_have() -> None:
    """So that a person can follow it, or not."""
    data = with_launch(with_meeting(scheduled(plan_data()), 1, topics="Fractions"), **TO_THURSDAY)
    kept = [one.why for one in changes(data, What.KEPT)]
    assert kept == ["filled in by hand; by the rhythm it is Thursday 10 September 2026, 3:30 pm"]


def test_what_was_called_off_by_hand_takes_no_date_away() -> None:
    """A new rhythm gets all its dates."""
    data = scheduled(plan_data())
    for place in range(9):
        data = with_meeting(data, place, status="cancelled")
    after = scheduled(with_launch(data, **TO_THURSDAY))
    assert [day for day in on(after) if "(" not in day] == [*THURSDAYS, "10-29"]


def test_meetings_of_the_past_stay_as_they_are() -> None:
    """A new rhythm is for what is to come."""
    today = dt.date(2026, 9, 20)
    after = scheduled(with_launch(scheduled(plan_data()), **TO_THURSDAY), today)
    assert on(after) == ["09-01", "09-08", "09-15", *THURSDAYS[3:], "10-29"]
    assert "revision" not in meetings(after)[2]


def test_a_series_that_lost_its_rule_leaves_its_meetings_alone() -> None:
    """So does one that is no longer in the plan."""
    data = scheduled(plan_data(series=[{"title": "Book club", "rhythm": "first Thursday"}]))
    assert schedule(with_launch(data, rhythm="as needed")).operations == ()
    gone = schedule(with_launch(data, series=None))
    assert gone.operations == ()
    assert "There is no series called “Book club”." in gone.notes


@pytest.mark.parametrize(
    "given",
    [
        Given(dt.date(2026, 10, 20), dt.time(15, 30)),
        Given(dt.date(2026, 10, 20)),
        Given(dt.date(2026, 10, 20), dt.time(0, 0), cancelled=True),
        Given(dt.date(2026, 10, 20), dt.time(9), "America/Argentina/Buenos_Aires"),
        Given(dt.date(2026, 10, 20), None, "Etc/GMT+5", cancelled=True),
        Given(dt.date(1, 1, 1), None, cancelled=True),
        Given(dt.date(2026, 10, 20), None, "", False, (("topics", "A; place=B\\; c = d"), ("place", "Салон"))),
        Given(dt.date(2026, 10, 20), dt.time(9), "Asia/Tokyo", True, (("zone", "Asia/Tokyo"), ("place", "\\"))),
    ],
)
def test_what_was_given_is_read_as_it_was_written(given: Given) -> None:
    """With or without an hour, called off or not."""
    assert given_to(Meeting(scheduled=str(given))) == given


@pytest.mark.parametrize(
    "words", ["yesterday", "2026-13-01 10:00", "2026-10-20 25:00", "2026-10-20 15:30 sharp", "TBD", "2026-10-20; Hall"]
)
def test_a_mark_that_somebody_changed_is_none(words: str) -> None:
    """The meeting is theirs then."""
    assert given_to(Meeting(scheduled=words)) is None

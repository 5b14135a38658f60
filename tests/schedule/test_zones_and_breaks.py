"""Hours in several time zones, series that go on through breaks, dates outside the terms, and notes that are shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cop_wizard.schedule.changes import What
from cop_wizard.schedule.series import all_dates
from cop_wizard.schedule.slots import hour_words, slot_of
from schedule.plans import (
    changes,
    dates_in,
    days,
    meetings,
    model,
    plan_data,
    schedule,
    scheduled,
    with_launch,
    with_meeting,
)

BERLIN_THEN_TOKYO = [{"start": "16:00"}, {"start": "9:00", "zone": "Asia/Tokyo"}]
TERMS = [{"name": "Autumn", "begins": "2026-08-31", "ends": "2026-09-18"}]
LATER_TERM = {"name": "Winter", "begins": "2026-10-07", "ends": "2026-12-18"}


def notes(data: Any) -> str:
    return "\n".join(all_dates(model(data))[0][0].notes)


def test_a_turn_can_be_in_another_time_zone() -> None:
    """The meeting says so where it differs from its series, and its hour is that of the zone."""
    data = scheduled(plan_data(zone="Europe/Berlin", turns=BERLIN_THEN_TOKYO))
    assert [row.get("zone") for row in meetings(data)][:3] == [None, "Asia/Tokyo", None]
    plan = model(data)
    slots = [slot_of(plan, meeting) for meeting in plan.collaborative_plan.meetings]  # type: ignore[union-attr]
    assert [slot.zone for slot in slots][:2] == ["Europe/Berlin", "Asia/Tokyo"]
    assert schedule(data).operations == ()


def test_a_turn_that_changes_its_zone_is_followed() -> None:
    """It counts as a change, like another hour."""
    data = scheduled(plan_data(zone="Europe/Berlin", turns=BERLIN_THEN_TOKYO))
    seoul = with_launch(data, turns=[BERLIN_THEN_TOKYO[0], {"start": "9:00", "zone": "Asia/Seoul"}])
    assert {one.why for one in changes(seoul, What.MOVED)} == {"time zone Asia/Tokyo → Asia/Seoul"}
    assert meetings(scheduled(seoul))[1]["revision"] == "1"


def test_a_zone_in_words_is_none() -> None:
    """No calendar understands it, so no meeting says it."""
    data = scheduled(plan_data(turns=[{"start": "9:00", "zone": "where most of us are"}]))
    assert "zone" not in meetings(data)[0]


def test_hours_name_their_zone_where_the_plan_holds_several() -> None:
    """By the city; in a plan of one zone nobody needs it."""
    data = plan_data(zone="Europe/Berlin", turns=BERLIN_THEN_TOKYO)
    assert [one.zone for one in changes(data, What.NEW)][:2] == ["Europe/Berlin", "Asia/Tokyo"]
    assert {one.zone for one in changes(plan_data(zone="Europe/Berlin"), What.NEW)} == {""}
    assert hour_words(dt.time(9), "America/Argentina/Buenos_Aires") == "9:00 am (Buenos Aires)"
    assert hour_words(dt.time(9), "UTC") == "9:00 am (UTC)"
    assert hour_words(dt.time(9), "") == "9:00 am"


def test_the_zone_of_a_series_or_of_one_meeting_counts_too() -> None:
    """And what is said of a meeting kept by hand names it."""
    series = [{"title": "Pacific hour", "rhythm": "weekly", "zone": "Asia/Tokyo"}]
    data = plan_data(zone="Europe/Berlin", series=series)
    assert [dates.shown_zone() for dates in all_dates(model(data))[0]] == ["Europe/Berlin", "Asia/Tokyo"]
    own = {"date": "2026-09-08", "start": "9:00", "zone": "Asia/Tokyo"}
    found = schedule(plan_data(own, zone="Europe/Berlin")).sheets[0]
    assert [(one.zone, one.why) for one in found.changes if one.what is What.KEPT] == [
        ("Asia/Tokyo", "written by hand; by the rhythm it is Tuesday 8 September 2026, 3:30 pm (Berlin)")
    ]


def test_a_meeting_moved_to_another_zone_by_hand_is_somebodys_own() -> None:
    """Also where a turn gave it a zone and somebody took that out."""
    data = scheduled(plan_data(zone="Europe/Berlin", turns=BERLIN_THEN_TOKYO))
    for row, zone in ((0, "Asia/Tokyo"), (1, None)):
        other_hours = with_launch(with_meeting(data, row, zone=zone), turns=[{"start": "10:00"}])
        why = schedule(other_hours).sheets[0].changes[row].why
        assert "a time zone of its own" in why
        assert meetings(scheduled(other_hours))[row].get("zone") == zone


def test_a_series_can_go_on_through_breaks() -> None:
    """Neither terms nor closures nor public holidays take a date from it."""
    launch: dict[str, Any] = {"terms": TERMS, "closures": [{"begins": "2026-09-08"}], "region": "CA-AB"}
    launch |= {"rhythm": "every Monday", "first_meeting": "2026-09-07", "last_meeting": "2026-10-12"}
    assert days(plan_data(**launch)) == ["09-14"]
    mondays = ["09-07", "09-14", "09-21", "09-28", "10-05", "10-12"]
    assert days(plan_data(**launch, in_breaks="yes")) == mondays
    night = {"title": "Night circle", "rhythm": "every Monday", "in_breaks": "yes"}
    assert days(plan_data(**launch, series=[night]), "Night circle") == mondays
    day = {"title": "Day circle", "rhythm": "every Monday", "in_breaks": "no"}
    assert days(plan_data(**launch, in_breaks="yes", series=[day]), "Day circle") == ["09-14"]


def test_a_series_through_breaks_still_counts_weeks_within_terms() -> None:
    """And it does not end with the last term, unless it counts their weeks."""
    weeks = {"rhythm": "Tuesday of weeks 1 and 3 of each term", "terms": [*TERMS, LATER_TERM], "in_breaks": "yes"}
    assert days(plan_data(**weeks, last_meeting=None)) == ["09-01", "09-15", "10-20"]
    data = plan_data(terms=TERMS, in_breaks="yes", last_meeting=None)
    assert dates_in(data).occasions[-1].date == dt.date(2027, 8, 31)


def test_dates_outside_the_terms_are_known() -> None:
    """The series keeps them, so that they can be counted in one line."""
    data = plan_data(terms=[*TERMS, LATER_TERM])
    assert [f"{day:%m-%d}" for day in dates_in(data).outside] == ["09-22", "09-29", "10-06"]
    assert dates_in(plan_data()).outside == ()


def test_an_exception_outside_the_terms_says_why_it_does_nothing() -> None:
    """The nearest date alone would puzzle people."""
    data = plan_data(terms=TERMS, exceptions=[{"date": "2026-09-22", "change": "cancelled"}])
    assert "exception for Tuesday 22 September 2026, but that day lies outside the terms" in notes(data)


def test_meetings_that_new_terms_leave_out_say_so() -> None:
    """They are called off for that reason."""
    data = with_launch(scheduled(plan_data()), terms=[*TERMS, LATER_TERM])
    assert {one.why for one in changes(data, What.CANCELLED)} == {"outside the terms"}


def test_the_note_of_an_extra_meeting_is_its_topic() -> None:
    """Shown with it and written; also into the plan of somebody who has thought of the note later."""
    extra = {"date": "2026-10-01", "change": "extra"}
    noted = {**extra, "note": "Election"}
    assert [one.why for one in changes(plan_data(exceptions=[noted]), What.NEW) if one.why] == ["Election"]
    later = with_launch(scheduled(plan_data(exceptions=[extra])), exceptions=[noted])
    assert [one.why for one in changes(later, What.MOVED)] == ["about: Election"]
    after = scheduled(later)
    assert [row["topics"] for row in meetings(after) if "topics" in row] == ["Election"]
    assert schedule(after).operations == ()


def test_a_date_that_is_called_off_or_moved_says_its_note() -> None:
    """As the reason, in words only: nothing of it is written."""
    exceptions = [
        {"date": "2026-09-08", "change": "cancelled", "note": "both on a plane"},
        {"date": "2026-09-15", "change": "moved", "to": "2026-09-16", "note": "report cards"},
    ]
    fresh = changes(plan_data(exceptions=exceptions), What.NEW)
    assert [one.why for one in fresh[1:3]] == [
        "called off (both on a plane)",
        "moved from Tuesday 15 September 2026 (report cards)",
    ]
    planned = with_launch(scheduled(plan_data()), exceptions=exceptions)
    assert [one.why for one in changes(planned, What.CANCELLED)] == ["both on a plane"]
    assert [one.why for one in changes(planned, What.MOVED)] == ["moved from Tuesday 15 September 2026 (report cards)"]
    after = scheduled(planned)
    assert [one.why for one in changes(after, What.KEPT)][1] == "called off (both on a plane)"
    assert "plane" not in str(meetings(after))

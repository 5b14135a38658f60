"""From what a plan says about its series to their dates: terms, closures, holidays, turns, exceptions, and limits."""

from __future__ import annotations

import builtins
import datetime as dt
import sys
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_wizard.errors import CopError
from cop_wizard.schedule import holidays_of
from cop_wizard.schedule.dates import MOST_DATES
from cop_wizard.schedule.series import all_dates
from cop_wizard.schedule.slots import slot_of
from cop_wizard.values import NONE_ON_PURPOSE
from schedule.plans import dates_in, days, meetings, model, plan_data, schedule, scheduled

TUESDAYS = ["09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-13", "10-20", "10-27"]
TERMS = [
    {"name": "Autumn", "begins": "2026-08-31", "ends": "2026-09-18"},
    {"name": "Winter", "begins": "2026-10-07", "ends": "2026-12-18"},
]


def notes(data: Any, title: str = "") -> str:
    found, other = all_dates(model(data))
    return "\n".join([*next(dates for dates in found if dates.title == title).notes, *other])


def test_a_series_runs_from_its_first_to_its_last_meeting() -> None:
    """Both included, whatever the hour of the last one."""
    assert days(plan_data(start="23:59")) == TUESDAYS
    assert notes(plan_data()) == ""


def test_dates_outside_the_terms_are_left_out() -> None:
    """The first meeting takes place all the same."""
    assert days(plan_data(terms=TERMS)) == ["09-01", "09-08", "09-15", "10-13", "10-20", "10-27"]
    assert days(plan_data(terms=TERMS[1:]))[0] == "09-01"


def test_weeks_are_counted_within_each_term() -> None:
    """Week 1 is the one that holds its first day, from Monday on."""
    data = plan_data(rhythm="Thursday of weeks 1 and 3 of each term", first_meeting=None, terms=TERMS)
    assert days(data) == ["09-03", "09-17", "10-08", "10-22"]


def test_weeks_of_terms_keep_to_the_weekday_of_the_first_meeting() -> None:
    """Without one, to the weekday on which the term begins."""
    data = plan_data(rhythm="weeks 1 and 3 of each term", terms=TERMS)
    assert days(data) == ["09-01", "09-15", "10-20"]  # 6 October is before the second term begins
    assert days(plan_data(rhythm="weeks 1 and 3 of each term", first_meeting=None, terms=TERMS)) == [
        "08-31",
        "09-14",
        "10-07",
        "10-21",
    ]


def test_a_term_without_dates_is_left_aside() -> None:
    """It is said, and it shuts nothing."""
    data = plan_data(terms=[{"name": "Autumn", "begins": "2026-08-31", "ends": "before the snow"}])
    assert days(data) == TUESDAYS
    assert "“Autumn” has no last day yet, so it is left aside" in notes(data)
    assert "“Autumn” has no last day yet" in notes(plan_data(terms=[{"name": "Autumn", "begins": "2026-08-31"}]))
    assert "“Autumn” has no first day yet" in notes(plan_data(terms=[{"name": "Autumn", "ends": "2026-08-31"}]))
    assert "“Autumn” has no first and last day yet" in notes(plan_data(terms=[{"name": "Autumn"}]))
    assert "the plan has no terms" in notes(plan_data(rhythm="week 3 of each term"))


def test_closures_take_dates_out_and_are_named() -> None:
    """A closure without an end is a single day."""
    closures = [
        {"name": "Fall break", "begins": "2026-09-07", "ends": "2026-09-16"},
        {"name": "Feast", "begins": "2026-10-13"},
        {"name": "Backwards", "begins": "2026-10-21", "ends": "2026-10-01"},
        {"name": "Sometime", "begins": "in winter"},
    ]
    data = plan_data(closures=closures)
    assert days(data) == ["09-01", "09-22", "09-29", "10-06", "10-20", "10-27"]
    left_out = [(f"{left.date:%m-%d}", left.why) for left in dates_in(data).left_out]
    assert left_out == [("09-08", "Fall break"), ("09-15", "Fall break"), ("10-13", "Feast")]
    assert "“Backwards” ends before it begins" in notes(data)
    assert "“Sometime” has no first day yet" in notes(data)


def test_public_holidays_of_the_region_take_dates_out() -> None:
    """Only where the plan names a region."""
    data = plan_data(rhythm="every Monday", first_meeting="2026-09-07", last_meeting="2026-10-19", region="CA-AB")
    assert days(data) == ["09-14", "09-21", "09-28", "10-05", "10-19"]
    assert [left.why for left in dates_in(data).left_out] == ["Labor Day", "Thanksgiving Day"]


@pytest.mark.parametrize(
    ("region", "hint"),
    [
        ("Canada/Alberta", "`CA-AB`"),
        ("Canada", "`CA`"),
        ("Kanada", "`CA`"),
        ("Canada, Québec", "`CA-QC`"),
        ("CA-XX", "FR or CA-AB"),
        ("Atlantis", "FR or CA-AB"),
    ],
)
def test_an_unknown_region_is_said_with_the_code_that_may_be_meant(region: str, hint: str) -> None:
    """And the dates go on without holidays."""
    data = plan_data(region=region)
    assert days(data) == TUESDAYS
    assert hint in notes(data)


def test_a_region_without_the_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact command; no dates that may be wrong."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(CopError) as raised:
        days(plan_data(region="CA-AB"))
    assert 'pip install "cop-wizard[holidays]"' in raised.value.hint
    assert days(plan_data(region="TBD")) == TUESDAYS


def test_holidays_are_not_loaded_without_a_region(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package takes its time."""
    monkeypatch.setattr(holidays_of, "needed", lambda *_given: pytest.fail("loaded"))
    assert days(plan_data()) == TUESDAYS


def test_turns_are_taken_in_their_order() -> None:
    """A weekday moves a date within its week; an hour or a place is the meeting's own."""
    turns = [{"weekday": "tuesday"}, {"weekday": "thursday", "start": "9:00", "place": "Annex"}]
    data = plan_data(turns=turns, last_meeting="2026-09-24")
    assert days(data) == ["09-01", "09-10", "09-15", "09-24"]
    occasions = dates_in(data).occasions
    assert [(one.start, one.place) for one in occasions[:2]] == [(None, None), (dt.time(9), "Annex")]


def test_a_turn_can_bring_the_last_date_back_before_the_end() -> None:
    """What counts is the day the meeting is on."""
    turns = [{"weekday": "thursday"}, {"weekday": "tuesday"}]
    thursdays = {"rhythm": "every Thursday", "first_meeting": "2026-09-03", "turns": turns}
    assert days(plan_data(**thursdays, last_meeting="2026-09-22"))[-2:] == ["09-17", "09-22"]
    assert days(plan_data(**thursdays, last_meeting="2026-09-30"))[-2:] == ["09-17", "09-22"]


def test_a_date_that_falls_out_does_not_shift_the_turns() -> None:
    """Whoever has the evenings keeps the evenings."""
    data = plan_data(
        turns=[{"place": "North"}, {"place": "South"}], closures=[{"name": "Break", "begins": "2026-09-08"}]
    )
    assert [one.place for one in dates_in(data).occasions][:3] == ["North", "North", "South"]


def test_the_first_meeting_keeps_its_day_whatever_rhythm_and_turns_say() -> None:
    """A day that a person gave is not dropped; where it does not follow from the rhythm, that is said."""
    assert days(plan_data(turns=[{"weekday": "friday"}]))[:2] == ["09-01", "09-11"]
    data = plan_data(first_meeting="2026-09-03")
    assert days(data)[:2] == ["09-03", "09-08"]
    assert "Thursday 3 September 2026, does not follow from the rhythm (every Tuesday)" in notes(data)


TURN_OF_HALF_PAST_SEVEN = [{"start": "7:30", "place": "Library"}, {"start": "18:00"}]


def test_a_first_meeting_that_the_rhythm_does_not_give_has_the_first_turn() -> None:
    """The others take theirs behind it, as they would if it followed from the rhythm."""
    occasions = dates_in(plan_data(first_meeting="2026-09-03", turns=TURN_OF_HALF_PAST_SEVEN)).occasions
    assert [(f"{one.date:%m-%d}", one.start) for one in occasions[:3]] == [
        ("09-03", dt.time(7, 30)),
        ("09-08", dt.time(18)),
        ("09-15", dt.time(7, 30)),
    ]


@pytest.mark.parametrize(
    ("first", "rhythm", "expected"),
    [
        ("2026-09-08", "second Wednesday of the month", ["09-08", "10-14"]),
        ("2026-09-08", "first Thursday of the month", ["09-08", "10-01"]),
        ("2026-09-01", "last Tuesday of the month", ["09-01", "09-29"]),
        ("2026-09-07", "every Tuesday", ["09-07", "09-15"]),
        ("2026-09-03", "every Tuesday", ["09-03", "09-08"]),
        ("2026-09-07", "Tuesdays and Thursdays", ["09-07", "09-08"]),
    ],
)
def test_a_date_close_behind_such_a_first_meeting_is_the_one_it_stands_for(
    first: str, rhythm: str, expected: list[str]
) -> None:
    """Nobody meets twice in a few days; what is left out is named."""
    data = plan_data(first_meeting=first, rhythm=rhythm)
    assert days(data)[:2] == expected
    if "09-15" in expected or "10-14" in expected:
        assert "the first meeting" in dates_in(data).left_out[0].why


@pytest.mark.parametrize(
    ("exception", "said"),
    [
        ({"change": "moved", "to": "2026-09-04"}, "it is moved to Friday 4 September 2026."),
        ({"change": "moved", "to": "TBD"}, "it is to be moved."),
        ({"change": "cancelled"}, "it is called off."),
        ({"change": "replaced", "note": "Visit"}, "it takes place all the same."),
    ],
)
def test_what_is_said_of_the_first_meeting_knows_its_exception(exception: dict[str, str], said: str) -> None:
    """It does not take place on a day it was moved from."""
    data = plan_data(first_meeting="2026-09-03", exceptions=[{"date": "2026-09-03", **exception}])
    assert said in notes(data)


def test_exceptions_change_single_dates() -> None:
    """Called off, moved, replaced, extra."""
    exceptions = [
        {"date": "2026-09-08", "change": "cancelled"},
        {"date": "2026-09-15", "change": "moved", "to": "2026-09-17", "start": "9:00"},
        {"date": "2026-09-22", "change": "replaced", "note": "Visit to the archive", "place": "Archive"},
        {"date": "2026-10-01", "change": "extra", "place": "Canteen"},
        {"date": "2026-10-06", "to": "2026-10-07"},
    ]
    found = {f"{one.slot:%m-%d}": one for one in dates_in(plan_data(exceptions=exceptions)).occasions}
    assert len(found) == 10
    assert found["09-08"].cancelled
    assert (found["09-15"].date, found["09-15"].start) == (dt.date(2026, 9, 17), dt.time(9))
    assert (found["09-22"].date.day, found["09-22"].topics, found["09-22"].place) == (
        22,
        "Visit to the archive",
        "Archive",
    )
    assert (found["10-01"].date.day, found["10-01"].place) == (1, "Canteen")
    assert found["10-06"].date == dt.date(2026, 10, 7)


def test_an_exception_on_a_closed_day_wins() -> None:
    """Somebody meant it."""
    exceptions = [
        {"date": "2026-09-08", "change": "moved", "to": "2026-09-09"},
        {"date": "2026-09-10", "change": "extra"},
    ]
    data = plan_data(closures=[{"begins": "2026-09-07", "ends": "2026-09-18"}], exceptions=exceptions)
    assert days(data)[:4] == ["09-01", "09-09", "09-10", "09-22"]
    assert [left.why for left in dates_in(data).left_out] == ["closed"]


def test_what_is_unclear_about_an_exception_is_said() -> None:
    """No such date, no new day, no change, an extra on a day that has a meeting."""
    exceptions = [
        {"date": "2026-09-10", "change": "cancelled"},
        {"date": "2026-09-15", "change": "moved", "to": "to be agreed"},
        {"date": "2026-09-22"},
        {"date": "2026-09-29", "change": "extra"},
        {"date": "2026-09-29", "change": "extra", "series": "Nobody"},
        {"date": "sometime", "change": "cancelled"},
    ]
    data = plan_data(exceptions=exceptions)
    assert days(data) == TUESDAYS
    said = notes(data)
    assert "exception for Thursday 10 September 2026, but no meeting" in said
    assert "nearest one is on Tuesday 8 September 2026" in said
    assert "not yet to which day" in said
    assert "Tuesday 22 September 2026 does not say what changes" in said
    assert "Tuesday 29 September 2026 is no extra" in said
    assert "no series called “Nobody”" in said
    assert [one.open for one in dates_in(data).occasions[:3]] == [False, False, True]


def test_a_further_series_takes_what_it_leaves_blank_from_the_communitys_own() -> None:
    """Its first and last meeting, for example."""
    data = plan_data(series=[{"title": "Book club", "rhythm": "first Thursday of the month", "start": "19:00"}])
    assert days(data, "Book club") == ["09-03", "10-01"]
    assert dates_in(data, "Book club").start == dt.time(19)


@pytest.mark.parametrize(
    ("series", "taken"),
    [
        ({"rhythm": "weekly"}, "day and hour as in the community's own meetings"),
        ({"rhythm": "weekly", "start": "9:00"}, "day as in the community's own meetings"),
        ({"rhythm": "every Friday"}, "hour as in the community's own meetings"),
        ({"rhythm": "every Friday", "start": "9:00"}, ""),
        ({"rhythm": "weekly", "start": "9:00", "first_meeting": "2026-09-02"}, ""),
        ({"rhythm": "week 2 of each term"}, "day and hour as in the community's own meetings"),
        (
            {"rhythm": "week 2 of each term", "first_meeting": "TBD"},
            "hour as in the community's own meetings; on the weekday on which each term begins",
        ),
    ],
)
def test_what_a_series_takes_from_the_communitys_own_meetings_is_said(series: Any, taken: str) -> None:
    """Nobody wrote that day and hour beside its name."""
    data = plan_data(terms=TERMS, series=[{"title": "Core team", **series}])
    assert dates_in(data, "Core team").taken == taken
    assert dates_in(data).taken == ""


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ({"title": "Old hands"}, "neither a rhythm nor a first meeting"),
        ({"title": "Old hands", "rhythm": "3 to 5 times a semester"}, "Kept in words: “3 to 5 times a semester”"),
        ({"title": "Old hands", "rhythm": "TBD"}, "no rhythm yet"),
    ],
)
def test_a_series_without_a_rule_gets_no_dates_and_is_told(series: Any, said: str) -> None:
    """Never the dates of another one."""
    data = plan_data(series=[series])
    assert days(data, "Old hands") == []
    assert said in notes(data, "Old hands")


def test_series_that_cannot_be_told_apart_are_said() -> None:
    """Two of one name, and one without."""
    data = plan_data(series=[{"title": "Book club", "rhythm": "weekly"}, {"title": "BOOK CLUB"}, {"rhythm": "weekly"}])
    assert "Two series are called “BOOK CLUB”" in notes(data)
    assert "has no title" in notes(data)


def test_without_a_last_meeting_the_last_term_ends_it() -> None:
    """Without terms, a year does; and it is said."""
    data = plan_data(last_meeting=None, terms=TERMS)
    assert days(data)[-1] == "12-15"
    assert "dates go up to Friday 18 December 2026" in notes(data)
    assert dates_in(plan_data(last_meeting="when the snow melts")).occasions[-1].date == dt.date(2027, 8, 31)


def test_a_slip_in_the_year_does_not_give_dates_for_ever() -> None:
    """Ten years at most, and a thousand dates."""
    data = plan_data(last_meeting="2926-10-27")
    assert dates_in(data).occasions[-1].date == dt.date(2036, 8, 26)
    assert "no further" in notes(data)
    data = plan_data(last_meeting="2926-10-27", rhythm="every Monday, Tuesday and Friday")
    assert len(dates_in(data).occasions) == MOST_DATES
    assert "Only the first 1000 dates" in notes(data)


@pytest.mark.parametrize("rhythm", [None, NONE_ON_PURPOSE, "TBD"])
def test_a_community_without_a_rhythm_has_no_dates(rhythm: Any) -> None:
    """And nothing is said about it, since the guide asks."""
    data = plan_data(rhythm=rhythm)
    assert days(data) == []
    assert notes(data) == ""


def test_a_first_meeting_in_words_gives_no_dates() -> None:
    """Unless terms say when the first week is."""
    data = plan_data(first_meeting="after the summer")
    assert days(data) == []
    assert "first meeting has no date yet" in notes(data)
    assert days(plan_data(first_meeting="after the summer", terms=TERMS))[0] == "09-01"


def tzdata_zone(name: str) -> ZoneInfo:
    """The zone of the ``tzdata`` package, since the system's may be years old."""
    from importlib.resources import files

    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, name)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("America/Edmonton", (21, 21)), ("Europe/Paris", (13, 14)), ("America/Vancouver", None)],
)
def test_the_hour_on_the_clock_stays_when_clocks_change(zone: str, hours: tuple[int, int] | None) -> None:
    """Alberta stays at UTC−6 from November 2026 on; Paris goes back an hour in October, and its meeting with it."""
    data = scheduled(plan_data(zone=zone, last_meeting="2027-03-30"))
    plan = model(data)
    slots = [slot_of(plan, meeting) for meeting in plan.collaborative_plan.meetings]  # type: ignore[union-attr]
    assert {slot.start for slot in slots} == {dt.time(15, 30)}
    assert {meeting["scheduled"][10:] for meeting in meetings(data)} == {f" 15:30 {zone}"}
    at = {slot.date: dt.datetime.combine(slot.date, slot.start, tzdata_zone(zone)) for slot in slots}  # type: ignore[arg-type]
    summer, winter = dt.date(2026, 9, 1), dt.date(2027, 1, 5)
    if hours:
        assert (at[summer].astimezone(dt.UTC).hour, at[winter].astimezone(dt.UTC).hour) == hours


def test_scheduling_asks_neither_clock_nor_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is passed in, and files are not opened."""
    schedule(plan_data())  # whatever is loaded late is loaded now
    monkeypatch.setattr(builtins, "open", lambda *_given: pytest.fail("opened a file"))
    assert schedule(plan_data()).operations

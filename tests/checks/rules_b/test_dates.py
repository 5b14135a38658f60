"""When meetings are: near enough to each other, in order, on free days, and where the plan says they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[..., list[Diagnostic]]
Meetings = Callable[..., str]


# --- COP601 launch not ready ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "ticked", "times"),
    [
        ("2026-12-20", "[can_last]", 1),
        ("2026-11-22", "[can_last]", 1),
        ("2026-12-21", "[can_last]", 0),
        ("2026-11-21", "[can_last]", 0),
        ("in December", "[can_last]", 0),
        ("2026-12-03", "", 0),
        ("2026-12-03", "none", 0),
    ],
)
def test_the_launch_is_spoken_of_when_it_is_near_and_begun_to_be_judged(
    said: Said, first: str, ticked: str, times: int
) -> None:
    """Four weeks ahead; with nothing ticked the question is merely open, and afterwards it is too late."""
    found = said("COP601", f"launch:\n  first_meeting: {first}\n  readiness: {ticked}\n")
    assert len(found) == times


def test_the_open_tests_of_the_launch_are_named_in_words(said: Said) -> None:
    """No key of the file stands in the sentence, and without a launch date the first meeting counts."""
    (one,) = said("COP601", "launch:\n  first_meeting: 2026-12-03\n  readiness: [can_last]\n")
    assert one.message == (
        "The first meeting is on Thursday 3 December 2026, and it is still open whether the launch draws members in "
        "and serves the purpose."
    )


# --- COP602 rare meetings ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("break_", ["", "  closures:\n    - {name: Harvest, begins: 2051-10-01, ends: 2051-10-20}\n"])
def test_a_break_explains_a_long_gap(said: Said, meetings: Meetings, break_: str) -> None:
    """Eleven weeks are too long, unless nobody could meet in three of them."""
    dates = meetings("date: 2051-08-15", "date: 2051-09-15", "date: 2051-12-01")
    found = said("COP602", f"launch:\n  place: Library\n{break_}{dates}")
    assert len(found) == (0 if break_ else 1)


@pytest.mark.parametrize(
    "dates",
    [
        ("2051-05-10", "2051-06-10", "2051-09-15"),  # summer
        ("2051-11-05", "2051-12-05", "2052-02-20"),  # summer in the south
        ("2051-08-15", "2051-09-15", "2051-11-24"),  # every two months, a week late
        ("2051-08-15", "2051-09-15", "some time in between", "2051-12-08"),
        ("2051-09-15", "2052-06-09"),  # the others are not written down yet
        ("2020-01-15", "2020-02-15", "2020-06-15"),  # past: nothing can be done about it
    ],
)
def test_ordinary_gaps_are_not_too_long(said: Said, meetings: Meetings, dates: tuple[str, ...]) -> None:
    """Holidays, small delays and meetings whose date is open are no reason to speak."""
    assert said("COP602", meetings(*(f"date: {on}" for on in dates))) == []


def test_several_long_gaps_are_one_piece_of_advice(said: Said, meetings: Meetings) -> None:
    """The longest one is named."""
    (one,) = said("COP602", meetings("date: 2051-01-15", "date: 2051-04-15", "date: 2051-12-15"))
    assert one.message.startswith("2 times, more than ten weeks lie between meetings.")
    assert "to Friday 15 December 2051: 34 weeks" in one.message


def test_a_rhythm_in_own_words_explains_itself(said: Said, meetings: Meetings) -> None:
    """Whoever writes a sentence has thought about it."""
    dates = meetings("date: 2051-09-15", "date: 2051-12-15", "date: 2052-03-15")
    assert said("COP602", "launch:\n  rhythm: once in each season, with visits in between\n" + dates) == []
    assert len(said("COP602", "launch:\n  rhythm: every_three_months\n" + dates)) == 1


QUARTERLY = ("2051-02-06", "2051-04-24", "2051-07-10", "2051-09-25", "2051-12-11")


def test_one_long_gap_in_a_regular_year_is_noticed(said: Said, meetings: Meetings) -> None:
    """Where most dates do not fit the rhythm, they are only the first to be written down."""
    monthly = "launch:\n  rhythm: monthly\n"
    regular = ("2051-02-06", "2051-03-06", "2051-04-06", "2051-06-28")
    assert len(said("COP602", monthly + meetings(*(f"date: {on}" for on in regular)))) == 1
    assert said("COP602", monthly + meetings("date: 2051-03-06", "date: 2051-04-06", "date: 2051-06-28")) != []
    assert said("COP602", monthly + meetings("date: 2051-01-06", "date: 2051-04-06", "date: 2051-06-28")) == []


def test_where_dates_and_rhythm_disagree_only_that_is_said(said: Said, meetings: Meetings) -> None:
    """Whether such rare dates under "monthly" are too rare can be judged once it is known which is meant."""
    piece = "launch:\n  rhythm: monthly\n" + meetings(*(f"date: {on}" for on in QUARTERLY))
    assert said("COP602", piece) == []
    assert len(said("COP610", piece)) == 1


# --- COP603 and COP611: the launch and the list -----------------------------------------------------------------------

LAUNCH = "launch:\n  first_meeting: 2051-09-20\n"


@pytest.mark.parametrize(
    "row",
    [
        "date: 2051-09-13, topics: Preparing the launch",
        "date: 2051-09-13, activities: The core group meets",
        "date: 2051-09-13, status: cancelled",
        "date: 2051-09-13, status: held, record: Six came",
    ],
)
def test_what_prepares_the_launch_may_come_before_it(said: Said, meetings: Meetings, row: str) -> None:
    """So may what took place or will not; nobody will stand at a closed door."""
    assert said("COP603", LAUNCH + meetings(row, "date: 2051-09-20")) == []


def test_a_list_that_begins_another_day_is_noticed_once(said: Said, meetings: Meetings) -> None:
    """Earlier is one matter, later another, and only one of the two is ever said."""
    earlier = LAUNCH + meetings("date: 2051-09-13", "date: 2051-10-18")
    later = LAUNCH + meetings("date: 2051-09-27", "date: 2051-10-18")
    assert [len(said(code, earlier)) for code in ("COP603", "COP611")] == [1, 0]
    assert [len(said(code, later)) for code in ("COP603", "COP611")] == [0, 1]


@pytest.mark.parametrize(
    "rows",
    [
        ("date: 2051-09-20, status: cancelled", "date: 2051-10-18"),
        ("date: in September", "date: 2051-10-18"),
        ("topics: Beginning",),
    ],
)
def test_a_list_whose_beginning_is_open_or_called_off_agrees_with_the_launch(
    said: Said, meetings: Meetings, rows: tuple[str, ...]
) -> None:
    """The first meeting is there, if not as a date."""
    assert said("COP611", LAUNCH + meetings(*rows)) == []


def test_a_new_season_does_not_have_to_begin_with_the_launch(said: Said, meetings: Meetings) -> None:
    """Once the launch is past, old rows may have been taken out."""
    assert said("COP611", "launch:\n  first_meeting: 2025-09-20\n" + meetings("date: 2051-09-27")) == []


# --- COP604 and COP606: order -----------------------------------------------------------------------------------------


def test_a_meeting_in_the_year_before_is_asked_about_and_not_taken_for_past(said: Said, meetings: Meetings) -> None:
    """January with the year of the autumn is a slip, and has no record because it has not been."""
    piece = meetings("date: 2026-12-09", "date: 2026-01-20", "date: 2027-02-17")
    (one,) = said("COP606", piece)
    assert "Is Wednesday 20 January 2027 meant?" in one.hint
    assert said("COP604", piece) == []


def test_only_the_meeting_that_moved_is_named(said: Said, meetings: Meetings) -> None:
    """A first meeting dated too late does not make strays of all others."""
    (one,) = said("COP606", meetings("date: 2052-09-01", "date: 2051-10-01", "date: 2051-11-01", "date: 2051-12-01"))
    assert one.path == ("collaborative_plan", "meetings", 0, "date")
    assert "1 September 2051" in one.hint


@pytest.mark.parametrize(
    "dates",
    [
        ("2051-12-01", "2051-11-01", "2051-10-01"),  # a log, the newest first
        ("2051-10-01", "2051-10-01"),
        ("2051-10-01", "after the break", "2051-12-01"),
    ],
)
def test_lists_that_follow_the_calendar_either_way_are_in_order(
    said: Said, meetings: Meetings, dates: tuple[str, ...]
) -> None:
    """Backwards is a choice, and dates in words stand where they stand."""
    assert said("COP606", meetings(*(f"date: {on}" for on in dates))) == []


# --- COP605 and COP608: one day ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("topics: Norms", "topics: Norms", "COP605"),
        ("topics: Norms", "topics: Cases", "COP605"),
        ("start: '9:00', topics: Norms", "topics: norms", "COP605"),
        ("start: '9:00', topics: Norms", "start: '14:00', topics: Norms", ""),
        ("topics: Norms, led_by: [Amina Yusuf]", "topics: Norms, led_by: [Tomás Herrera]", ""),
        ("topics: Norms", "topics: Norms, status: cancelled", ""),
        ("start: '9:00', length: 3 hours, topics: Norms", "start: '11:00', topics: Cases", "COP608"),
        ("start: '9:00', length: 2 hours, topics: Norms", "start: '11:00', topics: Cases", ""),
        ("start: '9:00', length: all morning, topics: Norms", "start: '11:00', topics: Cases", ""),
        ("start: '9:00', topics: Norms", "start: '9:00', topics: Cases", "COP608"),
    ],
)
def test_two_meetings_on_one_day(said: Said, meetings: Meetings, one: str, other: str, codes: str) -> None:
    """The same one twice, two at once, or simply two: a morning and an afternoon, or two groups."""
    piece = meetings(f"date: 2051-10-18, {one}", f"date: 2051-10-18, {other}")
    assert "".join(code for code in ("COP605", "COP608") if said(code, piece)) == codes


@pytest.mark.parametrize(
    ("topics", "event", "times"),
    [
        ("Combined grades", "CASS Annual Conference", 1),
        ("We drive to the conference together", "CASS Annual Conference", 0),
        ("Nine displays", "The displays of the nine schools", 0),
        ("Combined grades, place: Hall 2 of the conference", "CASS Annual Conference", 0),
    ],
)
def test_a_meeting_at_an_event_is_no_clash(said: Said, meetings: Meetings, topics: str, event: str, times: int) -> None:
    """Who goes there together says so in the topics, in whatever words."""
    events = f"results:\n  sharing_events:\n    - event: {event}\n      date: 2051-03-23\n"
    assert len(said("COP608", meetings(f"date: 2051-03-23, topics: {topics}") + events)) == times


@pytest.mark.parametrize(
    ("date", "ends", "times"),
    [
        ("2051-03-23", "2051-03-25", 1),
        ("2051-03-25", "2051-03-25", 1),
        ("2051-03-26", "2051-03-25", 0),
        ("2051-03-23", "2051-03-20", 1),  # the wrong way round: the first day counts
        ("2051-03-24", "after lunch", 0),
    ],
)
def test_a_meeting_on_any_day_of_an_event_clashes(
    said: Said, meetings: Meetings, date: str, ends: str, times: int
) -> None:
    """A congress of three days keeps people away on all three."""
    events = f"results:\n  sharing_events:\n    - event: Congress\n      date: 2051-03-23\n      ends: {ends}\n"
    assert len(said("COP608", meetings(f"date: {date}, topics: Combined grades") + events)) == times


# --- COP607 and COP614: breaks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "ends", "times"),
    [
        ("2051-12-20", "", 1),
        ("2051-12-13", "2051-12-20", 1),
        ("2051-12-20", "after New Year", 0),
        ("2051-12-21", "2052-01-05", 0),
        ("2051-12-22", "2051-12-19", 0),  # the wrong way round: COP614
    ],
)
def test_a_meeting_on_a_free_day(said: Said, meetings: Meetings, begins: str, ends: str, times: int) -> None:
    """The first and the last day belong to a break, and one day needs no end."""
    closure = f"launch:\n  closures:\n    - begins: {begins}\n      ends: {ends}\n"
    assert len(said("COP607", closure + meetings("date: 2051-12-20"))) == times


@pytest.mark.parametrize(
    ("own", "series", "meeting", "times"),
    [
        ("yes", "no", "", 0),
        ("no", "yes", "", 1),
        ("no", "yes", ", series: Night", 0),
        ("yes", "", ", series: Night", 0),
    ],
)
def test_a_series_that_goes_on_through_breaks_may_meet_then(
    said: Said, meetings: Meetings, own: str, series: str, meeting: str, times: int
) -> None:
    """Each series has its own answer, or that of the community."""
    launch = f"launch:\n  in_breaks: {own}\n  series:\n    - {{title: Night, in_breaks: {series}}}\n"
    launch += "  closures:\n    - begins: 2051-12-20\n"
    assert len(said("COP607", launch + meetings(f"date: 2051-12-20{meeting}"))) == times


def test_a_launch_on_a_free_day_is_said_once(said: Said, meetings: Meetings) -> None:
    """Where the list has the same day, its row is enough."""
    launch = "launch:\n  first_meeting: 2051-12-20\n  closures:\n    - name: Break\n      begins: 2051-12-20\n"
    (one,) = said("COP607", launch)
    assert one.path == ("launch", "first_meeting")
    (one,) = said("COP607", launch + meetings("date: 2051-12-20"))
    assert one.path[0] == "collaborative_plan"


def test_a_break_over_new_year_with_one_year_gets_the_next(said: Said) -> None:
    """Other breaks that end too early may simply be swapped."""
    closure = "launch:\n  closures:\n    - {{begins: {}, ends: {}}}\n"
    (one,) = said("COP614", closure.format("2051-12-21", "2051-01-05"))
    assert one.hint == "Is Friday 5 January 2052 meant?"
    (one,) = said("COP614", closure.format("2051-10-21", "2051-10-15"))
    assert "earlier day" in one.hint
    assert said("COP614", closure.format("2051-10-21", "2051-10-21")) == []


# --- COP610 another rhythm --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "dates", "times"),
    [
        ("weekly", "2051-09-04 2051-09-18 2051-10-02 2051-10-16", 1),
        ("weekly", "2051-09-04 2051-09-11 2051-10-02 2051-10-09", 0),  # one break in between
        ("monthly", "2051-09-04 2051-09-18 2051-10-02", 1),
        ("monthly", "2051-09-04 2051-09-25 2051-10-30 2051-12-04", 0),
        ("monthly", "2051-09-04 2051-10-02 2051-12-11", 0),
        ("weekly", "2051-09-04 2051-09-18 2051-10-02", 0),  # perhaps only some of them
        ("monthly", "2051-09-04 2051-11-06", 0),  # two dates are no rhythm
        ("monthly", "2020-09-04 2020-09-11 2020-09-18 2020-09-25", 0),
        ("every two weeks or so", "2051-09-04 2051-10-02 2051-11-06", 0),
        ("every_two_months", "2051-09-04 2051-10-30 2052-01-08", 0),
    ],
)
def test_only_dates_that_plainly_follow_another_rhythm_are_noticed(
    said: Said, meetings: Meetings, rhythm: str, dates: str, times: int
) -> None:
    """About twice or half of it, most of the time, and in the future."""
    piece = f"launch:\n  rhythm: {rhythm}\n" + meetings(*(f"date: {on}" for on in dates.split()))
    assert len(said("COP610", piece)) == times


def test_the_two_rhythms_are_said_in_words(said: Said, meetings: Meetings) -> None:
    """As one would say it."""
    dates = meetings("date: 2051-09-04", "date: 2051-10-02", "date: 2051-10-30", "date: 2051-11-27")
    (one,) = said("COP610", "launch:\n  rhythm: every_two_weeks\n" + dates)
    assert one.message == "The plan says that you meet every two weeks. By the dates, it is about every 4 weeks."

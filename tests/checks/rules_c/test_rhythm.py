"""Days that contradict each other, rhythms in words, names of series, exceptions, and series beside one's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        ("launch: {first_meeting: LATE, last_meeting: EARLY}", ("launch", "last_meeting")),
        ("launch: {series: [{title: A, first_meeting: LATE, last_meeting: EARLY}]}", ("launch", "series")),
        ("launch: {terms: [{name: Spring, begins: LATE, ends: EARLY}]}", ("launch", "terms")),
        ("membership: {entry: {opens: LATE, closes: EARLY}}", ("membership", "entry")),
        ("membership: {roster: [{name: A, since: LATE, until: EARLY}]}", ("membership", "roster")),
        ("membership: {required_seats: [{role: A, since: LATE, until: EARLY}]}", ("membership", "required_seats")),
        ("leadership: {offices: [{role: A, since: LATE, until: EARLY}]}", ("leadership", "offices")),
        ("results: {sharing_events: [{event: A, date: LATE, ends: EARLY}]}", ("results", "sharing_events")),
        ("groups: [{name: A, since: LATE, until: EARLY}]", ("groups", 0)),
        ("life: {phases: [{phase: grow, begins: LATE, ends: EARLY}]}", ("life", "phases")),
        ("life: {pilot: {begins: LATE, ends: EARLY}}", ("life", "pilot")),
    ],
)
def test_no_end_comes_before_its_beginning(said: Said, piece: str, place: tuple[str | int, ...]) -> None:
    """Wherever a plan has two days; the same day, or days in words, are right."""
    (one,) = said("COP617", piece.replace("LATE", "2051-05-01").replace("EARLY", "2051-04-01"))
    assert one.path[: len(place)] == place
    assert said("COP617", piece.replace("LATE", "2051-04-01").replace("EARLY", "2051-04-01")) == []
    assert said("COP617", piece.replace("LATE", "end of May").replace("EARLY", "2051-04-01")) == []


def test_terms_follow_one_another(said: Said) -> None:
    """In whatever order they are listed."""
    terms = "launch:\n  terms: [{name: Spring, begins: BEGINS, ends: 2051-06-20}, "
    terms += "{name: Autumn, begins: 2050-09-01, ends: 2051-01-31}]\n"
    (one,) = said("COP617", terms.replace("BEGINS", "2051-01-20"))
    assert one.message == "“Spring” begins before “Autumn” is over, so weeks would be counted twice."
    assert said("COP617", terms.replace("BEGINS", "2051-02-01")) == []


def test_phases_follow_one_another(said: Said) -> None:
    """They may overlap, but none begins before the one that leads up to it."""
    phases = "life:\n  phases: [{phase: launch, begins: 2051-03-01}, {phase: design, begins: BEGINS}]\n"
    assert len(said("COP617", phases.replace("BEGINS", "2051-04-01"))) == 1
    assert said("COP617", phases.replace("BEGINS", "2051-01-01")) == []


@pytest.mark.parametrize(
    ("rhythm", "told"),
    [
        ("some Tuesday of the month", 1),
        ("deux ou trois mardis par trimestre", 1),
        ("three to five times a term", 0),
        ("as needed", 0),
        ("second Tuesday of the month", 0),
        ("monthly", 0),
        ("TBD", 0),
        ("none", 0),
    ],
)
def test_a_rhythm_that_no_calendar_reads_is_told_once_a_first_day_is_known(said: Said, rhythm: str, told: int) -> None:
    """Unless the dates are listed, which says it better."""
    launch = f"launch:\n  rhythm: {rhythm}\n"
    assert said("COP618", launch) == []
    assert len(said("COP618", launch + "  first_meeting: 2051-09-12\n")) == told
    dates = "collaborative_plan:\n  meetings: [{date: 2051-09-12}, {date: 2051-10-12}]\n"
    assert said("COP618", launch + "  first_meeting: 2051-09-12\n" + dates) == []


def test_each_series_has_a_rhythm_of_its_own(said: Said) -> None:
    """The dates of the others do not help it; its first day may be that of the community's own meetings."""
    piece = "launch:\n  rhythm: monthly\n  first_meeting: 2051-09-12\n"
    piece += "  series: [{title: Book club, rhythm: the Friday after the book is read}]\n"
    piece += "collaborative_plan:\n  meetings: [{date: 2051-09-12}, {date: 2051-10-12}]\n"
    (one,) = said("COP618", piece)
    assert one.path == ("launch", "series", 0, "rhythm")


SERIES = "launch:\n  series: [{title: Book club}, {title: Office hour}]\n"


def test_a_series_is_named_as_it_is_titled(said: Said) -> None:
    """Case and accents aside; the nearest title is offered."""
    meetings = "collaborative_plan:\n  meetings: [{date: 2051-09-12, series: NAME}, {date: 2051-10-12, series: NAME}]\n"
    assert said("COP619", SERIES + meetings.replace("NAME", "book club")) == []
    (one,) = said("COP619", SERIES + meetings.replace("NAME", "Bookclub"))
    assert (one.message, one.hint) == ("No series is called “Bookclub”.", "Is “Book club” meant?")
    assert len(one.further) == 1
    (one,) = said("COP619", meetings.replace("NAME", "Main"))
    assert one.hint.startswith("Give a series that title")
    assert said("COP619", meetings.replace("NAME", "TBD")) == []


@pytest.mark.parametrize(
    ("there", "named"),
    [
        (
            "communication:\n  channels: [{name: Numeracy page}]\n",
            "  messages: [{message: A letter, channel: NAME}]\n",
        ),
        (
            "results:\n  sharing_events: [{event: Numeracy fair}]\n",
            "  evidence: [{what: Three games, for_event: NAME}]\n",
        ),
        ("groups: [{name: Numeracy circle}]\n", "launch:\n  series: [{title: Hour, group: NAME}]\n"),
    ],
)
def test_what_people_read_is_compared_generously(said: Said, there: str, named: str) -> None:
    """A word in common is enough, and without a list there is nothing to compare with."""
    assert len(said("COP619", there + named.replace("NAME", "Library newsletter"))) == 1
    assert said("COP619", there + named.replace("NAME", "the numeracy one")) == []
    if not there.startswith("groups"):
        head = there.partition("\n")[0] + "\n"
        assert said("COP619", head + named.replace("NAME", "Library newsletter")) == []


EXCEPTION = """\
launch:
  first_meeting: 2026-09-15
  last_meeting: 2027-06-15
  series: [{title: Book club, first_meeting: 2027-01-10}]
  exceptions:
    - {ANSWERS}
"""


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("date: 2026-12-15, change: moved", "The meeting of Tuesday 15 December 2026 is moved, and nothing says"),
        ("date: 2026-12-15, change: moved, to: 2026-12-22", ""),
        ("date: 2026-12-15, change: moved, to: the week after", ""),
        ("date: 2026-12-15, change: moved, start: 17:00", ""),
        ("date: 2026-12-15, change: cancelled", ""),
        ("date: 2026-10-15, change: moved", ""),
        ("date: 2027-07-01, change: cancelled", "An exception is noted for Thursday 1 July 2027, and these meetings"),
        ("date: 2027-07-01, change: extra", ""),
        ("date: 2026-12-15, series: Book club, change: cancelled", "An exception is noted for Tuesday 15 December"),
        ("date: 2027-02-15, series: Book club, change: cancelled", ""),
        ("date: in spring, change: moved", ""),
    ],
)
def test_an_exception_says_enough_for_a_calendar(said: Said, answers: str, told: str) -> None:
    """Which date, and where it goes; what has passed is left alone."""
    found = said("COP622", EXCEPTION.replace("ANSWERS", answers))
    assert [one.message[: len(told)] for one in found] == ([told] if told else [])


OTHERS = """\
launch:
  first_meeting: 2051-09-20
  rhythm: monthly
  series: [{title: Book club}]
collaborative_plan:
  meetings:
    - {date: 2051-09-20, topics: Counting}
    - {date: 2051-10-18, topics: Interviews}
    - {date: 2051-11-15, topics: Games}
    - {date: 2051-09-06, series: Book club}
    - {date: 2051-09-20, series: Book club}
    - {date: 2051-10-04, series: Book club}
"""


@pytest.mark.parametrize("code", ["COP602", "COP603", "COP605", "COP606", "COP608", "COP610", "COP611"])
def test_meetings_of_another_series_do_not_count_as_ones_own(said: Said, code: str) -> None:
    """Neither for the rhythm nor the order, the first day or two on one day."""
    assert said(code, OTHERS) == []


def test_the_night_is_noticed_in_a_series_as_well(said: Said) -> None:
    """All early hours together."""
    (one,) = said("COP616", "launch:\n  series: [{title: Book club, start: '4:00'}]\n  turns: [{start: '3:30'}]\n")
    assert one.path == ("launch", "series", 0, "start")
    assert len(one.further) == 1


@pytest.mark.parametrize(
    ("launch", "told"),
    [
        ("closures: [{name: Fall break}]", "“Fall break” has no first day, so it keeps no day free."),
        ("closures: [{ends: 2051-02-10}]", "A closure has no first day, so it keeps no day free."),
        ("terms: [{name: Autumn}]", "“Autumn” has no first day, so it is left out of the dates."),
        ("terms: [{name: Autumn, begins: 2051-09-01}]", "“Autumn” has a first day and no last one, so it is left out"),
        ("terms: [{begins: 2051-09-01}]", "A term has a first day and no last one"),
    ],
)
def test_a_closure_or_term_without_its_days_is_told(said: Said, launch: str, told: str) -> None:
    """What is missing is named; where the days are in the name, the row to write is shown."""
    (one,) = said("COP625", f"launch: {{{launch}}}")
    assert one.message.startswith(told)
    (days,) = said("COP625", "launch: {closures: [{name: 2051-02-06 to 2051-02-10}]}")
    assert days.hint == "Days have keys of their own: write `{begins: 2051-02-06, ends: 2051-02-10}`."


@pytest.mark.parametrize(
    "launch",
    [
        "closures: [{name: Family Day, begins: 2051-02-20}]",
        "closures: [{name: Break, begins: after the exams}]",
        "closures: [{name: TBD}]",
        "terms: [{name: Autumn, begins: 2051-09-01, ends: before the snow}]",
        "terms: none",
    ],
)
def test_a_closure_of_one_day_and_days_in_words_are_left_alone(said: Said, launch: str) -> None:
    """They say when it is, as far as anybody knows."""
    assert said("COP625", f"launch: {{{launch}}}") == []


def test_an_hour_among_the_words_is_shown_its_own_place(said: Said) -> None:
    """So are breaks and terms."""
    launch = "launch:\n  first_meeting: 2051-09-12\n  rhythm: RHYTHM\n"
    (one,) = said("COP618", launch.replace("RHYTHM", '"second Tuesday of the month at 7:45"'))
    assert one.hint.endswith("write `rhythm: second Tuesday of the month` and `start: 7:45`.")
    (one,) = said("COP618", launch.replace("RHYTHM", "Tuesdays but not in summer"))
    assert "`start`" in one.hint
    assert "`closures`" in one.hint
    assert "`terms`" in one.hint
    assert said("COP618", launch.replace("RHYTHM", "second Tuesday of the month except July")) == []

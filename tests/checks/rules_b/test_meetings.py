"""What meetings are like, who leads them, what they are about, and how the series ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[..., list[Diagnostic]]
Meetings = Callable[..., str]

ROSTER = """\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Ingrid Sorensen
    - {name: Devi Ramsaran, status: alumni}
"""


# --- COP609 all of one kind -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "times"),
    [
        ("routine routine routine", 1),
        ("stimulating stimulating stimulating", 1),
        ("routine routine", 0),
        ("routine routine stimulating", 0),
        ("routine routine routine ~", 1),
        ("routine routine routine ~ ~", 0),
    ],
)
def test_meetings_of_one_kind(said: Said, meetings: Meetings, kinds: str, times: int) -> None:
    """Three at least, and hardly any whose kind is not known."""
    found = said("COP609", meetings(*(f"topics: A case, kind: {kind}" for kind in kinds.split())))
    assert len(found) == times


def test_a_season_that_is_over_is_not_judged(said: Said, meetings: Meetings) -> None:
    """Nothing can be changed about it."""
    assert said("COP609", meetings(*["date: 2020-01-15, kind: routine"] * 3)) == []


# --- COP612, COP615, COP621: who leads --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leaders", "times"),
    [
        (("Devi Ramsaran",), 1),
        (("Wilma Feuerstein", "Wilma Feuerstein"), 1),
        (("Wilma Feuerstein",), 0),  # a guest
        (("Amina", "Amina"), 0),
        (("Mrs. Yusuf", "Mrs. Yusuf"), 0),
        (("everybody in turn", "everybody in turn"), 0),
        (("Early Years Team", "Early Years Team"), 0),
    ],
)
def test_leaders_of_meetings_are_looked_for_generously(
    said: Said, meetings: Meetings, leaders: tuple[str, ...], times: int
) -> None:
    """Guests, groups and short names are fine; who left, or leads again and again unknown, is not."""
    rows = (f"date: 2051-09-{day:02}, topics: A case, led_by: [{name}]" for day, name in enumerate(leaders, 10))
    assert len(said("COP612", ROSTER + meetings(*rows))) == times


@pytest.mark.parametrize(
    "elsewhere",
    [
        "leadership:\n  sponsors:\n    - {name: Wilma Feuerstein, told: Each spring}\n",
        "leadership:\n  duties:\n    convene: [Wilma Feuerstein]\n",
    ],
)
def test_somebody_whom_the_plan_knows_otherwise_is_no_stranger(said: Said, meetings: Meetings, elsewhere: str) -> None:
    """Sponsors may lead, and where a duty has brought it up it is not said twice."""
    rows = meetings(*(f"date: 2051-09-{day}, led_by: [Wilma Feuerstein]" for day in (10, 20)))
    assert said("COP612", ROSTER + elsewhere + rows) == []


@pytest.mark.parametrize(
    ("structure", "rotation", "leaders", "times"),
    [
        ("shared", "", ["Amina Yusuf"] * 4, 1),
        ("shared", "", ["Amina Yusuf"] * 3, 0),
        ("shared", "", ["Amina Yusuf"] * 3 + ["Tomás Herrera"], 0),
        ("shared", "", ["the host"] * 4, 0),
        ("shared", "One person leads for a season", ["Amina Yusuf"] * 4, 0),
        ("shared", "none", ["Amina Yusuf"] * 4, 0),
        ("single", "", ["Amina Yusuf"] * 4, 0),
    ],
)
def test_shared_leadership_with_one_leader(
    said: Said, meetings: Meetings, structure: str, rotation: str, leaders: list[str], times: int
) -> None:
    """A word on rotation explains it."""
    lead = f"leadership:\n  structure: {structure}\n  rotation: {rotation}\n"
    rows = (f"date: 2051-09-{day:02}, led_by: [{name}]" for day, name in enumerate(leaders, 10))
    assert len(said("COP615", lead + meetings(*rows))) == times


@pytest.mark.parametrize(
    ("nearest", "others", "times"),
    [
        ("date: 2026-12-01, topics: A case", 2, 1),
        ("date: 2026-12-01, topics: A case", 1, 0),
        ("date: 2026-12-01", 2, 0),  # without a topic either: COP613
        ("date: 2026-12-01, topics: A case, led_by: none", 2, 0),
        ("date: 2026-12-20, topics: A case", 2, 0),
    ],
)
def test_a_meeting_nobody_leads_stands_out_only_among_others(
    said: Said, meetings: Meetings, nearest: str, others: int, times: int
) -> None:
    """Where leaders are not written down at all, it means nothing."""
    rows = ["date: in spring, led_by: [Amina Yusuf]"] * others
    assert len(said("COP621", meetings(nearest, *rows))) == times


# --- COP613 nothing prepared, COP620 held before its day --------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "times"),
    [
        ("date: 2026-12-06", 1),
        ("date: 2026-11-22", 1),
        ("date: 2026-12-07", 0),
        ("date: 2026-12-01, activities: A walk", 0),
        ("date: 2026-12-01, content: The draft", 0),
        ("date: 2026-12-01, topics: none", 0),
        ("date: 2026-12-01, status: cancelled", 0),
        ("date: in a week", 0),
    ],
)
def test_a_meeting_without_a_topic_is_noticed_two_weeks_ahead(
    said: Said, meetings: Meetings, row: str, times: int
) -> None:
    """Anything that says what it is about will do; where no meeting has a topic, that is the point."""
    others = ["date: 2051-09-20, topics: Norms", "date: 2051-10-18, topics: Cases"]
    assert len(said("COP613", meetings(row, *others))) == times
    assert said("COP613", meetings(row, "date: 2051-09-20", others[1])) == []


def test_the_plan_for_the_launch_says_what_the_first_meeting_is_about(said: Said, meetings: Meetings) -> None:
    """It need not be said twice."""
    launch = "launch:\n  first_meeting: 2026-12-01\n  plan: Soup, then stories about counting\n"
    assert said("COP613", launch + meetings("date: 2026-12-01")) == []


def test_held_tomorrow_is_forgiven(said: Said, meetings: Meetings) -> None:
    """On the other side of the globe it may be over."""
    assert said("COP620", meetings("date: 2026-11-23, status: held")) == []
    assert len(said("COP620", meetings("date: 2026-11-24, status: held"))) == 1


# --- COP808 the meetings stop -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "rest", "times"),
    [
        ("date: 2026-12-13", "", 1),
        ("date: 2026-12-14", "", 0),
        ("date: 2026-11-18, record: Nine came", "", 1),
        ("date: 2025-11-18, record: Nine came", "", 0),  # long ago: a memory
        ("date: 2026-12-09, topics: Our last meeting", "", 0),
        ("date: 2026-12-09, activities: Cake and farewell", "", 0),
        ("date: 2026-12-09", "life:\n  review_on: 2027-06-11\n", 0),
        ("date: 2026-12-09", "life:\n  review_on: in summer\n", 0),
        ("date: 2026-12-09", "life:\n  review_on: none\n", 0),
        ("date: 2026-12-09", "life:\n  review_on: 2026-06-11\n", 0),
        ("date: 2026-12-09", "todo:\n  - question: collaborative_plan.meetings\n", 0),
    ],
)
def test_a_series_that_runs_out(said: Said, meetings: Meetings, last: str, rest: str, times: int) -> None:
    """Near or just past, and with neither a goodbye nor a day on which it is talked about."""
    assert len(said("COP808", meetings("date: 2025-10-21, record: Six came", last) + rest)) == times


def test_a_meeting_without_a_date_goes_on(said: Said, meetings: Meetings) -> None:
    """It is planned, if not yet for a day."""
    assert said("COP808", meetings("date: 2026-12-09", "topics: Visiting one another")) == []

"""Random rules, for tests that hold for all of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from cop_wizard.schedule.dates import Stretch
from cop_wizard.schedule.rules import LAST, Alternating, MonthlyByDate, MonthlyByWeekday, Recurrence, TermWeeks, Weekly

WEEKDAY = st.integers(0, 6)
MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=11, unique=True).map(lambda found: tuple(sorted(found)))
DAYS = st.lists(WEEKDAY, min_size=1, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))


def _in_order(places: list[int]) -> tuple[int, ...]:
    return tuple(sorted(places, key=lambda place: (place == LAST, place)))


def _places(*allowed: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.sampled_from(allowed), min_size=1, max_size=3, unique=True).map(_in_order)


SHIFTS = st.sampled_from([0, 0, *range(-7, 0), *range(1, 8)])
RULES: dict[str, st.SearchStrategy[Recurrence]] = {
    "weekly": st.builds(Weekly, st.integers(1, 6), st.one_of(st.just(()), DAYS)),
    "alternating": st.builds(Alternating, st.lists(WEEKDAY, min_size=2, max_size=3, unique=True).map(tuple)),
    "monthly as the first": st.builds(MonthlyByWeekday, st.integers(1, 6)),
    "monthly by weekday": st.builds(MonthlyByWeekday, st.integers(1, 6), _places(1, 2, 3, 4, 5, LAST), WEEKDAY, SHIFTS),
    "in named months by weekday": st.builds(
        MonthlyByWeekday, st.just(1), _places(1, 2, 3, 4, LAST), WEEKDAY, SHIFTS, MONTHS
    ),
    "weekly in named months": st.builds(Weekly, st.integers(1, 6), st.one_of(st.just(()), DAYS), MONTHS),
    "alternating in named months": st.builds(
        Alternating, st.lists(WEEKDAY, min_size=2, max_size=3, unique=True).map(tuple), MONTHS
    ),
    "every few months in named ones": st.builds(
        MonthlyByWeekday, st.integers(1, 6), _places(1, LAST), WEEKDAY, SHIFTS, MONTHS
    ),
    "as the first in named months": st.builds(
        MonthlyByWeekday, st.integers(1, 6), st.just(()), st.none(), st.just(0), MONTHS
    ),
    "monthly by date": st.builds(MonthlyByDate, _places(1, 2, 15, 28, 29, 30, 31, LAST), st.integers(1, 6)),
    "in named months by date": st.builds(MonthlyByDate, _places(1, 15, 30, 31), st.just(1), MONTHS),
    "weeks of terms": st.builds(
        TermWeeks,
        st.lists(st.integers(1, 16), min_size=1, max_size=4, unique=True).map(lambda found: tuple(sorted(found))),
        st.one_of(st.just(()), DAYS),
    ),
}
"""Every kind of recurrence there is, by name."""

FIRST = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


@st.composite
def three_terms(draw: st.DrawFn) -> tuple[Stretch, ...]:
    """Up to three terms in a row, with breaks between."""
    day, found = draw(FIRST), []
    for _number in range(draw(st.integers(1, 3))):
        ends = day + dt.timedelta(days=draw(st.integers(20, 140)))
        found.append(Stretch(day, ends))
        day = ends + dt.timedelta(days=draw(st.integers(1, 60)))
    return tuple(found)

"""The dates a rule gives between two days, both included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from typing import TYPE_CHECKING

from cop_wizard.schedule.rules import (
    LAST,
    Alternating,
    MonthlyByDate,
    MonthlyByWeekday,
    Recurrence,
    TermWeeks,
    Weekly,
)

if TYPE_CHECKING:
    from dateutil.rrule import rrule

MOST_DATES = 1000
"""No series has more; a plan that asks for more has a slip in its dates."""
MOST_YEARS = 10
"""Nobody plans further ahead."""
_END = dt.date(9990, 12, 31)
"""dateutil looks a little beyond the dates it gives, and there is no year 10,000."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another, both included. A term, the days a place is closed, the time a series runs."""

    begins: dt.date
    ends: dt.date
    name: str = ""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.begins <= day <= self.ends


def dates_of(
    rule: Recurrence, first: dt.date, until: dt.date, terms: Sequence[Stretch] = (), weekday: int | None = None
) -> Iterator[dt.date]:
    """The dates from ``first`` to ``until`` in their order, each once.

    Weeks and months are counted from those of ``first``, which also says what the rule leaves open. ``terms`` are only
    needed where the rule counts their weeks: there ``weekday`` says what the rule leaves open, and without it each term
    keeps to the weekday on which it begins.
    """
    until = min(until, _END)
    if first > until:
        return
    found = (day for day in _endless(rule, first, until, terms, weekday) if day >= first)
    for day, _same in groupby(found):
        if day > until:
            return
        yield day


def next_dates(rule: Recurrence, first: dt.date, count: int, terms: Sequence[Stretch] = ()) -> list[dt.date]:
    """The first ``count`` dates from ``first`` on, or as many as there are."""
    until = years_later(first, MOST_YEARS)
    return list(islice(dates_of(rule, first, until, terms, first.weekday()), count))


def _endless(
    rule: Recurrence, first: dt.date, until: dt.date, terms: Sequence[Stretch], weekday: int | None
) -> Iterable[dt.date]:
    from dateutil.rrule import WEEKLY, rrule

    if isinstance(rule, Weekly):
        days = rule.days or (first.weekday(),)
        months = rule.months or None
        return _days(
            rrule(WEEKLY, interval=rule.every, bymonth=months, byweekday=days, wkst=0, dtstart=_midnight(first))
        )
    if isinstance(rule, Alternating):
        monday = moved(first, -first.weekday())
        turn = rule.days.index(first.weekday()) if first.weekday() in rule.days else 0
        return merge(
            *(
                _days(
                    rrule(
                        WEEKLY,
                        interval=len(rule.days),
                        bymonth=rule.months or None,
                        byweekday=day,
                        wkst=0,
                        dtstart=_midnight(moved(monday, 7 * place)),
                    )
                )
                for place, day in enumerate(rule.days[turn:] + rule.days[:turn])
            )
        )
    if isinstance(rule, TermWeeks):
        return sorted(day for term in terms for day in _in_term(rule, term, weekday))
    return _monthly(rule, first, until)


def _monthly(rule: MonthlyByWeekday | MonthlyByDate, first: dt.date, until: dt.date) -> Iterator[dt.date]:
    from dateutil.rrule import MONTHLY, rrule, weekday

    shift = rule.shift if isinstance(rule, MonthlyByWeekday) else 0
    begin, months = _midnight(moved(first, -shift).replace(day=1)), rule.months or None
    if isinstance(rule, MonthlyByDate):
        found = rrule(MONTHLY, interval=rule.every, bymonth=months, bymonthday=rule.days, dtstart=begin)
    else:
        day = first.weekday() if rule.day is None else rule.day
        places = rule.places or (_place_in_month(first),)
        weekdays = [weekday(day, place) for place in places]
        found = rrule(MONTHLY, interval=rule.every, bymonth=months, byweekday=weekdays, dtstart=begin)
    # The rule itself has to end where we stop listening: one that never gives a date would search for ever.
    return (moved(day, shift) for day in _days(found.replace(until=_midnight(moved(until, -shift)))))


def _place_in_month(first: dt.date) -> int:
    """Most months have no fifth week, so there it is the last such weekday that is meant."""
    place = (first.day - 1) // 7 + 1
    return place if place < 5 else LAST


def _in_term(rule: TermWeeks, term: Stretch, weekday: int | None) -> Iterator[dt.date]:
    """The dates of the rule within one term. A day before its beginning or after its end is none."""
    monday = moved(term.begins, -term.begins.weekday())
    days = rule.days or (term.begins.weekday() if weekday is None else weekday,)
    for week in rule.weeks:
        for day in days:
            date = moved(monday, 7 * (week - 1) + day)
            if date in term:
                yield date


def moved(day: dt.date, days: int) -> dt.date:
    """``day`` moved by so many days, or as far as the calendar goes."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 28 February for the 29th; the last day there is for what lies beyond."""
    if day.year + years > dt.date.max.year:
        return dt.date.max
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28) if leap else day.replace(year=day.year + years)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _days(found: rrule) -> Iterator[dt.date]:
    return (moment.date() for moment in found)

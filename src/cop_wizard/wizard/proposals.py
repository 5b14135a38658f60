"""Dates for the meetings, proposed from the rhythm: "every second Tuesday, eight times"."""

from __future__ import annotations

import datetime as dt

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from cop_wizard.plan.choices import Rhythm

_WEEKS = {Rhythm.WEEKLY: 1, Rhythm.EVERY_TWO_WEEKS: 2, Rhythm.EVERY_THREE_WEEKS: 3, Rhythm.EVERY_FOUR_WEEKS: 4}
_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.EVERY_TWO_MONTHS: 2, Rhythm.EVERY_THREE_MONTHS: 3}


def propose(rhythm: Rhythm, first: dt.date, count: int) -> list[dt.date]:
    """``count`` dates from ``first`` on.

    By the month, the weekday and its place in the month stay the same (the second Tuesday); a first meeting in the
    fifth week of a month means the last such weekday, since most months have no fifth.
    """
    start = dt.datetime.combine(first, dt.time())
    if rhythm in _WEEKS:
        rule = rrule(WEEKLY, interval=_WEEKS[rhythm], dtstart=start, count=count)
    else:
        place = (first.day - 1) // 7 + 1
        day = weekday(first.weekday(), place if place < 5 else -1)
        rule = rrule(MONTHLY, interval=_MONTHS[rhythm], byweekday=day, dtstart=start, count=count)
    return [moment.date() for moment in rule]

"""Whether a day is a date of a rule, asked of each day by itself: slow and simple, to hold the quick way against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cop_wizard.schedule.dates import Stretch
from cop_wizard.schedule.rules import Alternating, MonthlyByDate, MonthlyByWeekday, Recurrence, TermWeeks, Weekly

DAY = dt.timedelta(days=1)


def dates_by_asking_each_day(
    rule: Recurrence, first: dt.date, until: dt.date, terms: Sequence[Stretch], weekday: int | None
) -> list[dt.date]:
    found, day = [], first
    while day <= until:
        if is_date(rule, day, first, terms, weekday):
            found.append(day)
        day += DAY
    return found


def is_date(rule: Recurrence, day: dt.date, first: dt.date, terms: Sequence[Stretch], weekday: int | None) -> bool:
    if isinstance(rule, (Weekly, Alternating)) and rule.months and day.month not in rule.months:
        return False
    if isinstance(rule, Weekly):
        return weeks_between(first, day) % rule.every == 0 and day.weekday() in (rule.days or [first.weekday()])
    if isinstance(rule, Alternating):
        turns = list(rule.days)
        while first.weekday() in turns and turns[0] != first.weekday():
            turns.append(turns.pop(0))
        return day.weekday() == turns[weeks_between(first, day) % len(turns)]
    if isinstance(rule, MonthlyByWeekday):
        return is_date_by_weekday(rule, day, first)
    if isinstance(rule, MonthlyByDate):
        last = (day + DAY).month != day.month
        in_month = not rule.months or day.month in rule.months
        fits = day.day in rule.days or (last and -1 in rule.days)
        return fits and in_month and months_between(first, day) % rule.every == 0
    return any(is_date_in_term(rule, day, term, weekday) for term in terms)


def is_date_by_weekday(rule: MonthlyByWeekday, day: dt.date, first: dt.date) -> bool:
    counted = day - rule.shift * DAY
    begin = first - rule.shift * DAY
    wanted = first.weekday() if rule.day is None else rule.day
    if counted.weekday() != wanted or (rule.months and counted.month not in rule.months):
        return False
    if months_between(begin, counted) % rule.every:
        return False
    places = rule.places
    if not places:
        place = sum((first - n * 7 * DAY).month == first.month for n in range(5))
        places = (place,) if place < 5 else (-1,)
    place = sum((counted - n * 7 * DAY).month == counted.month for n in range(5))
    return place in places or (-1 in places and (counted + 7 * DAY).month != counted.month)


def is_date_in_term(rule: TermWeeks, day: dt.date, term: Stretch, weekday: int | None) -> bool:
    usual = term.begins.weekday() if weekday is None else weekday
    inside = term.begins <= day <= term.ends
    return inside and weeks_between(term.begins, day) + 1 in rule.weeks and day.weekday() in (rule.days or [usual])


def weeks_between(one: dt.date, other: dt.date) -> int:
    (year, week, _day), (last_year, last_week, _last) = one.isocalendar(), other.isocalendar()
    return (dt.date.fromisocalendar(last_year, last_week, 1) - dt.date.fromisocalendar(year, week, 1)).days // 7


def months_between(one: dt.date, other: dt.date) -> int:
    return (other.year - one.year) * 12 + other.month - one.month

"""The kinds of recurrence there are, as values, and how each is said in words.

Weekdays are numbers from 0 (Monday) to 6 (Sunday). What a rule leaves open (no weekday, no place in the month) is as
it is with the first meeting.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

from cop_wizard.i18n import _, ngettext
from cop_wizard.wording import listed, month_name, weekday_name

LAST = -1
"""The place of the last weekday, or the last day, of a month."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every so many weeks, counted from the week of the first meeting; on its weekday where ``days`` is empty.

    Only in the ``months`` that are named, here as in the rules below; weeks are counted on through the others.
    """

    every: int = 1
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternating:
    """One weekday in one week, the next weekday in the week after, and round again."""

    days: tuple[int, ...]
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthlyByWeekday:
    """The first, the second … or the `LAST` ``day`` of a month: "second Tuesday".

    Without ``day``, the weekday of the first meeting in its place in the month. ``shift`` days after it (before, if
    negative) where another weekday is counted from it: "Wednesday after the fourth Tuesday"; then ``months`` are those
    of the day it is counted from.
    """

    every: int = 1
    places: tuple[int, ...] = ()
    day: int | None = None
    shift: int = 0
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthlyByDate:
    """Days of the month by their number (`LAST`: the last day). A month that has no such day is left out."""

    days: tuple[int, ...]
    every: int = 1
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TermWeeks:
    """Weeks within each term. Week 1 is the calendar week, from Monday on, that holds the term's first day."""

    weeks: tuple[int, ...]
    days: tuple[int, ...] = ()


Recurrence: TypeAlias = Weekly | Alternating | MonthlyByWeekday | MonthlyByDate | TermWeeks


def describe(rule: Recurrence) -> str:
    """The rule in words that `read_recurrence` understands again (in English)."""
    if isinstance(rule, TermWeeks):
        return _term_weeks(rule)
    if _names_its_months(rule):
        return _monthly(rule, listed([month_name(month) for month in rule.months]))
    if isinstance(rule, Weekly):
        said = _weekly(rule)
    elif isinstance(rule, Alternating):
        said = _("{days} in alternate weeks").format(days=_days(rule.days))
    else:
        said = _monthly(rule, _often(rule.every))
    return _("{rhythm} {months}").format(rhythm=said, months=months_words(rule.months)) if rule.months else said


def _names_its_months(rule: Recurrence) -> TypeGuard[MonthlyByWeekday | MonthlyByDate]:
    """Whether the months stand where "every month" would."""
    if not isinstance(rule, (MonthlyByWeekday, MonthlyByDate)) or rule.every > 1 or not _are_a_few(rule.months):
        return False
    return isinstance(rule, MonthlyByDate) or rule.day is not None


def _term_weeks(rule: TermWeeks) -> str:
    weeks = listed([str(week) for week in rule.weeks])
    said = ngettext("week {weeks} of each term", "weeks {weeks} of each term", len(rule.weeks)).format(weeks=weeks)
    return _("{days} of {weeks}").format(days=_days(rule.days), weeks=said) if rule.days else said


def _weekly(rule: Weekly) -> str:
    if rule.every == 1:
        return _("every {days}").format(days=_days(rule.days)) if rule.days else _("every week")
    often = ngettext("every {count} week", "every {count} weeks", rule.every).format(count=number_name(rule.every))
    return _("{often} on {days}").format(often=often, days=_days(rule.days)) if rule.days else often


def _monthly(rule: MonthlyByWeekday | MonthlyByDate, months: str) -> str:
    """The rule with what stands behind "of": the months that are named, or how often."""
    if isinstance(rule, MonthlyByDate):
        days = listed([_("last day") if day == LAST else ordinal(day) for day in rule.days])
        return _("the {days} of {months}").format(days=days, months=months)
    if rule.day is None:
        return _often(rule.every)
    places = listed([place_name(place) for place in rule.places])
    counted = _("{places} {day} of {months}").format(places=places, day=_day(rule.day), months=months)
    if not rule.shift:
        return _("the {counted}").format(counted=counted)
    meant = _day((rule.day + rule.shift) % 7)
    pattern = _("the {day} after the {counted}") if rule.shift > 0 else _("the {day} before the {counted}")
    return pattern.format(day=meant, counted=counted)


def _often(months: int) -> str:
    return _("every month") if months == 1 else _("every {count} months").format(count=number_name(months))


_ALL = range(1, 13)


def _are_a_few(months: tuple[int, ...]) -> bool:
    """Whether each is said by itself."""
    return 0 < len(months) <= len(_ALL) // 2 and not _run(months)


def _run(months: tuple[int, ...]) -> tuple[int, int] | None:
    """The first and the last of three or more months that follow one another, also over New Year."""
    begins = [month for month in months if (month - 2) % 12 + 1 not in months]
    if len(begins) != 1 or not 2 < len(months) < len(_ALL) - 1:
        return None
    return begins[0], (begins[0] + len(months) - 2) % 12 + 1


def months_words(months: tuple[int, ...]) -> str:
    """``from September to June``, ``except July and December``, ``in May and October``."""
    if run := _run(months):
        return _("from {first} to {last}").format(first=month_name(run[0]), last=month_name(run[1]))
    if _are_a_few(months):
        return _("in {months}").format(months=listed([month_name(month) for month in months]))
    left = [month_name(month) for month in _ALL if month not in months]
    return _("except {months}").format(months=listed(left))


def _days(days: tuple[int, ...]) -> str:
    return listed([_day(day) for day in days])


def _day(day: int) -> str:
    return weekday_name(dt.date.min + dt.timedelta(day))  # the first day of the calendar is a Monday


def place_name(place: int) -> str:
    """The place of a weekday in a month: first to fifth, or last."""
    names = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth"), LAST: _("last")}
    return names[place]


def number_name(number: int) -> str:
    """Two to six in words, as the guide has them; other numbers in digits."""
    names = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five"), 6: _("six")}
    return names.get(number, str(number))


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``15th``."""
    if number % 10 == 1 and number != 11:
        return _("{number}st").format(number=number)
    if number % 10 == 2 and number != 12:
        return _("{number}nd").format(number=number)
    if number % 10 == 3 and number != 13:
        return _("{number}rd").format(number=number)
    return _("{number}th").format(number=number)

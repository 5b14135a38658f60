"""Every series of a plan with its dates: the rule's, less terms and closures, with turns taken and exceptions made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from cop_wizard.i18n import _
from cop_wizard.plan.choices import Weekday
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.launch import Turn
from cop_wizard.plan.parsing import same_name
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.dates import MOST_DATES, MOST_YEARS, dates_of, moved, next_dates, years_later
from cop_wizard.schedule.elsewhere import better_place
from cop_wizard.schedule.exceptions import settle, settle_alone
from cop_wizard.schedule.free_days import FreeDays, free_days, last_day
from cop_wizard.schedule.occasions import Occasion, with_turn
from cop_wizard.schedule.one_series import Dates, LeftOut
from cop_wizard.schedule.recurrence import read_recurrence
from cop_wizard.schedule.rules import Recurrence, TermWeeks
from cop_wizard.schedule.slots import first, has_several_zones
from cop_wizard.values import NoneOnPurpose
from cop_wizard.wording import date_words

T = TypeVar("T")


def all_dates(plan: Plan) -> tuple[list[Dates], list[str]]:
    """All series with their dates, the community's own first, and what is to be said about none of them alone."""
    days, several, notes = free_days(plan), has_several_zones(plan), list[str]()
    found = [Dates("", (plan.launch,), several)]
    for row in _rows(plan.launch.series):
        title = row.title if isinstance(row.title, str) else ""
        if not title:
            notes.append(_("One of the series has no title, so no meeting can belong to it."))
        elif any(same_name(title, other.title) for other in found):
            notes.append(_("Two series are called “{title}”; only the first one is looked at.").format(title=title))
        else:
            found.append(Dates(title, (row, plan.launch), several))
    for dates in found:
        _expand(dates, plan, days)
    named = [row.series for row in _rows(plan.launch.turns)] + [row.series for row in _rows(plan.launch.exceptions)]
    strange = {name for name in named if isinstance(name, str) and series_of(name, found) is None}
    notes += [_("There is no series called “{title}”.").format(title=title) for title in sorted(strange)]
    return found, notes + days.notes


def _rows(value: list[T] | NoneOnPurpose | None) -> list[T]:
    return value if isinstance(value, list) else []


def series_of(name: object, found: Sequence[Dates]) -> Dates | None:
    """The series that a row names; the community's own for a blank; ``None`` where none is called so."""
    wanted = name if isinstance(name, str) else ""
    return next((dates for dates in found if same_name(dates.title, wanted)), None)


def _expand(dates: Dates, plan: Plan, days: FreeDays) -> None:
    """Find the dates of one series; where no rule gives any, what is said of single dates, and note why."""
    dates.turns = tuple(row for row in _rows(plan.launch.turns) if series_of(row.series, [dates]))
    dates.exceptions = tuple(row for row in _rows(plan.launch.exceptions) if series_of(row.series, [dates]))
    dates.rule = _rule(dates)
    begin = _begin(dates, dates.rule, days) if dates.rule else None
    if dates.rule is None or begin is None:
        dates.rule = None
        settle_alone(dates)
        return
    dates.taken = _taken(dates, dates.rule)
    end = _end(dates, dates.rule, begin, days)
    slots = _slots(dates, dates.rule, begin, end, days)
    if len(slots) > MOST_DATES:
        dates.notes.append(_("Only the first {count} dates are looked at.").format(count=MOST_DATES))
    settle(dates, slots[:MOST_DATES], days)


def _rule(dates: Dates) -> Recurrence | None:
    """The rule of a series. One beside the community's own has dates only if it says something about them itself."""
    series = dates.around[0]
    said = first(dates.around, "rhythm", str)
    if dates.title and series.rhythm is None and series.first_meeting is None:
        dates.notes.append(_("It has neither a rhythm nor a first meeting of its own yet, so it gets no dates."))
        return None
    rule = read_recurrence(said)
    if rule is None and isinstance(said, str) and not is_filler(said):
        dates.words = said
        kept = _("Kept in words: “{words}”. No dates can be worked out from that.").format(words=said)
        dates.notes.append(f"{kept} {better_place(said)}".strip())
    elif rule is None and dates.title:
        dates.notes.append(_("It has no rhythm yet, so it gets no dates."))
    return rule


def _own_first(dates: Dates) -> dt.date | None:
    day = dates.around[0].first_meeting
    return day if isinstance(day, dt.date) else None


def _begin(dates: Dates, rule: Recurrence, days: FreeDays) -> dt.date | None:
    """The day from which dates are counted: the first meeting, or the first term where the rule says the weekday."""
    found: dt.date | None = first(dates.around, "first_meeting", dt.date)
    if isinstance(rule, TermWeeks) and not days.terms:
        dates.notes.append(_("Its weeks are counted within terms, and the plan has no terms with dates yet."))
        dates.missing = "calendar"
        return None
    if found is None and days.terms and (isinstance(rule, TermWeeks) or getattr(rule, "days", ()) or _has_day(rule)):
        return days.terms[0].begins
    if found is None:
        dates.notes.append(_("Its first meeting has no date yet, so no dates can be worked out."))
        dates.missing = "launch"
    return found


def _has_day(rule: Recurrence) -> bool:
    return getattr(rule, "day", None) is not None


def _taken(dates: Dates, rule: Recurrence) -> str:
    """What of day and hour a further series has from elsewhere, to be said beside it: nobody wrote it down there."""
    leaves_day_open = not _has_day(rule) and not getattr(rule, "days", None)
    if not dates.title:
        return ""
    by_first = first(dates.around, "first_meeting", dt.date) is not None
    day = leaves_day_open and by_first and _own_first(dates) is None
    hour = dates.around[0].start is None and dates.start is not None
    said = ""
    if day and hour:
        said = _("day and hour as in the community's own meetings")
    elif day or hour:
        said = _("day as in the community's own meetings") if day else _("hour as in the community's own meetings")
    if leaves_day_open and not by_first:
        more = _("on the weekday on which each term begins")
        said = _("{said}; {more}").format(said=said, more=more) if said else more
    return said


def _end(dates: Dates, rule: Recurrence, begin: dt.date, days: FreeDays) -> dt.date:
    """The last day a meeting can be on."""
    said: dt.date | None = first(dates.around, "last_meeting", dt.date)
    limit = years_later(begin, MOST_YEARS)
    if said is None:
        end = years_later(begin, 1) if dates.goes_on and not isinstance(rule, TermWeeks) else last_day(begin, days)
        dates.notes.append(_("It has no last meeting yet; dates go up to {day}.").format(day=date_words(end)))
        return end
    if said < begin:
        told = _("The last meeting, {last}, lies before the first, {first}, so there are no dates.")
        dates.notes.append(told.format(last=date_words(said), first=date_words(begin)))
    if said > limit:
        dates.notes.append(_("Dates go up to {day}, no further.").format(day=date_words(limit)))
    return min(said, limit)


def _slots(dates: Dates, rule: Recurrence, begin: dt.date, end: dt.date, days: FreeDays) -> list[Occasion]:
    """The dates by the rule, each with its turn. Turns are taken before any date falls out: a closure shifts none.

    The first meeting takes place on the day it was given, whatever the rule and the turns say.
    """
    own = _own_first(dates)
    by_rule = _by_rule(dates, rule, begin, end, days)
    if own and own <= end and own not in (slot for slot, _turn in _in_turn(dates, by_rule, own)):
        by_rule = _with_first(dates, rule, own, by_rule)
    found, outside = dict[dt.date, Occasion](), set[dt.date]()
    for slot, turn in _in_turn(dates, by_rule, own):
        if not begin <= slot <= end:
            continue
        if slot == own or dates.goes_on or days.in_term(slot):
            found.setdefault(slot, with_turn(Occasion(slot, slot), turn))
        else:
            outside.add(slot)
    dates.outside = tuple(sorted(outside))
    return [found[day] for day in sorted(found)]


def _by_rule(dates: Dates, rule: Recurrence, begin: dt.date, end: dt.date, days: FreeDays) -> list[dt.date]:
    """The dates by the rule alone, to the end of the last week, within which a turn may bring one back."""
    weekday = begin.weekday() if first(dates.around, "first_meeting", dt.date) else None
    found = dates_of(rule, begin, moved(end, 6 - end.weekday()), days.terms, weekday)
    return list(islice(found, 8 * MOST_DATES))


def _in_turn(dates: Dates, by_rule: Sequence[dt.date], own: dt.date | None) -> Iterator[tuple[dt.date, Turn]]:
    """Each date with the turn it takes; the first meeting stays on its day whatever that is."""
    for place, day in enumerate(by_rule):
        turn = dates.turns[place % len(dates.turns)] if dates.turns else Turn()
        yield day if day == own else _on_weekday(day, turn), turn


def _with_first(dates: Dates, rule: Recurrence, own: dt.date, by_rule: list[dt.date]) -> list[dt.date]:
    """The dates that begin with a first meeting which the rule does not give.

    A date that is nearer to it than half the way to the next one is the one it stands for.
    """
    dates.odd_first = own
    if not by_rule or 2 * (by_rule[0] - own).days >= _days_to_next(rule, by_rule):
        return [own, *by_rule]
    dates.left_out = (LeftOut(by_rule[0], _("the first meeting, {day}, is so near").format(day=date_words(own))),)
    return [own, *by_rule[1:]]


def _days_to_next(rule: Recurrence, by_rule: list[dt.date]) -> int:
    """How far the second date by the rule is from the first, also where the series ends before it; 0 without one."""
    found = by_rule[:2] if isinstance(rule, TermWeeks) else next_dates(rule, by_rule[0], 2)
    return (found[1] - found[0]).days if len(found) > 1 else 0


def _on_weekday(day: dt.date, turn: Turn) -> dt.date:
    """The day in the same week, from Monday to Sunday, that the turn asks for."""
    if not isinstance(turn.weekday, Weekday):
        return day
    return moved(day, list(Weekday).index(turn.weekday) - day.weekday())

"""Every series of a plan with its dates: the rule's, less terms and closures, with turns taken and exceptions made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from cop_wizard.i18n import _
from cop_wizard.plan.choices import DateChange, Weekday
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.launch import DateException, Turn
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Gatherings
from cop_wizard.schedule.dates import MOST_DATES, MOST_YEARS, dates_of, moved, years_later
from cop_wizard.schedule.free_days import FreeDays, free_days, last_day
from cop_wizard.schedule.occasions import Occasion, with_exception, with_turn
from cop_wizard.schedule.recurrence import read_recurrence
from cop_wizard.schedule.rules import Recurrence, TermWeeks, describe
from cop_wizard.schedule.slots import first, same_title
from cop_wizard.values import NoneOnPurpose
from cop_wizard.wording import date_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A date that the rule gives and that cannot take place, and why: the name of a closure or holiday."""

    date: dt.date
    why: str


@dataclass
class Dates:
    """One series and its dates in their order.

    ``title`` is "" for the community's own meetings. ``around`` is where a blank of its meetings is looked up, nearest
    first. ``rule`` is ``None`` where no dates follow from what it says; ``occasions`` and ``left_out`` are empty then.
    ``notes`` are sentences on what a person should know or mend.
    """

    title: str
    around: tuple[Gatherings, ...]
    rule: Recurrence | None = None
    occasions: tuple[Occasion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    turns: tuple[Turn, ...] = ()
    exceptions: tuple[DateException, ...] = ()
    notes: list[str] = field(default_factory=list)

    @property
    def start(self) -> dt.time | None:
        """The hour at which it begins unless a date says otherwise; local time wherever it is."""
        found: dt.time | None = first(self.around, "start", dt.time)
        return found


def all_dates(plan: Plan) -> tuple[list[Dates], list[str]]:
    """All series with their dates, the community's own first, and what is to be said about none of them alone."""
    days, found, notes = free_days(plan), [Dates("", (plan.launch,))], list[str]()
    for row in _rows(plan.launch.series):
        title = row.title if isinstance(row.title, str) else ""
        if not title:
            notes.append(_("One of the series has no title, so no meeting can belong to it."))
        elif any(same_title(title, other.title) for other in found):
            notes.append(_("Two series are called “{title}”; only the first one is looked at.").format(title=title))
        else:
            found.append(Dates(title, (row, plan.launch)))
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
    return next((dates for dates in found if same_title(dates.title, wanted)), None)


def _expand(dates: Dates, plan: Plan, days: FreeDays) -> None:
    """Find the dates of one series, or note why there are none."""
    dates.turns = tuple(row for row in _rows(plan.launch.turns) if series_of(row.series, [dates]))
    dates.exceptions = tuple(row for row in _rows(plan.launch.exceptions) if series_of(row.series, [dates]))
    dates.rule = _rule(dates)
    if dates.rule is None:
        return
    begin = _begin(dates, dates.rule, days)
    if begin is None:
        dates.rule = None
        return
    end = _end(dates, begin, days)
    slots = _slots(dates, dates.rule, begin, end, days)
    if len(slots) > MOST_DATES:
        dates.notes.append(_("Only the first {count} dates are looked at.").format(count=MOST_DATES))
    _settle(dates, slots[:MOST_DATES], days)


def _rule(dates: Dates) -> Recurrence | None:
    """The rule of a series. One beside the community's own has dates only if it says something about them itself."""
    series = dates.around[0]
    said = first(dates.around, "rhythm", str)
    if dates.title and series.rhythm is None and series.first_meeting is None:
        dates.notes.append(_("It has neither a rhythm nor a first meeting of its own yet, so it gets no dates."))
        return None
    rule = read_recurrence(said)
    if rule is None and isinstance(said, str) and not is_filler(said):
        dates.notes.append(_("Kept in words: “{words}”. No dates can be worked out from that.").format(words=said))
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
        return None
    if found is None and days.terms and (isinstance(rule, TermWeeks) or getattr(rule, "days", ()) or _has_day(rule)):
        return days.terms[0].begins
    if found is None:
        dates.notes.append(_("Its first meeting has no date yet, so no dates can be worked out."))
    return found


def _has_day(rule: Recurrence) -> bool:
    return getattr(rule, "day", None) is not None


def _end(dates: Dates, begin: dt.date, days: FreeDays) -> dt.date:
    """The last day a meeting can be on."""
    said: dt.date | None = first(dates.around, "last_meeting", dt.date)
    limit = years_later(begin, MOST_YEARS)
    if said is None:
        end = last_day(begin, days)
        dates.notes.append(_("It has no last meeting yet; dates go up to {day}.").format(day=date_words(end)))
        return end
    if said > limit:
        dates.notes.append(_("Dates go up to {day}, no further.").format(day=date_words(limit)))
    return min(said, limit)


def _slots(dates: Dates, rule: Recurrence, begin: dt.date, end: dt.date, days: FreeDays) -> list[Occasion]:
    """The dates by the rule, each with its turn. Turns are taken before any date falls out: a closure shifts none.

    The first meeting takes place on the day it was given, whatever the rule and the turns say.
    """
    own = _own_first(dates)
    weekday = begin.weekday() if first(dates.around, "first_meeting", dt.date) else None
    by_rule = dates_of(rule, begin, moved(end, 6 - end.weekday()), days.terms, weekday)
    found: dict[dt.date, Occasion] = {}
    for place, day in enumerate(islice(by_rule, 8 * MOST_DATES)):
        turn = dates.turns[place % len(dates.turns)] if dates.turns else Turn()
        slot = day if day == own else _on_weekday(day, turn)
        if begin <= slot <= end and (slot == own or days.in_term(slot)):
            found.setdefault(slot, with_turn(Occasion(slot, slot), turn))
    if own and own not in found and own <= end:
        found[own] = Occasion(own, own)
        note = _("The first meeting, {day}, does not follow from the rhythm ({rule}); it takes place all the same.")
        dates.notes.append(note.format(day=date_words(own), rule=describe(rule)))
    return [found[day] for day in sorted(found)]


def _on_weekday(day: dt.date, turn: Turn) -> dt.date:
    """The day in the same week, from Monday to Sunday, that the turn asks for."""
    if not isinstance(turn.weekday, Weekday):
        return day
    return moved(day, list(Weekday).index(turn.weekday) - day.weekday())


def _settle(dates: Dates, slots: list[Occasion], days: FreeDays) -> None:
    """Make the exceptions, take out what falls on closed days, and add what is extra."""
    made, left_out = list[Occasion](), list[LeftOut]()
    changes = {day: row for row in dates.exceptions if (day := _day(row)) and row.change is not DateChange.EXTRA}
    for slot in slots:
        change = changes.pop(slot.slot, None)
        if change is not None:
            made.append(with_exception(slot, change))
            dates.notes += _unclear(change, made[-1])
        elif why := days.why_closed(slot.date):
            left_out.append(LeftOut(slot.date, why))
        else:
            made.append(slot)
    taken = {one.slot for one in made}
    for row in dates.exceptions:
        day = _day(row)
        if day is None or row.change is not DateChange.EXTRA:
            continue
        if day in taken:
            dates.notes.append(_("{day} is no extra: there is a meeting on it already.").format(day=date_words(day)))
        else:
            taken.add(day)
            made.append(with_exception(Occasion(day, day), row))
    dates.notes += [_no_such_date(day, slots) for day in changes]
    dates.occasions = tuple(sorted(made, key=lambda one: (one.date, one.slot)))
    dates.left_out = tuple(left_out)


def _day(row: DateException) -> dt.date | None:
    return row.date if isinstance(row.date, dt.date) else None


def _unclear(row: DateException, made: Occasion) -> Iterator[str]:
    day = date_words(made.slot)
    if made.open:
        yield _("{day} is to be moved, but not yet to which day; it is marked as to be set.").format(day=day)
    elif not isinstance(row.change, DateChange) and made.date == made.slot:
        yield _("The exception for {day} does not say what changes.").format(day=day)


def _no_such_date(day: dt.date, slots: list[Occasion]) -> str:
    said = _("There is an exception for {day}, but no meeting would be on that day.").format(day=date_words(day))
    if not slots:
        return said
    near = min((slot.slot for slot in slots), key=lambda slot: (abs((slot - day).days), slot))
    return f"{said} {_('The nearest one is on {day}.').format(day=date_words(near))}"

"""What is said of single dates: called off, moved, replaced, extra. It has the last word, also on a closed day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from cop_wizard.i18n import _
from cop_wizard.plan.choices import DateChange
from cop_wizard.plan.launch import DateException
from cop_wizard.schedule.doubled_exceptions import several_on_a_day
from cop_wizard.schedule.free_days import FreeDays
from cop_wizard.schedule.occasions import Occasion, with_exception
from cop_wizard.schedule.one_series import Dates, LeftOut
from cop_wizard.schedule.rules import describe
from cop_wizard.wording import date_words


def settle(dates: Dates, slots: Sequence[Occasion], days: FreeDays) -> None:
    """Make the exceptions, take out what falls on closed days, and add what is extra."""
    made, left_out, changes = list[Occasion](), list[LeftOut](), _changes(dates)
    for slot in slots:
        change = changes.pop(slot.slot, None)
        if change is not None:
            made.append(with_exception(slot, change))
            dates.notes += _unclear(change, made[-1])
        elif why := "" if dates.goes_on else days.why_closed(slot.date):
            left_out.append(LeftOut(slot.date, why))
        else:
            made.append(slot)
    dates.notes += [_no_such_date(day, slots, dates) for day in changes]
    dates.notes += several_on_a_day(dates.exceptions)
    dates.notes += _on_the_first(dates, made)
    dates.occasions = _with_extras(dates, made)
    dates.notes += _on_one_day(dates.occasions)
    dates.left_out = tuple(sorted({*dates.left_out, *left_out}, key=lambda left: left.date))


def settle_alone(dates: Dates) -> None:
    """Take what is said of single dates of a series without a rule: its other dates are those that people list."""
    made = list[Occasion]()
    for day, change in _changes(dates).items():
        made.append(with_exception(Occasion(day, day), change))
        dates.notes += _unclear(change, made[-1])
    dates.notes += several_on_a_day(dates.exceptions)
    dates.occasions = _with_extras(dates, made)


def not_listed(day: dt.date) -> str:
    """What to say of an exception in a series without a rule where nobody has listed a meeting for that day."""
    said = _("There is an exception for {day}, but no meeting is listed for that day.")
    return said.format(day=date_words(day))


def _changes(dates: Dates) -> dict[dt.date, DateException]:
    return {day: row for row in dates.exceptions if (day := _day(row)) and row.change is not DateChange.EXTRA}


def _with_extras(dates: Dates, made: list[Occasion]) -> tuple[Occasion, ...]:
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
    return tuple(sorted(made, key=lambda one: (one.date, one.slot)))


def _day(row: DateException) -> dt.date | None:
    return row.date if isinstance(row.date, dt.date) else None


def _unclear(row: DateException, made: Occasion) -> Iterator[str]:
    day = date_words(made.slot)
    if made.open:
        yield _("{day} is to be moved, but not yet to which day; it is marked as to be set.").format(day=day)
    elif not isinstance(row.change, DateChange) and made.date == made.slot and _changes_nothing(row):
        yield _("The exception for {day} does not say what changes.").format(day=day)


def _changes_nothing(row: DateException) -> bool:
    return row.start is None and row.length is None and row.place is None


def _on_one_day(occasions: Sequence[Occasion]) -> Iterator[str]:
    """Two meetings of the series on one day, which happens where one is moved."""
    taking_place = [one for one in occasions if not one.cancelled]
    for day, count in Counter(one.date for one in taking_place).items():
        if count > 1:
            moved = next(one.slot for one in taking_place if one.date == day and one.slot != day)
            said = _("There are two meetings on {day}: its own, and the one moved there from {slot}.")
            yield said.format(day=date_words(day), slot=date_words(moved))


def _on_the_first(dates: Dates, made: Sequence[Occasion]) -> Iterator[str]:
    """What becomes of a first meeting that the rule does not give."""
    one = next((one for one in made if one.slot == dates.odd_first), None)
    if one is None or dates.rule is None:
        return
    said = _("The first meeting, {day}, does not follow from the rhythm ({rule}); it takes place all the same.")
    if one.cancelled:
        said = _("The first meeting, {day}, does not follow from the rhythm ({rule}); it is called off.")
    elif one.date != one.slot:
        said = _("The first meeting, {day}, does not follow from the rhythm ({rule}); it is moved to {to}.")
    elif one.open:
        said = _("The first meeting, {day}, does not follow from the rhythm ({rule}); it is to be moved.")
    yield said.format(day=date_words(one.slot), rule=describe(dates.rule), to=date_words(one.date))


def _no_such_date(day: dt.date, slots: Sequence[Occasion], dates: Dates) -> str:
    if day in dates.outside:
        said = _("There is an exception for {day}, but that day lies outside the terms, so there is no meeting anyway.")
        return said.format(day=date_words(day))
    said = _("There is an exception for {day}, but no meeting would be on that day.").format(day=date_words(day))
    if not slots:
        return said
    near = min((slot.slot for slot in slots), key=lambda slot: (abs((slot - day).days), slot))
    return f"{said} {_('The nearest one is on {day}.').format(day=date_words(near))}"

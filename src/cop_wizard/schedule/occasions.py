"""What one date of a series is: its day and hour, and in what it differs from the rest of its series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from cop_wizard.plan.choices import DateChange, MeetingFormat
from cop_wizard.plan.launch import DateException, Turn
from cop_wizard.schedule.slots import zone_of


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as its series gives it.

    ``slot`` is the day by the rule, which is what exceptions name; ``date`` the day it really is. ``start``, ``zone``,
    ``length``, ``format`` and ``place`` are ``None`` where they are those of the series. ``open``: it is not settled to
    which day it moves. ``topics`` is what takes place on an ``extra`` day, or instead of a usual meeting. ``why`` is
    what was noted where it is moved or called off: a reason to show, not to write.
    """

    slot: dt.date
    date: dt.date
    start: dt.time | None = None
    zone: str | None = None
    length: dt.timedelta | None = None
    format: MeetingFormat | None = None
    place: str | None = None
    cancelled: bool = False
    open: bool = False
    topics: str | None = None
    extra: bool = False
    why: str = ""


def with_turn(occasion: Occasion, turn: Turn) -> Occasion:
    """The occasion as its turn has it."""
    return replace(
        occasion,
        start=turn.start if isinstance(turn.start, dt.time) else occasion.start,
        zone=zone_of((turn,)) or occasion.zone,
        length=turn.length if isinstance(turn.length, dt.timedelta) else occasion.length,
        format=turn.format if isinstance(turn.format, MeetingFormat) else occasion.format,
        place=turn.place if isinstance(turn.place, str) else occasion.place,
    )


def with_exception(occasion: Occasion, exception: DateException) -> Occasion:
    """The occasion as the exception for its date has it."""
    change = exception.change
    changed = replace(
        occasion,
        start=exception.start if isinstance(exception.start, dt.time) else occasion.start,
        length=exception.length if isinstance(exception.length, dt.timedelta) else occasion.length,
        place=exception.place if isinstance(exception.place, str) else occasion.place,
    )
    note = exception.note if isinstance(exception.note, str) else ""
    if change is DateChange.CANCELLED:
        return replace(changed, cancelled=True, why=note)
    if change in (DateChange.REPLACED, DateChange.EXTRA):
        return replace(changed, topics=note or None, extra=change is DateChange.EXTRA)
    if isinstance(exception.to, dt.date) and change in (DateChange.MOVED, None):
        return replace(changed, date=exception.to, why=note)
    return replace(changed, open=change is DateChange.MOVED, why=note)

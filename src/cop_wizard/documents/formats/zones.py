"""Time zones for calendars, from the ``tzdata`` package: the system's own may be years old and an hour wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time with one offset. ``begins`` is the local time at which it begins, by the clock before it."""

    begins: dt.datetime
    before: dt.timedelta
    offset: dt.timedelta
    name: str
    summer: bool


@lru_cache(maxsize=32)
def zone(name: str) -> ZoneInfo | None:
    """The zone of that name in the tz database, or ``None``."""
    if not all(part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in name.split("/")):
        return None
    try:
        with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
            return ZoneInfo.from_file(file, key=name)
    except (OSError, ValueError):
        return None


def spells(zone: ZoneInfo, first: dt.date, last: dt.date) -> Iterator[Spell]:
    """The spells from ``first`` to ``last``: one that is in force at the beginning, then each with a change of clocks.

    Within a day clocks change once at most, so looking at each day finds every change.
    """
    moment = dt.datetime.combine(first, dt.time(), dt.UTC)
    end = dt.datetime.combine(last, dt.time(), dt.UTC)
    now = _state(zone, moment)
    yield Spell((moment + now[0]).replace(tzinfo=None), now[0], *now)
    while moment < end:
        after = _state(zone, moment + _DAY)
        if after != now:
            change = _change(zone, moment, moment + _DAY)
            yield Spell((change + now[0]).replace(tzinfo=None), now[0], *after)
        now, moment = after, moment + _DAY


def _change(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """The first second between two moments that has another offset or name than ``before``."""
    state = _state(zone, before)
    while after - before > _SECOND:
        middle = before + dt.timedelta(seconds=round((after - before).total_seconds() / 2))
        if _state(zone, middle) == state:
            before = middle
        else:
            after = middle
    return after


def _state(zone: ZoneInfo, moment: dt.datetime) -> tuple[dt.timedelta, str, bool]:
    local = moment.astimezone(zone)
    return local.utcoffset() or dt.timedelta(), local.tzname() or "", bool(local.dst())


def timezone(zone: ZoneInfo, first: dt.date, last: dt.date) -> Timezone:
    """The zone as a calendar file says it, right from a year before ``first`` to a year behind ``last``.

    icalendar's own ``from_tzinfo`` misses a change of name alone and begins summer time an hour late.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("TZID", zone.key)
    kinds: dict[tuple[object, ...], list[dt.datetime]] = {}
    for spell in spells(zone, dt.date(first.year - 1, 1, 1), dt.date(last.year + 1, 12, 31)):
        kinds.setdefault((spell.summer, spell.before, spell.offset, spell.name), []).append(spell.begins)
    only_summer = all(kind[0] for kind in kinds)  # some calendars look for standard time and find nothing without it
    for (summer, before, offset, name), begins in kinds.items():
        part = TimezoneDaylight() if summer and not only_summer else TimezoneStandard()
        part.add("DTSTART", begins[0])
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", offset)
        part.add("TZNAME", name)
        for again in begins[1:]:  # a line each: some programs read only the first of several dates in a line
            part.add("RDATE", [again])
        made.add_component(part)
    return made

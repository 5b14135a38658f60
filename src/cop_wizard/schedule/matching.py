"""Which meeting of the plan is which date of its series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.rows import Row

_Key: TypeAlias = Hashable
_Step: TypeAlias = tuple[Callable[[Row], _Key], Callable[[Occasion], Iterable[_Key]]]


def match(
    rows: Sequence[Row], occasions: Sequence[Occasion], id_of: Callable[[Occasion], str]
) -> list[tuple[Row, Occasion]]:
    """Pairs of a meeting and the date that it is: what it was given counts first, then the day a person gave it."""
    return _match(
        rows,
        occasions,
        (
            _by_id_and_day(id_of),
            (_given_day, lambda one: (one.date,)),
            (_given_day, lambda one: (one.slot,)),
            (lambda row: row.meeting.id if row.given else None, lambda one: (id_of(one),)),
            (_day, lambda one: (one.date,)),
            (_day, lambda one: (one.slot,)),
        ),
    )


def match_listed(
    rows: Sequence[Row], occasions: Sequence[Occasion], id_of: Callable[[Occasion], str]
) -> list[tuple[Row, Occasion]]:
    """The same for a series without a rule, where an exception is about the meeting that is listed on its day."""
    return _match(
        rows,
        occasions,
        (
            _by_id_and_day(id_of),
            (_given_day, lambda one: (one.date,)),
            (_day, lambda one: (one.slot,)),
            (_given_day, lambda one: (one.slot,)),
            (_day, lambda one: (one.date,)),
        ),
    )


def _by_id_and_day(id_of: Callable[[Occasion], str]) -> _Step:
    return (
        lambda row: (row.meeting.id, row.given.date) if row.given else None,
        lambda one: ((id_of(one), one.date), (id_of(one), one.slot)),
    )


def _given_day(row: Row) -> _Key:
    return row.given.date if row.given else None


def _day(row: Row) -> _Key:
    return row.date


def _match(rows: Sequence[Row], occasions: Sequence[Occasion], steps: tuple[_Step, ...]) -> list[tuple[Row, Occasion]]:
    """Go through the steps; at each, pair what is still left and has the same key."""
    pairs: list[tuple[Row, Occasion]] = []
    left, free = list(rows), list(occasions)
    for key_of, keys_of in steps:
        known: dict[_Key, list[Occasion]] = {}
        for one in free:
            for key in dict.fromkeys(keys_of(one)):
                known.setdefault(key, []).append(one)
        taken, still = set[int](), list[Row]()
        for row in left:
            found = next((one for one in known.get(key_of(row), ()) if id(one) not in taken), None)
            if found is None:
                still.append(row)
            else:
                taken.add(id(found))
                pairs.append((row, found))
        left, free = still, [one for one in free if id(one) not in taken]
    return pairs


def moved_along(
    rows: Sequence[Row], occasions: Sequence[Occasion], rhythm: Sequence[Occasion]
) -> list[tuple[Row, Occasion]]:
    """Pairs of a meeting whose old day is no date of the series any more and the new date it moves to.

    Where there are as many of both, one after the other, if nobody moves farther than from one date of the series to
    the next. Otherwise the nearest ones, up to half as far. Running it again on what is left gives the same pairs.
    """
    if not rows or not occasions:
        return []
    apart = _days_apart(rhythm)
    old = sorted(rows, key=lambda row: (_was(row), row.place))
    new = sorted(occasions, key=lambda one: (one.date, one.slot))
    in_order = list(zip(old, new, strict=False))
    if len(old) == len(new) and all(_far(row, one) <= apart for row, one in in_order):
        return in_order
    near = sorted(
        (
            (_far(row, one), row_place, one_place)
            for row_place, row in enumerate(old)
            for one_place, one in enumerate(new)
            if 2 * _far(row, one) <= apart
        ),
    )
    pairs, rows_taken, dates_taken = [], set[int](), set[int]()
    for _days, row_place, one_place in near:
        if row_place not in rows_taken and one_place not in dates_taken:
            rows_taken.add(row_place)
            dates_taken.add(one_place)
            pairs.append((old[row_place], new[one_place]))
    return pairs


def _was(row: Row) -> dt.date:
    return row.given.date if row.given else row.day


def _far(row: Row, one: Occasion) -> int:
    return abs((one.date - _was(row)).days)


def _days_apart(rhythm: Sequence[Occasion]) -> int:
    """How many days usually lie between two dates of the series; a week where there is only one."""
    days = sorted(one.slot for one in rhythm)
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    return gaps[(len(gaps) - 1) // 2] if gaps else 7

"""Which row of the old list is which of the new one: by what the rows say, never by where they stand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from cop_wizard.compare.settled import field_type, signature
from cop_wizard.plan.fields import kind_of
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.types import Choice
from cop_wizard.values import Data

_ENOUGH = 0.5
"""Rows that are less alike than this are two rows."""

_ALIKE = 0.7
"""Names and titles that are more alike than this are one, spelt in two ways."""

_TOO_MANY = 20_000
"""Pairs of rows that are still held against each other."""

_READ = 400
"""Characters of a text that are looked at to see how much two texts are alike."""

_NEAR = 28
"""Days by which a meeting that says nothing but its date may have been moved."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or an item, of a list: its place in the file, counting from 0, and its settled value."""

    place: int
    value: Any


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows of two lists brought together: those in both that differ, those only in the old, those only in the new."""

    changed: tuple[tuple[Row, Row], ...]
    gone: tuple[Row, ...]
    come: tuple[Row, ...]


def lasting(old: Sequence[Data], new: Sequence[Data]) -> dict[int, int]:
    """Where rows of the old list stand in the new one, for those with an ``id`` that each list has once."""
    here, there = _by_id(old), _by_id(new)
    return {place: there[name] for name, place in here.items() if name in there}


def _by_id(rows: Sequence[Data]) -> dict[str, int]:
    names = [row.get("id") if isinstance(row, dict) else None for row in rows]
    return {name: place for place, name in enumerate(names) if isinstance(name, str) and names.count(name) == 1}


def matched(
    old: Sequence[Row],
    new: Sequence[Row],
    alike: Callable[[Any, Any], float],
    known_by: Callable[[Any], Any],
    known: Mapping[int, int],
) -> Matched:
    """Bring the rows of two lists together.

    Rows that are ``known`` to be one belong together, by their places. Of the others, rows that say the same belong
    together, then the ones most ``alike`` (from 0 to 1 and a little above). Of lists too long for that, those of which
    ``known_by`` says the same. Swapping the lists swaps the outcome.
    """
    there = {row.place: row for row in new}
    sure = [(row, there.pop(known[row.place])) for row in old if known.get(row.place) in there]
    taken = {row.place for row, _after in sure}
    old, new = _without_same([row for row in old if row.place not in taken], list(there.values()))
    pairs = _in_turn(old, new, known_by) if len(old) * len(new) > _TOO_MANY else _greedily(old, new, alike)
    taken_old, taken_new = {before.place for before, _after in pairs}, {after.place for _before, after in pairs}
    return Matched(
        tuple(sorted([*sure, *pairs], key=lambda pair: pair[1].place)),
        tuple(row for row in old if row.place not in taken_old),
        tuple(row for row in new if row.place not in taken_new),
    )


def _without_same(old: Sequence[Row], new: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    pairs = _in_turn(old, new, signature)
    same_old, same_new = {before.place for before, _after in pairs}, {after.place for _before, after in pairs}
    return [row for row in old if row.place not in same_old], [row for row in new if row.place not in same_new]


def _in_turn(old: Iterable[Row], new: Iterable[Row], known_by: Callable[[Any], Any]) -> list[tuple[Row, Row]]:
    waiting = defaultdict[Any, list[Row]](list)
    for row in old:
        waiting[known_by(row.value)].append(row)
    for rows in waiting.values():
        rows.reverse()
    return [(waiting[known].pop(), row) for row in new if waiting.get(known := known_by(row.value))]


def _greedily(old: Sequence[Row], new: Sequence[Row], alike: Callable[[Any, Any], float]) -> list[tuple[Row, Row]]:
    likely = []
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            likeness = alike(before.value, after.value)
            if likeness >= _ENOUGH:
                likely.append((-likeness, abs(i - j), i + j, i, j))
    pairs, used_old, used_new = [], set[int](), set[int]()
    for *_order, i, j in sorted(likely):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    return pairs


# --- likeness -----------------------------------------------------------------------------------------------------


def texts_alike(one: Any, other: Any) -> float:
    """How much two texts are alike, from 0 to 1; of anything else, whether it is the same."""
    if all(isinstance(text, str) and not isinstance(text, Choice) for text in (one, other)):
        if one == other:
            return 1.0
        left, right = _letter_pairs(one[:_READ]), _letter_pairs(other[:_READ])
        return 2 * len(left & right) / ((len(left) + len(right)) or 1)
    return float(signature(one) == signature(other))


@lru_cache(maxsize=4096)
def _letter_pairs(text: str) -> frozenset[str]:
    folded = f" {' '.join(plain_letters(text).split())} "
    return frozenset(folded[place : place + 2] for place in range(len(folded) - 1))


def rows_alike(part: type[BaseModel]) -> Callable[[dict[str, Any], dict[str, Any]], float]:
    """How to tell whether two rows of this part are one."""
    name, *rest = part.model_fields
    if part is Todo:
        return _put_off
    if kind_of(field_type(part, name)) == "date":
        return lambda one, other: _dated(one, other, name, rest)
    if name in ("name", "who"):
        return lambda one, other: _somebody(one, other, name, rest)
    return lambda one, other: _something(one, other, name, rest)


def _put_off(one: dict[str, Any], other: dict[str, Any]) -> float:
    """To-dos are known by the question that was put off, others by what is to be done."""
    if one.get("question") or other.get("question"):
        return float(one.get("question") == other.get("question"))
    return texts_alike(one.get("note"), other.get("note"))


def _somebody(one: dict[str, Any], other: dict[str, Any], name: str, rest: list[str]) -> float:
    """People go by name, or by their address: a successor has the same role and workplace, and is another person."""
    likeness = texts_alike(one.get(name), other.get(name))
    if one.get("email") is not None and one.get("email") == other.get("email"):
        return 1.0 + 0.2 * likeness
    return likeness + 0.2 * _mean(one, other, rest) if likeness >= _ALIKE else 0.0


def _something(one: dict[str, Any], other: dict[str, Any], name: str, rest: list[str]) -> float:
    """Things go by what they are called, or by all the rest where that was reworded."""
    likeness, others = texts_alike(one.get(name), other.get(name)), _mean(one, other, rest)
    if likeness >= _ALIKE:
        return likeness + 0.2 * others
    return (likeness + others) / 2 if likeness >= 0.3 and others >= _ALIKE and _texts(one, other, rest) else 0.0


def _dated(one: dict[str, Any], other: dict[str, Any], name: str, rest: list[str]) -> float:
    """A meeting goes by what happens there, so that a whole row of them can move by a week; else by its date."""
    days = _days(one.get(name), other.get(name))
    near = 0.05 * max(0.0, 1 - days / _NEAR) if days is not None else 0.0
    texts = _texts(one, other, rest)
    if one.get(name) is not None and one.get(name) == other.get(name):
        return 0.6 + 0.4 * (_mean(one, other, texts) if texts else 1.0) + near
    if texts:
        subject = texts[0]
        return max(_mean(one, other, texts), 0.9 * texts_alike(one.get(subject), other.get(subject))) + near
    return _ENOUGH + near if days is not None and days <= _NEAR else 0.0


def _days(one: Any, other: Any) -> int | None:
    return abs((one - other).days) if isinstance(one, dt.date) and isinstance(other, dt.date) else None


def _texts(one: dict[str, Any], other: dict[str, Any], names: list[str]) -> list[str]:
    """The fields in which one of the rows has words of its own."""
    return [name for name in names if type(one.get(name)) is str or type(other.get(name)) is str]


def _mean(one: dict[str, Any], other: dict[str, Any], names: list[str]) -> float:
    """How much two rows are alike in those of these fields that either has."""
    held = [name for name in names if name in one or name in other]
    return sum(texts_alike(one.get(name), other.get(name)) for name in held) / len(held) if held else 0.0

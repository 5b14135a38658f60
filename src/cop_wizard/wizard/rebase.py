"""Puts changes that were meant for one version of a plan onto another: two people's answers come together.

Answers to different questions, different rows and different fields of one row do not disturb each other. A `Clash`
says where both changed the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pydantic import BaseModel

from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.wizard.alike import Alike, alike
from cop_wizard.wizard.listing import list_changes
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, Rename, SpliceRefused, edited


class Clash(Exception):
    """Both changed the same: at ``path``, one wants ``mine`` where ``theirs`` stands by now.

    ``forced`` is what would have to be done to their version to let mine win.
    """

    def __init__(self, path: KeyPath, mine: Data, theirs: Data, forced: Sequence[Operation] = ()) -> None:
        super().__init__(path)
        self.path = path
        self.mine = mine
        self.theirs = theirs
        self.forced = tuple(forced)


def rebase(
    operations: Sequence[Operation], old: Data, new: Data, mine_wins: bool = False, model: type[BaseModel] = Plan
) -> list[Operation]:
    """The operations, planned for ``old``, as they have to be for ``new``. What was done there too is left out.

    ``model`` says in which order keys stand. Raises `Clash` where both changed the same, unless ``mine_wins``;
    `SpliceRefused` if the operations do not even fit ``old``.
    """
    done: list[Operation] = []
    for operation in operations:
        try:
            placed = _placed(operation, old, new, model)
            after = _applied(new, placed, operation)
        except Clash as clash:
            if not mine_wins:
                raise
            placed = list(clash.forced)
            after = _applied(new, placed, operation)
        done += placed
        old, new = edited(old, operation), after
    return done


def _applied(data: Data, operations: Sequence[Operation], wanted: Operation) -> Data:
    try:
        for operation in operations:
            data = edited(data, operation)
    except SpliceRefused:
        raise Clash(wanted.path, _meant(wanted), value_at(data, wanted.path)) from None
    return data


def _meant(operation: Operation) -> Data:
    return operation.value if isinstance(operation, Put | Insert) else None


def _placed(operation: Operation, old: Data, new: Data, model: type[BaseModel]) -> list[Operation]:
    if isinstance(operation, Put):
        path = _followed(operation, operation.path, old, new)
        return _put(replace(operation, path=path), value_at(old, operation.path), value_at(new, path), model)
    if isinstance(operation, Insert):
        path = _followed(operation, operation.path, old, new)
        return _insert(replace(operation, path=path), value_at(old, operation.path), value_at(new, path))
    if isinstance(operation, Remove):
        return _remove(operation, old, new)
    if isinstance(operation, Rename):
        return _rename(operation, old, new)
    path = _followed(operation, operation.path, old, new)
    return _move(replace(operation, path=path), value_at(old, operation.path), value_at(new, path))


def _followed(operation: Operation, path: KeyPath, old: Data, new: Data) -> KeyPath:
    """Where ``path`` of the old version leads in the new one. Raises `Clash` where it cannot be said."""
    place: KeyPath = ()
    for step, part in enumerate(path):
        here, there = value_at(old, path[:step]), value_at(new, place)
        if isinstance(part, int):
            place = (*place, _row(operation, part, path[:step], place, here, there, old))
            continue
        if there is not None and not isinstance(there, dict) and there != here:
            mine = value_at(edited(old, operation), path[:step])
            raise Clash(path[:step], mine, there, [Put(place, mine)])
        place = (*place, part)
    return place


def _row(operation: Operation, row: int, path: KeyPath, place: KeyPath, here: Data, there: Data, old: Data) -> int:
    """Where a row of the list at ``path`` stands in the other version."""
    rows, others = _rows(here), _rows(there)
    if rows == others:
        return row
    after = value_at(edited(old, operation), path)
    if not _of_rows(rows, others):  # a list of words is one answer
        raise Clash(path, after, there, list_changes(place, others, _rows(after)))
    found = alike(rows, others).places[row] if row < len(rows) else None
    if found is None:
        mine = value_at(after, (row,))
        raise Clash((*path, row), mine, None, [Insert(place, len(others), mine)])
    return found


def _rows(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _of_rows(*lists: Sequence[Data]) -> bool:
    """Whether these are lists of people, meetings and the like, whose rows are answers of their own."""
    return all(isinstance(row, dict) for rows in lists for row in rows)


def _blank(data: Data) -> bool:
    return data is None or data in ("", [], {})


def _put(put: Put, was: Data, theirs: Data, model: type[BaseModel]) -> list[Operation]:
    mine = put.value
    if theirs == was:
        return [put]
    if theirs == mine:
        return []
    if isinstance(mine, dict) and isinstance(theirs, dict) and (_blank(was) or isinstance(was, dict)):
        held = was if isinstance(was, dict) else {}
        order = keys_at(model, put.path)
        inside = [Put((*put.path, key), value, order=order) for key, value in mine.items()]
        return [
            done
            for one, key in zip(inside, mine, strict=True)
            for done in _put(one, held.get(key), theirs.get(key), model)
        ]
    if _blank(was) and isinstance(mine, list) and isinstance(theirs, list) and _of_rows(mine, theirs):
        new = [row for row in mine if row not in theirs]
        return [Insert(put.path, len(theirs) + step, row) for step, row in enumerate(new)]
    if isinstance(mine, list) and isinstance(theirs, list) and theirs and mine and not _of_rows(mine, theirs):
        raise Clash(put.path, mine, theirs, list_changes(put.path, theirs, mine))
    raise Clash(put.path, mine, theirs, [put])


def _insert(insert: Insert, was: Data, theirs: Data) -> list[Operation]:
    path, value = insert.path, insert.value
    rows, others = _rows(was), _rows(theirs)
    if theirs == was:
        return [insert]
    after = [*rows[: insert.index], value, *rows[insert.index :]]
    if not isinstance(theirs, list) and not _blank(theirs):
        raise Clash(path, after, theirs, [Put(path, after)])
    if not _of_rows(rows, others, [value]):
        raise Clash(path, after, theirs, list_changes(path, others, after) if others else [Put(path, after)])
    if value in others and value not in rows:
        return []
    return [replace(insert, index=_insertion(insert.index, rows, others))]


def _insertion(index: int, rows: Sequence[Data], others: Sequence[Data]) -> int:
    """Behind the same row as before, or before the same one; at the end where it was the end."""
    if index >= len(rows):
        return len(others)
    places = alike(rows, others).places
    before = places[index - 1] if index else None
    after = places[index]
    return before + 1 if before is not None else after if after is not None else 0 if index == 0 else len(others)


def _remove(remove: Remove, old: Data, new: Data) -> list[Operation]:
    path, last = remove.path, remove.path[-1]
    holder = _followed(remove, path[:-1], old, new)
    was, there = value_at(old, path), value_at(new, holder)
    if isinstance(last, str):
        if not isinstance(there, dict) or last not in there:
            return []
        if there[last] != was:
            raise Clash(path, None, there[last], [Remove((*holder, last))])
        return [Remove((*holder, last))]
    rows, others = _rows(value_at(old, path[:-1])), _rows(there)
    if rows == others:
        return [Remove((*holder, last))]
    after = [*rows[:last], *rows[last + 1 :]]
    if not _of_rows(rows, others):
        raise Clash(path[:-1], after, there, list_changes(holder, others, after))
    found = alike(rows, others)
    place = found.places[last]
    if place is None:
        if found.gone(last):
            return []
        raise Clash(path, None, None)
    if others[place] != was:
        raise Clash(path, None, others[place], [Remove((*holder, place))])
    return [Remove((*holder, place))]


def _rename(rename: Rename, old: Data, new: Data) -> list[Operation]:
    path = _followed(rename, rename.path, old, new)
    holder = value_at(new, path[:-1])
    if isinstance(holder, dict) and path[-1] in holder and rename.name not in holder:
        return [replace(rename, path=path)]
    if isinstance(holder, dict) and path[-1] not in holder and holder.get(rename.name) == value_at(old, rename.path):
        return []
    raise Clash(rename.path, value_at(old, rename.path), value_at(new, path))


def _move(move: Move, was: Data, theirs: Data) -> list[Operation]:
    rows, others = _rows(was), _rows(theirs)
    if rows == others:
        return [move]
    after = list(rows)
    after.insert(move.to_index, after.pop(move.from_index))
    if not _of_rows(rows, others):
        raise Clash(move.path, after, theirs, list_changes(move.path, others, after) if others else ())
    found = alike(rows, others)
    source = found.places[move.from_index]
    if source is None and found.gone(move.from_index):
        return []
    if source is None:
        raise Clash((*move.path, move.from_index), rows[move.from_index], None)
    moved = Move(move.path, source, _target(move, source, found, len(others)))
    if not found.in_order:
        raise Clash(move.path, after, theirs, [moved])
    return [moved]


def _target(move: Move, source: int, found: Alike, count: int) -> int:
    """Where the row has to go to stand before the same row as it was meant to."""
    order = list(range(len(found.places)))
    order.insert(move.to_index, order.pop(move.from_index))
    behind = (place for row in order[move.to_index + 1 :] if (place := found.places[row]) is not None)
    follower = next(behind, count)
    return follower - 1 if source < follower else follower

"""Puts changes that were meant for one version of a plan onto another: rows are found by what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cop_wizard.errors import CopError
from cop_wizard.i18n import _
from cop_wizard.values import Data, KeyPath, path_text, value_at
from cop_wizard.yamltext.splice import Insert, Move, Operation


class CannotPlace(CopError):
    """A row that a change speaks of is not there any more, or cannot be told from another one."""


def rebase(operations: Sequence[Operation], old: Data, new: Data) -> list[Operation]:
    """The operations, planned for ``old``, as they have to be for ``new``.

    Where a list is the same in both, its positions hold. Where it differs, a single change finds its row again by
    its content; several changes to one list, which build on each other, do not. Raises `CannotPlace`.
    """
    moved = []
    for operation in operations:
        touched = _list_of(operation)
        if touched is None or value_at(old, touched) == value_at(new, touched):
            moved.append(operation)
        elif len(operations) == 1:
            moved.append(_found_again(operation, touched, old, new))
        else:
            raise _lost(touched)
    return moved


def _list_of(operation: Operation) -> KeyPath | None:
    """The list in which an operation names a position; ``None`` where it names none."""
    if isinstance(operation, Insert | Move):
        return operation.path
    place = next((step for step, part in enumerate(operation.path) if isinstance(part, int)), None)
    return None if place is None else operation.path[:place]


def _found_again(operation: Operation, touched: KeyPath, old: Data, new: Data) -> Operation:
    if isinstance(operation, Insert):
        return replace(operation, index=_insertion(operation.index, touched, old, new))
    if isinstance(operation, Move):
        there = _rows(new, touched)
        return Move(
            operation.path,
            _row(operation.from_index, touched, old, new),
            min(operation.to_index, max(0, len(there) - 1)),
        )
    depth = len(touched)
    position = operation.path[depth]
    assert isinstance(position, int)
    path = (*touched, _row(position, touched, old, new), *operation.path[depth + 1 :])
    return replace(operation, path=path)


def _insertion(index: int, touched: KeyPath, old: Data, new: Data) -> int:
    """Behind the same row as before; at the end where it was the end or there is no such row."""
    if index == 0:
        return 0
    if index >= len(_rows(old, touched)):
        return len(_rows(new, touched))
    return _row(index - 1, touched, old, new) + 1


def _row(position: int, touched: KeyPath, old: Data, new: Data) -> int:
    wanted = value_at(old, (*touched, position))
    rows = _rows(new, touched)
    same = [place for place, row in enumerate(rows) if row == wanted]
    if not same:  # the other person may have changed another field of the same row
        same = [place for place, row in enumerate(rows) if _name(row) and _name(row) == _name(wanted)]
    if len(same) != 1:
        raise _lost(touched)
    return same[0]


def _name(row: Data) -> Data:
    return next(iter(row.values()), None) if isinstance(row, dict) else row


def _rows(data: Data, path: KeyPath) -> list[Data]:
    rows = value_at(data, path)
    return rows if isinstance(rows, list) else []


def _lost(path: KeyPath) -> CannotPlace:
    return CannotPlace(
        _("The list “{path}” was changed too, so it is not clear where your answer belongs.").format(
            path=path_text(path)
        ),
        _("Take the changed file and give the answer again, or keep your version in a file of its own."),
    )

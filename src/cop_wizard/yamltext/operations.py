"""What can be done to a plan's file, and what each operation means for its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cop_wizard.errors import CopError
from cop_wizard.i18n import _
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, path_text


class SpliceRefused(CopError):
    """A change that cannot be made without touching more of the file than it should; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at ``path``, creating missing keys on the way; list items have to exist already.

    A blank, ``none`` or ``{}`` on the way becomes a mapping. ``None`` leaves the key with nothing behind it. For a key
    that is new, ``order`` lists the keys of its mapping in their proper order (it goes behind the nearest earlier one,
    before all if it precedes all, and to the end if it is not listed), and ``comment`` is written above it.
    Inside braces there is no room for a comment, so there it is left out.
    """

    path: KeyPath
    value: Data
    comment: str = ""
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new item before the one at ``index``, or at the end if ``index`` is the length of the list.

    A missing or blank list, or ``none`` in its place, becomes a list of this one item.
    """

    path: KeyPath
    index: int
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away a key with its value, or a list item. Whatever it was the last part of becomes a blank."""

    path: KeyPath


@dataclass(frozen=True, slots=True)
class Move:
    """Take the item at ``from_index`` out of its list and put it back so that it ends up at ``to_index``."""

    path: KeyPath
    from_index: int
    to_index: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Call the key at ``path`` by another ``name``; its value, its comments and its place stay as they are."""

    path: KeyPath
    name: str


Operation: TypeAlias = Put | Insert | Remove | Move | Rename


def edited(data: Data, operation: Operation) -> Data:
    """The data after the operation; the data given stays as it is. Raises ``SpliceRefused`` if it makes no sense."""
    if isinstance(operation, Put):
        return _put(data, operation.path, operation.value, operation.path)
    if isinstance(operation, Insert):
        return _change(data, operation.path, operation.path, lambda found: _inserted(found, operation))
    if isinstance(operation, Remove):
        if len(operation.path) < 1:
            raise nowhere(operation.path)
        return _change(data, operation.path[:-1], operation.path, lambda found: _removed(found, operation))
    if isinstance(operation, Rename):
        if not operation.path:
            raise nowhere(operation.path)
        return _change(data, operation.path[:-1], operation.path, lambda found: _renamed(found, operation))
    return _change(data, operation.path, operation.path, lambda found: _moved(found, operation))


def nowhere(path: KeyPath) -> SpliceRefused:
    """The path of an operation leads to nothing in the file."""
    return SpliceRefused(
        _("There is no “{path}” in the file to change.").format(path=path_text(path)),
        _("Perhaps the file was changed meanwhile. Open it again and repeat the change."),
    )


def wrong_kind(path: KeyPath) -> SpliceRefused:
    """Something else than expected stands on the way."""
    return SpliceRefused(
        _("“{path}” cannot be changed, because the file holds something else in its place.").format(
            path=path_text(path)
        ),
        _("Open the file in an editor and correct it there."),
    )


def is_blank(data: Data) -> bool:
    """Whether a list or mapping may take this place: nothing is there, or none on purpose."""
    return data is None or data is NONE_ON_PURPOSE


def nested(path: KeyPath, value: Data) -> Data:
    """The value inside mappings with the keys of ``path``."""
    for part in reversed(path):
        if not isinstance(part, str):
            raise nowhere(path)
        value = {part: value}
    return value


def _put(data: Data, path: KeyPath, value: Data, whole: KeyPath) -> Data:
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        if not isinstance(data, list) or not 0 <= part < len(data):
            raise nowhere(whole)
        return [*data[:part], _put(data[part], rest, value, whole), *data[part + 1 :]]
    if is_blank(data):
        return nested(path, value)
    if not isinstance(data, dict):
        raise wrong_kind(whole)
    return {**data, part: _put(data[part], rest, value, whole) if part in data else nested(rest, value)}


def _change(data: Data, path: KeyPath, whole: KeyPath, change: Callable[[Data], Data]) -> Data:
    """The data with ``change`` applied to the value at ``path``; missing keys count as blank."""
    if not path:
        return change(data)
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        if not isinstance(data, list) or not 0 <= part < len(data):
            raise nowhere(whole)
        return [*data[:part], _change(data[part], rest, whole, change), *data[part + 1 :]]
    if is_blank(data):
        data = {}
    if not isinstance(data, dict):
        raise wrong_kind(whole)
    return {**data, part: _change(data.get(part), rest, whole, change)}


def _inserted(data: Data, operation: Insert) -> Data:
    items = [] if is_blank(data) else data
    if not isinstance(items, list):
        raise wrong_kind(operation.path)
    if not 0 <= operation.index <= len(items):
        raise nowhere((*operation.path, operation.index))
    return [*items[: operation.index], operation.value, *items[operation.index :]]


def _removed(data: Data, operation: Remove) -> Data:
    part = operation.path[-1]
    left: Data
    if isinstance(data, dict) and isinstance(part, str) and part in data:
        left = {name: value for name, value in data.items() if name != part}
    elif isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        left = [*data[:part], *data[part + 1 :]]
    else:
        raise nowhere(operation.path)
    if not left and len(operation.path) == 1:
        raise SpliceRefused(
            _("“{path}” is the only thing in this file, so it cannot be removed.").format(
                path=path_text(operation.path)
            ),
            _("Delete the file instead."),
        )
    return left or None


def _moved(data: Data, operation: Move) -> Data:
    if not isinstance(data, list):
        raise nowhere(operation.path)
    for index in (operation.from_index, operation.to_index):
        if not 0 <= index < len(data):
            raise nowhere((*operation.path, index))
    items = list(data)
    items.insert(operation.to_index, items.pop(operation.from_index))
    return items


def _renamed(data: Data, operation: Rename) -> Data:
    old, new = operation.path[-1], operation.name
    if not isinstance(data, dict) or old not in data:
        raise nowhere(operation.path)
    if new != old and new in data:
        raise SpliceRefused(
            _("There is a “{path}” already.").format(path=path_text((*operation.path[:-1], new))),
            _("Take one of the two out first, or choose another name."),
        )
    return {new if name == old else name: value for name, value in data.items()}

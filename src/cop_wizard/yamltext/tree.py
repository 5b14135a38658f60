"""A YAML document as nodes that know where they stand, built in one pass over the parser's events.

Building from events rather than from ``yaml.compose`` gives the depth limit, the place of every alias and the plain
data in the same pass, and it never recurses, so a hostile file cannot exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, NoneOnPurpose

MEANINGS: dict[str, NoneOnPurpose | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("none", "None", "NONE"), NONE_ON_PURPOSE),
}
"""Plain texts that are no text: those for "nothing here yet" and those for "none, on purpose"."""

MERGE = "<<"
"""The key that would take over the keys of another place."""


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value. ``style`` is the mark it is written with: nothing for plain text, a quote, ``|`` or ``>``."""

    start: int
    end: int
    data: Data
    style: str
    anchored: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is no text at all: the blank after ``focus:``."""
        return self.start == self.end


@dataclass(slots=True, eq=False)
class Alias:
    """A ``*name`` that repeats an anchored value. ``data`` is a copy."""

    start: int
    end: int
    data: Data
    anchored: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """One key of a mapping and its value."""

    name: str
    key: Scalar
    value: Node


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys and values. ``end`` lies after the last value, before any comment that follows it."""

    start: int
    end: int
    data: dict[str, Data]
    flow: bool
    anchored: bool
    entries: list[Entry] = field(default_factory=list)
    _indexes: dict[str, int] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Put an entry behind the others."""
        self._indexes[entry.name] = len(self.entries)
        self.entries.append(entry)

    def entry(self, name: str) -> Entry | None:
        """The entry called ``name``."""
        index = self.index(name)
        return self.entries[index] if index >= 0 else None

    def index(self, name: str) -> int:
        """Which entry is called ``name``; ``-1`` if there is none."""
        return self._indexes.get(name, -1)


@dataclass(slots=True, eq=False)
class Sequence:
    """A list. ``end`` lies after the last item, before any comment that follows it."""

    start: int
    end: int
    data: list[Data]
    flow: bool
    anchored: bool
    items: list[Node] = field(default_factory=list)


Node: TypeAlias = Scalar | Alias | Mapping | Sequence
Collection: TypeAlias = Mapping | Sequence


def child(node: Node, part: str | int) -> Node | None:
    """The value one step below ``node``."""
    if isinstance(node, Mapping) and isinstance(part, str):
        entry = node.entry(part)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def scalars(root: Node | None) -> Iterator[tuple[KeyPath, Scalar]]:
    """Every single value below a node with its path, in the order of the text; what an alias repeats is left out."""
    stack: list[tuple[KeyPath, Node]] = [((), root)] if root else []
    while stack:
        path, node = stack.pop()
        if type(node) is Scalar:
            yield path, node
        elif type(node) is Mapping:
            stack += [((*path, entry.name), entry.value) for entry in reversed(node.entries)]
        elif type(node) is Sequence:
            stack += [((*path, index), node.items[index]) for index in range(len(node.items) - 1, -1, -1)]


def shares(node: Node) -> bool:
    """Whether the node or anything below it is anchored or repeats something anchored."""
    if isinstance(node, Alias) or node.anchored:
        return True
    if isinstance(node, Mapping):
        return any(entry.key.anchored or shares(entry.value) for entry in node.entries)
    return isinstance(node, Sequence) and any(shares(item) for item in node.items)

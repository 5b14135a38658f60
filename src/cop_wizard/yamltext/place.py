"""Where a change applies: the value, the list or mapping that holds it, and how they lie in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from cop_wizard.i18n import _
from cop_wizard.values import KeyPath, path_text
from cop_wizard.yamltext import layout
from cop_wizard.yamltext.emit import Writer
from cop_wizard.yamltext.operations import SpliceRefused, nowhere
from cop_wizard.yamltext.tree import Collection, Mapping, Node, Scalar, Sequence, child, shares

_COLON = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Place:
    """One value in the text.

    ``column`` is that of its key or dash, ``after`` the offset behind the colon or dash. Between brackets neither
    matters, and ``after`` is only the colon's if there is one.
    """

    path: KeyPath
    node: Node
    column: int
    after: int
    dash: bool
    flow: bool


@dataclass(frozen=True)
class Parts:
    """The entries of a block mapping or the items of a block list: each one's key or dash, and its end.

    ``airy``: a blank line is to be kept between them, since one stands before every part but the first.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    airy: bool

    def floor(self, index: int) -> int:
        """Where the part before begins to matter no more."""
        return self.ends[index - 1] if index else 0


@dataclass(frozen=True)
class Scene:
    """A text, its tree, and the habits to follow when writing into it.

    ``tight`` leaves no blank lines around the change: behind a block text marked ``+`` they would become part of it.
    """

    text: str
    root: Mapping
    writer: Writer
    tight: bool = False

    @cached_property
    def newline(self) -> str:
        """The newline this text uses."""
        return layout.newline_of(self.text)

    def node(self, path: KeyPath) -> Node:
        """The value at a path that exists. Raises ``SpliceRefused`` where it shares text with another place."""
        node: Node = self.root
        for part in path:
            if not isinstance(node, (Mapping, Sequence)) or node.anchored:
                raise shared(path)
            below = child(node, part)
            if below is None:
                raise nowhere(path)
            node = below
        return node

    def place(self, path: KeyPath) -> Place:
        """The value at a path that exists and is not the top of the document."""
        holder, node, part = self.node(path[:-1]), self.node(path), path[-1]
        if isinstance(holder, Mapping) and isinstance(part, str):
            return self._value_place(path, holder, node, part)
        if isinstance(holder, Sequence) and isinstance(part, int):
            if holder.flow:
                return Place(path, node, 0, node.start, True, True)
            dash = layout.dashes(self.text, holder)[part]
            return Place(path, node, layout.column(self.text, dash), dash + 1, True, False)
        raise nowhere(path)

    def _value_place(self, path: KeyPath, holder: Mapping, node: Node, name: str) -> Place:
        entry = holder.entry(name)
        if entry is None:
            raise nowhere(path)
        colon = _COLON.match(self.text, entry.key.end)
        if holder.flow:
            return Place(path, node, 0, colon.end() if colon else -1, False, True)
        if colon is None or entry.key.anchored:
            raise odd(path)
        return Place(path, node, layout.column(self.text, entry.key.start), colon.end(), False, False)

    def parts(self, node: Collection) -> Parts:
        """The parts of a block collection."""
        if isinstance(node, Sequence):
            starts, ends = layout.dashes(self.text, node), [item.end for item in node.items]
        else:
            starts = [entry.key.start for entry in node.entries]
            ends = [max(entry.value.end, entry.key.end) for entry in node.entries]
        return Parts(tuple(starts), tuple(ends), self._airy(starts, ends))

    def _airy(self, starts: list[int], ends: list[int]) -> bool:
        if self.tight or len(starts) < 2:
            return False
        return all(layout.has_blank_line(self.text[end:start]) for end, start in zip(ends, starts[1:], strict=False))


def unshared(node: Node, path: KeyPath) -> None:
    """Raise ``SpliceRefused`` if the value or part of it stands in two places at once."""
    if shares(node):
        raise shared(path)


def empty(node: Node) -> bool:
    """Whether nothing is written where the value should be."""
    return isinstance(node, Scalar) and node.empty


def shared(path: KeyPath) -> SpliceRefused:
    """The value stands in two places at once."""
    return SpliceRefused(
        _("“{path}” shares its text with another part of the file, by “&” and “*”, and is left alone.").format(
            path=path_text(path)
        ),
        _("Write the text out in both places with an editor, then try again."),
    )


def odd(path: KeyPath) -> SpliceRefused:
    """The text around the value is written in a way that cannot be changed piece by piece."""
    return SpliceRefused(
        _("“{path}” is written in an unusual way and cannot be changed from here.").format(path=path_text(path)),
        _("Open the file in an editor and make this change by hand."),
    )

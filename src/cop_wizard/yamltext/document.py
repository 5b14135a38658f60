"""One YAML text read: its data, where each value stands, and what is wrong with it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import yaml

from cop_wizard.diagnostic import Diagnostic, Span
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import tree
from cop_wizard.yamltext.builder import Builder, ReadingError
from cop_wizard.yamltext.characters import is_clean
from cop_wizard.yamltext.layout import dashes
from cop_wizard.yamltext.limits import fits
from cop_wizard.yamltext.lines import Lines
from cop_wizard.yamltext.tree import Mapping, Node, Scalar, child

if TYPE_CHECKING:
    from cop_wizard.yamltext.mended import Mended

_LARGE = 50_000
"""From this many characters on, pausing the garbage collector pays: building many nodes at once only wakes it up."""


@dataclass(frozen=True)
class Document:
    """A YAML text and what it says.

    ``data`` holds text, lists and mappings of text (see ``cop_wizard.values``), or ``None`` where the text could not
    be read at all. ``problems`` lists everything wrong with the text itself; whether the data makes sense is not asked
    here. Where the syntax is broken, ``data`` comes from the text as it was probably meant, and ``unread`` names the
    places that had to be left out: nobody knows what is in them. ``root`` is for those who change the text; there is
    none unless the text was read just as it stands.
    """

    text: str
    data: Data
    problems: tuple[Diagnostic, ...]
    lines: Lines
    root: Node | None = None
    _mended: Mended | None = None

    @property
    def unread(self) -> tuple[KeyPath, ...]:
        """The key paths of what had to be left out, with all that is below them."""
        return self._mended.unread if self._mended else ()

    @property
    def guessed(self) -> frozenset[int]:
        """The lines that were read as they were probably meant: nothing they seem to say is certain."""
        return self._mended.guessed if self._mended else frozenset()

    @property
    def moved(self) -> frozenset[int]:
        """The lines that were read as if they stood elsewhere: what they say is certain, but not what it belongs to."""
        return self._mended.moved if self._mended else frozenset()

    @property
    def whole(self) -> bool:
        """Whether the data is what the text says as it stands."""
        return self.root is not None

    def span(self, path: KeyPath) -> Span | None:
        """Where a value stands; for a blank or missing one its key, or the nearest thing around it.

        ``None`` if nothing nearer than the whole document is left.
        """
        nodes = self._follow(path)
        if len(nodes) <= len(path) or (isinstance(nodes[-1], Scalar) and nodes[-1].empty):
            return self._key(nodes, path)
        return self._places.span(nodes[-1].start, nodes[-1].end)

    def key_span(self, path: KeyPath) -> Span | None:
        """Where the key of a value stands, or the dash of a list item; ``None`` if the path leads nowhere."""
        nodes = self._follow(path)
        return self._key(nodes, path) if len(nodes) > len(path) else None

    def scalars(self) -> Iterator[tuple[KeyPath, Scalar]]:
        """Every single value with its path, in the order of the text; ``start`` and ``end`` are places in ``text``."""
        if self._mended is None:
            yield from tree.scalars(self.root)
            return
        origin = self._mended.mending.origin
        for path, node in tree.scalars(self._mended.root):
            yield path, replace(node, start=origin(node.start), end=origin(node.end))

    def line_text(self, line: int) -> str:
        """One line of the text, counting from 1, without its newline."""
        return self.lines.text(line)

    @property
    def _places(self) -> Lines:
        return self._mended.lines if self._mended else self.lines

    def _follow(self, path: KeyPath) -> list[Node]:
        """The nodes along a path, the root first, as far as they exist."""
        node = self._mended.root if self._mended else self.root
        nodes = [node] if node else []
        for part in path if node else ():
            node = child(nodes[-1], part)
            if node is None:
                break
            nodes.append(node)
        return nodes

    def _key(self, nodes: list[Node], path: KeyPath) -> Span | None:
        """The key or dash of the last of the nodes along a path."""
        if len(nodes) < 2:
            return None
        parent, node, part = nodes[-2], nodes[-1], path[len(nodes) - 2]
        if isinstance(parent, Mapping) and isinstance(part, str):
            entry = parent.entry(part)
            node = entry.key if entry else node
        elif isinstance(parent, tree.Sequence) and isinstance(part, int) and not parent.flow and not parent.anchored:
            dash = dashes(self._mended.text if self._mended else self.text, parent)[part]
            return self._places.span(dash, dash + 1)
        return self._places.span(node.start, node.end)


def read(text: str) -> Document:
    """Read a YAML text. Never raises: whatever is wrong is among the document's ``problems``.

    ``~``, ``null`` and nothing at all become ``None``, the plain word ``none`` becomes ``NONE_ON_PURPOSE``, everything
    else is text. Of a key that stands twice the first value counts.
    """
    lines = Lines(text)
    if fits(text) and is_clean(text):
        builder = Builder(text, lines)
        with suppress(yaml.YAMLError), _quiet_collector(len(text)):
            try:
                builder.build()
            except ReadingError as stop:
                if not stop.second:
                    return Document(text, None, (stop.finding,), lines)
            else:
                if isinstance(builder.root, Mapping):
                    return Document(text, builder.root.data, in_order(builder.findings), lines, builder.root)
    return _broken(text, lines)


def _broken(text: str, lines: Lines) -> Document:
    """Read a text as it was probably meant, with all that is wrong with it."""
    from cop_wizard.yamltext.mended import read_mended  # only a broken text needs all that

    with _quiet_collector(len(text)):
        found, mended = read_mended(text, lines)
    return Document(text, mended.root.data if mended else None, in_order(found), lines, None, mended)


def in_order(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order of the text."""
    return tuple(sorted(findings, key=lambda finding: finding.span.start.offset if finding.span else 0))


@contextmanager
def _quiet_collector(size: int) -> Iterator[None]:
    if size < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

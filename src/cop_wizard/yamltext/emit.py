"""Plain data as lines of YAML."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cop_wizard.values import Data, KeyPath, NoneOnPurpose
from cop_wizard.yamltext import scalars

WIDTH = 88
"""Columns of a line before a paragraph is folded."""

_CONTENT = 2
"""How far block text is indented below its key or dash."""


class Shape(enum.Enum):
    """How a value lies on its lines."""

    INLINE = "behind its key"
    TEXT = "a block of text below its key"
    COLLECTION = "a list or mapping below its key"


@dataclass(frozen=True, slots=True)
class Written:
    """A value: ``head`` goes behind the colon or dash, ``below`` holds the whole lines under it."""

    shape: Shape
    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Writer:
    """Writes values in the habits of one file.

    ``list_step`` and ``step`` are the indentation of lists and mappings below their key. ``comments`` go above the key
    with that path, ``blank_before`` names the keys that get a blank line above. With ``cautious`` every text is put in
    double quotes.
    """

    list_step: int = 2
    step: int = 2
    width: int = WIDTH
    cautious: bool = False
    comments: Mapping[KeyPath, str] = field(default_factory=dict)
    blank_before: Collection[KeyPath] = ()

    def value(self, data: Data, column: int, used: int, path: KeyPath = (), dash: bool = False) -> Written:
        """A value whose key or dash stands in ``column`` (from 0), in a line that is ``used`` columns long so far."""
        if data is None:
            return Written(Shape.INLINE, "")
        if isinstance(data, NoneOnPurpose):
            return Written(Shape.INLINE, "none")
        if isinstance(data, str):
            return self._text(data, column, used)
        if not data:
            return Written(Shape.INLINE, "{}" if isinstance(data, dict) else "[]")
        if dash:
            lines = self.lines(data, column + 2, path)
            if lines[0].lstrip(" ")[:1] in ("#", ""):
                return Written(Shape.COLLECTION, "", tuple(lines))
            return Written(Shape.COLLECTION, lines[0].lstrip(" "), tuple(lines[1:]))
        below = column + (self.list_step if isinstance(data, list) else self.step)
        return Written(Shape.COLLECTION, "", tuple(self.lines(data, below, path)))

    def lines(self, data: dict[str, Data] | list[Data], column: int, path: KeyPath = ()) -> list[str]:
        """A list or mapping as whole lines, its keys or dashes in ``column``."""
        if isinstance(data, dict):
            return [line for name, value in data.items() for line in self.entry(name, value, column, (*path, name))]
        return [line for index, value in enumerate(data) for line in self.item(value, column, (*path, index))]

    def entry(self, name: str, value: Data, column: int, path: KeyPath = ()) -> list[str]:
        """One key and its value as whole lines, with the comment and the blank line it asked for."""
        key = f"{' ' * column}{scalars.key(name)}:"
        return self._with_remarks(key, self.value(value, column, len(key) + 1, path), column, path)

    def item(self, value: Data, column: int, path: KeyPath = ()) -> list[str]:
        """One list item as whole lines."""
        dash = f"{' ' * column}-"
        return self._with_remarks(dash, self.value(value, column, len(dash) + 1, path, dash=True), column, path)

    def flow(self, data: Data) -> str:
        """A value in one line, as it stands between brackets. Comments cannot be written there."""
        if data is None:
            return "null"
        if isinstance(data, NoneOnPurpose):
            return "none"
        if isinstance(data, str):
            return data if not self.cautious and scalars.is_plain(data, flow=True) else scalars.quoted(data)
        if isinstance(data, dict):
            return "{" + ", ".join(self.flow_entry(name, value) for name, value in data.items()) + "}"
        return "[" + ", ".join(self.flow(value) for value in data) + "]"

    def flow_entry(self, name: str, value: Data) -> str:
        """One key and its value between braces."""
        return f"{scalars.key(name, flow=True)}: {self.flow(value)}"

    def _with_remarks(self, key: str, written: Written, column: int, path: KeyPath) -> list[str]:
        lines = [""] if path in self.blank_before else []
        lines += comment_lines(self.comments.get(path, ""), column)
        return [*lines, f"{key} {written.head}" if written.head else key, *written.below]

    def _text(self, text: str, column: int, used: int) -> Written:
        if self.cautious:
            return Written(Shape.INLINE, scalars.double_quoted(text))
        block = scalars.block_lines(text, _CONTENT)
        if block:
            return _text_block(*block, column)
        if used + len(text) > self.width:
            folded = scalars.folded_lines(text, max(self.width - column - _CONTENT, 20))
            if folded:
                return _text_block(">-", folded, column)
        return Written(Shape.INLINE, text if scalars.is_plain(text) else scalars.quoted(text))


def _text_block(header: str, lines: list[str], column: int) -> Written:
    margin = " " * (column + _CONTENT)
    return Written(Shape.TEXT, header, tuple(margin + line if line else "" for line in lines))


def comment_lines(comment: str, column: int) -> list[str]:
    """A comment as whole lines. Characters that YAML does not allow, or takes for a newline, become spaces."""
    return [f"{' ' * column}# {scalars.printable(line)}".rstrip() for line in comment.splitlines() if comment.strip()]

"""Where a character stands, as people count: lines and columns from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from cop_wizard.diagnostic import Position, Span

BOM = "\ufeff"
NEWLINE = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text as editors show them, so U+2028 and U+0085 do not start one, whatever YAML thinks.

    A byte order mark at the start takes part in offsets but is no column: nobody sees it.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        first = 1 if self._text.startswith(BOM) else 0
        return [first, *(found.end() for found in NEWLINE.finditer(self._text))]

    @property
    def size(self) -> int:
        """How many characters the text has."""
        return len(self._text)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of one character."""
        line = max(bisect_right(self._starts, offset), 1)
        return Position(line, max(offset - self._starts[line - 1], 0) + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """The stretch from ``start`` up to but without ``end``."""
        return Span(self.position(start), self.position(max(start, end)))

    def text(self, line: int) -> str:
        """One line without its newline, or nothing where there is no such line."""
        if not 1 <= line <= len(self._starts):
            return ""
        start = self._starts[line - 1]
        end = NEWLINE.search(self._text, start)
        return self._text[start : end.start()] if end else self._text[start:]

    def first_offset(self, line: int) -> int:
        """The offset of a line's first character."""
        return self._starts[line - 1]

"""The lines of a text that the parser gave up on, as a person sees them: names, dashes, texts and remarks.

No rule of YAML is asked here, for the rules are broken somewhere. What looks like a name with a colon is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from cop_wizard.yamltext.lines import NEWLINE

NAME = r"(?![A-Z\d])\w[\w-]*"
"""A name as plans have them. A word with a capital letter is rather the start of a sentence."""

_ROW = re.compile(
    rf"(?P<white>[ \t]*)(?P<dashes>(?:-[ ]+|-$)*)(?:(?P<name>{NAME}):(?=\s|$)\s*)?(?P<value>.*)", re.DOTALL
)
_FAR = 2_000
"""How many lines further up something may stand that still has to do with a line."""
_LONG = 10_000
_BLOCK_MARK = re.compile(r"[|>][-+\d]{0,2}\s*(?:\s#.*)?$")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}


class Kind(Enum):
    """What a line is."""

    NOTHING = auto()
    REMARK = auto()
    BLOCK = auto()  # a line of a text marked with | or >
    NAME = auto()
    ITEM = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line: ``text`` without its ``newline``, ``column`` of its first character, ``value_at`` of its value.

    It is ``structural`` if it has a name or a dash, ``tabbed`` if a tab stands in front of it, and ``settled`` if its
    column says where the name or dash belongs.
    """

    text: str
    newline: str
    kind: Kind
    column: int
    name: str
    name_at: int
    value: str
    value_at: int
    structural: bool
    tabbed: bool
    settled: bool

    @property
    def telling(self) -> bool:
        """Whether the line says something by itself."""
        return self.kind not in (Kind.NOTHING, Kind.REMARK, Kind.BLOCK)

    @property
    def long(self) -> bool:
        """Whether the line is so long that looking for a slip in it would cost too much."""
        return len(self.text) > _LONG

    @property
    def marked(self) -> bool:
        """Whether a text follows in the lines below, marked with ``|`` or ``>``."""
        return bool(_BLOCK_MARK.match(self.value))

    @property
    def head(self) -> str:
        """The line without its value: dashes and name."""
        return self.text[: self.value_at].rstrip() if self.value else self.text.rstrip()

    @property
    def depth(self) -> int:
        """Where the name stands, or the last dash of a line without one."""
        return self.name_at if self.name else max(self.text.rfind("-", 0, self.value_at), self.column)

    @property
    def mark(self) -> str:
        """The quotation mark the value starts with, if any."""
        return self.value[:1] if self.value[:1] in _CLOSED else ""

    def after_quote(self) -> str | None:
        """What stands behind the closing quotation mark; ``None`` if the line has none."""
        if self.long:  # as far as can be told without reading it all
            return "" if self.mark and self.value.endswith(self.mark, 1) else None
        closed = _CLOSED[self.mark].match(self.value) if self.mark else None
        return self.value[closed.end() :].strip() if closed else None


def rows_of(text: str) -> list[Row]:
    """All lines of a text."""
    rows: list[Row] = []
    block = -1  # how deep the name stands, and later how deep the text stands, that is marked with | or >
    fresh = False
    at = 0
    while at < len(text):
        found = NEWLINE.search(text, at)
        end, after = found.span() if found else (len(text), len(text))
        row = _row(text[at:end], text[end:after], block)
        if row.kind is not Kind.NOTHING and row.kind is not Kind.BLOCK:
            block = -1
        if row.structural and row.marked:
            block, fresh = row.depth, True
        elif row.kind is Kind.BLOCK and fresh:
            block, fresh = row.column - 1, False
        rows.append(row)
        at = after
    return rows


def _row(line: str, newline: str, block: int) -> Row:
    found = _ROW.match(line)
    assert found is not None
    white, name = found["white"], found["name"] or ""
    value = found["value"].rstrip()
    if not line.strip():
        kind = Kind.NOTHING
    elif 0 <= block < len(white):
        kind = Kind.BLOCK
    elif value.startswith("#") and not name and not found["dashes"]:
        kind = Kind.REMARK
    else:
        kind = Kind.ITEM if found["dashes"] else Kind.NAME if name else Kind.PROSE
    structural = kind is Kind.ITEM or kind is Kind.NAME
    tabbed = "\t" in white
    places = (len(white), name, found.start("name"), value, found.start("value"))
    return Row(line, newline, kind, *places, structural, tabbed, structural and not tabbed)


def open_columns(rows: Sequence[Row], index: int, kind: Kind) -> list[int]:
    """Where a dash or a name in this row could stand, going by the rows above: the nearest ones first."""
    found: list[int] = []
    bound = 10_000
    for row in above(rows, index):
        if not row.structural or row.column >= bound:
            continue
        inner = [row.name_at] if row.name else []
        outer = [row.column] if row.kind is Kind.ITEM else []
        found += [column for column in (inner if kind is Kind.NAME else outer) if column < bound]
        bound = row.column
        if not bound:
            break
    return found


def above(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """The rows above that say something, going upwards."""
    for at in range(index - 1, max(index - _FAR, 0) - 1, -1):
        if rows[at].telling:
            yield rows[at]

"""The few shapes in which answers reach a template. A template asks for ``answer.kind`` and needs to know no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of running text. ``kind``: ``paragraph``, ``bullets`` or ``numbers``; ``lines``: its lines or items."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and lists."""

    kind: ClassVar[str] = "text"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A few words, a date, a number."""

    kind: ClassVar[str] = "line"
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen, as people call it. ``ranked``: the order matters, the most important comes first."""

    kind: ClassVar[str] = "choices"
    items: tuple[str, ...]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of short texts."""

    kind: ClassVar[str] = "lines"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellPart:
    """Part of a table cell: text, perhaps under a ``label`` of its own. ``mark`` names a kind of moment, or is "".

    ``brief`` parts are a few words, and may stand beside each other on a line.
    """

    blocks: tuple[Block, ...]
    label: str = ""
    mark: str = ""
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. ``muted``: says that something is missing."""

    parts: tuple[CellPart, ...]
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headings. ``heading`` is "" unless several tables make up one answer."""

    kind: ClassVar[str] = "table"
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """Several tables, each under its heading."""

    kind: ClassVar[str] = "tables"
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """Texts, each under a title of its own, which may be ""."""

    kind: ClassVar[str] = "titled"
    texts: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a form."""

    label: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Form:
    """Answers that belong together, each with its label."""

    kind: ClassVar[str] = "form"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No answer. ``words`` say why: none on purpose (then ``meant``), or a gap and of which kind."""

    kind: ClassVar[str] = "nothing"
    words: str
    meant: bool = False


Answer: TypeAlias = "Text | Line | Choices | Lines | Table | Tables | Titled | Form | Nothing"

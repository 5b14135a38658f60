"""A document before it has a format: a title, and pieces in the order in which they are read.

Templates write the words (`templating/words.py` reads them), and each format writes the pieces in its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from cop_wizard.documents.content.facts import Fact
from cop_wizard.documents.content.shapes import (
    Choices,
    Form,
    Line,
    Lines,
    Nothing,
    Table,
    Tables,
    Text,
    Titled,
)
from cop_wizard.documents.content.speech import Speech
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.wording import date_words


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; ``"\\n"`` is a line break. ``link``: a web or e-mail address, or ``#anchor``."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 (the document's title) to 4; ``anchor`` is its name, the only one on the page."""

    kind: ClassVar[str] = "heading"
    level: int
    runs: tuple[Run, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    kind: ClassVar[str] = "paragraph"
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item holds pieces. ``tight``: no space between the items."""

    kind: ClassVar[str] = "list"
    items: tuple[tuple[Piece, ...], ...]
    numbered: bool = False
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand out: the purpose, or what somebody said."""

    kind: ClassVar[str] = "quote"
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that a template wrote itself: cells are runs. Answers come as `Table` instead."""

    kind: ClassVar[str] = "grid"
    columns: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    kind: ClassVar[str] = "rule"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, under the letterhead."""

    kind: ClassVar[str] = "page"


@dataclass(frozen=True, slots=True)
class Facts:
    """A few figures or facts that catch the eye, side by side."""

    kind: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A few words that say how far something is, such as "not yet agreed". ``open``: something is still to do."""

    kind: ClassVar[str] = "badge"
    words: str
    open: bool = True


@dataclass(frozen=True, slots=True)
class Aside:
    """A box of its own beside or within the text."""

    kind: ClassVar[str] = "aside"
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Empty ``lines`` to write on, under a ``label`` that may be ""; with ``columns`` the rows of a table.

    ``rows`` are rows of that table whose first cell is filled; the empty ones come after them.
    """

    kind: ClassVar[str] = "room"
    lines: int
    label: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticks:
    """Items with a box to tick, each with a note that may be ""."""

    kind: ClassVar[str] = "ticks"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign: who, room for a signature, and when they agreed ("" where they have not yet)."""

    kind: ClassVar[str] = "signatures"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box under a ``title``, so many twelfths of the page wide; ``note`` is said in small type at its end, or ""."""

    title: str
    pieces: tuple[Piece, ...]
    share: int = 4
    note: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Rows of boxes that make up one page. On paper their text is set in ``size`` points, which lets all of it fit.

    ``even``: all rows but the first may be equally high. ``fitted`` makes the same boxes for a page whose text has
    that width and height in points, for formats that know their page only when they write it.
    """

    kind: ClassVar[str] = "boxes"
    rows: tuple[tuple[Box, ...], ...]
    size: float
    even: bool = True
    fitted: Callable[[float, float], Boxes] | None = None


Thing: TypeAlias = (
    "Text | Line | Choices | Lines | Table | Tables | Titled | Form | Nothing"
    " | Drawing | Facts | Badge | Aside | Room | Ticks | Signatures | Boxes | PageBreak"
)
"""What a template prints as a whole with ``{{ … }}``."""

Piece: TypeAlias = "Heading | Paragraph | Items | Quote | Grid | Rule | Thing"
"""All that a format has to be able to write."""

THINGS = (
    Text, Line, Choices, Lines, Table, Tables, Titled, Form, Nothing,
    Drawing, Facts, Badge, Aside, Room, Ticks, Signatures, Boxes, PageBreak,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. ``language`` of its fixed words is a BCP 47 tag; ``speech`` tells which others are in another one.

    ``title`` is its own title and the community's ("Charter: Early Numeracy Network"), for windows, files and readers;
    ``community`` and ``organization`` head the page, ``home`` says where the living plan is. ``landscape``: its pages
    lie on their long side. ``letter``: nothing stands between its head and its first words.
    """

    document: str
    language: str
    title: str
    community: str
    organization: str
    day: dt.date
    home: str
    pieces: tuple[Piece, ...]
    sources: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    landscape: bool = False
    letter: bool = False
    speech: Speech = field(default_factory=Speech)

    @property
    def date(self) -> str:
        """The day in words."""
        return date_words(self.day)

    @property
    def sheets(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces between page breaks, such as the letters of a set of letters."""
        sheets: list[list[Piece]] = [[]]
        for piece in self.pieces:
            if isinstance(piece, PageBreak):
                sheets.append([])
            else:
                sheets[-1].append(piece)
        return tuple(tuple(sheet) for sheet in sheets if sheet)

    def headings(self, deepest: int = 2) -> Iterator[Heading]:
        """The headings of levels 2 to ``deepest``, for a list of contents."""
        for piece in self.pieces:
            if isinstance(piece, Heading) and 2 <= piece.level <= deepest:
                yield piece


def words_of(runs: tuple[Run, ...]) -> str:
    """The text of ``runs``, line breaks as blanks."""
    return " ".join("".join(run.text for run in runs).split())

"""The pieces of a document in Word."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from cop_wizard.documents.content.facts import Fact
from cop_wizard.documents.content.paper import (
    Aside,
    Badge,
    Boxes,
    Facts,
    Grid,
    Heading,
    Items,
    Paragraph,
    Piece,
    Quote,
    Room,
    Rule,
    Run,
    Signatures,
    Ticks,
    words_of,
)
from cop_wizard.documents.formats.word.answers import deeper, list_of, said, spoken, written
from cop_wizard.documents.formats.word.boxes import boxes
from cop_wizard.documents.formats.word.by_hand import room, signatures, ticks
from cop_wizard.documents.formats.word.file import Place, WordFile, picture
from cop_wizard.documents.formats.word.runs import Look
from cop_wizard.documents.formats.word.tables import Box, inside, no_lines, table, too_long, widths_for
from cop_wizard.documents.formats.word.ties import keep_with_next
from cop_wizard.documents.formats.word.xml import Element, w
from cop_wizard.documents.pictures.drawing import Drawing, Legend
from cop_wizard.i18n import _

_HEADINGS = ("Title", "heading 1", "heading 2", "heading 3")
_FACTS_A_ROW = 4
_POINT = 20
"""In twips."""
_INTRODUCED = ("list", "lines", "choices", "table", "tables", "form", "grid", "text", "paragraph", "ticks")
"""What stays with a few words above it that end in a colon."""


Draw = Callable[[Drawing, float], bytes]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes pieces into ``file``.

    ``draw`` makes a PNG of a drawing at a share of its size, ``height`` is that of the text on a page, and ``left``
    what boxes that fill a page find of it.
    """

    file: WordFile
    draw: Draw
    height: int
    left: int = 0

    def pieces(self, pieces: Iterable[Piece], place: Place) -> list[Element]:
        """Pieces as blocks of the document, in order."""
        given = list(pieces)
        made: list[Element] = []
        for number, piece in enumerate(given):
            blocks = self._piece(piece, place)
            if _leads_in(given, number):
                keep_with_next(blocks)
            made += blocks
        return made

    def _piece(self, piece: Any, place: Place) -> list[Element]:
        if piece.kind in _WRITERS:
            return _WRITERS[piece.kind](piece, self, place)
        return written(piece, self.file, place)


def _leads_in(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a piece stays on the page of what follows it: a few words between a heading and what it introduces, and
    words above a line to write on, and such a line above who signs there.
    """
    if number == len(pieces) - 1:
        return False
    here, after = pieces[number : number + 2]
    if isinstance(here, Room):
        return here.lines == 1 and after.kind == "paragraph"
    if here.kind not in ("paragraph", "text", "line"):
        return False
    if after.kind in _INTRODUCED and _introduces(here):
        return True
    if isinstance(after, Room) or number == 0:
        return isinstance(after, Room)
    before = pieces[number - 1]
    if not isinstance(before, Heading):
        return False
    if isinstance(after, Heading):
        return after.level > before.level  # else it is an answer below its question, and another question follows
    return after.kind in ("ticks", "signatures")


def _introduces(piece: Any) -> bool:
    """Whether it is a paragraph that ends in a colon."""
    return isinstance(piece, Paragraph) and words_of(piece.runs).endswith((":", "："))


# --- running text ---------------------------------------------------------------------------------------------------


def _heading(piece: Heading, to: Writer, place: Place) -> list[Element]:
    mark = to.file.mark(piece.anchor)
    made = to.file.paragraph(_HEADINGS[piece.level - 1], piece.runs, before=mark)
    return [made]


def _paragraph(piece: Paragraph, to: Writer, place: Place) -> list[Element]:
    return [spoken(piece.runs, to.file, place)]


def _items(piece: Items, to: Writer, place: Place) -> list[Element]:
    items = [to.pieces(item, deeper(place)) for item in piece.items]
    return list_of(items, piece.numbered, to.file, place, airy=not piece.tight)


def _quote(piece: Quote, to: Writer, place: Place) -> list[Element]:
    if place.style != "Normal":
        return to.pieces(piece.pieces, place)
    return to.pieces(piece.pieces, replace(place, style="Quote", width=place.width - 480))


def _rule(piece: Rule, to: Writer, place: Place) -> list[Element]:
    return rule(to.file)


def rule(file: WordFile) -> list[Element]:
    """A line across the page."""
    line = w("bottom", val="single", sz=6, space=1, color=file.looks.line)
    return [file.paragraph("Gap", "", layout=(w("pBdr", line),)), file.paragraph("Gap", "")]


def _grid(piece: Grid, to: Writer, place: Place) -> list[Element]:
    texts = [[words_of(cell) for cell in row] for row in (piece.columns, *piece.rows)]
    widths = widths_for(
        [[row[at] for row in texts] for at in range(len(piece.columns))], place.width, to.file.looks.letters
    )
    head = [Box([to.file.paragraph("Table Heading", column)]) for column in piece.columns]
    rows = [
        [Box([spoken(cell, to.file, inside(width, place.size))]) for cell, width in zip(row, widths, strict=True)]
        for row in piece.rows
    ]
    split = frozenset(number for number, row in enumerate(texts) if too_long(row, widths))
    return table(to.file, widths, [head, *rows], split=split)


# --- what only documents have ---------------------------------------------------------------------------------------


def _facts(piece: Facts, to: Writer, place: Place) -> list[Element]:
    """Facts in rows of four at most: what they are called above, so that they read as a table does. One is a line."""
    if len(piece.facts) == 1:
        return [_fact(piece.facts[0], to, place)]
    rows = math.ceil(len(piece.facts) / _FACTS_A_ROW)
    made: list[Element] = []
    file, looks = to.file, to.file.looks
    line = w("tblBorders", w("top", val="single", sz=12, space=0, color=looks.second), *no_lines("bottom", "insideH"))
    ground = w("shd", val="clear", color="auto", fill=looks.tint)
    for row in range(rows):
        facts = piece.facts[row * len(piece.facts) // rows : (row + 1) * len(piece.facts) // rows]
        widths = [place.width // len(facts)] * len(facts)
        quiet = Look(emphasis=True, style=file.styles.id("Quiet"))
        labels = [Box([file.paragraph("Fact Label", fact.label)], (deepcopy(ground),)) for fact in facts]
        values = [
            Box(
                [file.paragraph("Fact Value", fact.value, look=quiet if fact.open else Look())]
                + [file.paragraph("Fact Note", fact.note)] * bool(fact.note),
                (deepcopy(ground),),
            )
            for fact in facts
        ]
        made += table(file, widths, [labels, values], borders=deepcopy(line))
    return made


def _fact(fact: Fact, to: Writer, place: Place) -> Element:
    note = f" · {fact.note}" if fact.note else ""
    return spoken(
        (Run(_("{title}:").format(title=fact.label), strong=True), Run(f" {fact.value}{note}")), to.file, place
    )


def _badge(piece: Badge, to: Writer, place: Place) -> list[Element]:
    look = Look(style=to.file.styles.id("Open Badge" if piece.open else "Badge"), size=place.size)
    return [said(f"\u00a0{piece.words}\u00a0", to.file, place, "", look)]


def _aside(piece: Aside, to: Writer, place: Place) -> list[Element]:
    looks = to.file.looks
    within = Place(place.width - 400, size=place.size)
    title = [to.file.paragraph("caption", piece.title)] if piece.title else []
    bar = w("left", val="single", sz=36, space=0, color=looks.second)
    borders = w("tblBorders", *no_lines("top"), bar, *no_lines("bottom", "insideH"))
    ground = w("shd", val="clear", color="auto", fill=looks.tint)
    box = Box([*title, *to.pieces(piece.pieces, within)], (ground,))
    return table(to.file, [place.width], [[box]], head=False, borders=borders, split=frozenset({0}))


def _room(piece: Room, to: Writer, place: Place) -> list[Element]:
    return room(piece, to.file, place)


def _ticks(piece: Ticks, to: Writer, place: Place) -> list[Element]:
    return ticks(piece, to.file, place)


def _signatures(piece: Signatures, to: Writer, place: Place) -> list[Element]:
    return signatures(piece, to.file, place)


def _boxes(piece: Boxes, to: Writer, place: Place) -> list[Element]:
    return boxes(piece, to.file, place, to.left / _POINT, to.pieces)


# --- pictures -------------------------------------------------------------------------------------------------------


def _drawing(piece: Drawing, to: Writer, place: Place) -> list[Element]:
    # The picture's own unit is a 96th of an inch: 15 twips.
    share = min(1.0, place.width / (piece.width * 15), to.height * 0.8 / (piece.height * 15))
    width, height = round(piece.width * 15 * share), round(piece.height * 15 * share)
    image = picture(to.file.document.part, to.draw(piece, share), width, height, piece.title, piece.description)
    note = [to.file.paragraph("Missing", piece.note, layout=(w("keepNext"),))] if piece.note else []
    return [
        to.file.paragraph("caption", piece.title, layout=(w("keepNext"), w("keepLines"))),  # a letterhead's may not
        *note,
        to.file.paragraph("Picture", "", before=(image,)),
        *(_legend(one, to) for one in piece.legends),
    ]


def _legend(legend: Legend, to: Writer) -> Element:
    runs = [Run(f"{legend.title}: ", strong=True)]
    for number, key in enumerate(legend.keys):
        runs += [Run("; ")] * bool(number)
        runs += [Run(f"{key.sign} ", strong=True)] * bool(key.sign)
        runs.append(Run(f"{key.name} ({key.note})" if key.note else key.name))
    return to.file.paragraph("Legend", runs)


_WRITERS: dict[str, Callable[[Any, Writer, Place], list[Element]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _items,
    "quote": _quote,
    "grid": _grid,
    "rule": _rule,
    "facts": _facts,
    "badge": _badge,
    "aside": _aside,
    "room": _room,
    "ticks": _ticks,
    "signatures": _signatures,
    "boxes": _boxes,
    "drawing": _drawing,
    "page": lambda piece, to, place: [],  # between sheets, which the document takes apart by itself
}

"""What is filled in by hand, in Word or on paper: lines to write on, boxes to tick, places to sign."""

from __future__ import annotations

from copy import deepcopy

from cop_wizard.documents.content.paper import Room, Signatures, Ticks
from cop_wizard.documents.formats.word.answers import said
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.tables import POINTS, Box, bare, inside, no_lines, table
from cop_wizard.documents.formats.word.ticks import to_tick
from cop_wizard.documents.formats.word.xml import Element, w
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.i18n import _

_POINT = 20
"""In twips."""
_BOX = 25.0
"""The room of a box to tick and the sides of its cell, in points."""
_MANY = 5
"""So many boxes to tick stand below each other; more of them side by side."""
_MOST_COLUMNS = 3
_FEW_TO_SIGN = 6
"""So many sign below each other; more of them side by side, which takes half the page."""


def room(piece: Room, file: WordFile, place: Place) -> list[Element]:
    """Empty lines, or the empty rows of a table."""
    label = [said(piece.label, file, place, "caption")] if piece.label else []
    high = round(place.size * 2.5 * _POINT) if place.size else file.looks.spread.writing  # in a box, as it reckons with
    if piece.lines == 1 and not (piece.columns or piece.rows):
        # a paragraph, not a table, which LibreOffice does not keep on the page of what follows it
        height = w("spacing", before=0, after=60, line=high, lineRule="exact")
        return [*label, file.paragraph("Line to Write On", "", layout=(height,))]
    columns = max(len(piece.columns), 1)
    widths = [place.width // columns] * columns
    head = [[Box([file.paragraph("Table Heading", name)]) for name in piece.columns]] if any(piece.columns) else []
    first = [Box([said(name, file, inside(widths[0]))]) for name in piece.rows] + [Box(())] * piece.lines
    empty = [[one, *(Box(()) for _column in range(columns - 1))] for one in first]
    lines = (w(side, val="single", sz=6, space=0, color=file.looks.faint) for side in ("bottom", "insideH"))
    borders = w("tblBorders", *no_lines("top"), *lines)
    if piece.columns:
        borders.append(w("insideV", val="single", sz=4, space=0, color=file.looks.line))
    rows = [*head, *empty]
    if not rows:
        return label
    return label + table(file, widths, rows, head=bool(head), borders=borders, height=high)


def ticks(piece: Ticks, file: WordFile, place: Place) -> list[Element]:
    """Boxes to tick. Many short ones, such as the names of all who may come, stand side by side."""
    columns = _columns(piece, place.width / _POINT)
    if columns < 2:
        return [to_tick(words, note, file, place) for words, note in piece.items]
    widths = [place.width // columns] * columns
    boxes = [Box([to_tick(words, "", file, inside(widths[0], place.size))]) for words, _note in piece.items]
    boxes += [Box(())] * (-len(boxes) % columns)
    rows = [boxes[at : at + columns] for at in range(0, len(boxes), columns)]
    return table(file, widths, rows, head=False, borders=bare())


def _columns(piece: Ticks, width: float) -> int:
    """How many boxes stand side by side on ``width`` points."""
    if len(piece.items) <= _MANY or any(note for _words, note in piece.items):
        return 1
    widest = max(text_width(words, POINTS) for words, _note in piece.items) + _BOX
    return min(_MOST_COLUMNS, int(width / widest))


def signatures(piece: Signatures, file: WordFile, place: Place) -> list[Element]:
    """Who signs, with room for it and for the day; many of them in two columns."""
    low = w("vAlign", val="bottom")
    if len(piece.rows) <= _FEW_TO_SIGN:
        names, widths = [_("Name"), _("Signature"), _("Date")], [0.36, 0.4, 0.24]
        cells = [[who, "", on] for who, on in piece.rows]
    else:
        names, widths = [_("Name"), f"{_('Signature')} · {_('Date')}"] * 2, [0.22, 0.28] * 2
        pairs = [*piece.rows, *[("", "")] * (len(piece.rows) % 2)]
        cells = [[*left, *right] for left, right in zip(pairs[::2], pairs[1::2], strict=True)]
    wide = [round(place.width * share) for share in widths]
    wide[-1] += place.width - sum(wide)
    head = [Box([file.paragraph("Table Heading", words)]) for words in names]
    rows = [
        [Box([said(words, file, inside(width))], (deepcopy(low),)) for words, width in zip(row, wide, strict=True)]
        for row in cells
    ]
    return table(file, wide, [head, *rows], height=file.looks.spread.writing)

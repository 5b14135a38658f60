"""The boxes of the one-page tool: one table of twelve narrow columns that fills the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from cop_wizard.documents.content.paper import Boxes, Piece
from cop_wizard.documents.formats.word.answers import said
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.runs import Look
from cop_wizard.documents.formats.word.tables import Box, inside, table
from cop_wizard.documents.formats.word.xml import Element, qn, w

_POINT = 20
_GROWN = (1.5, 1.4, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0)
"""How much more than the page is offered to the boxes, which reckon on the safe side, until what is written fits."""
_FULL = 0.96
"""The share of the page that is filled: the fonts of another computer may take a little more."""

Write = Callable[[Iterable[Piece], Place], list[Element]]


def boxes(piece: Boxes, file: WordFile, place: Place, height: float, write: Write) -> list[Element]:
    """The boxes, on ``height`` points of a page. ``write`` writes what is in them."""
    if piece.fitted is None:
        return _table(piece, file, place, write)
    # nobody knows how wide the letters of a brand's or a letterhead's font are
    known = file.looks.letters < 1
    made: list[Element] = []
    last = 0.0
    for share in _GROWN if known else (1.0,):
        offered = piece.fitted(place.width / _POINT, share * height)
        if offered.size == last and share > 1 and _holds_all(offered):
            continue
        last = offered.size
        made = _table(offered, file, place, write)
        heights = file.ruler.row_heights(made[0])
        if sum(heights) <= height * _FULL:
            break
    if known:
        _stretch(made[0], heights, height * _FULL)
    return made


def _holds_all(piece: Boxes) -> bool:
    return not any(box.note for box in chain.from_iterable(piece.rows))


def _table(piece: Boxes, file: WordFile, place: Place, write: Write) -> list[Element]:
    widths = [place.width // 12] * 12
    rows = []
    for row in piece.rows:
        cells = []
        for box in row:
            within = inside(widths[0] * box.share, piece.size)
            title = file.paragraph("Box Heading", box.title, look=Look(size=piece.size + 1))
            small = Look(style=file.styles.id("Quiet"), size=max(piece.size - 1.5, 5))
            note = [said(box.note, file, within, "", small)] if box.note else []
            cells.append(Box([title, *write(box.pieces, within), *note], span=box.share))
        rows.append(cells)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=6, space=0, color=file.looks.line) for side in sides))
    return table(file, widths, rows, head=False, borders=borders)


def _stretch(made: Element, heights: list[float], height: float) -> None:
    """Share out what the rows leave of ``height`` among them."""
    more = max(0.0, height - sum(heights)) / sum(heights)
    for row, needed in zip(made.iterfind(qn("w:tr")), heights, strict=True):
        about = row.find(qn("w:trPr"))
        assert about is not None
        about.append(w("trHeight", val=round(needed * (1 + more) * _POINT), hRule="atLeast"))

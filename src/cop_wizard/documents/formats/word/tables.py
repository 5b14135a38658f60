"""Tables in Word: widths that fit what is in them, rows that stay whole, headings that come again on each page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cop_wizard.cells import room
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.lists import STEP_IN_TABLE
from cop_wizard.documents.formats.word.styles import TABLE_STYLE
from cop_wizard.documents.formats.word.ties import tie_rows
from cop_wizard.documents.formats.word.xml import Element, w
from cop_wizard.documents.pictures.measure import text_width

_LETTER, _MARGINS = 100, 220
"""The room that letters take in a table, on average, and the sides of a cell, in twips."""
POINTS, _TWIPS = 9.5, 20
"""The size of text in tables, and how many twips a point has."""
_FEW_WORDS, _LONGEST_LINE = 16, 90
_WIDEST_WORD = 0.4
"""The share of a table that no word is given more of: longer ones are addresses, which are broken."""
_LONGEST_TEXT = 3000
"""No column needs to be wider than texts up to there ask for."""
_LINES_KEPT = 24
"""A row with more lines than that may go on over the page: it could be longer than one."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: what is in it, and how its ground and borders differ from the table's style."""

    blocks: Sequence[Element]
    properties: tuple[Element, ...] = ()
    span: int = 1


def inside(width: int, size: float = 0) -> Place:
    """The place in a cell of that width."""
    return Place(max(width - _MARGINS, 300), "Table Text", step=STEP_IN_TABLE, size=size)


def table(
    file: WordFile,
    widths: Sequence[int],
    rows: Iterable[Sequence[Box]],
    *,
    head: bool = True,
    first_column: bool = False,
    style: str = TABLE_STYLE,
    borders: Element | None = None,
    height: int = 0,
    split: frozenset[int] = frozenset(),
) -> list[Element]:
    """A table and the small gap after it.

    ``head``: the first row is its heading and is repeated on each page. ``height`` is the least of the other rows, in
    twips. Rows in ``split``, counted from 0, may go on over the page.
    """
    look = {"firstRow": int(head), "lastRow": 0, "firstColumn": int(first_column)}
    made = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=file.styles.id(style)),
            w("tblW", w=sum(widths), type="dxa"),
            borders,
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val=f"{0x20 * head + 0x80 * first_column + 0x400:04X}",
                **look,
                lastColumn=0,
                noHBand=0,
                noVBand=1,
            ),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )
    for number, boxes in enumerate(rows):
        is_head = head and not number
        made.append(
            w(
                "tr",
                w(
                    "trPr",
                    None if number in split else w("cantSplit"),
                    w("trHeight", val=height, hRule="atLeast") if height and not is_head else None,
                    w("tblHeader") if is_head else None,
                ),
                *_cells(file, boxes, widths),
            )
        )
    tie_rows(made, file.ruler.row_heights(made), head)
    return [made, file.paragraph("Gap", "")]


def no_lines(*sides: str) -> tuple[Element, ...]:
    """No borders there, where the style of tables has some."""
    return tuple(w(side, val="nil") for side in sides)


def bare() -> Element:
    """The borders of a table that only sets things side by side."""
    return w("tblBorders", *no_lines("top", "bottom", "insideH"))


def _cells(file: WordFile, boxes: Sequence[Box], widths: Sequence[int]) -> Iterable[Element]:
    start = 0
    for box in boxes:
        width = sum(widths[start : start + box.span])
        span = w("gridSpan", val=box.span) if box.span > 1 else None
        # Word wants a paragraph at the end of every cell.
        blocks = box.blocks or [file.paragraph("Table Text", "")]
        yield w("tc", w("tcPr", w("tcW", w=width, type="dxa"), span, *box.properties), *blocks)
        start += box.span


def widths_for(columns: Sequence[Sequence[str]], total: int, letters: float = 1.0) -> list[int]:
    """How wide columns are that hold these texts, so that no word is broken and long texts get most of the room.

    The first text of a column is its heading. ``letters``: how much of `text_width` words take in the font.
    """
    columns = [[text[:_LONGEST_TEXT] for text in texts] for texts in columns]
    least = _least(columns, total, letters)
    wanted = [
        max(low, _LETTER * min(_longest_line(texts), _LONGEST_LINE) + _MARGINS)
        for low, texts in zip(least, columns, strict=True)
    ]
    if sum(wanted) <= total:
        return _shared(wanted, total)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    much = [float(sum(map(room, texts))) for texts in columns]
    ways = [_with_rest(least, shares, wanted, total) for shares in (more, much)]
    return min(ways, key=lambda widths: _lines(columns, widths))


def _longest_line(texts: Sequence[str]) -> int:
    return max((room(line) for text in texts for line in text.split("\n")), default=1)


def _with_rest(least: Sequence[float], shares: Sequence[float], most: Sequence[float], total: int) -> list[int]:
    """What each column needs, and of the rest its share, but no more than it wants while others want more."""
    made, rest = list(least), max(total - sum(least), 0.0)
    open_columns = [at for at, share in enumerate(shares) if share > 0 and most[at] > least[at]]
    while rest > 1 and open_columns:
        whole = sum(shares[at] for at in open_columns)
        given = {at: min(rest * shares[at] / whole, most[at] - made[at]) for at in open_columns}
        for at, extra in given.items():
            made[at] += extra
        rest -= sum(given.values())
        open_columns = [at for at in open_columns if most[at] - made[at] > 1]
    return _shared(made, total)


def _lines(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """How many lines the rows take together."""
    return sum(max(map(lines_in, row, widths)) for row in zip(*columns, strict=True))


def _least(columns: Sequence[Sequence[str]], total: int, letters: float) -> list[float]:
    """What each column needs: a few short words on one line if that can be, else each word whole.

    Words stay whole also on computers that have not our font, if that can be. Where not even words fit, the longest are
    broken, and the short ones stay whole.
    """
    most = total * _WIDEST_WORD
    for few, anywhere in ((_FEW_WORDS, 1.0), (0, 1.0), (0, letters)):
        needed = [
            min(max(_word_room(texts, few, at == 0) * letters, _word_room(texts, 0, at == 0) * anywhere), most)
            + _MARGINS
            for at, texts in enumerate(columns)
        ]
        if sum(needed) <= total:
            return needed
    left, made = float(total), dict.fromkeys(range(len(needed)), 0.0)
    for position, at in enumerate(sorted(made, key=needed.__getitem__)):
        made[at] = min(needed[at], left / (len(needed) - position))
        left -= made[at]
    return list(made.values())


def _word_room(texts: Sequence[str], few: int, strong: bool) -> float:
    """The room of the longest stretch that should not be broken: a word, or a text of no more than ``few`` letters."""
    longest = 1.0
    for number, text in enumerate(texts):
        for word in [text] if len(text) <= few else re.split("[ \n]", text):
            longest = max(longest, text_width(word, POINTS, strong or not number) * _TWIPS)
    return longest


def _shared(parts: Sequence[float], total: int) -> list[int]:
    """``total`` shared out in proportion to ``parts``, with nothing left over."""
    made = [int(part * total / sum(parts)) for part in parts]
    made[-1] += total - sum(made)
    return made


def lines_in(text: str, width: int) -> int:
    """About how many lines a text takes in a column of that width."""
    return sum(math.ceil((room(line) + 1) * _LETTER / max(width - _MARGINS, 300)) for line in text.split("\n"))


def too_long(texts: Sequence[str], widths: Sequence[int]) -> bool:
    """Whether a row with these texts takes so many lines that it must be allowed to go on over the page."""
    return any(
        len(text) > _LONGEST_TEXT or lines_in(text, width) > _LINES_KEPT
        for text, width in zip(texts, widths, strict=True)
    )

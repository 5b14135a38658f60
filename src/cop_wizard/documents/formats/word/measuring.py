"""How high what is written stands on a page, estimated: only the program that opens the file knows.

What is measured is the file itself, with the styles it has; widths are those of our own font (`pictures/measure.py`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cop_wizard.documents.formats.word.xml import Element, qn
from cop_wizard.documents.pictures.measure import CALIBRI, text_width

_EMU, _TWIPS = 12700, 20
"""How many of these a point has."""
_LETTERS, _BOLD_LETTERS = CALIBRI * 0.95, CALIBRI * 0.88
"""In whole lines letters even out; and bold ones are less wide in Calibri than elsewhere."""
_WIDE_LETTERS, _OTHER_LETTERS = 0.9, 0.75
"""The same for East Asian and other scripts, in the fonts that are usual for them."""
_LINE, _EAST_ASIAN_LINE = 1.22, 1.4
"""The height of a line in font sizes."""
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\uffef]")
_OTHER_SCRIPT = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2000-\u25ff]")
_INDENT = 15.0
"""How far items of a list stand in, in points."""
_CELL = 5.0
"""The space at the left and right of a cell, in points."""
_CELL_HEIGHT = 5.0
"""The space above and below what is in a cell, together."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a style sets its paragraphs, in points; ``line`` as a share of the usual height."""

    before: float = 0
    after: float = 0
    line: float = 1
    left: float = 0
    right: float = 0
    points: float = 10
    strong: bool = False
    keep: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What is not divided at the end of a page: its ``height``, and whether it stays with what follows (``tied``)."""

    height: float
    tied: bool = False


class Ruler:
    """Measures blocks of a document whose styles are below ``styles``."""

    def __init__(self, styles: Element) -> None:
        self._named = {str(style.get(qn("w:styleId"))): style for style in styles.iter(qn("w:style"))}
        defaults = styles.find(qn("w:docDefaults"))
        self._usual = _Layout() if defaults is None else _set_by(next(defaults.iter(qn("w:pPr")), None), _Layout())
        if defaults is not None:
            self._usual = _lettered(next(defaults.iter(qn("w:rPr")), None), self._usual)
        self._layouts: dict[str, _Layout] = {}

    def parts(self, blocks: Iterable[Element], width: float) -> Iterator[Part]:
        """The parts of ``blocks``, on ``width`` points."""
        there = 0.0  # of the space between two paragraphs the larger counts, not the sum
        for block in blocks:
            if block.tag == qn("w:tbl"):
                there = 0.0
                yield from self._rows(block)
            elif block.tag == qn("w:p"):
                layout = self._layout(block)
                yield from self._paragraph(block, replace(layout, before=max(0.0, layout.before - there)), width)
                there = layout.after

    def height(self, blocks: Iterable[Element], width: float) -> float:
        """The height of all of them, below each other."""
        return sum(part.height for part in self.parts(blocks, width))

    def row_heights(self, table: Element) -> list[float]:
        """The height of each row."""
        return [self._row(row) for row in table.iterfind(qn("w:tr"))]

    def _rows(self, table: Element) -> Iterator[Part]:
        for row in table.iterfind(qn("w:tr")):
            height = self._row(row)
            about = row.find(qn("w:trPr"))
            first = next(row.iter(qn("w:p")))
            tied = self._layout(first).keep or (about is not None and about.find(qn("w:tblHeader")) is not None)
            if about is not None and about.find(qn("w:cantSplit")) is not None:
                yield Part(height, tied)
            else:
                lines = max(1, int(height / 14))
                yield from (Part(height / lines) for _line in range(lines))

    def _row(self, row: Element) -> float:
        least = next(row.iter(qn("w:trHeight")), None)
        asked = _length(least, "val", 0.0)
        cells = []
        for cell in row.iterfind(qn("w:tc")):
            width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            room = _length(width, "w", 0.0) - 2 * _CELL
            cells.append(self.height(cell, room) + _CELL_HEIGHT)
        return max([asked, *cells])

    def _paragraph(self, paragraph: Element, layout: _Layout, width: float) -> Iterator[Part]:
        heights = list(self._lines(paragraph, layout, width - layout.left - layout.right))
        heights[0] += layout.before
        heights[-1] += layout.after
        if layout.whole or len(heights) < 4:
            yield Part(sum(heights), layout.keep)
            return
        yield Part(sum(heights[:2]))  # no line is left alone at the end of a page, or at the beginning of the next
        yield from map(Part, heights[2:-2])
        yield Part(sum(heights[-2:]), layout.keep)

    def _lines(self, paragraph: Element, layout: _Layout, width: float) -> Iterator[float]:
        """The height of each line."""
        shown = [int(one.get("cy", 0)) / _EMU for one in paragraph.iter(qn("wp:extent"))]
        if shown:
            yield max(shown) + layout.points * 0.4
            return
        highest, used, line = 0.0, 0.0, False
        for words, points, strong in self._stretches(paragraph, layout):
            tall = points * layout.line * (_EAST_ASIAN_LINE if _EAST_ASIAN.search(words) else _LINE)
            for number, text in enumerate(words.split("\n")):
                if number:
                    yield highest or tall
                    highest, used = 0.0, 0.0
                for word in text.split(" "):
                    wide = _wide(word, strong) * points
                    if used and used + wide > width:
                        yield highest
                        highest, used = 0.0, 0.0
                    if wide > width:
                        more = math.ceil(wide / max(width, 10)) - 1
                        yield from [tall] * more
                    used += min(wide, width) + 0.22 * points
                    highest, line = max(highest, tall), True
        yield highest or (layout.points * layout.line * _LINE if not line else 0.0)

    def _stretches(self, paragraph: Element, layout: _Layout) -> Iterator[tuple[str, float, bool]]:
        """Text of one size each, and whether it is bold."""
        for run in paragraph.iter(qn("w:r")):
            own = _lettered(run.find(qn("w:rPr")), layout)
            text = "".join("\n" if one.tag == qn("w:br") else one.text or "" for one in run.iter(qn("w:t"), qn("w:br")))
            if text:
                yield text, own.points, own.strong

    def _layout(self, paragraph: Element) -> _Layout:
        properties = paragraph.find(qn("w:pPr"))
        style = None if properties is None else properties.find(qn("w:pStyle"))
        return _set_by(properties, self._of(str(style.get(qn("w:val")))) if style is not None else self._usual)

    def _of(self, name: str) -> _Layout:
        """How the style of that id sets its paragraphs."""
        if name not in self._layouts:
            style = self._named.get(name)
            if style is None:
                return self._usual
            self._layouts[name] = self._usual  # in a letterhead styles may be based on each other
            based = style.find(qn("w:basedOn"))
            usual = self._usual if based is None else self._of(str(based.get(qn("w:val"))))
            made = _set_by(style.find(qn("w:pPr")), usual)
            self._layouts[name] = _lettered(style.find(qn("w:rPr")), made)
        return self._layouts[name]


def _set_by(properties: Element | None, usual: _Layout) -> _Layout:
    """``usual``, changed by the properties of a paragraph or of its style."""
    if properties is None:
        return usual
    spacing, sides = properties.find(qn("w:spacing")), properties.find(qn("w:ind"))
    listed = properties.find(qn("w:numPr")) is not None
    line = None if spacing is None else spacing.get(qn("w:line"))
    return replace(
        usual,
        before=_length(spacing, "before", usual.before),
        after=_length(spacing, "after", usual.after),
        line=_number(line) / 240 if line else usual.line,
        left=_length(sides, "left", usual.left + _INDENT * listed),
        right=_length(sides, "right", usual.right),
        keep=usual.keep or properties.find(qn("w:keepNext")) is not None,
        whole=usual.whole or properties.find(qn("w:keepLines")) is not None,
    )


def _length(element: Element | None, name: str, usual: float) -> float:
    """A length in points, or the usual one where none is given."""
    given = None if element is None else element.get(qn(f"w:{name}"))
    return usual if given is None else _number(given) / _TWIPS


def _lettered(properties: Element | None, usual: _Layout) -> _Layout:
    """``usual``, with the size and weight that the properties of a run ask for."""
    if properties is None:
        return usual
    size = properties.find(qn("w:sz"))
    points = usual.points if size is None else _number(size.get(qn("w:val"))) / 2
    return replace(usual, points=points, strong=usual.strong or properties.find(qn("w:b")) is not None)


def _number(given: object) -> float:
    """A number as letterheads write it, 0 where it is none."""
    try:
        return float(str(given))
    except ValueError:
        return 0.0


@lru_cache(maxsize=8192)
def _wide(word: str, strong: bool) -> float:
    """The width of a word, in font sizes."""
    if _EAST_ASIAN.search(word):
        share = _WIDE_LETTERS
    elif _OTHER_SCRIPT.search(word):
        share = _OTHER_LETTERS
    else:
        share = _BOLD_LETTERS if strong else _LETTERS
    return text_width(word, share, strong)


def pages(parts: Iterable[Part], height: float) -> tuple[int, float]:
    """How many pages of that ``height`` they take, and how much of the last one."""
    number, used, chain = 1, 0.0, 0.0
    for part in parts:
        chain += part.height
        if part.tied:
            continue
        number, used, chain = *_placed(number, used, chain, height), 0.0
    return _placed(number, used, chain, height)


def _placed(number: int, used: float, chain: float, height: float) -> tuple[int, float]:
    if used + chain <= height:
        return number, used + chain
    number, used = (number + 1, chain) if used else (number, chain)
    more = int(used // height)
    return number + more, used - more * height

"""How much fits into boxes on one page, estimated on the safe side.

A page is made before anyone knows the reader's fonts, so widths are those of wide ones (`pictures/measure.py`). What
does not fit at the smallest type goes to a note, in whole sentences and whole items of lists: nothing is cut.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cop_wizard.documents.content.essence import Point
from cop_wizard.documents.content.shapes import Block
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.i18n import _

SIZES = (11.0, 10.0, 9.0, 8.0, 7.5)
"""The sizes of type that are tried, in points, the largest first."""

LINE, GAP, PADDING, INDENT, TITLE, LEAD = 1.34, 0.4, 0.75, 1.25, 1.75, 1.2
"""Measures of a box in font sizes: the height of a line, the space between answers and around them, how far lists are
indented, the height of the box's title, and the size of a leading sentence. ``templates/one-page/page.css`` says the
same.
"""

BETWEEN = 8.5
"""The space between two boxes, in points."""

_SPARE = 0.96
"""`text_width` is a tenth more than the widest fonts need, since a word in a picture stands alone; lines even out."""

_SPLITS = {
    1: ((12,),),
    3: ((4, 4, 4), (5, 4, 3), (5, 3, 4), (4, 5, 3), (3, 5, 4), (4, 3, 5), (3, 4, 5), (6, 3, 3), (3, 6, 3), (3, 3, 6)),
}
"""How many twelfths of the page the boxes of a row may take, the even split first."""

_LONGEST = 1200
"""A sentence that is longer than this fits nowhere: to measure more of it would only take time."""

_MOST = 80
"""So many sentences and items of one answer are looked at; no box holds more."""

_SENTENCE = re.compile(r".*?(?:[.!?…][\"'”’»)\]]*\s+|[。！？]+|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a box should hold: its title, and points, of which ``left`` names those that go on in the plan."""

    title: str
    points: tuple[Point, ...]
    left: tuple[str, ...] = ()
    share: int = 12


Rows = tuple[tuple[Contents, ...], ...]


def fit(rows: Rows, width: float, height: float) -> tuple[float, Rows]:
    """The size of type in points, and the boxes with what fits of their points on ``width`` times ``height`` points."""
    rows = tuple(tuple(_manageable(box) for box in row) for row in rows)
    for size in SIZES:
        room = (height - (len(rows) - 1) * BETWEEN) / size
        for choose in (_even, _best):
            split = tuple(choose(row, width / size) for row in rows)
            if sum(_row_heights(split, width / size)) <= room:
                return size, split
    allotted = _allotted(_row_heights(split, width / size), room)
    return size, tuple(
        tuple(_shortened(box, width / size, most) for box in row) for row, most in zip(split, allotted, strict=True)
    )


# --- how wide and how high --------------------------------------------------------------------------------------------


def _even(row: tuple[Contents, ...], width: float) -> tuple[Contents, ...]:
    return _shared(row, _SPLITS[len(row)][0])


def _best(row: tuple[Contents, ...], width: float) -> tuple[Contents, ...]:
    """The row with the shares that make it lowest."""
    splits = [_shared(row, shares) for shares in _SPLITS[len(row)]]
    return min(splits, key=lambda split: _row_heights((split,), width)[0])


def _shared(row: tuple[Contents, ...], shares: tuple[int, ...]) -> tuple[Contents, ...]:
    return tuple(replace(box, share=share) for box, share in zip(row, shares, strict=True))


def _row_heights(rows: Rows, width: float) -> list[float]:
    return [max(_height(box, width) for box in row) for row in rows]


def inner_width(share: int, width: float) -> float:
    """The width of the text in a box, in font sizes; that between boxes is taken at the smallest type."""
    between = BETWEEN / SIZES[-1]
    return (width + between) * share / 12 - between - 2 * PADDING


def _height(box: Contents, width: float) -> float:
    inner = inner_width(box.share, width)
    heights = [height_of(point, inner) for point in box.points]
    if box.left:
        heights.append(lines_of(note(box.left), inner) * LINE)
    return TITLE + 2 * PADDING + sum(heights) + GAP * max(0, len(heights) - 1)


def note(titles: Sequence[str]) -> str:
    """What stands under a box whose answers go on in the plan."""
    return _("Continued in the plan: {titles}").format(titles=_(", ").join(titles))


@lru_cache(maxsize=8192)
def height_of(point: Point, width: float) -> float:
    """The height of a point in font sizes."""
    if point.lead:
        return sum(lines_of(" ".join(block.lines), width / LEAD) for block in point.blocks) * LINE * LEAD
    height, title = 0.0, point.title
    for block in point.blocks:
        if block.kind == "paragraph":
            height += sum(lines_of(line, width, title if not number else "") for number, line in enumerate(block.lines))
        else:
            height += lines_of("", width, title) if title else 0
            height += sum(lines_of(line, width - INDENT) for line in block.lines)
        title = ""
    return height * LINE


def lines_of(text: str, width: float, before: str = "") -> int:
    """How many lines ``text`` takes at most after the bold words ``before``; ``width`` is in font sizes."""
    lines, used = 1, 0.0
    for words, bold in ((before, True), (text, False)):
        for word in words.split():
            wide = _wide(word, bold)
            if used and used + wide > width:
                lines, used = lines + 1, 0.0
            if wide > width:  # it is broken where it may be, which can be a few letters early
                lines += math.ceil(wide / max(width - 3, 1)) - 1
            used += min(wide, width) + _wide(" ", bold)
    return lines


@lru_cache(maxsize=8192)
def _wide(word: str, bold: bool) -> float:
    return text_width(word, _SPARE, bold)


# --- what goes to the note --------------------------------------------------------------------------------------------


def _allotted(wanted: list[float], height: float) -> list[float]:
    """The height of each row: what it wants where that is less than its part of what the others leave."""
    allowed = [0.0] * len(wanted)
    open_rows, rest = sorted(range(len(wanted)), key=wanted.__getitem__), height
    while open_rows:
        row = open_rows.pop(0)
        allowed[row] = min(wanted[row], rest / (len(open_rows) + 1))
        rest -= allowed[row]
    return allowed


def _manageable(box: Contents) -> Contents:
    """The box without what no page could hold."""
    return _holding(box, [len(_units(point)) for point in box.points])


def _shortened(box: Contents, width: float, height: float) -> Contents:
    """The box with so many sentences and items as fit; each answer gets one in turn, so that none takes all room."""
    if _height(box, width) <= height:
        return box
    counts = [0] * len(box.points)
    going = list(range(len(counts)))
    while going:
        for number in tuple(going):
            counts[number] += 1
            if _height(_holding(box, counts), width) > height:
                counts[number] -= 1
                going.remove(number)
            elif counts[number] == len(_units(box.points[number])):
                going.remove(number)
    return _holding(box, counts)


def _holding(box: Contents, counts: Sequence[int]) -> Contents:
    """The box with so many sentences and items of each point."""
    cut = [_cut(point, count) for point, count in zip(box.points, counts, strict=True)]
    left = (point.title for point, short in zip(box.points, cut, strict=True) if short != point)
    points = tuple(short for short in cut if short.blocks)
    return replace(box, points=points, left=tuple(dict.fromkeys((*left, *box.left))))


def _cut(point: Point, count: int) -> Point:
    """The first ``count`` sentences and items of a point."""
    kept = _units(point)[:count]
    blocks, number = [], 0
    for block in point.blocks:
        numbers = range(number, number + len(block.lines))
        lines = tuple("".join(unit for line, unit in kept if line == one) for one in numbers)
        blocks.append(Block(block.kind, tuple(line.rstrip() for line in lines if line)))
        number += len(block.lines)
    return replace(point, blocks=tuple(block for block in blocks if block.lines))


@lru_cache(maxsize=1024)
def _units(point: Point) -> tuple[tuple[int, str], ...]:
    """The sentences and items of a point, each with the number of its line; one that is far too long ends them."""
    units: list[tuple[int, str]] = []
    lines = [(block.kind, line) for block in point.blocks for line in block.lines]
    for number, (kind, line) in enumerate(lines):
        for unit in filter(None, _SENTENCE.findall(line)) if kind == "paragraph" else (line,):
            if len(unit) > _LONGEST or len(units) == _MOST:
                return tuple(units)
            units.append((number, unit))
    return tuple(units)

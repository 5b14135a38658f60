"""How much fits into boxes on one page, estimated on the safe side.

A page asks for Arial and a Word file for Calibri, whose widths are known, so Latin text is measured closely. Other
scripts, and the fonts of a brand or a letterhead, are taken to be wide (`pictures/measure.py`). What
does not fit at the smallest type goes to a note, in whole sentences and whole items of lists: nothing is cut.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from operator import ge

from cop_wizard.documents.content.essence import Point
from cop_wizard.documents.content.shapes import Block
from cop_wizard.documents.pictures.measure import ARIAL, text_width
from cop_wizard.i18n import _

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""The sizes of type that are tried, in points, the largest first: smaller ones are hard to read on a wall."""

LINE, GAP, PADDING, INDENT, TITLE, TITLE_SIZE, LEAD = 1.28, 0.3, 0.75, 1.25, 1.75, 1.15, 1.2
"""Measures of a box in font sizes: the height of a line, the space between answers and around them, how far lists are
indented, the height of the box's title with the space below it, and the sizes of the title and of a leading sentence.
``templates/one-page/page.css`` says the same.
"""

BETWEEN = 8.5
"""The space between two boxes, in points."""

_WIDE_FONTS = 0.96
"""`text_width` is a tenth more than the widest fonts need, since a word in a picture stands alone; lines even out."""

_LONG_WORD = 20
"""In longer words, such as addresses, letters do not even out."""

_LEAST_SHARE, _NARROW = 3, 2
"""In twelfths of the page: a box is only narrow where its title still stands on one line."""

_LONGEST = 1200
"""A sentence that is longer than this fits nowhere: to measure more of it would only take time."""

_MOST = 80
"""So many sentences and items of one answer are looked at; no box holds more."""

_OTHER_SCRIPT = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2000-\u20bf]")
"""A letter that is not Latin, or a sign that its fonts do not have."""

_SENTENCE = re.compile(r".*?(?:[.!?…][\"'”’»)\]]*\s+|[。！？]+|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a box should hold: its title, and points, of which ``left`` names those that go on in the plan."""

    title: str
    points: tuple[Point, ...]
    left: tuple[str, ...] = ()
    share: int = 12


Rows = tuple[tuple[Contents, ...], ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The boxes with what fits, and the ``size`` of type. ``even``: all rows below the first may be equally high."""

    rows: Rows
    size: float
    even: bool


def fit(rows: Rows, width: float, height: float, known: float = ARIAL, sizes: Sequence[float] = SIZES) -> Fitted:
    """What fits of the boxes on ``width`` times ``height`` points, in the largest of ``sizes`` that holds all, if one
    does.

    ``known``: how much of `text_width` words take in the font of the text, 0 where nobody knows the font.
    """
    rows = tuple(tuple(_manageable(box) for box in row) for row in rows)
    for size in sizes:
        room = (height - (len(rows) - 1) * BETWEEN) / size
        for choose in (_even, _best):
            split = tuple(choose(row, width / size, known) for row in rows)
            if sum(_row_heights(split, width / size, known)) <= room:
                return _fitted(split, size, width, room, known)
    allotted = _allotted(_row_heights(split, width / size, known), room)
    short = tuple(
        tuple(_shortened(box, width / size, most, known) for box in row)
        for row, most in zip(split, allotted, strict=True)
    )
    return _fitted(short, size, width, room, known)


def _fitted(rows: Rows, size: float, width: float, room: float, known: float) -> Fitted:
    first, *others = _row_heights(rows, width / size, known)
    return Fitted(rows, size, first + len(others) * max(others, default=0) <= room)


# --- how wide and how high --------------------------------------------------------------------------------------------


def _even(row: tuple[Contents, ...], width: float, known: float) -> tuple[Contents, ...]:
    return _shared(row, (12 // len(row),) * len(row))


def _best(row: tuple[Contents, ...], width: float, known: float) -> tuple[Contents, ...]:
    """The row with the shares that make it lowest, and of those the most even ones."""
    least = [_NARROW if _title_fits(box, width) else _LEAST_SHARE for box in row]
    splits = [_shared(row, shares) for shares in _splits(len(row)) if all(map(ge, shares, least))]
    return min(splits, key=lambda split: _row_heights((split,), width, known)[0])


def _title_fits(box: Contents, width: float) -> bool:
    return lines_of("", inner_width(_NARROW, width) / TITLE_SIZE, box.title) == 1


@cache
def _splits(boxes: int) -> list[tuple[int, ...]]:
    """How many twelfths of the page the boxes of a row may take, the even splits first."""
    shares = [one for one in product(range(_NARROW, 13), repeat=boxes) if sum(one) == 12]
    return sorted(shares, key=lambda one: max(one) - min(one))


def _shared(row: tuple[Contents, ...], shares: tuple[int, ...]) -> tuple[Contents, ...]:
    return tuple(replace(box, share=share) for box, share in zip(row, shares, strict=True))


def _row_heights(rows: Rows, width: float, known: float) -> list[float]:
    return [max(_height(box, width, known) for box in row) for row in rows]


def inner_width(share: int, width: float) -> float:
    """The width of the text in a box, in font sizes; that between boxes is taken at the smallest type."""
    between = BETWEEN / SIZES[-1]
    return (width + between) * share / 12 - between - 2 * PADDING


def _height(box: Contents, width: float, known: float) -> float:
    inner = inner_width(box.share, width)
    heights = [height_of(point, inner, known) for point in box.points]
    if box.left:
        heights.append(lines_of(note(box.left), inner, "", known) * LINE)
    return TITLE + 2 * PADDING + sum(heights) + GAP * max(0, len(heights) - 1)


def note(titles: Sequence[str]) -> str:
    """What stands under a box whose answers go on in the plan."""
    return _("Continued in the plan: {titles}").format(titles=_(", ").join(titles))


@lru_cache(maxsize=8192)
def height_of(point: Point, width: float, known: float = ARIAL) -> float:
    """The height of a point in font sizes."""
    if point.lead:
        lines = sum(lines_of(" ".join(block.lines), width / LEAD, "", known) for block in point.blocks)
        return lines * LINE * LEAD
    height, title = 0.0, point.title
    for block in point.blocks:
        if block.kind == "paragraph":
            titles = (title, *[""] * len(block.lines))
            height += sum(
                lines_of(line, width, before, known) for line, before in zip(block.lines, titles, strict=False)
            )
        else:
            height += lines_of("", width, title, known) if title else 0
            height += sum(lines_of(line, width - INDENT, "", known) for line in block.lines)
        title = ""
    return height * LINE


def lines_of(text: str, width: float, before: str = "", known: float = ARIAL) -> int:
    """How many lines ``text`` takes at most after the bold words ``before``; ``width`` is in font sizes."""
    lines, used = 1, 0.0
    for words, bold in ((before, True), (text, False)):
        for word in words.split():
            wide = _wide(word, bold, known)
            if used and used + wide > width:
                lines, used = lines + 1, 0.0
            if wide > width:  # it is broken where it may be, which can be a few letters early
                lines += math.ceil(wide / max(width - 3, 1)) - 1
            used += min(wide, width) + _wide(" ", bold, known)
    return lines


@lru_cache(maxsize=8192)
def _wide(word: str, bold: bool, known: float) -> float:
    ours = known and len(word) <= _LONG_WORD and not _OTHER_SCRIPT.search(word)
    return text_width(word, known if ours else _WIDE_FONTS, bold)


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


def _shortened(box: Contents, width: float, height: float, known: float) -> Contents:
    """The box with so many sentences and items as fit.

    Of the answers that matter most each gets one, so that none takes all room, and then more; then the details do.
    """
    if _height(box, width, known) <= height:
        return box
    counts = [0] * len(box.points)

    def grow(number: int) -> bool:
        counts[number] += 1
        if counts[number] <= len(_units(box.points[number])) and _height(_holding(box, counts), width, known) <= height:
            return True
        counts[number] -= 1
        return False

    main = [number for number, point in enumerate(box.points) if not point.detail]
    details = [number for number in range(len(counts)) if number not in main]
    for level in (main, details):
        going = level
        while going:
            going = [number for number in going if grow(number)]
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

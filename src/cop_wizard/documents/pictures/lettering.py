"""Text in pictures, one text below the other, each broken into as many lines as it takes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cop_wizard.documents.pictures.drawing import Pill, Shape, Words
from cop_wizard.documents.pictures.measure import LEADING, Copy, pour, text_width
from cop_wizard.i18n import _


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be set: in what size and role, with how much space ``before`` it, in how many lines at the ``most``."""

    text: str
    size: float
    role: str = "text"
    bold: bool = False
    before: float = 0.0
    most: int = 12


def stacked(
    texts: Sequence[Text], x: float, top: float, width: float, anchor: str = "middle"
) -> tuple[list[Shape], float]:
    """The texts in lines no wider than ``width``, and where the last line ends."""
    shapes: list[Shape] = []
    y = top
    for one in texts:
        if not one.text:
            continue
        y += one.before
        room = one.most * one.size * LEADING + 0.1
        lines = pour([Copy(one.text, one.size, one.bold)], lambda _top, _bottom: width, y, y + room)
        shapes += [
            Words(round(x, 1), round(line.y, 1), line.text, one.size, one.role, anchor, one.bold) for line in lines
        ]
        y += len(lines) * one.size * LEADING
    return shapes, y


def size_for(labels: Iterable[str], room: float, size: float, least: float, bold: bool = False) -> float:
    """The largest size up to ``size`` that leaves every word of the labels whole, but not less than ``least``."""
    words = (word for label in labels for word in re.split(r"\s|(?<=[-/])", label))
    widest = max((text_width(word, size, bold) for word in words), default=1.0)
    return math.floor(10 * min(size, max(least, size * room / max(1.0, widest)))) / 10


def after(source: str) -> str:
    """The work a picture is drawn after, in words; "" where it is not known."""
    return _("After {source}.").format(source=source) if source else ""


def source_line(source: str, x: float, top: float, width: float) -> tuple[list[Shape], float]:
    """The same in small type below the picture."""
    return stacked([Text(after(source), 11.5, "faint", before=8)], x, top, width, "start")


def flag(words: str, x: float, tip: float, left: float, right: float) -> list[Shape]:
    """A label in a box above the point ``x``, ``tip``, no further out than ``left`` and ``right``."""
    width = text_width(words, 13, True) + 24
    middle = min(max(x, left + width / 2), right - width / 2)
    return [
        Pill(round(middle - width / 2, 1), round(tip - 36, 1), round(width, 1), 26, "here"),
        Words(round(middle, 1), round(tip - 18.5, 1), words, 13, "here-name", bold=True),
    ]

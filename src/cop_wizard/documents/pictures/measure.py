"""How wide text is, estimated on the safe side, and how it breaks into lines.

A picture is drawn before anyone knows the reader's fonts, so widths follow DejaVu Sans, the widest of the usual
system fonts, and a little more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.29),
    **dict.fromkeys("fI.,:;!` ", 0.38),
    **dict.fromkeys('rt()[]-/\\"', 0.47),
    **dict.fromkeys("sJczkvxy", 0.60),
    **dict.fromkeys("mM@WQ", 1.03),
    **dict.fromkeys("w%&", 0.97),
    **dict.fromkeys("—…", 1.02),
    **dict.fromkeys("ADGHNOUCBVRKX", 0.80),
    **dict.fromkeys("+=<>~^#", 0.86),
}
_OTHER = 0.66
_WIDE = 1.12
_UNKNOWN = 1.0
BOLD = 1.14
"""How much wider bold text is."""

ARIAL, CALIBRI = 0.86, 0.8
"""How much of `text_width` a word in these fonts takes, or in those made to their measure, at the most; lines of Latin
text take 0.77 to 0.82 in Arial, 0.7 to 0.77 in Calibri.
"""


def _width_of(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if letter < "\x7f":
        return 0.72 if letter.isupper() else _OTHER
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    plain = unicodedata.normalize("NFD", letter)[0]
    return _width_of(plain) if plain < "\x7f" else _UNKNOWN


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of ``text`` at a font size, at the most."""
    return sum(map(_width_of, text)) * size * (BOLD if bold else 1.0)


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """``text``, cut with an ellipsis where it is wider than ``room``; "" where not even that fits."""
    if text_width(text, size, bold) <= room:
        return text
    letters = _letters(text)
    while letters and text_width("".join(letters).rstrip() + "…", size, bold) > room:
        letters.pop()
    return "".join(letters).rstrip() + "…" if letters else ""


def _letters(text: str) -> list[str]:
    """``text`` letter by letter, accents and joined characters kept with what they belong to."""
    letters: list[str] = []
    for character in text:
        joins = unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf", "Mc")
        if letters and (joins or letters[-1].endswith("\u200d")):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text with its baseline and font size."""

    text: str
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """Text to be set: its size, whether bold, and the space before it."""

    text: str
    size: float
    bold: bool = False
    before: float = 0.0


LEADING = 1.28
"""Line height in font sizes."""


def pour(copies: Sequence[Copy], room: Callable[[float, float], float], top: float, bottom: float) -> list[PlacedLine]:
    """Set ``copies`` in lines from ``top`` on. ``room(y1, y2)`` is the width between two heights.

    Gives fewer lines than needed, the last one with an ellipsis, where the text does not fit above ``bottom``.
    """
    placed: list[PlacedLine] = []
    y = top
    for copy in copies:
        y += copy.before if placed else 0
        words = copy.text.split()
        height = copy.size * LEADING
        while words:
            if y + height > bottom:
                return _ended(placed, room)
            width = room(y, y + height)
            line, words = _next_line(words, width, copy.size, copy.bold)
            if line:
                placed.append(PlacedLine(line, y + copy.size * 1.0, copy.size, copy.bold))
            y += height
    return placed


def whole(lines: Sequence[PlacedLine], copies: Sequence[Copy]) -> bool:
    """Whether the lines hold all of the text, no word broken."""
    return [word for line in lines for word in line.text.split()] == [
        word for copy in copies for word in copy.text.split()
    ]


def _next_line(words: list[str], width: float, size: float, bold: bool) -> tuple[str, list[str]]:
    """As many words as fit, and the rest. A word too wide for any line is broken."""
    line = ""
    for count, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold) <= width:
            line = longer
            continue
        if line and text_width(word, size, bold) <= width * 1.6:
            return line, words[count:]
        head = _head(word, width - text_width(line + " ", size, bold) if line else width, size, bold)
        if len(head) < 2 and line:
            return line, words[count:]
        return (f"{line} {head}" if line else head), [word[len(head) :], *words[count + 1 :]] if head else words[count:]
    return line, []


def _head(word: str, width: float, size: float, bold: bool) -> str:
    """As much of a word as fits, up to a hyphen or slash where there is one."""
    head = ""
    for letter in _letters(word):
        if text_width(head + letter, size, bold) > width:
            joint = max(head.rfind("-"), head.rfind("/")) + 1
            return head[:joint] if joint > 2 else head
        head += letter
    return head


def _ended(placed: list[PlacedLine], room: Callable[[float, float], float]) -> list[PlacedLine]:
    """The lines with an ellipsis at the end, to say that there is more."""
    if not placed:
        return placed
    last = placed[-1]
    width = room(last.y - last.size, last.y + last.size * 0.28)
    text = shortened(last.text + "…", width, last.size, last.bold)
    return [*placed[:-1], PlacedLine(text if text.endswith("…") else text + "…", last.y, last.size, last.bold)]

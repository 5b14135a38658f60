"""How much room text takes on a screen, and breaking it to fit."""

from __future__ import annotations

import re

from cop_wizard.visible import visible

_TAB = 4
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0400-\u0482\u2010-\u2027\u2030-\u205e]*")
"""Characters that take one column each, so that the tables of ``wcwidth`` need not be loaded for them."""


def cells(text: str) -> list[tuple[str, int]]:
    """For each character of ``text`` what is shown for it, and the columns that takes.

    What belongs together, such as a letter and its accent or the parts of an emoji, is shown with its first character.
    """
    if _PLAIN.fullmatch(text):
        return [(character, 1) for character in text]
    from wcwidth import wcswidth

    found: list[tuple[str, int]] = []
    for together in _together(text):
        shown = visible(together).replace("\t", " " * _TAB)
        found.append((shown, max(0, wcswidth(shown))))
        found += [("", 0)] * (len(together) - 1)
    return found


def _together(text: str) -> list[str]:
    """``text`` in pieces whose room does not depend on their neighbours.

    A grapheme that takes no room by itself may take some behind another, as Indic vowel signs do.
    """
    from wcwidth import iter_graphemes, wcswidth

    pieces: list[str] = []
    for grapheme in iter_graphemes(text):
        if pieces and wcswidth(grapheme) == 0:
            pieces[-1] += grapheme
        else:
            pieces.append(grapheme)
    return pieces


def room(text: str) -> int:
    """The columns that ``text`` takes on a screen."""
    return sum(taken for _shown, taken in cells(text))


def wrapped(text: str, width: int | None, first: str = "", rest: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` columns (``None``: one line), indented with ``first`` and ``rest``."""
    if width is None:
        return [first + text]
    lines, line, used = [], first, room(first)
    fresh = True
    for word in text.split(" "):
        for piece in _pieces(word, max(8, width - room(rest))):
            needed = room(piece) + (0 if fresh else 1)
            if not fresh and used + needed > width:
                lines.append(line)
                line, used, fresh = rest, room(rest), True
                needed = room(piece)
            line += piece if fresh else " " + piece
            used, fresh = used + needed, False
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    """``word`` whole if it fits on a line of its own, else cut into pieces that do."""
    if room(word) <= width:
        return [word]
    pieces, piece, used = [], "", 0
    for shown, taken in cells(word):
        if used + taken > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + shown, used + taken
    return [*pieces, piece]

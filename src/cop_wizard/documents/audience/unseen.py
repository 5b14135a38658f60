"""Characters that nobody sees, and that must not hide anything from those who look for it."""

from __future__ import annotations

import re
from collections.abc import Callable

_UNSEEN = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060\u3164\ufe00-\ufe0f\uffa0]")
"""Soft hyphens, joiners, fillers and variation selectors."""


def bare(text: str) -> str:
    """``text`` without what nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def replaced(pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str], text: str) -> str:
    """``text`` with what ``pattern`` finds replaced, also where something unseen stands in the middle of it.

    What is not replaced stays as it is: Persian, Hindi and emoji need their joiners.
    """
    text = pattern.sub(instead, text)
    seen = bare(text)
    if seen == text:
        return text
    places = [place for place, letter in enumerate(text) if not _UNSEEN.match(letter)]
    pieces, end = [], 0
    for found in pattern.finditer(seen):
        begin = places[found.start()]
        pieces += [text[end:begin], instead(found)]
        end = places[found.end() - 1] + 1
    return "".join(pieces) + text[end:]

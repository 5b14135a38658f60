"""In which direction a text is read, where nobody says it."""

from __future__ import annotations

import unicodedata


def reads_from_right(text: str) -> bool:
    """Whether the first character of ``text`` that has a direction goes from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one != "L" for one in directions if one in ("L", "R", "AL")), False)

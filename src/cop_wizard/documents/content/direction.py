"""In which direction a text is read, where nobody says it."""

from __future__ import annotations

import unicodedata


def reads_from_right(text: str) -> bool:
    """Whether ``text`` goes from right to left: as its first letter does, unless two thirds of them go the other way.

    So a sentence of ours stays as it is where it begins with a name in another script.
    """
    from_right = [one != "L" for one in map(unicodedata.bidirectional, text) if one in ("L", "R", "AL")]
    if not from_right:
        return False
    against = sum(one != from_right[0] for one in from_right)
    return from_right[0] != (3 * against > 2 * len(from_right))


def begins_from_right(text: str) -> bool:
    """Whether the first letter goes from right to left, by which browsers go."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one != "L" for one in directions if one in ("L", "R", "AL")), False)


def is_from_right(text: str) -> bool:
    """Whether any letter goes from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)

"""One stretch of a text and what takes its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stitch:
    """``new`` comes in place of what stands from ``start`` to ``stop``, both counted in the text as it was."""

    start: int
    stop: int
    new: str


def sewn(text: str, stitches: Iterable[Stitch]) -> str:
    """The text after all stitches. Raises ``ValueError`` if two of them overlap."""
    pieces, at = [], 0
    for one in sorted(stitches, key=lambda stitch: (stitch.start, stitch.stop)):
        if one.start < at:
            raise ValueError(one.start)
        pieces += [text[at : one.start], one.new]
        at = one.stop
    return "".join(pieces) + text[at:]

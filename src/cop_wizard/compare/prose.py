"""How a text was reworded, word by word."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from cop_wizard.compare.change import Mark, Piece

_AROUND = 7
"""Words shown on either side of a change where the text goes on unchanged."""

_TOO_MANY = 1_000_000
"""Pairs of words that are still held against each other."""

_SHARED = 0.35
"""With a smaller share of words in common, the two texts are easier to read one after the other."""


def reworded(before: str, after: str) -> tuple[Piece, ...]:
    """What stayed, went and came, in the order of the text. Long stretches that stayed are shortened with ``…``."""
    old, new = before.split(), after.split()
    pieces = [piece for piece in _pieces(old, new) if piece[1]]
    kept = sum(len(words) for mark, words in pieces if mark is Mark.BOTH)
    if kept < _SHARED * max(len(old), len(new)):
        pieces = [(mark, words) for mark, words in ((Mark.OLD, old), (Mark.NEW, new)) if words]
    last = len(pieces) - 1
    return tuple(
        Piece(mark, " ".join(_shortened(words, place == 0, place == last) if mark is Mark.BOTH else words))
        for place, (mark, words) in enumerate(pieces)
    )


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Mark, list[str]]]:
    shorter = min(len(old), len(new))
    ahead = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    behind = next((place for place in range(shorter - ahead) if old[-1 - place] != new[-1 - place]), shorter - ahead)
    yield Mark.BOTH, list(old[:ahead])
    yield from _between(old[ahead : len(old) - behind], new[ahead : len(new) - behind])
    yield Mark.BOTH, list(old[len(old) - behind :])


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Mark, list[str]]]:
    """The stretch in which two texts differ. A lone word that stayed between two changes is taken into them."""
    if len(old) * len(new) > _TOO_MANY:
        yield Mark.OLD, list(old)
        yield Mark.NEW, list(new)
        return
    gone, come = list[str](), list[str]()
    for what, old_from, old_to, new_from, new_to in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if what == "equal" and old_to - old_from > 1:
            yield Mark.OLD, gone
            yield Mark.NEW, come
            yield Mark.BOTH, list(old[old_from:old_to])
            gone, come = [], []
        else:
            gone += old[old_from:old_to]
            come += new[new_from:new_to]
    yield Mark.OLD, gone
    yield Mark.NEW, come


def _shortened(words: list[str], first: bool, last: bool) -> list[str]:
    """A stretch that stayed: its end where a change follows, its beginning where one went before."""
    if len(words) <= 2 * _AROUND + 2:
        return words
    return [*([] if first else words[:_AROUND]), "…", *([] if last else words[-_AROUND:])]

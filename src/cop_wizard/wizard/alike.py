"""Which row of a list is which in another version of it. Rows have no numbers of their own: what they say tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cop_wizard.values import Data


@dataclass(frozen=True, slots=True)
class Alike:
    """``places[n]`` is where the row ``n`` of the old list stands in the new one, ``None`` if it was not found there.

    ``strangers`` are the rows of the new list that no old one was found to be: added ones, or changed beyond knowing.
    """

    places: tuple[int | None, ...]
    strangers: tuple[int, ...]

    def gone(self, row: int) -> bool:
        """Whether the row was surely taken out."""
        return self.places[row] is None and not self.strangers

    @property
    def in_order(self) -> bool:
        """Whether the rows found stand in the order they had."""
        found = [place for place in self.places if place is not None]
        return found == sorted(found)


def alike(old: Sequence[Data], new: Sequence[Data]) -> Alike:
    """Find the rows of ``old`` in ``new``: equal ones first, then those of the same name, then those in between.

    Rows that cannot be told apart are found only if there are as many of them as there were.
    """
    found: dict[int, int] = {}
    _pair(old, new, found, repr)
    _pair(old, new, found, _name)
    _between(old, new, found)
    taken = set(found.values())
    return Alike(
        tuple(found.get(row) for row in range(len(old))), tuple(row for row in range(len(new)) if row not in taken)
    )


def _pair(old: Sequence[Data], new: Sequence[Data], found: dict[int, int], look: Callable[[Data], str]) -> None:
    """Pair the rows not found yet that look the same, where both lists have as many of that look."""
    taken = set(found.values())
    there: dict[str, list[int]] = {}
    for row, value in enumerate(new):
        if row not in taken and look(value):
            there.setdefault(look(value), []).append(row)
    here: dict[str, list[int]] = {}
    for row, value in enumerate(old):
        if row not in found and look(value):
            here.setdefault(look(value), []).append(row)
    for looks, rows in here.items():
        if len(rows) == len(there.get(looks, ())) and (len(rows) == 1 or look is repr):
            found.update(zip(rows, there[looks], strict=True))


def _name(row: Data) -> str:
    """What a row is known by: its first answer."""
    first = next(iter(row.values()), None) if isinstance(row, dict) else None
    return first if isinstance(first, str) else ""


def _between(old: Sequence[Data], new: Sequence[Data], found: dict[int, int]) -> None:
    """One row that got another name: alone between the same neighbours in both lists, and with an answer in common."""
    taken = set(found.values())
    for row, value in enumerate(old):
        before = -1 if row == 0 else found.get(row - 1)
        after = len(new) if row == len(old) - 1 else found.get(row + 1)
        if row in found or before is None or after is None or after - before != 2 or before + 1 in taken:
            continue
        other = new[before + 1]
        if _said(value) & _said(other):
            found[row] = before + 1


def _said(row: Data) -> set[tuple[str, str]]:
    """The answers of a row that are plain text."""
    return {(key, value) for key, value in row.items() if isinstance(value, str)} if isinstance(row, dict) else set()

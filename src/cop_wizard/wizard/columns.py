"""How options to choose from are shown: cut to the window, the rows of a table with their cells under one another."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.cells import cells, room, wrapped
from cop_wizard.wizard.prompter import Ask, Option

_GAP = 2
_NARROW = 56
"""In fewer columns, cells would be cut so short that a row reads better as one line."""


_WHOLE, _LEAST = 26, 16
"""A column no wider than the one is shown whole, as long as the wider ones keep the other."""


def labels_of(ask: Ask, options: Sequence[Option], most: int) -> tuple[str, list[str]]:
    """The line of headings over a table ("" where there is none) and what is shown for each option."""
    rows = [option.cells for option in options if option.cells]
    table = in_columns(ask.columns, rows, most) if ask.columns else None
    if table is None:
        return "", [_cut(option.label, most) for option in options]
    lines = iter(table[1])
    return table[0], [next(lines) if option.cells else _cut(option.label, most) for option in options]


def says_all(option: Option, shown: str) -> bool:
    """Whether nothing of the option's label is missing from what is ``shown`` for it."""
    cells_only = option.label == " · ".join(cell for cell in option.cells if cell)
    return shown == option.label or ("…" not in shown and cells_only)


def _cut(label: str, most: int) -> str:
    """A label that fits on its line; what is cut off is shown below the list while it is pointed at."""
    return label if room(label) <= most else wrapped(label, max(8, most - 1))[0] + "…"


def in_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[str, list[str]] | None:
    """The line of headings and the line of each row, at most ``width`` columns wide; ``None`` in a narrow window.

    A column that says nothing in any row is left out, unless it is the first.
    """
    if width < _NARROW or not rows:
        return None
    kept = [place for place in range(len(headings)) if place == 0 or any(row[place] for row in rows)]
    table = [[line[place] or ("—" if place == 0 else "") for place in kept] for line in (headings, *rows)]
    wanted = [max(room(line[place]) for line in table) for place in range(len(kept))]
    widths = _shrunk(wanted, width - _GAP * (len(kept) - 1))
    lines = [(" " * _GAP).join(map(_fitted, line, widths)).rstrip() for line in table]
    return lines[0], lines[1:]


def _shrunk(widths: list[int], whole: int) -> list[int]:
    """Widths that together take no more than ``whole``: texts give way first, then dates and the like, widest first."""
    widths = [min(width, whole) for width in widths]
    texts = [place for place, width in enumerate(widths) if width > _WHOLE]
    for places, least in ((texts, _LEAST), (range(len(widths)), 1)):
        while sum(widths) > whole and any(widths[place] > least for place in places):
            widths[max(places, key=lambda place: (widths[place], place))] -= 1
    return widths


def _fitted(text: str, width: int) -> str:
    """``text`` in exactly ``width`` columns: filled up with blanks, or cut with an ellipsis."""
    taken = room(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept, used = "", 0
    for shown, columns in cells(text):
        if used + columns > width - 1:
            break
        kept, used = kept + shown, used + columns
    return kept.rstrip() + "…" + " " * (width - 1 - room(kept.rstrip()))

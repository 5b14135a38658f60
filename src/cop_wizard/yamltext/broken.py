"""Which parts of a text are broken, each looked at by itself, so that one mistake says nothing about the others.

After a mistake the parser cannot go on. But people indent: where the next name or dash stands below the last one, a
new part starts, and it can be read on its own below the names it belongs to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cop_wizard.yamltext.draft import Draft, Trouble
from cop_wizard.yamltext.rows import Kind, Row

_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """The rows from ``first`` up to but without ``last`` cannot be read; ``trouble`` is where that shows first."""

    first: int
    last: int
    trouble: Trouble

    def shifted(self, rows: int) -> Part:
        """The same part after some rows were put in above it."""
        trouble = replace(self.trouble, row=self.trouble.row + rows)
        return Part(self.first + rows, self.last + rows, trouble)


def broken_parts(draft: Draft, first: int, last: int, levels: int = _LEVELS) -> Iterator[Part]:
    """The smallest parts of these rows that cannot be read, in the order of the text."""
    starts = _starts(draft.rows, first, last, whole=levels == _LEVELS and not first)
    at = 0
    while at < len(starts) and not draft.tired:
        seen = draft.trouble(starts[at], last)
        if seen is None:
            return
        here = max(bisect_right(starts, seen.row) - 1, at)
        here, alone = _origin(draft, [*starts, last], at, here)
        begin, end = starts[here], starts[here + 1] if here + 1 < len(starts) else last
        if alone is None:  # each part is fine by itself: they do not fit together
            yield Part(starts[max(here - 1, at)], end, seen)
        elif levels and len(_starts(draft.rows, begin, end)) > 1:
            for count, part in enumerate(broken_parts(draft, begin, end, levels - 1)):
                seen = alone if not count and alone.row < part.trouble.row else part.trouble
                yield Part(part.first, part.last, seen)
        else:
            yield Part(begin, end, alone)
        at = here + 1


def _origin(draft: Draft, starts: list[int], at: int, here: int) -> tuple[int, Trouble | None]:
    """The part that cannot be read by itself: an open quotation mark is often noticed only in a later one."""
    alone = draft.trouble(starts[here], starts[here + 1])
    if alone is None or _opens(draft.rows[alone.row]):
        for before in range(at, here):
            if any(_opens(row) for row in draft.rows[starts[before] : starts[before + 1]]):
                found = draft.trouble(starts[before], starts[before + 1])
                if found:
                    return before, found
    return here, alone


def _opens(row: Row) -> bool:
    """Whether a quotation opens in this row and is not closed in it."""
    return row.structural and bool(row.mark) and row.after_quote() is None


def _starts(rows: list[Row], first: int, last: int, whole: bool = False) -> list[int]:
    """The rows at which the parts one level down start; those of the ``whole`` text may start with the first one."""
    inside = [index for index in range(first + 1, last) if rows[index].settled]
    if whole and rows and rows[0].settled:
        inside.insert(0, 0)
    if not inside:
        return [first]
    column = min(rows[index].column for index in inside)
    level = [index for index in inside if rows[index].column == column]
    names = [index for index in level if rows[index].kind is Kind.NAME]
    return [first, *(index for index in names or level if index > first)]

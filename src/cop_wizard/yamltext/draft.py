"""A broken text while it is put right, row by row; and stretches of it that can be tried on their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import yaml

from cop_wizard.diagnostic import Edit
from cop_wizard.yamltext.builder import parser
from cop_wizard.yamltext.limits import MAX_DEPTH
from cop_wizard.yamltext.mending import Mending, smallest_edits
from cop_wizard.yamltext.rows import Kind, Row, rows_of

_CONTEXT = 60
"""How many rows before and behind a broken part are read when a correction is tried."""
_DEEPER: dict[type, int] = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}
_LOOSE_ENDS = ("quoted scalar", "simple key", "flow", "alias", "anchor", "a tag")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the parser gave up in a stretch: ``text`` is what it was given, ``place`` the offset in it."""

    text: str
    error: yaml.YAMLError
    place: int
    row: int
    column: int

    @property
    def left(self) -> int:
        """How many characters there were still to read."""
        return len(self.text) - self.place


class Draft:
    """The rows of a text as they are by now, and the way back to the text as it was."""

    def __init__(self, mending: Mending) -> None:
        self.mending = mending
        self.rows = rows_of(mending.text)
        self.guessed: set[int] = set()  # rows that are read as they were probably meant: none is guessed at twice
        # However long the text and whatever is wrong with it, no more than this is read for finding out.
        speed = 1 if yaml.__with_libyaml__ else 10
        self._patience = 3 * (1_000_000 + len(mending.text)) // speed

    @property
    def tired(self) -> bool:
        """Whether so much has been tried that it is time to give up."""
        return self._patience <= 0

    def start(self, row: int) -> int:
        """Where a row starts in the mended text."""
        return sum(len(row.text) + len(row.newline) for row in self.rows[:row])

    def trouble(self, first: int, last: int, lines: Mapping[int, str] | None = None) -> Trouble | None:
        """What stops the parser in the rows from ``first`` up to but without ``last``, with some of them replaced."""
        heads = self._heads(first)
        rows = [
            (lines.get(index, row.text) if lines else row.text) + row.newline
            for index, row in enumerate(self.rows[first:last], first)
        ]
        text = "".join((*heads, *rows))
        error = _error(text)
        place = len(text) if error is None else min(_place_of(error), len(text))
        self._patience -= place + 500 + 10 * len(rows)  # the start of a parser takes some time, too
        if error is None:
            return None
        starts = list(accumulate(map(len, rows), initial=sum(map(len, heads))))
        row = max(bisect_right(starts, place, 0, len(rows)) - 1, 0)
        return Trouble(text, error, place, first + row, max(place - starts[row], 0))

    def around(self, first: int, last: int, until: int) -> tuple[int, int]:
        """Some rows before and behind a part, so many that it shows whether they still fit together."""
        end = max(min(last + _CONTEXT, until), last)
        while end < until and not self.rows[end].settled:
            end += 1
        return self.parent(max(first - _CONTEXT, 0)), end

    def parent(self, index: int) -> int:
        """The nearest row from ``index`` upwards that has a name or a dash; the first row if there is none."""
        return next((at for at in range(min(index, len(self.rows) - 1), 0, -1) if self.rows[at].settled), 0)

    def _heads(self, first: int) -> list[str]:
        """The names and dashes that the row belongs to, without their values: one line for each."""
        heads: list[str] = []
        at = self.rows[first] if first < len(self.rows) else None
        if at is None or not at.settled:
            return []
        column, kind = at.column, at.kind
        for index in range(first - 1, -1, -1):
            if not column and kind is Kind.NAME:
                break
            row = self.rows[index]
            head = _head_for(row, column, kind) if row.settled and row.column <= column else ""
            if head:
                heads.append(head + (row.newline or "\n"))
                column, kind = row.column, row.kind
        return heads[::-1]

    def mend(self, lines: Mapping[int, str], guess: bool = True) -> list[Edit]:
        """Replace some rows. Returns the edits this takes in the text as it was.

        There are none where they would change what is itself a correction.
        """
        edits = []
        first, last = min(lines), max(lines)
        start = self.start(first)
        for index in range(first, last + 1):
            row = self.rows[index]
            edits += smallest_edits(row.text, lines.get(index, row.text), start)
            start += len(row.text) + len(row.newline)
        before = [self.mending.original(edit) for edit in edits]
        self.mending = self.mending.edited(edits)
        self._patience -= len(self.mending.text) // 4
        more = self._again(first, last, lines)
        self.guessed = {row + more if row > last else row for row in self.guessed}
        if guess:
            self.guessed.update(range(first, last + more + 1) if len(lines) == last - first + 1 else lines)
        return [edit for edit in before if edit] if all(before) else []

    def _again(self, first: int, last: int, lines: Mapping[int, str]) -> int:
        """Look at the changed rows anew, with those around them whose kind depends on them."""
        rows, count = self.rows, len(self.rows)
        begin = next((index for index in range(first, -1, -1) if rows[index].structural), 0)
        end = next((index for index in range(last + 1, count) if rows[index].structural), count)
        changed = (lines.get(index, rows[index].text) + rows[index].newline for index in range(begin, end))
        self._patience -= 100 * (end - begin)
        rows[begin:end] = rows_of("".join(changed))
        return len(rows) - count


def _head_for(row: Row, column: int, kind: Kind) -> str:
    """The part of a row that something in this column belongs to; nothing if the row is no parent of it."""
    if row.kind is Kind.NAME:
        belongs = row.column < column or (row.column == column and kind is Kind.ITEM)
        return row.head if belongs else ""
    if row.name and row.name_at == column and kind is Kind.NAME:
        return row.text[: row.name_at].rstrip()
    if row.name:
        return row.head if row.name_at < column or (row.name_at == column and kind is Kind.ITEM) else ""
    return row.head if row.column < column else ""


def _error(text: str) -> yaml.YAMLError | None:
    depth = 0
    try:
        next_event = parser(text).get_event
        while (event := next_event()) is not None:
            depth += _DEEPER.get(type(event), 0)
            if depth > MAX_DEPTH:  # the parser would need longer and longer for each level
                return yaml.MarkedYAMLError(problem="too deep", problem_mark=event.start_mark)
    except yaml.YAMLError as error:
        return error.with_traceback(None)  # or it would hold on to all that was read on the way
    return None


def _place_of(error: yaml.YAMLError) -> int:
    """Where the mistake is: where a quotation or a name began that led nowhere, else where the parser gave up."""
    mark, begin = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    context = str(getattr(error, "context", ""))
    if begin and (any(part in context for part in _LOOSE_ENDS)):
        mark = begin
    return mark.index if mark else 0

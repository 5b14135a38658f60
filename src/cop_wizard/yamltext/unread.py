"""Leaving out what cannot be read, as little as possible, so that the rest can be; and which answers that concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cop_wizard.values import KeyPath
from cop_wizard.yamltext.broken import Part
from cop_wizard.yamltext.draft import Draft
from cop_wizard.yamltext.layout import column, dashes
from cop_wizard.yamltext.mending import Mending
from cop_wizard.yamltext.rows import Kind, Row
from cop_wizard.yamltext.tree import Mapping, Node, Sequence


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that was left out: its offset in the text as it was, how far in it stands, and its name if it has one."""

    offset: int
    column: int
    name: str


def smallest_gap(draft: Draft, part: Part, until: int) -> dict[int, str] | None:
    """The rows to leave out so that those around a broken part can be read; the first of them is what is unread.

    If nothing helps, they are all of the section; ``None`` if even that is gone.
    """
    lines: dict[int, str] = {}
    for begin, end in _chunks(draft, part):
        head = draft.rows[begin]
        for kept in (head.head if head.structural else "", ""):
            lines = dict.fromkeys(range(begin, end), "") | {begin: kept}
            if all(line == draft.rows[index].text for index, line in lines.items()):
                continue
            first, last = draft.around(min(part.first, begin), max(part.last, end), max(until, end))
            if draft.trouble(draft.parent(first), last, lines) is None:
                return lines
    return lines if any(draft.rows[index].text for index in lines) else None


def _chunks(draft: Draft, part: Part) -> Iterator[tuple[int, int]]:
    """What could be left out, from the row itself to the whole section."""
    rows, row = draft.rows, part.trouble.row
    before = next((index for index in range(row - 1, -1, -1) if rows[index].telling), row)
    seen = {(row, row + 1), (before, before + 1)}
    yield row, row + 1
    if rows[before].kind is Kind.PROSE:
        yield before, before + 1
    if part.first < row:
        yield part.first, row
    at = draft.parent(row)
    while True:
        chunk = at, _end(rows, at)
        if chunk not in seen:
            yield chunk
            seen.add(chunk)
        if at <= part.first and (part.first, part.last) not in seen:
            yield part.first, part.last
            seen.add((part.first, part.last))
        above = [index for index in range(at) if rows[index].settled and rows[index].column < rows[at].column]
        if not above:
            return
        at = above[-1]


def _end(rows: list[Row], begin: int) -> int:
    """Where what belongs to a row ends."""
    head = rows[begin]
    for index in range(begin + 1, len(rows)):
        row = rows[index]
        belongs = row.kind is Kind.ITEM and head.kind is Kind.NAME and row.column == head.column
        if row.settled and row.column <= head.column and not belongs:
            return index
    return len(rows)


def unread_path(gap: Gap, root: Node | None, mending: Mending) -> KeyPath:
    """The key path of what was left out, or of what it stood in."""
    path: list[str | int] = []
    node = root
    while isinstance(node, (Mapping, Sequence)):
        found = [step for step in _steps(node, mending.text) if mending.origin(step[1]) <= gap.offset]
        if not found:
            break
        part, start, below = found[-1]
        if mending.origin(start) == gap.offset:
            return (*path, part)
        if column(mending.text, start) >= gap.column:
            break
        path.append(part)
        node = below
    return (*path, gap.name) if gap.name and not isinstance(node, Sequence) else tuple(path)


def _steps(node: Mapping | Sequence, text: str) -> list[tuple[str | int, int, Node]]:
    """The keys or dashes of a node: their names or indexes, where they stand, and the values."""
    if isinstance(node, Mapping):
        return [(entry.name, entry.key.start, entry.value) for entry in node.entries]
    starts = [item.start for item in node.items] if node.flow or node.anchored else dashes(text, node)
    return [(index, start, item) for index, (start, item) in enumerate(zip(starts, node.items, strict=True))]

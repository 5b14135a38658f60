"""Answers whose first line is gone: somebody deleted the line with their name, or with the dash of their row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cop_wizard.yamltext import nameless_words as say
from cop_wizard.yamltext.rows import Kind, Row, above, open_columns
from cop_wizard.yamltext.slip import Scene, Slip, near
from cop_wizard.yamltext.words import Words

_FAR = 30
"""How many lines further up the answer may begin than the parser notices that something is missing."""


def nameless_answers(scene: Scene) -> Iterator[Slip]:
    """A list, a text or a group below a remark that stands further left, where names stand; or a section's answers.

    Nobody can know the name, so the answer is left out.
    """
    for index in near(scene, _FAR, 0):
        row, remark = scene.rows[index], scene.rows[index - 1] if index else None
        if row.kind is Kind.BLOCK or row.tabbed or not row.column or remark is None or remark.kind is not Kind.REMARK:
            continue
        section = remark.column == row.column
        depth = _parent(scene.rows, index) if section else remark.column
        if depth < 0 or depth > row.column - 2:
            continue
        end = _end(scene.rows, index, depth)
        if (_is_section if section else _is_answer)(scene.rows, index, depth, end):
            words = say.heading_missing(depth) if section else _words(row.kind, depth)
            yield Slip(words, index, row.column, dict.fromkeys(range(index, end), ""), missing_at=depth)


def _words(kind: Kind, depth: int) -> Words:
    missing = {Kind.ITEM: say.name_of_list_missing, Kind.NAME: say.name_of_group_missing}
    return missing.get(kind, say.name_of_text_missing)(depth)


def _parent(rows: list[Row], index: int) -> int:
    """Where the heading of a section could stand; ``-1`` if the rows are in line with names above."""
    columns = open_columns(rows, index, Kind.NAME)
    return -1 if rows[index].column in columns else next((at for at in columns if at < rows[index].column), -1)


def _end(rows: list[Row], index: int, depth: int) -> int:
    """Where what belongs to the missing name ends."""
    last = index
    for at in range(index + 1, len(rows)):
        if rows[at].kind is Kind.NOTHING:
            continue
        if rows[at].column <= depth:
            break
        last = at
    return last + 1


def _is_section(rows: list[Row], index: int, depth: int, end: int) -> bool:
    """Whether several names stand below an answer further left, which is in line with what stands above it."""
    head, *over = islice(above(rows, index), 2)
    in_line = head.column <= depth and all(row.value and row.column <= depth for row in over)
    return bool(head.value) and in_line and _names(rows, index, end) > 1


def _is_answer(rows: list[Row], index: int, depth: int, end: int) -> bool:
    """Whether names stand where the remark does, and nothing above waits for this answer."""
    row, head = rows[index], next(above(rows, index), None)
    below = next((other for other in rows[end:] if other.kind is not Kind.NOTHING), None)
    waits = head is not None and head.kind is Kind.NAME and not head.value
    if waits and not (head and head.column < depth and below and below.column == depth):
        return False
    if not waits and depth not in open_columns(rows, index, Kind.NAME):
        return False
    if row.kind is Kind.NAME:
        following = next(other for other in (*rows[index + 1 : end], row) if other.telling or other is row)
        heads = not row.value and following.kind is Kind.NAME and following.column == row.column
        return not heads and _names(rows, index, end) > 1
    if row.kind is Kind.ITEM:
        return not any(abs(column - row.column) == 1 for column in open_columns(rows, index, Kind.ITEM))
    return _blank_above(rows, index)


def _names(rows: list[Row], index: int, end: int) -> int:
    return sum(other.kind is Kind.NAME and other.column == rows[index].column for other in rows[index:end])


def _blank_above(rows: list[Row], index: int) -> bool:
    """Whether the remark begins a new part; else it could be a line of a text that happens to start with ``#``."""
    at = index - 1
    while at >= 0 and rows[at].kind is Kind.REMARK:
        at -= 1
    return at >= 0 and (rows[at].kind is Kind.NOTHING or (rows[at].kind is Kind.NAME and not rows[at].value))


def rows_without_start(scene: Scene) -> Iterator[Slip]:
    """The first row of a list whose own first line is gone, and its dash with it: noticed at the dash of the next."""
    rows, dash = scene.rows, scene.rows[scene.index]
    if dash.kind is not Kind.ITEM or dash.tabbed:
        return
    first = head = -1
    for at in range(scene.index - 1, max(scene.index - _FAR, 0) - 1, -1):
        if not rows[at].telling and rows[at].kind is not Kind.BLOCK:
            continue
        if rows[at].column <= dash.column:
            head = at
            break
        first = at
    if first < 0 or head < 0 or rows[head].kind is not Kind.NAME or rows[head].value:
        return
    row = rows[first]
    if row.kind is Kind.NAME and row.column == dash.column + 2:
        line = _with_dash(row)
        yield Slip(say.row_without_start(dash.column, line.strip()), first, row.column, {first: line})


def texts_without_name(scene: Scene) -> Iterator[Slip]:
    """A text where a name is expected, with names below it further left: its own is gone."""
    rows = scene.rows
    for first in near(scene, _FAR, 0):
        row, head = rows[first], next(above(rows, first), None)
        if row.kind is not Kind.PROSE or row.tabbed or head is None or not head.settled:
            continue
        end = next((at for at in range(first, len(rows)) if rows[at].settled), first)
        below, lines = rows[end], dict.fromkeys(range(first, end), "")
        waits = head.kind is Kind.NAME and not head.value and head.column < below.column
        in_list = head.kind is Kind.ITEM and head.column == row.column
        if below.kind is not Kind.NAME or below.column >= row.column or not (waits or in_list):
            continue
        dash, items = below.column - 2, open_columns(rows, end, Kind.ITEM)
        if dash in items or (waits and _next_dash(rows, end) == dash):
            words = say.row_without_start(dash)
            yield Slip(words, first, row.column, lines | {end: _with_dash(below)}, missing_at=dash)
        elif waits:
            words = say.name_of_text_missing(below.column, remark=False)
            yield Slip(words, first, row.column, lines, missing_at=below.column)


def _with_dash(row: Row) -> str:
    return f"{' ' * (row.column - 2)}- {row.text[row.column :]}"


def _next_dash(rows: list[Row], index: int) -> int:
    """The column of the dash that ends the row with this name; ``-1`` if something else does."""
    after = next((row for row in rows[index + 1 :] if row.settled and row.column < rows[index].column), None)
    return after.column if after and after.kind is Kind.ITEM else -1

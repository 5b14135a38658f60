"""Text of several lines, pasted behind a name as if it were one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cop_wizard.yamltext import slip_words as say
from cop_wizard.yamltext.rows import Kind, Row, above, open_columns
from cop_wizard.yamltext.slip import Scene, Slip

_HEADS = 3
_ENDS = 4


def pasted_text(scene: Scene) -> Iterator[Slip]:
    """A text that runs on: from the nearest line with a name or a dash, to where names and dashes are in line again."""
    return _pasted(scene, (Kind.PROSE,), (Kind.PROSE, Kind.ITEM), sure=True)


def pasted_letter(scene: Scene) -> Iterator[Slip]:
    """The same behind a name that has text already, and only up to the first name or dash that is in line again."""
    return _pasted(scene, (Kind.PROSE,), (Kind.PROSE, Kind.ITEM), sure=True, most=1)


def pasted_list(scene: Scene) -> Iterator[Slip]:
    """The same where it looks less like a text, so that other slips are likelier."""
    yield from _pasted(scene, (Kind.PROSE, Kind.ITEM), (Kind.PROSE, Kind.ITEM))
    yield from _pasted(scene, (Kind.PROSE,), (Kind.NAME,))


def _pasted(
    scene: Scene, kinds: tuple[Kind, ...], first: tuple[Kind, ...], sure: bool = False, most: int = _ENDS
) -> Iterator[Slip]:
    rows = scene.rows
    heads = [index for index in range(min(scene.index, len(rows) - 1), -1, -1) if rows[index].structural]
    for head in heads[:_HEADS]:
        if most < _ENDS and not rows[head].value:
            continue
        if sure and rows[head].marked and not in_line(rows, head):
            continue  # rather the name is in the wrong column
        ends = list(islice(_ends(rows, head, kinds), most))
        for end in ends:
            if end >= scene.index or scene.index - end <= _next_step(rows, end):
                yield from _slip(rows, head, end, first)


def in_line(rows: list[Row], head: int) -> bool:
    """Whether the name stands below a remark, as the first behind another, or below another."""
    row, remark = rows[head], rows[max(head - 1, 0)]
    parent = next(above(rows, head), row)
    if remark.kind is Kind.REMARK:
        return remark.column == row.column
    if parent.name and not parent.value and row.column == parent.name_at + 2:
        return True
    return row.column in open_columns(rows, head, row.kind)


def _next_step(rows: list[Row], end: int) -> int:
    """How many rows it takes to the next one that says something."""
    for index in range(end + 1, len(rows)):
        if rows[index].kind not in (Kind.NOTHING, Kind.REMARK):
            return index - end
    return 0


def _ends(rows: list[Row], head: int, kinds: tuple[Kind, ...]) -> Iterator[int]:
    """The last lines the text may have."""
    last, prose = head, False
    names, items = (open_columns(rows, head + 1, kind) for kind in (Kind.NAME, Kind.ITEM))
    for index in range(head + 1, len(rows)):
        row = rows[index]
        if row.text.rstrip() == "---":
            break
        if row.kind in (Kind.NOTHING, Kind.REMARK):
            continue
        fits = row.column in (names if row.kind is Kind.NAME else items if row.kind is Kind.ITEM else ())
        if fits and prose and last > head:
            yield last
        if fits and not prose:
            return
        prose = prose or (row.kind in kinds and not fits)
        last = index
    if prose:
        yield last


def _with_names(rows: list[Row], head: int, first: int, body: range) -> bool:
    """Whether names stand below what looks like text, so that it is rather a name gone wrong."""
    column = rows[first].column
    return column > rows[head].column and any(rows[at].kind is Kind.NAME and rows[at].column == column for at in body)


def _slip(rows: list[Row], head: int, end: int, kinds: tuple[Kind, ...]) -> Iterator[Slip]:
    row = rows[head]
    body = range(head + 1, end + 1)
    first = next((at for at in body if rows[at].kind not in (Kind.NOTHING, Kind.BLOCK, Kind.REMARK)), None)
    if first is None or rows[first].kind not in kinds or rows[first].tabbed:
        return
    if rows[first].structural and rows[first].marked:
        return  # rather the dash is in the wrong column
    if not row.value and (rows[first].kind is not Kind.PROSE or _with_names(rows, head, first, body)):
        return
    depth = row.depth + 2
    prose = any(rows[at].kind is Kind.PROSE for at in body)
    newline = row.newline or "\n"
    if row.marked:
        depth = next((rows[at].column for at in body if rows[at].kind is Kind.BLOCK), depth)
        astray = (at for at in body if rows[at].kind not in (Kind.NOTHING, Kind.BLOCK) and rows[at].column != depth)
        first = next(astray, None)
        if first is None:
            return
        words, lines = say.text_out_of_line(depth), {}
    else:
        says = say.text_runs_on if prose else say.list_after_text
        words = says(f"{row.head.strip()} |", depth)
        lines = {head: f"{row.head} |" + (f"{newline}{' ' * depth}{row.value}" if row.value else "")}
    for at in body:
        if rows[at].kind is not Kind.NOTHING and (rows[at].kind is not Kind.BLOCK or not row.marked):
            lines[at] = " " * depth + rows[at].text.strip()
    yield Slip(words, first, rows[first].column, lines)

"""Lines that start with too many spaces or too few, or with a tab."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cop_wizard.yamltext import slip_words as say
from cop_wizard.yamltext.rows import Kind, Row, above, open_columns
from cop_wizard.yamltext.slip import Scene, Slip, near

_FAR = 12
_NEIGHBOURS = 60
"""How many rows on either side tell where the dashes of a list stand."""


def tabs(scene: Scene) -> Iterator[Slip]:
    """A tab in front of the line."""
    rows, index = scene.rows, scene.index
    row = rows[index]
    white = row.text[: row.column]
    if not row.tabbed:
        return
    block = {other.column for other in rows[max(index - 1, 0) : index + 2] if other.kind is Kind.BLOCK}
    usual = _usual_columns(rows, index) if row.structural else block
    deeper = {column + 2 for column in open_columns(rows, index, Kind.NAME)[:1]}
    columns = {*_columns(rows, index), *deeper, *block}
    meant = len(white.expandtabs(2))
    for column in sorted(columns, key=lambda column: (column not in usual, abs(column - meant), -column)):
        line = " " * column + row.text[row.column :]
        sure = column in usual or column in {len(white.expandtabs(size)) for size in (2, 4, 8)} or len(columns) == 1
        yield Slip(say.tab(column), index, white.index("\t"), {index: line}, sure)


def many_tabs(scene: Scene) -> Iterator[Slip]:
    """Tabs in front of several lines: all from here on, or those of this section."""
    rows, index = scene.rows, scene.index
    if not rows[index].tabbed:
        return
    below = range(index, len(rows))
    section = next((at for at in below if rows[at].kind is Kind.NAME and not rows[at].column), len(rows))
    for end in (len(rows), section):
        tabbed = [at for at in range(index, end) if rows[at].tabbed and rows[at].kind is not Kind.NOTHING]
        for size in (2, 4, 8) if len(tabbed) > 1 else ():
            lines = {
                at: rows[at].text[: rows[at].column].expandtabs(size) + rows[at].text[rows[at].column :]
                for at in tabbed
            }
            yield Slip(say.tabs(len(tabbed), size), index, rows[index].text.index("\t"), lines, sure=True)


def columns_astray(scene: Scene) -> Iterator[Slip]:
    """A dash or a name in the wrong column: the likeliest place first, then the smallest step."""
    moves: list[tuple[tuple[int, int, int, int, bool, int], int, int]] = []
    for index in dict.fromkeys((*near(scene, _FAR, 0), *_holders(scene))):
        row = scene.rows[index]
        if not row.structural or row.tabbed:
            continue
        usual, alike = _expected_columns(scene.rows, index), _columns_alike(scene.rows, index)
        for column in _columns(scene.rows, index) - {row.column}:
            likely = (column in usual) - (row.column in usual)
            beside = _speaks_above(scene.rows, index, column) + _speaks_below(scene.rows, index, column)
            beside += (column in alike) - (row.column in alike) - _strange_in_row(scene.rows, index, column, alike)
            leaves = _leaves_row(scene.rows, index, column)
            rank = (-likely, abs(column - row.column), -beside, scene.index - index, leaves, -column)
            moves.append((rank, index, column))
    for rank, index, column in sorted(moves):
        row = scene.rows[index]
        said = say.out_of_line(row.kind is Kind.ITEM, row.column - column, column)
        sure = row.kind is Kind.ITEM and abs(row.column - column) == 1 and _only_place(scene.rows, index, column)
        line = " " * column + row.text[row.column :]
        yield Slip(said, index, row.column, {index: line}, sure, likely=-rank[0])


def _speaks_above(rows: list[Row], index: int, column: int) -> int:
    """Whether a name would be in line with that of the answer right above it (1), or is so now (-1)."""
    row, at = rows[index], index - 1
    while at > 0 and rows[at].kind is Kind.BLOCK:
        at -= 1
    over = rows[at]
    if row.kind is not Kind.NAME or not index or not over.name or not over.settled:
        return 0
    return (over.name_at == column) - (over.name_at == row.column)


def _speaks_below(rows: list[Row], index: int, column: int) -> int:
    """The same for the name in the line right below; what belongs to a name with nothing behind it stands deeper."""
    row, under = rows[index], next(iter(rows[index + 1 : index + 2]), None)
    if row.kind is not Kind.NAME or under is None or under.kind is not Kind.NAME:
        return 0
    if row.value:
        return (under.column == column) - (under.column == row.column)
    return (under.column > column) - (under.column > row.column)


def _strange_in_row(rows: list[Row], index: int, column: int, alike: set[int]) -> bool:
    """Whether a name would end a row of a list in this column, though no other row has one like it."""
    under = next(iter(rows[index + 1 : index + 2]), None)
    ends = rows[index].kind is Kind.NAME and under is not None and under.kind is Kind.NAME and under.column < column
    return ends and not alike and any(dash < column for dash in open_columns(rows, index, Kind.ITEM))


def _leaves_row(rows: list[Row], index: int, column: int) -> bool:
    """Whether there is a blank line between a name and the row of a list that it would belong to in this column."""
    at = index - 1
    while at >= 0 and rows[at].kind is Kind.REMARK:
        at -= 1
    parted = at >= 0 and rows[at].kind is Kind.NOTHING
    return parted and any(dash < column for dash in open_columns(rows, index, Kind.ITEM))


def _holders(scene: Scene) -> Iterator[int]:
    """The names and dashes that what stands above the line belongs to, however far away: one of them may be astray."""
    inner: Row | None = None
    for index in range(scene.index - 1, -1, -1):
        row = scene.rows[index]
        level = inner is not None and inner.kind is Kind.ITEM and row.kind is Kind.NAME and row.column == inner.column
        if row.settled and (inner is None or row.column < inner.column or level):
            yield index
            inner = row
        if inner is not None and not inner.column and inner.kind is Kind.NAME:
            break


def _only_place(rows: list[Row], index: int, column: int) -> bool:
    """Whether the dashes near this one, two or more, and the lines that belong to it are in line with it there."""
    dashes: list[int] = []
    for side in (range(index - 1, -1, -1), range(index + 1, len(rows))):
        for at in islice(side, _NEIGHBOURS):
            if rows[at].settled and rows[at].column < column - 1:
                break
            if rows[at].kind is Kind.ITEM and rows[at].column <= column + 1:
                dashes.append(rows[at].column)
    row, child = rows[index], _below(rows, index, Kind.NOTHING, Kind.REMARK)
    inside = row.name and child and child.kind is Kind.NAME and child.column > column
    fits = not (inside and child) or child.column == column + row.name_at - row.column
    return len(dashes) > 1 and set(dashes) == {column} and fits


def blocks_astray(scene: Scene) -> Iterator[Slip]:
    """A dash or a name in the wrong column with all that belongs to it, and then with its like below it as well."""
    rows = scene.rows
    for likes in (0, 1):
        for index in near(scene, _FAR, 0):
            row = rows[index]
            inner = row.column + 1 - likes
            end = next((at for at in range(index + 1, len(rows)) if rows[at].settled and rows[at].column < inner), 0)
            below = [at for at in range(index + 1, end or len(rows)) if rows[at].kind is not Kind.NOTHING]
            if not row.settled or not below or any(rows[at].tabbed or rows[at].column < inner for at in below):
                continue
            for column in sorted(_columns(rows, index) - {row.column}, key=lambda column: abs(column - row.column)):
                step = column - row.column
                lines = {at: " " * (rows[at].column + step) + rows[at].text.lstrip(" ") for at in (index, *below)}
                yield Slip(say.block_out_of_line(row.kind is Kind.ITEM, -step, column), index, row.column, lines)


def _columns(rows: list[Row], index: int) -> set[int]:
    """Where the line could stand."""
    row = rows[index]
    kind = Kind.ITEM if row.kind is Kind.ITEM else Kind.NAME
    below = _below(rows, index)
    same = {below.column} if below and below.kind is row.kind else set()
    return {*open_columns(rows, index, kind), *same, *_usual_columns(rows, index)}


def _usual_columns(rows: list[Row], index: int) -> set[int]:
    """Where one would expect the line: by what stands around it, and by its like elsewhere."""
    return _expected_columns(rows, index) | _columns_alike(rows, index)


def _expected_columns(rows: list[Row], index: int) -> set[int]:
    """Where one would expect the line by the remark above it and the lines that belong to it."""
    row = rows[index]
    remark = rows[index - 1] if index else row
    found = {remark.column} if remark.kind is Kind.REMARK else set()
    if row.name:
        here = {row.column} if _child_astray(rows, index) else set()
        return (found or here) | _columns_by_child(rows, index)
    head = next(above(rows, index), None)
    if head and head.name and not head.value:
        return found | {head.name_at + 2}
    return found | {column for column in open_columns(rows, index, Kind.ITEM) if not _item_at(rows, index, column).name}


def _columns_alike(rows: list[Row], index: int) -> set[int]:
    """Where the same name stands elsewhere."""
    row = rows[index]
    alike = (other for at, other in enumerate(rows) if at != index and row.name and other.name == row.name)
    return {other.column for other in alike if other.kind is row.kind}


def _columns_by_child(rows: list[Row], index: int) -> set[int]:
    row, child = rows[index], _below(rows, index, Kind.NOTHING, Kind.REMARK)
    if child is None or child.column < 2:
        return set()
    item = row.kind is Kind.ITEM and child.kind is Kind.NAME and bool(row.value)
    parent = row.kind is Kind.NAME and (not row.value or row.marked)
    return {child.column - 2} if item or parent else set()


def _child_astray(rows: list[Row], index: int) -> bool:
    """Whether only the first name below a heading stands too far in, and the next one where names below it do."""
    row, child = rows[index], _below(rows, index, Kind.NOTHING, Kind.REMARK)
    if row.kind is not Kind.NAME or row.value or child is None:
        return False
    inside = (other for other in rows[index + 1 :] if other.settled and other is not child)
    following = next((other for other in inside if other.kind is Kind.NAME and other.column <= child.column), child)
    return child.kind is Kind.NAME and following.column == row.column + 2 < child.column


def _item_at(rows: list[Row], index: int, column: int) -> Row:
    return next(row for row in above(rows, index) if row.kind is Kind.ITEM and row.column == column)


def _below(rows: list[Row], index: int, *skipped: Kind) -> Row | None:
    skipped = skipped or (Kind.NOTHING, Kind.REMARK, Kind.BLOCK)
    return next((row for row in rows[index + 1 :] if row.kind not in skipped), None)

"""Slips of the hand, each with its correction.

Every correction is tried before anybody is told of it: one counts only if the parser gets further with it. So a hint
that is followed to the letter leads on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile

from cop_wizard.yamltext import slip_words as say
from cop_wizard.yamltext.broken import Part
from cop_wizard.yamltext.columns import blocks_astray, columns_astray, many_tabs, tabs
from cop_wizard.yamltext.draft import Draft
from cop_wizard.yamltext.nameless import nameless_answers, rows_without_start, texts_without_name
from cop_wizard.yamltext.pasted import in_line, pasted_letter, pasted_list, pasted_text
from cop_wizard.yamltext.quoting import curly_quotes, open_brackets, open_quotes, texts_behind_mark, unquoted_texts
from cop_wizard.yamltext.rows import NAME, Kind, Row, above, open_columns
from cop_wizard.yamltext.scalars import is_plain
from cop_wizard.yamltext.slip import Scene, Slip, near

_REACH = 800
"""How many rows before and behind the place are looked at."""
_TRIES = 300
"""How many corrections are tried for one part."""
_TIGHT_COLON = re.compile(rf"(?P<head>\s*(?:- +)*(?P<name>{NAME}))(?: ?:|：\s*)(?P<rest>(?!//)\S.*)", re.DOTALL)
_TIGHT_DASH = re.compile(r"(?P<head>\s*)-(?P<rest>[^-\s].*)", re.DOTALL)
_WIDE_DASH = re.compile(r"(?P<head> *)- {2,}(?P<rest>[^-\s].*)", re.DOTALL)
_BARE_NAME = re.compile(rf"(?P<head>\s*(?:- +)*)(?P<name>{NAME});?(?: +(?P<rest>\S.*))?", re.DOTALL)

_Kind = Callable[[Scene], Iterator[Slip]]


def find_slip(draft: Draft, part: Part, others: Sequence[Part]) -> Slip | None:
    """The likeliest slip behind a broken part; ``others`` are the broken parts that follow.

    A slip that runs over several of them, as pasted text does, is likelier than several slips.
    """
    rows, row = draft.rows, part.trouble.row
    if rows[row].long:
        return None
    first, last = draft.around(part.first, part.last, min((other.first for other in others), default=len(rows)))
    low = max(row - _REACH, 0)
    scene = Scene(rows[low : row + _REACH], row - low)

    def found(*kinds: _Kind) -> Iterator[Slip]:
        slips = (_lowered(slip, low) for find in kinds for slip in find(scene))
        return (slip for slip in slips if slip.sure or draft.guessed.isdisjoint(slip.lines))

    def solves(slip: Slip, begin: int, end: int) -> bool:
        return max(slip.lines) < end and draft.trouble(draft.parent(min(begin, *slip.lines)), end, slip.lines) is None

    def solves_far(slip: Slip) -> bool:
        reach = max(slip.lines) + 1
        behind = min((other.first for other in others if other.first >= reach), default=len(rows))
        return solves(slip, first, draft.around(first, max(reach, last), behind)[1])

    likeliest = chain(
        (slip for slip in found(*_NAMELESS) if solves_far(slip)),
        (slip for slip in found(*_IN_ONE_LINE) if solves(slip, first, last)),
        (slip for slip in found(many_tabs, pasted_letter) if max(slip.lines) >= last and solves_far(slip)),
    )
    if slip := next(likeliest, None):
        return slip
    by_itself = (slip for slip in found(*_KINDS) if solves(slip, part.first, part.last))
    return _best(draft, part, found(*_KINDS), first, last) or next(by_itself, None)


def _lowered(slip: Slip, rows: int) -> Slip:
    """A slip in a window, as one in the whole text."""
    if not rows:
        return slip
    return replace(slip, row=slip.row + rows, lines={index + rows: line for index, line in slip.lines.items()})


def _best(draft: Draft, part: Part, slips: Iterable[Slip], first: int, last: int) -> Slip | None:
    """The first slip with which nothing is wrong any more, else the one with which the parser gets furthest.

    Then one that changes a single line goes before all others, since what is left is rather another mistake. So it is
    if what stands around one row speaks for its slip, and the slip that would leave nothing is far-fetched.
    """
    best: tuple[bool, int] | None = None
    found: Slip | None = None
    for tries, slip in enumerate(slips):
        if draft.tired or tries >= _TRIES:
            break
        if max(slip.lines) >= last:
            continue
        trouble = draft.trouble(draft.parent(min(first, *slip.lines)), last, slip.lines)
        if trouble is None:
            return found if found and found.likely > 0 > slip.likely else slip
        rank = (len(slip.lines) > 1, trouble.left)
        if trouble.row > max(part.trouble.row, *slip.lines) and (best is None or rank < best):
            best, found = rank, slip
    return found


def _spaces(scene: Scene) -> Iterator[Slip]:
    """A space, a dash or a colon that is missing."""
    for index in near(scene, 3, 1):
        row = scene.rows[index]
        if row.kind not in (Kind.PROSE, Kind.NAME, Kind.ITEM):
            continue
        tight = _TIGHT_COLON.match(row.text)
        if tight and not row.name:
            line = f"{tight['head'].rstrip()}: {tight['rest'].rstrip()}"
            words = say.wide_colon if row.text[tight.end("head")] == "：" else say.no_space_after_colon
            yield Slip(words(line.strip()), index, tight.start("name"), {index: line}, sure=True)
        dash = _TIGHT_DASH.match(row.text)
        if dash:
            line = f"{dash['head']}- {dash['rest']}"
            sure = not dash["rest"][0].isdigit()
            yield Slip(say.no_space_after_dash(line.strip()), index, row.column, {index: line}, sure)
        wide = _WIDE_DASH.match(row.text) if row.name else None
        below = scene.rows[index + 1] if wide and index + 1 < len(scene.rows) else None
        if wide and below and below.kind is Kind.NAME and below.column == row.column + 2:
            line = f"{wide['head']}- {wide['rest']}"
            yield Slip(say.wide_dash(line.strip()), index, row.column, {index: line}, sure=True)
        if _wants_dash(scene.rows, index):
            line = f"{' ' * row.column}- {row.text[row.column :]}"
            yield Slip(say.no_dash(line.strip()), index, row.column, {index: line})


def _wants_dash(rows: list[Row], index: int) -> bool:
    """Whether the row stands where the lines around it have a dash, and looks like them otherwise."""
    row = rows[index]
    below = [other for other in rows[index + 1 :] if other.structural]
    if row.kind is Kind.ITEM:
        return False
    head = next(above(rows, index), row)
    if _goes_on_as_elsewhere(rows, index, head):
        return False
    for side in (above(rows, index), iter(below)):
        level = takewhile(lambda other: not other.settled or other.column >= row.column, side)
        item = next((other for other in level if other.kind is Kind.ITEM and other.column == row.column), None)
        if item and item.name == row.name and (row.name or row.column in open_columns(rows, index, Kind.ITEM)):
            return True
    inside = [other for other in below[:2] if other.kind is Kind.NAME and other.column == row.column + 2]
    return len(inside) == 2 and bool(row.value) and not head.value and head.column < row.column


def _goes_on_as_elsewhere(rows: list[Row], index: int, head: Row) -> bool:
    """Whether another row of a list begins with the name right above and goes on with this one, in line with it."""
    name = rows[index].name
    return bool(name and head.name) and any(
        first.kind is Kind.ITEM and first.name == head.name and second.name == name and second.column == first.name_at
        for first, second in pairwise(rows)
    )


def _colons(scene: Scene) -> Iterator[Slip]:
    """A name without its colon."""
    for index in near(scene, 3, 1):
        row = scene.rows[index]
        found = _BARE_NAME.fullmatch(row.text.rstrip())
        if row.name or row.kind not in (Kind.PROSE, Kind.ITEM) or not found:
            continue
        neighbours = scene.rows[max(index - 1, 0) : index] + scene.rows[index + 1 : index + 2]
        marked = (found["rest"] or "")[:1] in ("|", ">")
        if not marked and any(other.kind is Kind.PROSE for other in neighbours):
            continue
        if row.kind is Kind.PROSE and (_below_mark(scene.rows, index) or not _fits_a_name(scene.rows, index)):
            continue
        spaces = _goes_on(scene.rows, index)
        if spaces - 2 > row.column and (found["rest"] or "").count(" ") > 1:
            continue  # rather the rest of a sentence
        line = f"{found['head']}{found['name']}:" + (f" {found['rest']}" if found["rest"] else "")
        yield Slip(say.no_colon(line.strip(), spaces), index, found.start("name"), {index: line})


def _below_mark(rows: list[Row], index: int) -> bool:
    """Whether the line is rather a text whose name, marked | or > right above it, stands in the wrong column."""
    return index > 0 and rows[index - 1].structural and rows[index - 1].marked and not in_line(rows, index - 1)


def _goes_on(rows: list[Row], index: int) -> int:
    """How far the line would be indented if it went on with the text above; 0 if it cannot."""
    head = next(above(rows, index), None)
    fits = head is not None and head.structural and is_plain(head.value) and is_plain(rows[index].text.strip())
    return head.depth + 2 if head and fits and rows[index - 1] is head else 0


def _continued(scene: Scene) -> Iterator[Slip]:
    """A line of text broken in two, with the rest at the margin."""
    for index in near(scene, 2, 1):
        row = scene.rows[index]
        spaces = _goes_on(scene.rows, index) if index and row.kind is Kind.PROSE else 0
        below = next((other for other in scene.rows[index + 1 :] if other.telling), None)
        in_line = below is None or (below.settled and below.column in open_columns(scene.rows, index, below.kind))
        if spaces > row.column and in_line:
            line = " " * spaces + row.text.strip()
            yield Slip(say.line_too_far_left(spaces), index, row.column, {index: line})


def _fits_a_name(rows: list[Row], index: int) -> bool:
    if rows[index].column in open_columns(rows, index, Kind.NAME):
        return True
    head = next(above(rows, index), None)
    return head is not None and bool(head.name) and not head.value and rows[index].column > head.name_at


_NAMELESS: tuple[_Kind, ...] = (nameless_answers, rows_without_start, texts_without_name)
_IN_ONE_LINE: tuple[_Kind, ...] = (tabs, open_quotes, _spaces, _colons)
_KINDS: tuple[_Kind, ...] = (
    many_tabs,
    tabs,
    open_quotes,
    _spaces,
    _colons,
    _continued,
    texts_behind_mark,
    pasted_text,
    open_brackets,
    curly_quotes,
    unquoted_texts,
    columns_astray,
    blocks_astray,
    pasted_list,
)

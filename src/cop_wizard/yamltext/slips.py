"""Slips of the hand, each with its correction.

Every correction is tried before anybody is told of it: one counts only if the parser gets further with it. So a hint
that is followed to the letter leads on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from cop_wizard.yamltext import slip_words as say
from cop_wizard.yamltext.builder import parser
from cop_wizard.yamltext.columns import columns_astray, tabs
from cop_wizard.yamltext.layout import line_end, line_start
from cop_wizard.yamltext.pasted import pasted_list, pasted_text
from cop_wizard.yamltext.quoting import open_brackets, open_quotes, texts_behind_mark, unquoted_texts
from cop_wizard.yamltext.rows import NAME, Kind, Row, above, open_columns, rows_of
from cop_wizard.yamltext.scalars import is_plain
from cop_wizard.yamltext.slip import Scene, Slip, near
from cop_wizard.yamltext.words import Words

_REACH = 100_000
"""How many characters before and behind the place are looked at, at least."""
_PATIENCE = 3_000_000 if yaml.__with_libyaml__ else 300_000
"""How many characters may be read for trying out corrections."""
_TOP = re.compile(rf"^{NAME}:[ \t]*$", re.MULTILINE)
_TIGHT_COLON = re.compile(rf"(?P<head>\s*(?:- +)*(?P<name>{NAME}))(?: ?:|：\s*)(?P<rest>(?!//)\S.*)", re.DOTALL)
_TIGHT_DASH = re.compile(r"(?P<head>\s*)-(?P<rest>[^-\s].*)", re.DOTALL)
_LOOSE_ENDS = ("quoted scalar", "simple key", "flow", "alias", "anchor", "a tag")
_BARE_NAME = re.compile(rf"(?P<head>\s*(?:- +)*)(?P<name>{NAME});?(?: +(?P<rest>\S.*))?", re.DOTALL)


def find_slip(text: str, place: int) -> tuple[Words, int] | None:
    """The words for the likeliest slip behind an error at ``place``, and where it is."""
    low, high = _window(text, place)
    piece = text[low:high]
    rows = rows_of(piece)
    if not rows:
        return None
    index = next(number for number in range(len(rows) - 1, -1, -1) if rows[number].start <= max(place - low, 0))
    slip = _best(piece, Scene(rows, index))
    return (slip.words, low + slip.at) if slip else None


def _window(text: str, place: int) -> tuple[int, int]:
    """From the start of a section to the start of another, with the place between them."""
    low = line_start(text, 0)
    for found in _TOP.finditer(text, 0, max(place - _REACH, 0)):
        low = found.start()
    after = _TOP.search(text, line_end(text, min(place + _REACH, len(text))))
    return low, after.start() if after else len(text)


def _best(piece: str, scene: Scene) -> Slip | None:
    here = scene.rows[scene.index]
    best, least = None, len(piece) - here.start - len(here.text)
    tries = max(_PATIENCE // max(len(piece), 1), 1)
    for find in _KINDS:
        for slip in find(scene):
            tries -= 1
            left = _left(slip.corrected(scene.rows))
            if left < 0:
                return slip
            if left < least:
                best, least = slip, left
            if not tries:
                return best
    return best


def _left(text: str) -> int:
    """How many characters are left when the parser gives up, or ``-1`` if it does not."""
    try:
        next_event = parser(text).get_event
        while next_event() is not None:
            pass
    except yaml.YAMLError as error:
        return len(text) - place_of(error)
    return -1


def place_of(error: yaml.YAMLError) -> int:
    """Where the mistake is: where a quotation or a name began that led nowhere, else where the parser gave up."""
    mark, begin = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    context = str(getattr(error, "context", ""))
    if begin and (any(part in context for part in _LOOSE_ENDS)):
        mark = begin
    return mark.index if mark else 0


def _spaces(scene: Scene) -> Iterator[Slip]:
    """A space, a dash or a colon that is missing."""
    for index in near(scene, 3, 1):
        row = scene.rows[index]
        if row.kind not in (Kind.PROSE, Kind.NAME, Kind.ITEM):
            continue
        at = row.start + row.column
        tight = _TIGHT_COLON.match(row.text)
        if tight and not row.name:
            line = f"{tight['head'].rstrip()}: {tight['rest'].rstrip()}"
            words = say.wide_colon if row.text[tight.end("head")] == "：" else say.no_space_after_colon
            yield Slip(words(line.strip()), row.start + tight.start("name"), {index: line})
        dash = _TIGHT_DASH.match(row.text)
        if dash:
            line = f"{dash['head']}- {dash['rest']}"
            yield Slip(say.no_space_after_dash(line.strip()), at, {index: line})
        if _wants_dash(scene.rows, index):
            line = f"{' ' * row.column}- {row.text[row.column :]}"
            yield Slip(say.no_dash(line.strip()), at, {index: line})


def _wants_dash(rows: list[Row], index: int) -> bool:
    """Whether the row stands where the lines around it have a dash, and looks like them otherwise."""
    row = rows[index]
    below = [other for other in rows[index + 1 :] if other.structural]
    if row.kind is Kind.ITEM:
        return False
    for side in (above(rows, index), iter(below)):
        item = next((other for other in side if other.kind is Kind.ITEM and other.column == row.column), None)
        if item and item.name == row.name and (row.name or row.column in open_columns(rows, index, Kind.ITEM)):
            return True
    head = next(above(rows, index), row)
    inside = [other for other in below[:2] if other.kind is Kind.NAME and other.column == row.column + 2]
    return len(inside) == 2 and bool(row.value) and not head.value and head.column < row.column


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
        if row.kind is Kind.PROSE and not _fits_a_name(scene.rows, index):
            continue
        line = f"{found['head']}{found['name']}:" + (f" {found['rest']}" if found["rest"] else "")
        spaces = _goes_on(scene.rows, index)
        yield Slip(say.no_colon(line.strip(), spaces), row.start + found.start("name"), {index: line})


def _goes_on(rows: list[Row], index: int) -> int:
    """How far the line would be indented if it went on with the text above; 0 if it cannot."""
    head = next(above(rows, index), None)
    fits = head is not None and head.structural and is_plain(head.value) and is_plain(rows[index].text.strip())
    return head.depth + 2 if head and fits and rows[index - 1] is head else 0


def _fits_a_name(rows: list[Row], index: int) -> bool:
    if rows[index].column in open_columns(rows, index, Kind.NAME):
        return True
    head = next(above(rows, index), None)
    return head is not None and bool(head.name) and not head.value and rows[index].column > head.name_at


_KINDS: tuple[Callable[[Scene], Iterator[Slip]], ...] = (
    tabs,
    open_quotes,
    _spaces,
    _colons,
    texts_behind_mark,
    pasted_text,
    open_brackets,
    unquoted_texts,
    columns_astray,
    pasted_list,
)

"""Texts that need quotation marks, or have one too many or too few; and brackets, which need the same care."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_wizard.yamltext import slip_words as say
from cop_wizard.yamltext.rows import Kind, Row
from cop_wizard.yamltext.scalars import is_plain, quoted
from cop_wizard.yamltext.slip import Scene, Slip, near
from cop_wizard.yamltext.words import Words

_FAR = 2_000
_MANY = 6
_ANY_NAME = re.compile(r"\s*[^\s:#'\"-][^:]*:\s+(?=\S)")
_COLON = re.compile(r":(?=\s|$)")
_SPECIAL = re.compile(r"[,\[{#&*!>%@`]|[?:](?=\s|$)")
_CLOSING = {"[": "]", "{": "}"}
_OPEN_TO_MEANING = "[{>?:"
"""Marks that may be meant as YAML or as text."""
_CURLY = {"“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’"}
"""Quotation marks as word processors make them, with the ones that may close them."""
_CURLY_ENDS = {'"': "”“„»", "'": "’‘"}
_PROSE = re.compile(r"\w \w")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_REMARK = re.compile(r"\s+#(?:\s.*)?$", re.DOTALL)


def open_quotes(scene: Scene) -> Iterator[Slip]:
    """A quotation mark that opens and is never closed, in the line of the place or above it."""
    rows = scene.rows
    found = [at for at in range(scene.index, max(scene.index - _FAR, -1), -1) if _opens(rows[at])]
    for index in found[:_MANY]:
        row = rows[index]
        last, body = _end_of_text(rows, index), row.value[1:]
        if body[-1:] in _CURLY_ENDS[row.mark] and len(body) > 1:
            line = f"{row.text.rstrip()[:-1]}{row.mark}"
            yield Slip(say.curly_end(row.mark, line.strip()), index, row.value_at, {index: line}, last == index)
        said = say.quote_never_closed(row.mark, is_plain(body.strip()))
        sure = last == index and is_plain(body) and row.mark not in body
        yield Slip(said, index, row.value_at, {index: row.text.rstrip() + row.mark}, sure)
        if last > index:
            said = say.quote_never_closed(row.mark, False)
            yield Slip(said, index, row.value_at, {last: rows[last].text.rstrip() + row.mark})


def _opens(row: Row) -> bool:
    return row.structural and bool(row.mark) and row.after_quote() is None


def _end_of_text(rows: list[Row], index: int) -> int:
    last = index
    for at in range(index + 1, len(rows)):
        if rows[at].structural or rows[at].kind is Kind.REMARK:
            break
        if rows[at].kind is not Kind.NOTHING:
            last = at
    return last


def texts_behind_mark(scene: Scene) -> Iterator[Slip]:
    """A text in the same line as the ``|`` that announces it."""
    for index in near(scene, 2, 0):
        row = scene.rows[index]
        if not row.structural or row.marked or not row.value.startswith("|"):
            continue
        following = scene.rows[index + 1 : index + 2]
        goes_on = [other.column for other in following if other.kind is Kind.PROSE and other.column > row.depth]
        depth = goes_on[0] if goes_on else row.depth + 2
        line = f"{row.head} |{row.newline or chr(10)}{' ' * depth}{row.value[1:].strip()}"
        yield Slip(say.text_behind_mark(f"{row.head.strip()} |", depth), index, row.value_at, {index: line})


def unquoted_texts(scene: Scene) -> Iterator[Slip]:
    """A text that needs quotation marks around it."""
    for index in near(scene, 2, 0):
        row = scene.rows[index]
        if row.kind in (Kind.NOTHING, Kind.REMARK, Kind.BLOCK):
            continue
        value, at = row.value, row.value_at
        if row.kind is Kind.PROSE:
            name = _ANY_NAME.match(row.text)
            if not name:
                continue
            at, value = name.end(), row.text[name.end() :].rstrip()
        value, remark = _without_remark(value)
        cause = _cause(row, value)
        if cause is None:
            continue
        shift, text = cause
        line = row.text[:at] + quoted(text) + remark
        sure = _plainly_text(scene.rows, index, value)
        yield Slip(_words(row, value, text, line.strip()), index, at + shift, {index: line}, sure)


def curly_quotes(scene: Scene) -> Iterator[Slip]:
    """A text that needs quotation marks and stands in those of a word processor."""
    for index in near(scene, 2, 0):
        row = scene.rows[index]
        value, remark = _without_remark(row.value)
        ends = _CURLY.get(value[:1], "")
        text = value[1:-1].strip()
        if row.structural and ends and value[-1] in ends + "\"'" and text and not is_plain(text):
            line = row.text[: row.value_at] + quoted(text) + remark
            yield Slip(say.curly_quotes(line.strip()), index, row.value_at, {index: line}, sure=True)


def _without_remark(value: str) -> tuple[str, str]:
    """A value and the remark behind it, with the blanks between; a text in quotation marks keeps all."""
    found = None if value[:1] in ("'", '"') else _REMARK.search(value)
    return (value[: found.start()], found[0]) if found and found.start() else (value, "")


def _plainly_text(rows: list[Row], index: int, value: str) -> bool:
    """Whether the whole value can only be meant as a text, so that quotation marks around it change nothing."""
    row = rows[index]
    if value[:1] == value[-1:] == "'" and "'" not in _APOSTROPHE.sub("", value[1:-1]):
        value = value[1:-1]  # as in 'What's next?'
    if value[:1] in ("'", '"') or row.kind is Kind.PROSE or (_SPECIAL.match(value) and value[0] in _OPEN_TO_MEANING):
        return False
    if row.kind is Kind.NAME or not row.name:
        return True
    # Behind a dash, what looks like a name may be the start of the text, as in “- re: lunch: soup”.
    below = next((other for other in rows[index + 1 :] if other.structural), row)
    if below.kind is Kind.NAME and below.column == row.name_at:
        return True
    return any(other.kind is Kind.ITEM and other.name == row.name for at, other in enumerate(rows) if at != index)


def _cause(row: Row, value: str) -> tuple[int, str] | None:
    """Where in the value the trouble is, and the text that is meant."""
    if value[:1] in ("'", '"'):
        return (0, value[1:]) if row.after_quote() is None else (0, _meant(value))
    if _SPECIAL.match(value):
        return 0, value
    colon = _COLON.search(value)
    return (colon.start(), value) if colon else None


def _meant(value: str) -> str:
    """The text between quotation marks that enclose the whole, or all of it if they belong to its words."""
    mark, second = value[0], value.find(value[0], 1)
    before, after = value[second - 1 : second], value[second + 1 : second + 2]
    encloses = value.endswith(mark) and (second == len(value) - 1 or before.isspace() or after.isalnum())
    return value[1:-1] if encloses else value


def _words(row: Row, value: str, text: str, line: str) -> Words:
    if value[:1] in ("'", '"'):
        if row.after_quote() == "":
            return say.backslash(text, line)
        return say.text_after_quote(text, line)
    if _SPECIAL.match(value):
        return say.cannot_start_with(value[0], text, line)
    return say.colon_in_text(text, line)


def open_brackets(scene: Scene) -> Iterator[Slip]:
    """A list in brackets, or a text that starts with one, without the closing one."""
    for index in near(scene, 6, 0):
        row = scene.rows[index]
        opening = row.value[:1]
        closing = _CLOSING.get(opening)
        if closing and row.value.count(opening) > row.value.count(closing):
            text = row.value[1:].strip()
            said = say.bracket_never_closed(closing, or_delete=bool(_PROSE.search(text)) and is_plain(text))
            yield Slip(said, index, row.value_at, {index: row.text.rstrip() + closing})

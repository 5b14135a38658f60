"""How a text lies on its lines: indentation, comments above and below, the ends of block texts."""

from __future__ import annotations

import re

from cop_wizard.yamltext.lines import BOM, NEWLINE
from cop_wizard.yamltext.tree import Entry, Mapping, Node, Scalar, Sequence

_YAML_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_NOTHING = re.compile(r"(?:[ \t\r\n\x85\u2028\u2029]|#[^\r\n\x85\u2028\u2029]*)*")


def newline_of(text: str) -> str:
    """The newline the text uses first, or ``\\n``."""
    found = NEWLINE.search(text)
    return found[0] if found else "\n"


def line_start(text: str, offset: int) -> int:
    """The first character of the line that holds ``offset``, behind a byte order mark."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return 1 if start == 0 and text.startswith(BOM) else start


def line_end(text: str, offset: int) -> int:
    """The end of the line that holds ``offset``, before its newline."""
    found = NEWLINE.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """The start of the line after the one that holds ``offset``, or the end of the text."""
    found = NEWLINE.search(text, offset)
    return found.end() if found else len(text)


def column(text: str, offset: int) -> int:
    """How many characters stand before ``offset`` in its line."""
    return offset - line_start(text, offset)


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def first_on_line(text: str, offset: int) -> bool:
    """Whether only spaces stand before ``offset`` in its line."""
    return not text[line_start(text, offset) : offset].strip(" ")


def skip_nothing(text: str, offset: int) -> int:
    """The next character after ``offset`` that is neither white space nor part of a comment."""
    found = _NOTHING.match(text, offset)
    return found.end() if found else offset


def attached_comments(text: str, offset: int, floor: int) -> int:
    """Where the comments begin that belong to the key or dash at ``offset``; its own line if there are none.

    They stand directly above it, without a blank line between and with the same indentation. Nothing before ``floor``
    is looked at. The answer is the start of a line.
    """
    start = line_start(text, offset)
    depth = offset - start
    while start > floor:
        above = line_start(text, start - 1 - (text[start - 2 : start] == "\r\n"))
        line = text[above:start].rstrip("\r\n")
        if above < floor or indent_of(line) != depth or not line.lstrip(" ").startswith("#"):
            break
        start = above
    return start


def deeper_comments(text: str, end: int, depth: int) -> int:
    """The end of the last comment after ``end`` that is indented deeper than ``depth``; else the end of the line.

    Such comments belong to the value before them. Left behind without it they could become part of a block text
    further up.
    """
    last = line_end(text, end)
    at = next_line(text, end)
    while at < len(text):
        finish = line_end(text, at)
        line = text[at:finish]
        if line.strip():
            if not line.lstrip(" \t").startswith("#") or indent_of(line) <= depth:
                break
            last = finish
        at = next_line(text, at)
    return last


def first_break(text: str, start: int, end: int) -> int:
    """The first newline between two places, or ``-1``."""
    found = NEWLINE.search(text, start, end)
    return found.start() if found else -1


def content_end(text: str, start: int, end: int) -> int:
    """Where the content of a block text ends, without the newline behind it and the blank lines that follow.

    With ``+`` in its header the blank lines belong to the text and stay. So do lines of spaces that reach beyond the
    indentation of the text.
    """
    stretch = text[start:end]
    breaks = list(_YAML_BREAK.finditer(stretch))
    if not breaks:
        return start + len(stretch.rstrip(" \t"))
    header = stretch[: breaks[0].start()]
    keep = "+" in header.partition("#")[0]
    last, indent = len(header.rstrip(" \t")), -1
    begin = breaks[0].end()
    for found in [*breaks[1:], None]:
        finish = found.start() if found else len(stretch)
        line = stretch[begin:finish]
        if line.strip(" "):
            indent = indent_of(line) if indent < 0 else indent
            last = finish
        elif (keep and found) or 0 <= indent < len(line):
            last = finish
        begin = found.end() if found else finish
    return start + last


def dashes(text: str, sequence: Sequence) -> list[int]:
    """Where the dash of each item of a block list without an anchor stands. The parser gives a dash no mark."""
    places: list[int] = []
    at = sequence.start
    for item in sequence.items:
        at = skip_nothing(text, at)
        places.append(at)
        at = item.end if item.end > at else at + 1
    return places


def list_habit(text: str, node: Node, default: int = 2) -> int:
    """How far the first list below a key is indented from that key, as a sign of how this file is written."""
    found = _list_habit(text, node)
    return default if found is None else found


def _list_habit(text: str, node: Node) -> int | None:
    if isinstance(node, Mapping):
        for entry in node.entries:
            value = entry.value
            if isinstance(value, Sequence) and not value.flow and not value.anchored:
                habit = column(text, value.start) - column(text, entry.key.start)
                if habit >= 0:
                    return habit
            found = _list_habit(text, value)
            if found is not None:
                return found
    elif isinstance(node, Sequence):
        for item in node.items:
            found = _list_habit(text, item)
            if found is not None:
                return found
    return None


def mapping_habit(text: str, node: Node, default: int = 2) -> int:
    """How far the first mapping below a key is indented from that key."""
    if isinstance(node, Mapping) and not node.flow:
        for entry in node.entries:
            value = entry.value
            if isinstance(value, Mapping) and not value.flow and not value.anchored:
                return max(column(text, value.start) - column(text, entry.key.start), 1)
    return default


def is_block_text(node: Node) -> bool:
    """Whether a value is written with ``|`` or ``>``."""
    return isinstance(node, Scalar) and node.style in ("|", ">")


def has_blank_line(gap: str) -> bool:
    """Whether a line with nothing in it lies between two things; ``gap`` is the text from one to the other."""
    return any(not line.strip() for line in NEWLINE.split(gap)[1:-1])


def heading_in_line(text: str, mapping: Mapping, key: Scalar) -> Entry | None:
    """The entry, between the first of two equal keys and the second one, that looks like a heading of what follows.

    Nothing stands behind it, and a blank line above it but none below it, unless there are no blank lines at all. Had
    it fewer spaces in front of it, the second ``key`` and its neighbours would belong to it.
    """
    first = mapping.index(str(key.data))
    below = key.start
    close = first >= 0 and not has_blank_line(text[mapping.entries[first].key.start : below])
    for at in range(len(mapping.entries) - 1, first if first >= 0 and not mapping.flow else len(mapping.entries), -1):
        entry, over = mapping.entries[at], mapping.entries[at - 1]
        blank = isinstance(entry.value, Scalar) and entry.value.empty
        parted = has_blank_line(text[max(over.value.end, over.key.end) : entry.key.start])
        if blank and (parted or close) and not has_blank_line(text[entry.key.end : below]):
            return entry
        below = entry.key.start
    return None


def before_line(text: str, offset: int) -> int:
    """The end of the line before the one that holds ``offset``, in front of its newline."""
    start = line_start(text, offset)
    return max(start - (2 if text[start - 2 : start] == "\r\n" else 1), 0)

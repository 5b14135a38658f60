"""Whatever file and whatever change: the result says exactly what was asked for, and the rest stays as it was.

The bytes are a plan's text, a zero, and the choices that make up the changes; so the corpus can be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, value_at
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, SpliceRefused, apply, edited

T = TypeVar("T")

_LINE = re.compile(r"\r\n|\n|\r")
_CHANGES = 3
_KEYS = ("a", "b", "focus", "key two", "no", "none", "a:b", "<<", "# k", "- k", "é", "")
_TEXTS = (
    "", " ", "none", "null", "no", "12:30", "a: b", "# y", "a #b", "- x", "---", "...", "*a", "&a", "!t", "%x", "@x",
    "|", ">", "[a]", "{a}", "a, b", "'", '"', "it's", "a\\b", "\ta", "a ", " a", "a\nb", "a\n\n", "\n", " a\nb",
    "a\n  \nb", "# a\n# b", "a\r\nb", "a\rb", "a\u2028b", "a\x85b", "a\x00b", "\ufeffa", "漢字 😀", "x" * 120,
    ("word " * 30).strip(), ("# hash and: colon " * 8).strip(), "\ud800", "a\n---\nb",
)  # fmt: skip


class Choices:
    """Decisions made by bytes, one byte each; past the end every decision is the first option."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def number(self, count: int) -> int:
        """One of ``range(count)``."""
        found = self._content[self._at] if self._at < len(self._content) else 0
        self._at += 1
        return found % count

    def one(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.number(len(options))]

    def text(self) -> str:
        """A text: a known troublemaker, or the bytes that follow."""
        if self.number(3):
            return self.one(_TEXTS)
        length = self.number(40)
        taken = self._content[self._at : self._at + length]
        self._at += length
        return taken.decode("utf-8", "replace")

    def data(self, depth: int = 2) -> Data:
        """Any value that could be put into a file."""
        kind = self.number(8) if depth else self.number(6)
        if kind < 4:
            return self.text()
        if kind < 6:
            return None if kind == 4 else NONE_ON_PURPOSE
        if kind == 6:
            return [self.data(depth - 1) for _ in range(self.number(4))]
        return {self.one(_KEYS): self.data(depth - 1) for _ in range(self.number(4))}


def try_out(content: bytes) -> None:
    """Raises ``AssertionError`` where a promise is broken, and lets every exception but a refusal through."""
    before, _zero, rest = content.partition(b"\0")
    choices = Choices(rest)
    document = read(before.decode("utf-8", "replace"))
    for _ in range(_CHANGES):
        change = _operation(choices, document.data)
        if document.problems:
            _is_refused(document, change)
            return
        changed = _change(document, change)
        if changed is None:
            return
        document = changed


def _operation(choices: Choices, data: Data) -> Operation:
    path = choices.one(list(_paths(data)))
    kind = choices.number(6)
    if kind == 0:
        return Remove(path)
    if kind == 1:
        return Insert(path, choices.number(5), choices.data())
    if kind == 2:
        return Move(path, choices.number(5), choices.number(5))
    if kind == 3:
        return Put(path, choices.data())
    order = tuple(choices.one(_KEYS) for _ in range(choices.number(4)))
    return Put((*path, choices.one(_KEYS)), choices.data(), choices.one(("", "What?", "Two\n\nlines: # it")), order)


def _paths(data: Data, path: KeyPath = ()) -> Iterator[KeyPath]:
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _paths(value, (*path, place))


def _is_refused(document: Document, change: Operation) -> None:
    try:
        apply(document.text, [change])
    except SpliceRefused:
        return
    raise AssertionError(f"{change} was not refused in {document.text!r}")


def _change(document: Document, change: Operation) -> Document | None:
    """The document after the change, all promises checked; ``None`` where it was refused."""
    try:
        wanted = edited(document.data, change)
    except SpliceRefused:
        _is_refused(document, change)
        return None
    try:
        result = apply(document.text, [change])
    except SpliceRefused:
        return None
    after = read(result)
    assert not after.problems, after.problems
    assert after.data == wanted, (change, document.text, result)
    if wanted == document.data:
        assert result == document.text
    else:
        _others_are_untouched(document, after, change)
    return after


def _others_are_untouched(before: Document, after: Document, change: Operation) -> None:
    """The values beside the changed one, and beside all it lies in, are written as they were; so are other lines."""
    path = change.path
    for length in range(len(path)):
        holder = value_at(before.data, path[:length])
        if not isinstance(holder, dict):
            continue
        for key in holder:
            if key != path[length]:
                same = (*path[:length], key)
                assert _written(before, same) == _written(after, same), (change, before.text, after.text)
    first, last = _lines_concerned(before, path)
    lines = _LINE.split(_unmarked(before.text))
    outside = Counter(lines[: first - 1] + lines[last:])
    gone = outside - Counter(_LINE.split(_unmarked(after.text)))
    assert not gone, (change, gone, before.text, after.text)


def _written(document: Document, path: KeyPath) -> str:
    key, value = document.key_span(path), document.span(path)
    assert key is not None
    assert value is not None
    return _unmarked(document.text[key.start.offset : value.end.offset])


def _unmarked(text: str) -> str:
    """A block text at the very end of a file without a newline gets its mark changed, lest it gain one."""
    return re.sub(r"([|>]\d?)[-+]", r"\1", text)


def _lines_concerned(document: Document, path: KeyPath) -> tuple[int, int]:
    """All lines of the value around the changed one, with the remarks that follow it."""
    around = path[:-1]
    key, value = document.key_span(around), document.span(around)
    lines = _LINE.split(document.text)
    if key is None or value is None:
        return 1, len(lines)
    last = max(key.end.line, value.end.line)
    while last < len(lines) and (not lines[last].strip() or lines[last].lstrip().startswith("#")):
        last += 1
    return key.start.line, last + 1

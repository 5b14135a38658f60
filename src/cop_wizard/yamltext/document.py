"""One YAML text read: its data, where each value stands, and what is wrong with it."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import yaml

from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import words
from cop_wizard.yamltext.builder import Builder, ReadingError
from cop_wizard.yamltext.layout import dashes
from cop_wizard.yamltext.limits import MAX_BYTES
from cop_wizard.yamltext.lines import BOM, Lines
from cop_wizard.yamltext.syntax import syntax_finding
from cop_wizard.yamltext.tree import Mapping, Node, Scalar, Sequence, child
from cop_wizard.yamltext.words import Words

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_LARGE = 50_000
"""From this many characters on, pausing the garbage collector pays: building many nodes at once only wakes it up."""


@dataclass(frozen=True)
class Document:
    """A YAML text and what it says.

    ``data`` holds text, lists and mappings of text (see ``cop_wizard.values``), or ``None`` where the text could not
    be read at all. ``problems`` lists everything wrong with the text itself; whether the data makes sense is not asked
    here. ``root`` is for those who change the text.
    """

    text: str
    data: Data
    problems: tuple[Diagnostic, ...]
    lines: Lines
    root: Node | None = None

    def span(self, path: KeyPath) -> Span | None:
        """Where a value stands; for a blank or missing one its key, or the nearest thing around it.

        ``None`` if nothing nearer than the whole document is left.
        """
        node, keys = self._follow(path)
        found = keys[-1] if keys else None
        if node is None or (isinstance(node, Scalar) and node.empty):
            return found
        return self.lines.span(node.start, node.end) if len(keys) == len(path) else found

    def key_span(self, path: KeyPath) -> Span | None:
        """Where the key of a value stands, or the dash of a list item; ``None`` if the path leads nowhere."""
        keys = self._follow(path)[1]
        return keys[-1] if keys and len(keys) == len(path) else None

    def line_text(self, line: int) -> str:
        """One line of the text, counting from 1, without its newline."""
        return self.lines.text(line)

    def _follow(self, path: KeyPath) -> tuple[Node | None, list[Span]]:
        """The last node on the path that exists, and the keys and dashes met on the way."""
        node, keys = self.root, list[Span]()
        for part in path:
            below = child(node, part) if node else None
            if node is None or below is None:
                break
            keys.append(self._key(node, part, below))
            node = below
        return node, keys

    def _key(self, parent: Node, part: str | int, node: Node) -> Span:
        if isinstance(parent, Mapping) and isinstance(part, str):
            entry = parent.entry(part)
            return self.lines.span(entry.key.start, entry.key.end) if entry else self.lines.span(node.start, node.end)
        if isinstance(parent, Sequence) and isinstance(part, int) and not parent.flow and not parent.anchored:
            dash = dashes(self.text, parent)[part]
            return self.lines.span(dash, dash + 1)
        return self.lines.span(node.start, node.end)


def read(text: str) -> Document:
    """Read a YAML text. Never raises: whatever is wrong is among the document's ``problems``.

    ``~``, ``null`` and nothing at all become ``None``, the plain word ``none`` becomes ``NONE_ON_PURPOSE``, everything
    else is text. Of a key that stands twice the first value counts.
    """
    lines = Lines(text)
    refused = _unfit(text, lines)
    if refused:
        return Document(text, None, (refused,), lines)
    builder = Builder(text, lines)
    try:
        with _quiet_collector(len(text)):
            builder.build()
    except ReadingError as stop:
        return Document(text, None, (stop.finding,), lines)
    except yaml.YAMLError as error:
        return Document(text, None, (syntax_finding(error, text, lines),), lines)
    root, problems = builder.root, builder.findings
    if not isinstance(root, Mapping):
        return Document(text, None, (*problems, _no_mapping(root, text, lines)), lines)
    problems.sort(key=lambda finding: finding.span.start.offset if finding.span else 0)
    return Document(text, root.data, tuple(problems), lines, root)


def _unfit(text: str, lines: Lines) -> Diagnostic | None:
    if len(text) > MAX_BYTES:
        return _finding(words.too_large(), None)
    bad = _FORBIDDEN.search(text)
    if bad:
        return _finding(words.control_character(ord(bad[0])), lines.span(*bad.span()))
    return None


def _no_mapping(root: Node | None, text: str, lines: Lines) -> Diagnostic:
    if root is None or (isinstance(root, Scalar) and root.empty):
        return _finding(words.empty(), None)
    span = lines.span(root.start, root.end)
    if isinstance(root, Sequence):
        return _finding(words.only_list(), lines.span(root.start, root.start + 1))
    return _finding(words.only_text(bool(re.match(r"[\w ]+:\S", text.removeprefix(BOM)))), span)


def _finding(said: Words, span: Span | None) -> Diagnostic:
    return Diagnostic(said.code, Severity.ERROR, said.message, said.hint, (), span)


@contextmanager
def _quiet_collector(size: int) -> Iterator[None]:
    if size < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

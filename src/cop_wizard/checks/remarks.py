"""Text that YAML takes for a remark although it may belong to an answer: ``room #12`` is read as ``room``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_wizard.diagnostic import Diagnostic, Position, Severity, Span
from cop_wizard.i18n import _
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext.document import Document

_CUT_OFF = re.compile(r"([ \t]+)(#\S[^\r\n]*)")
"""A remark of a person's own has a blank behind its ``#``; a room, a hashtag or a number has none."""


def cut_off_answers(document: Document) -> Iterator[Diagnostic]:
    """A note on each answer that ends where a ``#`` with something right behind it begins."""
    for path in _answers(document.data):
        span = document.span(path)
        found = _CUT_OFF.match(document.text, span.end.offset) if span else None
        if span is None or found is None or document.text[span.start.offset] in "\"'":
            continue
        start, end = found.start(2), found.end(2)
        first = span.end.column + start - span.end.offset
        line = span.end.line
        yield Diagnostic(
            "COP115",
            Severity.NOTE,
            _("From the # on, this counts as a remark and not as part of the answer."),
            _("If it belongs to the answer, put the whole answer in quotation marks."),
            path,
            Span(Position(line, first, start), Position(line, first + end - start, end)),
        )


def _answers(data: Data, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _answers(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _answers(value, (*path, place))
    elif isinstance(data, str):
        yield path

"""Answers that YAML reads as something else than they look like, without calling it a mistake."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.i18n import _
from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document
from cop_wizard.yamltext.tree import Scalar

_CUT_OFF = re.compile(r"#(?<=[ \t]#)\S[^\r\n]*")
"""A remark of a person's own has a blank behind its ``#``; a room, a hashtag or a number has none."""

_LATER_DASH = re.compile(r"\n *- +\S")
_MARKED = re.compile(r"&([^\s,\[\]{}]+)[ \t]+")


def misread_answers(document: Document) -> Iterator[Diagnostic]:
    """A note on each answer that YAML cuts off at a ``#``, joins with the next line, or takes for a mark."""
    text = document.text
    # The text is searched before any answer is looked at, for nearly always there is nothing to find.
    cut_off = [found.start() for found in _CUT_OFF.finditer(text)]
    dashes = [found.end() - 1 for found in _LATER_DASH.finditer(text) if _deeper(text, found.start())]
    if not cut_off and not dashes and "&" not in text:
        return
    for path, answer in document.scalars():
        if answer.style:
            continue
        yield from _cut_off(document, path, answer, cut_off)
        yield from _joined(document, path, answer, dashes)
        yield from _taken_for_mark(document, path, answer)


def _cut_off(document: Document, path: KeyPath, answer: Scalar, places: list[int]) -> Iterator[Diagnostic]:
    """An answer that ends where a ``#`` with something right behind it begins: ``room #12`` is read as ``room``.

    Where nothing stands in front of it, the whole answer is gone, as in ``focus: #numeracy``.
    """
    at = bisect_left(places, answer.end)
    if at == len(places) or document.text[answer.end : places[at]].strip(" \t"):
        return
    found = _CUT_OFF.match(document.text, places[at])
    yield Diagnostic(
        "COP115",
        Severity.NOTE,
        _("From the # on, this counts as a remark and not as part of the answer."),
        _("If it belongs to the answer, put the whole answer in quotation marks."),
        path,
        document.lines.span(*found.span()) if found else None,
    )


def _joined(document: Document, path: KeyPath, answer: Scalar, places: list[int]) -> Iterator[Diagnostic]:
    """A line with a dash that is indented too far for a list item: it goes on with the answer above."""
    for place in places[bisect_right(places, answer.start) : bisect_left(places, answer.end)]:
        dash = document.text.rindex("-", answer.start, place)
        yield Diagnostic(
            "COP118",
            Severity.NOTE,
            _("This dash starts no new line of a list: the text counts as part of the answer above."),
            _("If it belongs to a list, put the dash exactly below the dashes of that list."),
            path,
            document.lines.span(dash, dash + 1),
        )


def _taken_for_mark(document: Document, path: KeyPath, answer: Scalar) -> Iterator[Diagnostic]:
    """An answer that starts with ``&`` loses its first word, for that marks a place to be repeated elsewhere."""
    found = _MARKED.match(document.text, answer.start) if answer.anchored else None
    if found is None or f"*{found[1]}" in document.text:
        return
    yield Diagnostic(
        "COP119",
        Severity.NOTE,
        _("“&{word}” is not read as part of this answer.").format(word=found[1]),
        _("If it belongs to the answer, put the whole answer in quotation marks; else delete it."),
        path,
        document.lines.span(found.start(), found.end(1)),
    )


def _deeper(text: str, newline: int) -> bool:
    """Whether the line behind this place is indented deeper than the line before it, which is no name by itself."""
    start = text.rfind("\n", 0, newline) + 1
    before = text[start:newline].rstrip()
    dash = text.index("-", newline) - newline - 1
    return len(before) - len(before.lstrip(" ")) < dash and before[-1:] not in (":", "")

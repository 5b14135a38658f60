"""A text without characters that no editor shows, and the findings about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cop_wizard.diagnostic import Diagnostic, Edit, Severity, Span
from cop_wizard.yamltext import words
from cop_wizard.yamltext.characters import BLANKS, FORBIDDEN, ODD_INDENT, has_odd_indent
from cop_wizard.yamltext.lines import BOM, Lines
from cop_wizard.yamltext.mending import Mending
from cop_wizard.yamltext.rows import Kind, rows_of
from cop_wizard.yamltext.words import Words

_BREAKS = "\x0b\x0c"
"""Word processors end lines and pages with these."""
_MOST = 20
_MANY = 200
"""A file with more forbidden characters than this holds no text."""


def cleaned(text: str, lines: Lines) -> tuple[Mending | None, list[Diagnostic]]:
    """The text without a byte order mark and without such characters, and the findings about them.

    There is no text where so much of it is forbidden that nobody can have written it.
    """
    mending = Mending(text)
    if text.startswith(BOM):
        mending = mending.edited([Edit(0, 1, "")])
    forbidden = list(islice(FORBIDDEN.finditer(text), _MANY + 1))
    findings = list(islice(_forbidden(forbidden, lines), 1 if len(forbidden) > _MANY else _MOST))
    if len(forbidden) > _MANY:
        return None, findings
    shift = len(text) - len(mending.text)
    mending = mending.edited([_replaced(found[0], found.start() - shift) for found in forbidden])
    edits = list(_indents(mending.text))
    for edit in edits[:_MOST]:
        before = mending.original(edit)
        span = lines.span(mending.origin(edit.start), mending.origin(edit.end))
        findings.append(_finding(words.odd_indent(), span, before))
    return mending.edited(edits), findings


def _forbidden(forbidden: list[re.Match[str]], lines: Lines) -> Iterator[Diagnostic]:
    """One finding for each line with such a character, with the corrections for all of the line."""
    at: dict[int, list[re.Match[str]]] = {}
    for found in forbidden:
        at.setdefault(lines.position(found.start()).line, []).append(found)
    for line in at.values():
        edits = [_replaced(found[0], found.start()) for found in line]
        sure = all(edit.text != "\ufffd" for edit in edits)
        yield _finding(words.control_character(ord(line[0][0])), lines.span(*line[0].span()), *(edits if sure else ()))


def _replaced(character: str, at: int) -> Edit:
    """What to read in the place of a forbidden character: nothing for one that only steers a machine."""
    text = " " if character in _BREAKS else "" if character < "\x80" or character == BOM else "\ufffd"
    return Edit(at, at + 1, text)


def _indents(text: str) -> Iterator[Edit]:
    """Spaces for the blanks in front of names and dashes; in front of text they do no harm."""
    if not has_odd_indent(text):
        return
    spaced = ODD_INDENT.sub(lambda found: re.sub(f"[{BLANKS}]", " ", found[0]), text)
    at = 0
    for row, old in zip(rows_of(spaced), rows_of(text), strict=True):
        white = old.text[: row.column]
        odd = [index for index, character in enumerate(white) if character in BLANKS]
        if odd and row.structural and old.kind is not Kind.BLOCK:
            yield Edit(at + odd[0], at + odd[-1] + 1, " " * (odd[-1] + 1 - odd[0]))
        at += len(old.text) + len(old.newline)


def _finding(said: Words, span: Span, *edits: Edit | None) -> Diagnostic:
    kept = tuple(edit for edit in edits if edit)
    return Diagnostic(said.code, Severity.ERROR, said.message, said.hint, (), span, edits=kept)

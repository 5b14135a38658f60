"""Reading a broken text as it was probably meant, with all that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from cop_wizard.diagnostic import Diagnostic, Edit, Severity, Span
from cop_wizard.values import KeyPath
from cop_wizard.yamltext import words
from cop_wizard.yamltext.builder import Builder, ReadingError
from cop_wizard.yamltext.cleaning import cleaned
from cop_wizard.yamltext.layout import line_end, line_start
from cop_wizard.yamltext.limits import fits
from cop_wizard.yamltext.lines import Lines
from cop_wizard.yamltext.mending import MendedLines, Mending
from cop_wizard.yamltext.recovery import recovered
from cop_wizard.yamltext.tree import Mapping, Node, Scalar, Sequence
from cop_wizard.yamltext.unread import unread_path
from cop_wizard.yamltext.words import Words

_GUESSES = frozenset({"COP105", "COP108", "COP112"})
"""Findings of reading after which the line is read as it was probably meant."""
_MOST = 20
"""Documents in one file that are read as one."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was read in the place of a broken text. The nodes stand in the mended one; ``lines`` lead back.

    ``unread`` are the key paths that were left out, ``guessed`` the lines that were read as they were probably meant,
    ``moved`` those of which only the place was guessed.
    """

    mending: Mending
    root: Mapping
    lines: MendedLines
    unread: tuple[KeyPath, ...] = ()
    guessed: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.mending.text


def read_mended(text: str, lines: Lines) -> tuple[list[Diagnostic], Mended | None]:
    """All findings about a text that cannot be read as it stands, and what it probably means."""
    if not fits(text):
        return [_finding(words.too_large(), None)], None
    mending, found = cleaned(text, lines)
    if mending is None:
        return found, None
    result = recovered(mending, lines)
    told, mended = _read(text, result.mending) if result.mending else ([], None)
    guessed = {finding.span.start.line for finding in (*found, *told) if finding.span and finding.code in _GUESSES}
    found += result.findings
    if result.mending is None:
        return found, None
    if found and any(finding.code == "COP103" for finding in told):
        return found, None  # nothing is left because nothing could be read
    found += told
    if mended is None:
        return found, None
    paths = (unread_path(gap, mended.root, mended.mending) for gap in result.gaps)
    unread = dict.fromkeys(path for path in paths if path)
    guessed |= {lines.position(place).line for place in result.guesses}
    moved = frozenset(lines.position(place).line for place in result.moves)
    return found, replace(mended, unread=tuple(unread), guessed=frozenset(guessed), moved=moved)


def _read(text: str, mending: Mending, documents: int = 1) -> tuple[list[Diagnostic], Mended | None]:
    """The findings about a text without mistakes in its syntax, and its nodes where there are any."""
    builder = Builder(mending.text, MendedLines(text, mending))
    stopped: ReadingError | None = None
    try:
        builder.build()
    except ReadingError as stop:
        stopped = stop
    except yaml.YAMLError:  # a second document that cannot be read
        return [], None
    found = [_in_original(finding, mending) for finding in builder.findings]
    root = builder.root
    if stopped:
        found.append(stopped.finding)
        if not stopped.second:
            return found, None
        joined = _joined(text, mending, stopped, documents)
        if joined:
            return [stopped.finding, *joined[0]], joined[1]
    if not isinstance(root, Mapping):
        return [*found, _no_mapping(root, mending.text, MendedLines(text, mending))], None
    return found, Mended(mending, root, MendedLines(text, mending))


def _joined(
    text: str, mending: Mending, stopped: ReadingError, documents: int
) -> tuple[list[Diagnostic], Mended] | None:
    """The documents of a file read as one, if the line between them is all that is wrong with that."""
    line = mending.text[line_start(mending.text, stopped.at) : line_end(mending.text, stopped.at)]
    if line.strip() != "---" or documents >= _MOST:
        return None
    found, mended = _read(text, mending.edited([Edit(stopped.at, stopped.at + 3, "")]), documents + 1)
    again = any(finding.code == "COP107" and len(finding.path) == 1 for finding in found)
    return (found, mended) if mended and not again else None


def _in_original(finding: Diagnostic, mending: Mending) -> Diagnostic:
    """The finding with its corrections as edits of the text as it was written."""
    edits = [mending.original(edit) for edit in finding.edits]
    return replace(finding, edits=tuple(edit for edit in edits if edit) if all(edits) else ())


def _no_mapping(root: Node | None, text: str, lines: Lines) -> Diagnostic:
    if root is None or (isinstance(root, Scalar) and root.empty):
        return _finding(words.empty(), None)
    if isinstance(root, Sequence):
        return _finding(words.only_list(), lines.span(root.start, root.start + 1))
    return _finding(words.only_text(bool(re.match(r"[\w ]+:\S", text))), lines.span(root.start, root.end))


def _finding(said: Words, span: Span | None) -> Diagnostic:
    return Diagnostic(said.code, Severity.ERROR, said.message, said.hint, (), span)

"""What keeps a document from being made, as the page of `cop preview` shows it: with the line of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cop_wizard.checks.report.snippet import snippet
from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Span
from cop_wizard.documents.trouble import TemplateTrouble
from cop_wizard.errors import BrokenFile, CopError, FileTrouble
from cop_wizard.i18n import _, ngettext
from cop_wizard.preview.latest import Problem
from cop_wizard.visible import visible_line
from cop_wizard.yamltext.lines import Lines

_WIDTH = 84
"""Columns of a line that are shown; a longer one is cut around the spot."""

_MOST = 20
"""Nobody reads more mistakes at once, and most of them go with the first."""


def problems_of_plan(report: Report) -> tuple[Problem, ...]:
    """The mistakes in a plan and in the files it depends on."""
    files = (report, *report.beside)
    found = [problem for one in files for problem in _findings(one.errors, one.path, one.text)]
    return _shortened(found, sum(one.untold for one in files))


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """Whatever else ended the making of a document."""
    if isinstance(error, BrokenFile):
        return _shortened(list(_findings(error.findings, error.path, error.text)))
    if isinstance(error, TemplateTrouble):
        return (_of_template(error),)
    if isinstance(error, CopError):
        place = visible_line(str(error.path)) if isinstance(error, FileTrouble) and error.path else ""
        return (Problem(visible_line(error.message), visible_line(error.hint), place),)
    return (
        Problem(
            _("Sorry, this is a mistake in cop, not in your plan ({kind}).").format(kind=type(error).__name__),
            _("Go on writing: it is tried again at your next save."),
        ),
    )


def _findings(findings: tuple[Diagnostic, ...], path: Path, text: str) -> Iterator[Problem]:
    lines = Lines(text)
    for one in findings[:_MOST]:
        yield _located(one.message, one.hint, path, one.code, lines, one.span)


def _shortened(found: list[Problem], untold: int = 0) -> tuple[Problem, ...]:
    left = len(found) - _MOST + untold
    if left <= 0:
        return tuple(found)
    more = ngettext("And {count} more.", "And {count} more.", left).format(count=left)
    return (*found[:_MOST], Problem(more, _("`cop validate` lists them.")))


def _of_template(error: TemplateTrouble) -> Problem:
    lines, span = Lines(""), None
    if error.path and error.line:
        try:
            lines = Lines(error.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            pass  # what it says is known all the same
        else:
            span = _whole_line(lines, error.line)
    return _located(error.message, error.hint, error.path, "", lines, span)


def _whole_line(lines: Lines, number: int) -> Span | None:
    if not 1 <= number <= len(lines):
        return None
    text, start = lines.text(number), lines.first_offset(number)
    return lines.span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _located(message: str, hint: str, path: Path | None, code: str, lines: Lines, span: Span | None) -> Problem:
    said, advised = visible_line(message), visible_line(hint)
    place = visible_line(str(path)) if path else ""
    if span is None:
        return Problem(said, advised, place, code)
    start = span.start
    line, carets = snippet(lines, span, _WIDTH)
    return Problem(said, advised, f"{place}:{start.line}:{start.column}", code, str(start.line), line, carets)

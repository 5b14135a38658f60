"""The report for other programs. Its form is told in ``docs/report.md``; keys stay as they are, new ones may come."""

from __future__ import annotations

import json
from typing import Any

from cop_wizard.checks.fixing import fixable
from cop_wizard.checks.report.tally import Tally
from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Position, Span
from cop_wizard.progress import share
from cop_wizard.values import path_text

VERSION = 1
"""The version of the form. It changes only if a key changes its meaning."""


class JsonReport:
    """One object: the ``version``, the ``files`` with their findings, and a ``summary``."""

    opening = f'{{\n  "version": {VERSION},\n  "files": [\n    '
    between = ",\n    "

    def plan(self, report: Report) -> str:
        """One plan, and behind it the files it depends on."""
        return self.between.join(json.dumps(_of_file(one)) for one in (report, *report.beside))

    def end(self, tally: Tally) -> str:
        """What closes the object."""
        names = ("files", "error", "unfinished", "advice", "note")
        summary = {name: getattr(tally, name) for name in names}
        return f'\n  ],\n  "summary": {json.dumps(summary)}\n}}\n'


def _of_file(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {"path": str(report.path), "findings": [_of(one, report) for one in report.findings]}
    if report.standings:
        so_far = share(report.standings)
        found["answered"], found["asked"] = so_far.settled, so_far.asked
    return found


def _of(finding: Diagnostic, report: Report) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": path_text(finding.path),
        "keys": list(finding.path),
        "span": _of_span(finding.span),
        "further": [_of_span(span) for span in finding.further],
        "source": finding.source,
        "fixable": fixable(finding, report.data),
    }


def _of_span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": _of_position(span.start), "end": _of_position(span.end)}


def _of_position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}

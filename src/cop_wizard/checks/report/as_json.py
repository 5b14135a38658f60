"""The report for other programs. Its form is told in ``docs/report.md``; keys stay as they are, new ones may come."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Position, Span
from cop_wizard.progress import share
from cop_wizard.values import path_text

VERSION = 1
"""The version of the form. It changes only if a key changes its meaning."""


class JsonReport:
    """One object: the ``version``, the ``files`` with their findings, and a ``summary``."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._files = 0

    def add(self, report: Report) -> str:
        """One more plan, and behind it the files it depends on."""
        return "".join(self._file(one) for one in (report, *report.beside))

    def end(self) -> str:
        """What closes the object."""
        begin = "" if self._files else self._begin()
        summary = {"files": self._files} | {
            name: self._counts[name] for name in ("error", "unfinished", "advice", "note")
        }
        return f'{begin}\n  ],\n  "summary": {json.dumps(summary)}\n}}\n'

    def _begin(self) -> str:
        return f'{{\n  "version": {VERSION},\n  "files": ['

    def _file(self, report: Report) -> str:
        before = "," if self._files else self._begin()
        self._files += 1
        self._counts.update(finding.severity.value for finding in report.findings)
        return f"{before}\n    {json.dumps(_of_file(report))}"


def _of_file(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {"path": str(report.path), "findings": [_of(one) for one in report.findings]}
    if report.standings:
        so_far = share(report.standings)
        found["answered"], found["asked"] = so_far.settled, so_far.asked
    return found


def _of(finding: Diagnostic) -> dict[str, Any]:
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
        "fixable": bool(finding.edits or finding.meant),
    }


def _of_span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": _of_position(span.start), "end": _of_position(span.end)}


def _of_position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}

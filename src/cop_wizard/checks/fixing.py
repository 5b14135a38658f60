"""Corrections that are plainly right, made one by one; each is kept only if the plan is better for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.checks.runner import Report, check
from cop_wizard.checks.shapes import as_row
from cop_wizard.diagnostic import Diagnostic, Edit
from cop_wizard.plan.plan import SCHEMA_VERSION
from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.operations import Operation, Put, Rename, SpliceRefused
from cop_wizard.yamltext.scalars import is_plain
from cop_wizard.yamltext.splice import apply

_ENOUGH = 500
"""No file has more slips than this; a loop that goes on is one that goes round."""

_WORDS = frozenset({"COP206", "COP208", "COP219"})
"""Findings about a value for which another one is meant."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The corrected ``text``, what was corrected in it (``done``), and the report on it."""

    text: str
    done: tuple[Diagnostic, ...]
    report: Report


def fixed(text: str, path: Path, today: dt.date) -> Fixed:
    """The plan with every safe correction made. What is left is in the report."""
    report, done, tried = check(text, path, today), list[Diagnostic](), set[object]()
    while len(done) < _ENOUGH:
        step = _next(report, tried, lambda changed: check(changed, path, today))
        if step is None:
            break
        finding, report = step
        done.append(finding)
    return Fixed(report.text, tuple(done), report)


def fixable(finding: Diagnostic, data: Data) -> bool:
    """Whether there is a correction to try."""
    return bool(finding.edits) or _operation(finding, data) is not None


def _next(report: Report, tried: set[object], look: Callable[[str], Report]) -> tuple[Diagnostic, Report] | None:
    """The first correction that leaves fewer findings than before, and the report after it."""
    for finding in report.findings:
        name = (finding.code, finding.path, finding.message)
        if name in tried:
            continue
        changed = _corrected(report, finding)
        if changed is None:
            continue
        after = look(changed)
        if _told(after) < _told(report):
            return finding, after
        tried.add(name)
    return None


def _told(report: Report) -> tuple[int, int]:
    """How much is wrong, and how much is remarked on the way the file is written.

    Advice and gaps do not count: what becomes readable may bring more of them.
    """
    return len(report.errors), len(report.pointed_out)


def _corrected(report: Report, finding: Diagnostic) -> str | None:
    if finding.edits:
        return edited(report.text, finding.edits)
    operation = _operation(finding, report.data)
    if operation is None:
        return None
    try:
        return apply(report.text, [operation])
    except SpliceRefused:
        return _in_place(report, finding)


def _in_place(report: Report, finding: Diagnostic) -> str | None:
    """One plain word for another where the file is broken elsewhere and so cannot be spliced; there is a `meant`."""
    given, span = value_at(report.data, finding.path), finding.span
    if finding.code not in _WORDS or span is None or not is_plain(finding.meant):
        return None
    start, end = span.start.offset, span.end.offset
    return edited(report.text, (Edit(start, end, finding.meant),)) if report.text[start:end] == given else None


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """The text after all the edits, which do not overlap."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _operation(finding: Diagnostic, data: Data) -> Operation | None:
    """The change of the plan that a finding asks for, where there is only one to think of."""
    code, path, meant = finding.code, finding.path, finding.meant
    given = value_at(data, path)
    if code == "COP201" and meant:
        holder = value_at(data, path[:-1])
        return Rename(path, meant) if isinstance(holder, dict) and meant not in holder else None
    if code in _WORDS and meant and isinstance(given, str):
        return Put(path, meant)
    if code == "COP202" and isinstance(path[-1], int) and (row := as_row(path[:-1], given)):
        return Put(path, row)
    if code == "COP203" and isinstance(given, str) and given.strip():
        return Put(path, [as_row(path, given) or given])
    if code == "COP204" and isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return Put(path, given[0])
    if code == "COP212" and path == ("schema_version",):
        return Put(path, str(SCHEMA_VERSION), order=("schema_version", "guide"))
    return None

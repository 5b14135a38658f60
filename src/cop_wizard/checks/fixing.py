"""Corrections that are plainly right; they are kept only if the plan is better for them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.checks.runner import Report, check
from cop_wizard.checks.shapes import as_row
from cop_wizard.diagnostic import Diagnostic, Edit
from cop_wizard.plan.plan import SCHEMA_VERSION
from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.operations import Operation, Put, Rename, SpliceRefused
from cop_wizard.yamltext.scalars import is_plain
from cop_wizard.yamltext.splice import changed

_WORDS = ("COP206", "COP208", "COP219")
"""Where one word stands for another."""

_REMARK = re.compile(r"(?<!\S)#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The corrected ``text``, what was corrected in it (``done``), and the report on it."""

    text: str
    done: tuple[Diagnostic, ...]
    report: Report


def fixed(text: str, path: Path, today: dt.date) -> Fixed:
    """The plan with every safe correction made. What is left is in the report."""
    report, done = check(text, path, today), list[Diagnostic]()
    while True:
        correctable = [finding for finding in report.findings if fixable(finding, report.data)]
        after, made = _made(report, correctable, today)
        if not made:
            return Fixed(report.text, tuple(done), report)
        report, done = after, done + made


def _made(report: Report, findings: list[Diagnostic], today: dt.date) -> tuple[Report, list[Diagnostic]]:
    """The report after those of the corrections that help: all at once if they do, else by halves."""
    text, made = _corrected(report, findings)
    if not made:
        return report, []
    after = check(text, report.path, today)
    if _told(after) < _told(report) and (len(made) == 1 or _told(after)[1] <= _told(report)[1] - len(made)):
        return after, made
    if len(findings) == 1:
        return report, []
    half = len(findings) // 2
    for part in (findings[:half], findings[half:]):
        after, made = _made(report, part, today)
        if made:  # the places of the others may have changed, so they are found again
            return after, made
    return report, []


def fixable(finding: Diagnostic, data: Data) -> bool:
    """Whether there is a correction to try."""
    return bool(finding.edits) or _operation(finding, data) is not None


def _told(report: Report) -> tuple[int, int]:
    """How much is wrong, and how much is wrong or remarked on the way the file is written.

    Advice and gaps do not count: what becomes readable may bring more of them.
    """
    return len(report.errors) + report.untold, len(report.pointed_out) + report.untold


def _corrected(report: Report, findings: list[Diagnostic]) -> tuple[str, list[Diagnostic]]:
    """The text with the corrections that can be made together, and which those are."""
    edits = _apart([(finding, found) for finding in findings if (found := _edits(finding, report))])
    if edits:  # of the form first: before that, nothing can be spliced
        together = tuple(edit for _finding, found in edits for edit in found)
        return edited(report.text, together), [finding for finding, _found in edits]
    document, made = read(report.text), list[Diagnostic]()
    for finding in findings:
        operation = _operation(finding, report.data)
        if operation is None:
            continue
        try:
            after = changed(document, [operation])
        except SpliceRefused:
            continue
        if not lost_remarks(document.text, after.text):  # what a person wrote is worth more than a slip less
            document, made = after, [*made, finding]
    return document.text, made


def _apart(found: list[tuple[Diagnostic, tuple[Edit, ...]]]) -> list[tuple[Diagnostic, tuple[Edit, ...]]]:
    """Those whose edits lie one behind the other; the rest has to wait for its turn."""
    kept, free = [], -1
    for finding, edits in sorted(found, key=lambda one: min(edit.start for edit in one[1])):
        if min(edit.start for edit in edits) > free:
            kept.append((finding, edits))
            free = max(edit.end for edit in edits)
    return kept


def _edits(finding: Diagnostic, report: Report) -> tuple[Edit, ...]:
    """The edits a finding carries; where the form of the file is broken, also a single word put for another."""
    span = finding.span
    broken = any(one.code.startswith("COP1") for one in report.errors)
    if finding.edits or not broken or finding.code not in _WORDS or not span or not is_plain(finding.meant):
        return finding.edits
    stands = report.text[span.start.offset : span.end.offset]
    return (Edit(span.start.offset, span.end.offset, finding.meant),) * (stands == value_at(report.data, finding.path))


def lost_remarks(before: str, after: str) -> list[str]:
    """The remarks of a file that another version of it does not have."""
    return list((Counter(_REMARK.findall(before)) - Counter(_REMARK.findall(after))).elements())


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
        return Put(path, [as_row(path, given) or meant or given])
    if code == "COP204" and isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return Put(path, given[0])
    if code == "COP212" and path == ("schema_version",):
        return Put(path, str(SCHEMA_VERSION), order=("schema_version", "guide"))
    return None

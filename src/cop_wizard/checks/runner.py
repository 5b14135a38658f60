"""Everything that can be said about one plan, at once and each thing once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.checks.plan_guide import find_guide
from cop_wizard.checks.remarks import cut_off_answers
from cop_wizard.checks.todos import misplaced_todos
from cop_wizard.checks.unfinished import unfinished
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.model import Guide, Section
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing, standings
from cop_wizard.structure import read_as
from cop_wizard.values import Data

_ANOTHER_FORM = frozenset({"COP213"})
"""Findings after which nothing else about the plan would mean anything."""


@dataclass(frozen=True)
class Report:
    """What was found in one file.

    ``path`` is the file as the person named it, ``findings`` are in the order of the text, the unfinished parts last.
    ``plan`` is there where nothing is wrong, ``guide`` and ``standings`` where the guide could be found. ``beside``
    holds the reports on other files the plan depends on, such as its own guide.
    """

    path: Path
    text: str
    findings: tuple[Diagnostic, ...]
    data: Data = None
    plan: Plan | None = None
    guide: Guide | None = None
    standings: tuple[Standing, ...] = ()
    beside: tuple[Report, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong, in the order of the text."""
        return self.of(Severity.ERROR)

    @property
    def pointed_out(self) -> tuple[Diagnostic, ...]:
        """What is shown with its line: the errors, and remarks about how the file is written (COP1xx)."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR or one.code.startswith("COP1"))

    @property
    def unfinished(self) -> tuple[Diagnostic, ...]:
        """What is not there yet."""
        return self.of(Severity.UNFINISHED)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the guide in use."""
        return self.guide.sections if self.guide else ()

    def of(self, *severities: Severity) -> tuple[Diagnostic, ...]:
        """The findings of these severities."""
        return tuple(finding for finding in self.findings if finding.severity in severities)

    def passes(self, strict: bool = False) -> bool:
        """Whether the plan is in order; ``strict`` asks for a finished one too. Notes never count."""
        counted = {Severity.ERROR, Severity.UNFINISHED, Severity.ADVICE} if strict else {Severity.ERROR}
        return not any(finding.severity in counted for finding in self.findings)


def check(text: str, path: Path, today: dt.date) -> Report:
    """Check the plan in ``text``. ``path`` says where it comes from, so that its own guide can be found beside it."""
    reading = read_as(Plan, text)
    document, found = reading.document, list(reading.problems)
    if not isinstance(document.data, dict) or any(finding.code in _ANOTHER_FORM for finding in found):
        return Report(path, text, tuple(found), document.data)
    choice = find_guide(document, path.parent)
    found += choice.findings
    found += misplaced_todos(document)
    found += cut_off_answers(document)
    found = _in_order(found)
    standing: tuple[Standing, ...] = ()
    if choice.guide is not None:
        standing = standings(choice.guide, document.data, today)
        found += unfinished(document, standing)
    plan = reading.model if not any(finding.severity is Severity.ERROR for finding in found) else None
    beside = tuple(Report(path.parent / choice.name, trouble.text, trouble.findings) for trouble in choice.troubles)
    return Report(path, text, tuple(found), document.data, plan, choice.guide, standing, beside)


def _in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """In the order of the text, and of findings of one kind at one place only the first."""
    kept: dict[object, Diagnostic] = {}
    for finding in findings:
        kept.setdefault((finding.code, finding.span, finding.path if finding.span is None else ()), finding)
    return sorted(kept.values(), key=lambda one: (one.span.start.offset if one.span else -1, one.code))

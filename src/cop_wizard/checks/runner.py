"""Everything that can be said about one plan, at once and each thing once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.checks.advice import advice
from cop_wizard.checks.ignores import without_ignored
from cop_wizard.checks.meant import called_by_their_label, with_what_was_meant
from cop_wizard.checks.older_form import older_form
from cop_wizard.checks.plan_guide import find_guide
from cop_wizard.checks.readable import as_far_as_readable
from cop_wizard.checks.remarks import misread_answers
from cop_wizard.checks.todos import misplaced_todos, put_off
from cop_wizard.checks.unfinished import unfinished
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Guide, Section
from cop_wizard.migrate import read_plan
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing, standings
from cop_wizard.values import Data
from cop_wizard.yamltext.document import Document

_ANOTHER_FORM = frozenset({"COP213"})
"""Findings after which nothing else about the plan would mean anything."""


@dataclass(frozen=True)
class Report:
    """What was found in one file.

    ``path`` is the file as the person named it, ``findings`` are in the order of the text: first what is wrong, then
    the advice; the unfinished parts come last, in the order of the guide. ``plan`` is there where nothing is wrong,
    ``guide`` and ``standings`` where the guide could be found. ``beside`` holds the reports on other files the plan
    depends on, such as its own guide. ``untold`` is how many more mistakes there are than ``findings`` holds.
    """

    path: Path
    text: str
    findings: tuple[Diagnostic, ...]
    data: Data = None
    plan: Plan | None = None
    guide: Guide | None = None
    standings: tuple[Standing, ...] = ()
    beside: tuple[Report, ...] = ()
    untold: int = 0

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong, in the order of the text."""
        return self.of(Severity.ERROR)

    @property
    def pointed_out(self) -> tuple[Diagnostic, ...]:
        """What is shown with its line: the errors, and remarks about how the file is written."""
        return tuple(one for one in self.findings if is_about_the_file(one))

    @property
    def advice(self) -> tuple[Diagnostic, ...]:
        """What an experienced leader would say on reading the plan."""
        return tuple(one for one in self.of(Severity.ADVICE) if not is_about_the_file(one))

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
    reading = read_plan(text)
    document, wrong = reading.document, list(reading.problems)
    if not isinstance(document.data, dict) or any(finding.code in _ANOTHER_FORM for finding in wrong):
        return Report(path, text, tuple(wrong), document.data)
    choice = find_guide(document, path.parent)
    vocabulary = (choice.guide or load_guide(BUILT_IN[0])).vocabulary
    wrong = [
        *with_what_was_meant(wrong, document, vocabulary),
        *choice.findings,
        *older_form(document),
        *misplaced_todos(document),
        *_misread_reviews(document, choice.guide or load_guide(BUILT_IN[0]), path.parent),
        *misread_answers(document),
        *called_by_their_label(document, vocabulary, {finding.path for finding in wrong}),
    ]
    plan = reading.model if not any(finding.severity is Severity.ERROR for finding in wrong) else None
    readable = plan or as_far_as_readable(document.data, wrong, document.unread)
    seen_to = {todo.path for todo in put_off(document.data, ())}
    advised = [
        one
        for one in (advice(document, readable, today) if readable else [])
        if not any(one.path[: len(place)] == place for place in seen_to)  # somebody has it in hand
    ]
    standing = standings(choice.guide, document.data, today) if choice.guide else ()
    gaps = [gap for gap in unfinished(document, standing) if not _unread(gap, document)]
    found = without_ignored([*wrong, *advised, *gaps], document)
    beside = tuple(Report(path.parent / choice.name, trouble.text, trouble.findings) for trouble in choice.troubles)
    told = tuple(_in_order(found))
    return Report(path, text, told, document.data, plan, choice.guide, standing, beside, reading.untold)


def _misread_reviews(document: Document, guide: Guide, beside: Path) -> Iterable[Diagnostic]:
    if not isinstance(document.data, dict) or not document.data.get("reviews"):
        return ()
    from cop_wizard.checks.reviews import misread_reviews  # few plans have any, and it takes time to load

    return misread_reviews(document, guide, beside)


def _unread(gap: Diagnostic, document: Document) -> bool:
    """Whether what seems to be missing may stand in a part of the file that could not be read."""
    path = gap.path
    return any(path[: len(lost)] == lost or lost[: len(path)] == path for lost in document.unread)


def _in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of findings of one kind at one place only the first; then in the order a `Report` promises."""
    kept: dict[object, Diagnostic] = {}
    for finding in findings:
        kept.setdefault((finding.code, finding.span, finding.path if finding.span is None else ()), finding)
    return sorted(kept.values(), key=_rank)


def _rank(finding: Diagnostic) -> tuple[int, int, str]:
    offset = finding.span.start.offset if finding.span else -1
    if is_about_the_file(finding):
        return 0, offset, finding.code
    if finding.severity is Severity.ADVICE:
        return 1, offset if finding.span else sys.maxsize, finding.code
    return 2, 0, ""  # as they come: in the order of the guide


def is_about_the_file(finding: Diagnostic) -> bool:
    """Whether it is about what stands in the file (a mistake, a remark on how it is written), not about the plan."""
    return finding.severity is Severity.ERROR or finding.code.startswith(("COP1", "COP2"))

"""The unfinished part of a report: what is open, put off or only in words, section by section of the guide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.i18n import _
from cop_wizard.look import Look
from cop_wizard.progress import State
from cop_wizard.values import KeyPath, path_text
from cop_wizard.visible import visible_line

OPTIONAL = "COP304"
"""Notes on optional questions, told together in one line."""


def has_gaps(report: Report) -> bool:
    """Whether there is anything to tell beside what is pointed out in the text."""
    return bool(_told_here(report))


def _told_here(report: Report) -> list[Diagnostic]:
    return [one for one in report.of(Severity.UNFINISHED, Severity.NOTE) if one not in report.pointed_out]


def gaps(report: Report, look: Look) -> Iterator[str]:
    """The unfinished parts of one plan, grouped under the guide's sections in their order."""
    name = visible_line(str(report.path))
    heading = _("Still to do in {file}:") if report.unfinished else _("By the way, in {file}:")
    yield from look.lines(heading.format(file=name), "later" if report.unfinished else "quiet", rest="  ")
    others = [one for one in _told_here(report) if one.code != OPTIONAL]
    for title, findings in _by_section(others, report):
        yield from look.lines(title, "strong", "  ", "  ")
        for finding in findings:
            yield from _gap(finding, look)
    if any(finding.code == OPTIONAL for finding in report.findings):
        said = ", ".join(f"{title} ({count})" for title, count in _optional(report).items())
        yield from look.lines(_("Optional questions are open in: {where}").format(where=said), "quiet", "  ", "    ")


def _optional(report: Report) -> Counter[str]:
    """How many questions each section still has that nobody needs to answer."""
    return Counter(
        visible_line(standing.section.title)
        for standing in report.standings
        if standing.state is State.OPEN and not standing.question.required
    )


def _by_section(findings: Iterable[Diagnostic], report: Report) -> Iterator[tuple[str, list[Diagnostic]]]:
    """The findings under the titles of their sections, both in the order of the guide."""
    order = {standing.question.path: place for place, standing in enumerate(report.standings)}
    grouped: dict[str, list[Diagnostic]] = {section.title: [] for section in report.sections}
    for finding in sorted(findings, key=lambda one: _nearest(one, order)):
        place = _nearest(finding, order)
        title = report.standings[place].section.title if place < len(order) else _("Not in this guide")
        grouped.setdefault(title, []).append(finding)
    return ((visible_line(title), group) for title, group in grouped.items() if group)


def _nearest(finding: Diagnostic, order: Mapping[KeyPath, int]) -> int:
    """The place in the guide of the question that asks for the value meant; past its end where none does."""
    lengths = range(len(finding.path), 0, -1)
    return next((order[finding.path[:length]] for length in lengths if finding.path[:length] in order), len(order))


def _gap(finding: Diagnostic, look: Look) -> Iterator[str]:
    note = finding.severity is Severity.NOTE
    said = visible_line(finding.message)
    if finding.span:
        said = _("line {number}: {what}").format(number=finding.span.start.line, what=said)
    elif finding.path and not note:
        said = _("{what} (to be written under `{key}`)").format(what=said, key=path_text(finding.path))
    if not note:
        said += f" [{finding.code}]"
    yield from look.lines(said, "quiet" if note else "", "    + " if note else "    - ", "      ")
    if finding.hint:
        yield from look.lines(visible_line(finding.hint), "quiet", "      ", "      ")

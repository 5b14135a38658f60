"""What a report counts: numbers only, so that those of a thousand plans take no more room than those of one."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Severity
from cop_wizard.progress import Share, share


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings by severity in so many ``plans`` (``files`` counts those they depend on as well).

    ``wrong``, ``open`` and ``advised`` are the plans with mistakes, those that are right but unfinished, and those
    with advice. ``settled`` of ``asked`` questions have an answer; ``missing`` are the unfinished parts, told or not.
    """

    plans: int = 0
    files: int = 0
    wrong: int = 0
    open: int = 0
    advised: int = 0
    error: int = 0
    unfinished: int = 0
    advice: int = 0
    note: int = 0
    settled: int = 0
    asked: int = 0
    missing: int = 0

    @classmethod
    def of(cls, report: Report, whole: Report | None = None) -> Tally:
        """The numbers of one plan and the files it depends on; ``whole`` is the report before anything was left out."""
        files = (report, *report.beside)
        found = [finding.severity for one in files for finding in one.findings]
        so_far = share(report.standings)
        return cls(
            plans=1,
            files=len(files),
            wrong=not report.passes(),
            open=report.passes() and bool(report.unfinished),
            advised=Severity.ADVICE in found,
            error=found.count(Severity.ERROR),
            unfinished=found.count(Severity.UNFINISHED),
            advice=found.count(Severity.ADVICE),
            note=found.count(Severity.NOTE),
            settled=so_far.settled,
            asked=so_far.asked,
            missing=len((whole or report).unfinished),
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    @property
    def share(self) -> Share:
        """How many of the questions that are due are settled."""
        return Share(self.settled, self.asked)

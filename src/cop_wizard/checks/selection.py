"""Which findings a person wants to hear of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes to tell and codes to leave out; ``COP4`` stands for all that begin so. Empty ``select`` means all.

    Mistakes are always told: a plan that cannot be read is not in order because nobody wants to hear of it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def of(self, report: Report) -> Report:
        """The report with only what was selected."""
        if not self.select and not self.ignore:
            return report
        return replace(report, findings=tuple(finding for finding in report.findings if self._tells(finding)))

    def _tells(self, finding: Diagnostic) -> bool:
        if finding.severity is Severity.ERROR:
            return True
        wanted = not self.select or finding.code.startswith(self.select)
        return wanted and not (self.ignore and finding.code.startswith(self.ignore))


ALL = Selection()
"""Everything is told."""

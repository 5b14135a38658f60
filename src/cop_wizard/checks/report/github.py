"""The report as GitHub Actions reads it: each finding becomes a remark beside the line of the file.

The form is GitHub's "workflow command": ``::error file=…,line=…,title=…::message``.
"""

from __future__ import annotations

from cop_wizard.checks.report.tally import Tally
from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.visible import visible

_LEVELS = {
    Severity.ERROR: "error",
    Severity.UNFINISHED: "notice",
    Severity.ADVICE: "warning",
    Severity.NOTE: "notice",
}
OPTIONAL = "COP304"
"""Notes on optional questions have no line and would only hide what matters."""


class GithubReport:
    """One line for each finding; nothing for a plan in order."""

    opening = between = ""

    def plan(self, report: Report) -> str:
        """The lines for one plan and the files it depends on."""
        return "".join(
            _line(finding, one)
            for one in (report, *report.beside)
            for finding in one.findings
            if finding.code != OPTIONAL
        )

    def end(self, tally: Tally) -> str:
        """Nothing: GitHub counts for itself."""
        return ""


def _line(finding: Diagnostic, report: Report) -> str:
    place = {"file": report.path.as_posix()}
    if finding.span:
        start, end = finding.span.start, finding.span.end
        place |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:  # columns of a stretch over several lines are not understood
            place |= {"col": str(start.column), "endColumn": str(max(end.column - 1, start.column))}
    place["title"] = finding.code
    said = "\n".join(part for part in (finding.message, finding.hint) if part)
    where = ",".join(f"{key}={_escaped(value, property_=True)}" for key, value in place.items())
    return f"::{_LEVELS[finding.severity]} {where}::{_escaped(said)}\n"


def _escaped(text: str, property_: bool = False) -> str:
    """Text that cannot end the command it is in, or begin another one."""
    text = visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text

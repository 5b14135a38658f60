"""The report as people read it: each mistake with its line and a caret, then what is unfinished, then one summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cop_wizard.cells import room
from cop_wizard.checks.report.gaps import gaps, has_gaps
from cop_wizard.checks.report.look import Look
from cop_wizard.checks.report.snippet import snippet
from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.i18n import _, ngettext
from cop_wizard.progress import share
from cop_wizard.visible import visible_line
from cop_wizard.yamltext.lines import Lines


def render(reports: Sequence[Report], look: Look) -> str:
    """All reports: of each its mistakes, then its unfinished parts; at the end one summary."""
    parts: list[Iterator[str]] = []
    for report in reports:
        parts += mistakes(report, look)
        if has_gaps(report):
            parts.append(gaps(report, look))
    parts.append(_verdict(reports[0], look) if len(reports) == 1 else _count(reports, look))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def mistakes(report: Report, look: Look) -> list[Iterator[str]]:
    """What is wrong in one plan and in the files it depends on, each mistake as some lines."""
    found = []
    for one in (report, *report.beside):
        lines = Lines(one.text)
        found += [_mistake(finding, one, lines, look) for finding in one.pointed_out]
    return found


def _mistake(finding: Diagnostic, report: Report, lines: Lines, look: Look) -> Iterator[str]:
    start = finding.span.start if finding.span else None
    place = visible_line(str(report.path)) + (f":{start.line}:{start.column}:" if start else ":")
    if look.width and room(place) > look.width:  # a broken path could not be clicked on or copied
        yield look.paint(place, "place")
        yield from look.lines(f"{visible_line(finding.message)} [{finding.code}]", "strong", "  ", "  ")
    else:
        said = list(look.lines(f"{place} {visible_line(finding.message)} [{finding.code}]", rest="  "))
        yield look.paint(place, "place") + look.paint(said[0].removeprefix(place), "strong")
        yield from (look.paint(line, "strong") for line in said[1:])
    indent = "  "
    if finding.span and start:
        gutter = f"  {start.line} | "
        indent = " " * (len(gutter) - 2) + "| "
        line, carets = snippet(lines, finding.span, look.width - len(gutter) if look.width else None)
        yield (look.paint(gutter, "quiet") + line).rstrip()
        yield look.paint(indent, "quiet") + look.paint(carets, "mistake")
        indent = " " * len(gutter)
    yield from look.lines(visible_line(finding.hint), "", indent, indent) if finding.hint else ()


def _verdict(report: Report, look: Look) -> Iterator[str]:
    """The last word on a single plan."""
    wrong = sum(len(one.errors) for one in (report, *report.beside))
    said = ngettext("{count} mistake.", "{count} mistakes.", wrong).format(count=wrong) if wrong else _("No mistakes.")
    if not report.standings:
        yield from look.lines(said, "mistake")
        return
    so_far = share(report.standings)
    answered = _("Answered so far: {settled} of {asked} questions ({percent} %).").format(
        settled=so_far.settled, asked=so_far.asked, percent=so_far.percent
    )
    if not wrong and so_far.settled == so_far.asked and report.passes(strict=True):
        answered = _("The plan is complete.")
    elif not wrong and report.passes(strict=True):
        answered = _("Nothing that has to be there is missing. {answered}").format(answered=answered)
    style = "mistake" if wrong else "good" if report.passes(strict=True) else "later"
    yield from look.lines(f"{said} {answered}", style)


def _count(reports: Sequence[Report], look: Look) -> Iterator[str]:
    """The last word on several plans."""
    wrong = sum(not report.passes() for report in reports)
    open_ones = sum(report.passes() and not report.passes(strict=True) for report in reports)
    counts = [
        ngettext("{count} with mistakes", "{count} with mistakes", wrong).format(count=wrong) if wrong else "",
        ngettext("{count} unfinished", "{count} unfinished", open_ones).format(count=open_ones) if open_ones else "",
        "" if wrong or open_ones else _("all in order"),
    ]
    checked = ngettext("{count} plan checked", "{count} plans checked", len(reports)).format(count=len(reports))
    said = f"{checked}: {', '.join(filter(None, counts))}."
    yield from look.lines(said, "mistake" if wrong else "later" if open_ones else "good")

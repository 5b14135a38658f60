"""The report as people read it: mistakes and advice with line and caret, then what is unfinished, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

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


class TextReport:
    """Plans one after the other, of each its mistakes, the advice, and its unfinished parts; at the end one summary."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._tally = Counter[str]()
        self._last: Report | None = None

    def add(self, report: Report) -> str:
        """What is to be said of one more plan."""
        self._last = report
        self._tally["checked"] += 1
        self._tally["wrong"] += not report.passes()
        self._tally["unfinished"] += report.passes() and bool(report.unfinished)
        self._tally["advised"] += bool(report.advice)
        parts = [*mistakes(report, self._look), *_advice(report, self._look)]
        if has_gaps(report):
            parts.append(gaps(report, self._look))
        return "".join("\n".join(part) + "\n\n" for part in parts)

    def end(self) -> str:
        """The last word: on the plan where it was one, else on all of them."""
        alone = self._tally["checked"] == 1 and self._last
        lines = _verdict(self._last, self._look) if alone and self._last else _count(self._tally, self._look)
        return "\n".join(lines) + "\n"


def render(reports: Iterable[Report], look: Look) -> str:
    """All of it at once."""
    text = TextReport(look)
    return "".join([*(text.add(report) for report in reports), text.end()])


def mistakes(report: Report, look: Look) -> list[Iterator[str]]:
    """What is wrong in one plan and in the files it depends on, each mistake as some lines."""
    found = []
    for one in (report, *report.beside):
        lines = Lines(one.text)
        found += [_finding(finding, one, lines, look, "mistake") for finding in one.pointed_out]
    return found


def _advice(report: Report, look: Look) -> list[Iterator[str]]:
    """The coach's words, under a heading of their own, and where to read the reasons."""
    if not report.advice:
        return []
    lines = Lines(report.text)
    heading = _("Worth a thought in {file}:").format(file=visible_line(str(report.path)))
    reasons = _("Why? For example: {command}").format(command=f"cop explain {report.advice[0].code}")
    return [
        look.lines(heading, "advice", rest="  "),
        *(_finding(finding, report, lines, look, "advice") for finding in report.advice),
        look.lines(reasons, "quiet"),
    ]


def _finding(finding: Diagnostic, report: Report, lines: Lines, look: Look, style: str) -> Iterator[str]:
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
        yield look.paint(indent, "quiet") + look.paint(carets, style)
        indent = " " * len(gutter)
    yield from look.lines(visible_line(finding.hint), "", indent, indent) if finding.hint else ()


def _verdict(report: Report, look: Look) -> Iterator[str]:
    """The last word on a single plan."""
    wrong = sum(len(one.errors) for one in (report, *report.beside))
    said = ngettext("{count} mistake.", "{count} mistakes.", wrong).format(count=wrong) if wrong else _("No mistakes.")
    if report.advice:
        count = len(report.advice)
        said += " " + ngettext("{count} thing worth a thought.", "{count} things worth a thought.", count).format(
            count=count
        )
    if not report.standings:
        yield from look.lines(said, "mistake")
        return
    so_far = share(report.standings)
    answered = _("Answered so far: {settled} of {asked} questions ({percent} %).").format(
        settled=so_far.settled, asked=so_far.asked, percent=so_far.percent
    )
    if not wrong and not report.unfinished:
        whole = so_far.settled == so_far.asked
        answered = (
            _("The plan is complete.")
            if whole
            else _("Nothing that has to be there is missing. {answered}").format(answered=answered)
        )
    style = "mistake" if wrong else "later" if report.unfinished else "advice" if report.advice else "good"
    yield from look.lines(f"{said} {answered}", style)


def _count(tally: Counter[str], look: Look) -> Iterator[str]:
    """The last word on several plans."""
    counts = [
        ngettext("{count} with mistakes", "{count} with mistakes", tally["wrong"]) if tally["wrong"] else "",
        ngettext("{count} unfinished", "{count} unfinished", tally["unfinished"]) if tally["unfinished"] else "",
        ngettext("{count} with advice", "{count} with advice", tally["advised"]) if tally["advised"] else "",
    ]
    numbers = (tally["wrong"], tally["unfinished"], tally["advised"])
    told = [words.format(count=number) for words, number in zip(counts, numbers, strict=True) if words]
    checked = ngettext("{count} plan checked", "{count} plans checked", tally["checked"]).format(count=tally["checked"])
    said = f"{checked}: {', '.join(told) or _('all in order')}."
    style = "mistake" if tally["wrong"] else "later" if tally["unfinished"] else "advice" if told else "good"
    yield from look.lines(said, style)

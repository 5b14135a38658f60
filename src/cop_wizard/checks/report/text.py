"""The report as people read it: mistakes and advice with line and caret, then what is unfinished, then a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from cop_wizard.cells import room
from cop_wizard.checks.report.gaps import gaps, has_gaps
from cop_wizard.checks.report.snippet import snippet
from cop_wizard.checks.report.tally import Tally
from cop_wizard.checks.rules.register import RULES
from cop_wizard.checks.runner import Report
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.i18n import _, ngettext
from cop_wizard.look import Look
from cop_wizard.visible import visible_line
from cop_wizard.yamltext.lines import Lines

_MOST_WISHES = 3
"""A long list of good wishes only discourages; what is a slip or has a date is always told."""


class TextReport:
    """Plans one after the other, of each its mistakes, the advice, and its unfinished parts; at the end one summary."""

    opening = between = ""

    def __init__(self, look: Look, mistakes_first: bool = False) -> None:
        """``mistakes_first``: where there are mistakes, nothing else is told, so that they stay on the screen."""
        self._look = look
        self._mistakes_first = mistakes_first

    def plan(self, report: Report) -> str:
        """What is to be said of one plan."""
        parts = mistakes(report, self._look)
        if self._mistakes_first and not report.passes():
            return "".join("\n".join(part) + "\n\n" for part in parts)
        parts += _advice(report, self._look)
        if has_gaps(report):
            parts.append(gaps(report, self._look))
        return "".join("\n".join(part) + "\n\n" for part in parts)

    def end(self, tally: Tally) -> str:
        """The last word: on the plan where it was one, else on all of them."""
        return "\n".join((_verdict if tally.plans == 1 else _count)(tally, self._look)) + "\n"


def render(reports: Sequence[Report], look: Look) -> str:
    """All of it at once."""
    text = TextReport(look)
    return "".join([*map(text.plan, reports), text.end(sum(map(Tally.of, reports), Tally()))])


def mistakes(report: Report, look: Look) -> list[Iterator[str]]:
    """What is wrong in one plan and in the files it depends on, each mistake as some lines."""
    found = []
    for one in (report, *report.beside):
        lines = Lines(one.text)
        found += [_finding(finding, one, lines, look, "mistake") for finding in one.pointed_out]
    return found


def _advice(report: Report, look: Look) -> list[Iterator[str]]:
    """The coach's words: slips and what has a date first, then a few wishes, and how to read the others."""
    if not report.advice:
        return []
    lines = Lines(report.text)
    wished = {rule.code for rule in RULES if rule.wish}
    name = visible_line(str(report.path))
    wishes = [one for one in report.advice if one.code in wished]
    told = [one for one in report.advice if one.code not in wished] + wishes[:_MOST_WISHES]
    left = list(dict.fromkeys(one.code for one in wishes[_MOST_WISHES:]))
    more = ngettext("{count} more: {command}", "{count} more: {command}", len(wishes) - _MOST_WISHES).format(
        count=len(wishes) - _MOST_WISHES, command=f"cop validate {name} --select {','.join(left)}"
    )
    heading = _("Worth a thought in {file}:").format(file=name)
    reasons = _("Why? For example: {command}").format(command=f"cop explain {told[0].code}")
    return [
        look.lines(heading, "advice", rest="  "),
        *(_finding(finding, report, lines, look, "advice") for finding in told),
        chain(look.lines(more, "quiet") if left else (), look.lines(reasons, "quiet")),
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


def _verdict(tally: Tally, look: Look) -> Iterator[str]:
    """The last word on a single plan."""
    said = _("No mistakes.")
    if tally.error:
        said = ngettext("{count} mistake.", "{count} mistakes.", tally.error).format(count=tally.error)
    if tally.advice:
        thoughts = ngettext("{count} thing worth a thought.", "{count} things worth a thought.", tally.advice)
        said += " " + thoughts.format(count=tally.advice)
    if not tally.asked:
        yield from look.lines(said, "mistake")
        return
    answered = _("Answered so far: {settled} of {asked} questions ({percent} %).").format(
        settled=tally.settled, asked=tally.asked, percent=tally.share.percent
    )
    if not tally.error and not tally.missing:
        nothing = _("Nothing that has to be there is missing. {answered}").format(answered=answered)
        answered = _("The plan is complete.") if tally.settled == tally.asked else nothing
    yield from look.lines(f"{said} {answered}", _style(tally))


def _count(tally: Tally, look: Look) -> Iterator[str]:
    """The last word on several plans."""
    counts = [
        (tally.wrong, ngettext("{count} with mistakes", "{count} with mistakes", tally.wrong)),
        (tally.open, ngettext("{count} unfinished", "{count} unfinished", tally.open)),
        (tally.advised, ngettext("{count} with advice", "{count} with advice", tally.advised)),
    ]
    told = [words.format(count=count) for count, words in counts if count]
    checked = ngettext("{count} plan checked", "{count} plans checked", tally.plans).format(count=tally.plans)
    yield from look.lines(f"{checked}: {', '.join(told) or _('all in order')}.", _style(tally))


def _style(tally: Tally) -> str:
    return "mistake" if tally.error else "later" if tally.unfinished else "advice" if tally.advice else "good"

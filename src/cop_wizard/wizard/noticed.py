"""What cop noticed in the plan, as a list: pick one and put it right there; the list is looked up again each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible_line
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.mending import mend
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.session import Session

DONE = "+done"
_WAYS = frozenset({Way.BACK, Way.SAVE})
_ORDER = (Severity.ERROR, Severity.UNFINISHED, Severity.ADVICE, Severity.NOTE)
_SUMMED_UP = "COP304"
"""How many optional questions are open: the review screen shows it with each section."""


@dataclass(frozen=True)
class Watch:
    """Somebody who looks the plan over: ``look`` tells what is noticed in a text, ``point`` shows a finding's line."""

    look: Callable[[str], Sequence[Diagnostic]]
    point: Callable[[str, Diagnostic], str]


def findings(watch: Watch, desk: Desk) -> list[Diagnostic]:
    """What is noticed now: mistakes first, then what is unfinished, then advice, then notes."""
    found = [one for one in watch.look(desk.file.text) if one.code != _SUMMED_UP]
    return sorted(found, key=lambda one: _ORDER.index(one.severity))


def summary(found: Sequence[Diagnostic]) -> str:
    """So many of each kind, in words."""
    count = Counter(one.severity for one in found)
    mistakes, open_ones, advice = (count[kind] for kind in _ORDER[:3])
    parts = [
        ngettext("{count} mistake", "{count} mistakes", mistakes).format(count=mistakes) if mistakes else "",
        ngettext("{count} thing unfinished", "{count} things unfinished", open_ones).format(count=open_ones)
        if open_ones
        else "",
        ngettext("{count} piece of advice", "{count} pieces of advice", advice).format(count=advice) if advice else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said or ngettext("{count} note", "{count} notes", len(found)).format(count=len(found))


def noticed(desk: Desk, session: Session, watch: Watch, code: str = "") -> None:
    """The list of what was noticed, until the person is done with it; beginning with the first ``code``, if given."""
    found = findings(watch, desk)
    place = next((row for row, one in enumerate(found) if one.code == code), -1)
    while found:
        if place < 0:
            place = _pick(desk, found)
            if place < 0:
                return
        mend(desk, session, found[place], watch.point(desk.file.text, found[place]))
        session.refresh(desk.data)
        before, found, place = len(found), findings(watch, desk), -1
        if len(found) < before and found:
            desk.prompter.show(_("Still noticed: {what}.").format(what=summary(found)), "good")
    desk.prompter.show(_("Nothing is left to notice."), "good")


def _pick(desk: Desk, found: Sequence[Diagnostic]) -> int:
    """Which finding to look at; -1 for none any more."""
    options = [Option(str(row), _label(one), visible_line(one.hint)) for row, one in enumerate(found)]
    options.append(Option(DONE, _("Done with this list")))
    choice = desk.prompter.pick(Ask(question=_("What would you like to put right?"), default="0", ways=_WAYS), options)
    if isinstance(choice, Leave) and choice.way is Way.SAVE:
        raise SaveAndLeave
    return -1 if isinstance(choice, Leave) or choice == DONE else int(choice)


def _label(finding: Diagnostic) -> str:
    kind = {
        Severity.ERROR: _("Mistake"),
        Severity.UNFINISHED: _("Unfinished"),
        Severity.ADVICE: _("Advice"),
        Severity.NOTE: _("Note"),
    }[finding.severity]
    message = visible_line(finding.message)
    if finding.span is None:
        return _("{kind}: {message}").format(kind=kind, message=message)
    return _("{kind}, line {line}: {message}").format(kind=kind, line=finding.span.start.line, message=message)

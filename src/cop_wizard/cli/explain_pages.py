"""How the checks look in a terminal: the list of them all, and one with its reasons and its example."""

from __future__ import annotations

from collections.abc import Collection

from cop_wizard.checks.codes import ABOUT_REMARKS, FIXABLE, PLAN, codes, group_of, groups, reasons_of, severity_of
from cop_wizard.cli.page import Page
from cop_wizard.diagnostic import Severity
from cop_wizard.guide.load import load_guide
from cop_wizard.i18n import _

_STYLES = {Severity.ERROR: "bold red", Severity.UNFINISHED: "yellow", Severity.ADVICE: "bold cyan"}


def contents(only: Collection[str] = ()) -> None:
    """All checks with their titles, by what they are about; or ``only`` some of them."""
    page = Page()
    for group in groups():
        told = [code for code in group.codes if not only or code in only]
        if told:
            page.heading(group.title)
            page.pairs([(code, reasons_of(code).title) for code in told], "cyan")
            page.gap()
    page.say(_("To read on: {command}").format(command=f"cop explain {_first_advice()}"), "dim")


def _first_advice() -> str:
    return next(code for code in codes() if code >= "COP4")


def check(code: str) -> None:
    """One check: how much it matters, why it exists, what to do, an example, the source, and how to set it aside."""
    reasons, severity, page = reasons_of(code), severity_of(code), Page()
    page.heading(code)
    page.say(reasons.title, "bold")
    page.say(_matters(severity), _STYLES.get(severity, "dim"))
    page.gap()
    page.say(reasons.why)
    page.gap()
    page.say(_("What to do"), "bold")
    page.say(reasons.do, indent=2)
    if code in FIXABLE:
        page.say(_("Where only one correction is possible, `cop validate --fix` makes it."), indent=2)
    page.gap()
    if reasons.before:
        file = group_of(code).file
        _piece(page, _before(file), reasons.before, reasons.after, "red")
        _piece(page, _("After"), reasons.after, reasons.before, "green")
    if reasons.source:
        cited = load_guide("cass").cite(reasons.source, reasons.where)
        page.say(_("Source: {work}").format(work=cited), "dim")
        page.gap()
    if severity is not Severity.ERROR and code not in ABOUT_REMARKS:
        _aside(page, code)


def _matters(severity: Severity) -> str:
    return {
        Severity.ERROR: _("A mistake: it has to be put right, and cannot be ignored."),
        Severity.UNFINISHED: _("Unfinished: nothing is wrong, something is not there yet."),
        Severity.ADVICE: _("Advice: yours to take or to leave."),
        Severity.NOTE: _("A note: good to know, and no more."),
    }[severity]


def _before(file: str) -> str:
    return _("Before") if file == PLAN else _("Before, in {file}").format(file=file)


def _piece(page: Page, when: str, text: str, other: str, style: str) -> None:
    """A piece of a file; what is not in the other piece is painted."""
    page.say(when, "bold")
    kept = other.splitlines()
    for line in text.splitlines():
        page.piece(line, "" if line in kept else style)
    page.gap()


def _aside(page: Page, code: str) -> None:
    page.say(_("If you know better"), "bold")
    page.say(_("Say so beside the line it is about, or on a line of its own above it:"), indent=2)
    page.piece(_("# cop: ignore[{code}] and why").format(code=code), "cyan")
    page.say(_("For all your plans, in a file cop.toml beside or above them:"), indent=2)
    page.piece(f'ignore = ["{code}"]', "cyan")

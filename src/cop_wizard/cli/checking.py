"""Checking plans and writing the report on them, one by one, so that a thousand take no more room than one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli import console, plans
from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
from cop_wizard.cli.messages import told
from cop_wizard.errors import BrokenFile, CopError, FileTrouble, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.report.register import Reporter
    from cop_wizard.checks.report.tally import Tally
    from cop_wizard.checks.runner import Report
    from cop_wizard.look import Look
    from cop_wizard.settings.find import Settings


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line; the settings beside a plan stand in where nothing was."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str], strict: bool) -> Wanted:
        """From the options as they were typed. Raises `WrongUse` for codes that no check has."""
        named = [tuple(_codes(given)) for given in (select, ignore)]
        if any(named):
            from cop_wizard.settings.known import no_check, unknown_codes

            for code in unknown_codes([*named[0], *named[1]]):
                raise WrongUse(no_check(code), _("`cop explain` lists them all."))
        return cls(named[0], named[1], strict)

    def settings(self, plan: Path) -> Settings:
        """What holds for one plan. Raises `BrokenFile` for a settings file with mistakes."""
        from cop_wizard.checks.selection import Selection
        from cop_wizard.settings.find import Settings, settings_for

        beside = settings_for(plan)
        select = self.select or beside.selection.select
        return Settings(Selection(select, self.ignore + beside.selection.ignore), self.strict or beside.strict)


def _codes(given: Iterable[str]) -> Iterable[str]:
    return (code.strip().upper() for several in given for code in several.split(",") if code.strip())


@dataclass(frozen=True)
class Order:
    """Everything needed to check one plan anywhere: what is wanted, in which form, and the look of both streams."""

    wanted: Wanted
    form: str
    look: Look
    mistakes_first: bool = False

    @classmethod
    def of(cls, wanted: Wanted, form: str, mistakes_first: bool = False) -> Order:
        """For this screen; with ``mistakes_first`` all else waits. Raises `WrongUse` for a form there is not."""
        from cop_wizard.checks.report.register import REPORTERS
        from cop_wizard.look import Look

        if form not in REPORTERS:
            raise WrongUse(
                _("There is no report as `{form}`.").format(form=form),
                _("Choose one of: {names}.").format(names=", ".join(REPORTERS)),
            )
        return cls(wanted, form, Look(console.width(sys.stdout), console.colour(sys.stdout)), mistakes_first)

    @property
    def reporter(self) -> Reporter:
        """The reporter that was asked for."""
        from cop_wizard.checks.report.register import REPORTERS

        return REPORTERS[self.form](self.look, self.mistakes_first)


@dataclass(frozen=True)
class Outcome:
    """What came of one plan: the ``text`` for stdout (``None``: no report), numbers, the exit code it calls for.

    ``trouble`` is for stderr; where it is about a file that others share, that file is ``about``, and once is enough.
    """

    code: int
    text: str | None = None
    tally: Tally | None = None
    trouble: str = ""
    about: str = ""


def outcome(order: Order, path: Path) -> Outcome:
    """Check one plan."""
    try:
        return reported(order, plans.check_file(path))
    except (BrokenFile, FileTrouble) as error:
        return troubled(error)


def reported(order: Order, report: Report) -> Outcome:
    """What a report comes to under the settings beside the plan. Raises `BrokenFile` for settings with mistakes."""
    from cop_wizard.checks.report.tally import Tally

    settings = order.wanted.settings(report.path)
    selected = settings.selection.of(report)
    code = DONE if selected.passes(settings.strict) else PROBLEMS
    return Outcome(code, order.reporter.plan(selected), Tally.of(selected, report))


def troubled(error: CopError) -> Outcome:
    """A plan that cannot be checked: because of the settings, or because it cannot be read."""
    if isinstance(error, BrokenFile):
        return Outcome(PROBLEMS, trouble=told(error), about=str(error.path))
    return Outcome(TROUBLE, trouble=told(error))


def tell(outcomes: Iterable[Outcome], reporter: Reporter) -> int:
    """Write every outcome as it comes, and the end. Returns the exit code."""
    from cop_wizard.checks.report.tally import Tally

    code, tally, known = DONE, Tally(), set[str]()
    for one in outcomes:
        code = max(code, one.code)
        if one.trouble and one.about not in known:
            console.notice(one.trouble)
            known |= {one.about} - {""}
        if one.text is not None and one.tally is not None:
            sys.stdout.write((reporter.between if tally.plans else reporter.opening) + one.text)
            tally += one.tally
    if tally.plans or reporter.opening:  # what other programs read is whole even where there is nothing to tell
        sys.stdout.write(("" if tally.plans else reporter.opening) + reporter.end(tally))
    return code


def check_all(named: list[Path], order: Order) -> int:
    """Check every plan named and report on it. Returns the exit code."""
    from cop_wizard.cli.many import in_order

    paths = list(plans.named(named))
    done = in_order(partial(outcome, order), paths)
    return tell(console.counted(done, len(paths), _("{number} of {all} plans checked")), order.reporter)

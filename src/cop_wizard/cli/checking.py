"""Checking plans and writing the report on them, one by one, so that a thousand take no more room than one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli import console, plans
from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
from cop_wizard.cli.messages import show_error
from cop_wizard.errors import BrokenFile, CopError, FileTrouble, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.report.register import Reporter
    from cop_wizard.checks.runner import Report
    from cop_wizard.settings import Settings


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
            from cop_wizard.settings import unknown_codes

            for code in unknown_codes([*named[0], *named[1]]):
                message = _("There is no check called `{code}`.").format(code=code)
                raise WrongUse(message, _("`cop explain` lists them all."))
        return cls(named[0], named[1], strict)

    def settings(self, plan: Path) -> Settings:
        """What holds for one plan. Raises `BrokenFile` for a settings file with mistakes."""
        from cop_wizard.checks.selection import Selection
        from cop_wizard.settings import Settings, settings_for

        beside = settings_for(plan)
        select = self.select or beside.selection.select
        return Settings(Selection(select, self.ignore + beside.selection.ignore), self.strict or beside.strict)


def _codes(given: Iterable[str]) -> Iterable[str]:
    return (code.strip().upper() for several in given for code in several.split(",") if code.strip())


def reporter(form: str) -> Reporter:
    """The reporter for stdout. Raises `WrongUse` for a form there is not."""
    from cop_wizard.checks.report.look import Look
    from cop_wizard.checks.report.register import REPORTERS

    if form not in REPORTERS:
        raise WrongUse(
            _("There is no report as `{form}`.").format(form=form),
            _("Choose one of: {names}.").format(names=", ".join(REPORTERS)),
        )
    return REPORTERS[form](Look(console.width(sys.stdout), console.colour(sys.stdout)))


class Checking:
    """A run over plans: what each deserves is written at once, and the exit code gathered."""

    def __init__(self, wanted: Wanted, form: str) -> None:
        self._wanted = wanted
        self._reporter = reporter(form)
        self._told = set[Path]()
        self._checked = False
        self._code = DONE

    def add(self, report: Report) -> None:
        """Tell what was found in one plan. Raises `BrokenFile` for a broken settings file."""
        settings = self._wanted.settings(report.path)
        self._write(self._reporter.add(settings.selection.of(report)))
        self._checked = True
        if not settings.selection.of(report).passes(settings.strict):
            self._worst(PROBLEMS)

    def trouble(self, error: CopError) -> None:
        """A file that cannot be used: told on stderr, each once."""
        if isinstance(error, BrokenFile):
            if error.path not in self._told:
                show_error(error)
            self._told.add(error.path)
            self._worst(PROBLEMS)
        else:
            show_error(error)
            self._worst(TROUBLE)

    def end(self) -> int:
        """The summary, and the exit code."""
        if self._checked:
            self._write(self._reporter.end())
        return self._code

    def _worst(self, code: int) -> None:
        self._code = max(self._code, code)

    def _write(self, text: str) -> None:
        sys.stdout.write(text)


def check_all(named: list[Path], wanted: Wanted, form: str) -> int:
    """Check every plan named and report on it. Returns the exit code."""
    run = Checking(wanted, form)
    for path in console.counted(list(plans.named(named)), _("{number} of {all} plans checked")):
        try:
            run.add(plans.check_file(path))
        except (BrokenFile, FileTrouble) as trouble:
            run.trouble(trouble)
    return run.end()

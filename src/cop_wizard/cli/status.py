"""``cop status``: how far a plan is, what is next, and what was put off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report


def status(
    plan: OnePlan = PLAN,
    as_json: Annotated[bool, typer.Option("--json", help=_("Write it as JSON, for other programs."))] = False,
) -> int:
    """Show how far a plan is, section by section, and what is next."""
    from cop_wizard.cli import console, plans
    from cop_wizard.cli.codes import DONE, PROBLEMS

    report = plans.check_file(plan)
    if as_json:
        console.result(_json(report))
    elif report.standings:
        from cop_wizard.cli.status_page import show

        show(report)
    else:
        _tell_mistakes(report)
    return DONE if report.passes() else PROBLEMS


def _tell_mistakes(report: Report) -> None:
    """Nothing can be said about the progress of a plan that cannot be read; so say why."""
    import sys

    from cop_wizard.checks.report.text import render
    from cop_wizard.cli import console
    from cop_wizard.look import Look

    console.notice(render([report], Look(console.width(sys.stderr), console.colour(sys.stderr))))


def _json(report: Report) -> str:
    import json
    import sys

    from cop_wizard.cli import console
    from cop_wizard.cli.status_page import overview

    return json.dumps(overview(report), ensure_ascii=not console.speaks_utf8(sys.stdout), indent=2)

"""``cop validate``: what is wrong, and what is unfinished."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.i18n import _


def validate(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="[PLAN...]", help=_("Your plan, or several, or folders. Without it: plan.yaml here.")),
    ] = [Path("plan.yaml")],  # noqa: B006  Typer makes the list anew for each call
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Also count what is unfinished as a problem (exit code 1)."))
    ] = False,
) -> int:
    """Check a plan: what is wrong in it, where, and what is still unfinished. Nothing is changed."""
    import sys

    from cop_wizard.checks.report.look import Look
    from cop_wizard.checks.report.text import render
    from cop_wizard.cli import console
    from cop_wizard.cli import plans as named_plans
    from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
    from cop_wizard.cli.messages import show_error
    from cop_wizard.errors import FileTrouble

    reports, unread = [], 0
    for path in console.counted(list(named_plans.named(plans)), _("{number} of {all} plans checked")):
        try:
            reports.append(named_plans.check_file(path))
        except FileTrouble as trouble:
            unread += 1
            show_error(trouble)
    if reports:
        console.result(render(reports, Look(console.width(sys.stdout), console.colour(sys.stdout))))
    if unread:
        return TROUBLE
    return DONE if all(report.passes(strict) for report in reports) else PROBLEMS

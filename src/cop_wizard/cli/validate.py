"""``cop validate``: what is wrong, what is unwise, and what is unfinished."""

from __future__ import annotations

from typing import Annotated

import typer

from cop_wizard.cli.options import PLAN, ManyPlans
from cop_wizard.i18n import _


def validate(
    plans: ManyPlans = [PLAN],  # noqa: B006  Typer makes the list anew for each call
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Also count what is unfinished or unwise as a problem (exit code 1)."))
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("Correct what is plainly a slip, and show what was changed."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("With --fix: show what would be changed, and change nothing."))
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Check again each time a plan is saved. Ctrl-C ends."))
    ] = False,
    select: Annotated[
        list[str],
        typer.Option("--select", metavar="CODE", help=_("Beside mistakes, tell only these: COP410, or COP4 for all.")),
    ] = [],  # noqa: B006  as above
    ignore: Annotated[
        list[str], typer.Option("--ignore", metavar="CODE", help=_("Leave these out. Mistakes are always told."))
    ] = [],  # noqa: B006  as above
    format_: Annotated[
        str,
        typer.Option("--format", metavar="text|json|github", help=_("For people, other programs, or GitHub.")),
    ] = "text",
) -> int:
    """Check a plan: what is wrong, where, what is unwise, what is unfinished."""
    from cop_wizard.cli.checking import Order, Wanted, check_all
    from cop_wizard.errors import WrongUse

    order = Order.of(Wanted.of(select, ignore, strict), format_, mistakes_first=watch)
    if dry_run and not fix:
        raise WrongUse(_("--dry-run goes with --fix."), _("Write: cop validate --fix --dry-run"))
    if watch and fix:
        raise WrongUse(_("--watch and --fix do not go together."), _("Run one after the other."))
    if fix:
        from cop_wizard.cli.fixing import fix_all

        return fix_all(plans, order, dry_run)
    if watch:
        from cop_wizard.cli.watching import check_again_and_again

        return check_again_and_again(plans, order)
    return check_all(plans, order)

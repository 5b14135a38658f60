"""``cop roster``: people from a spreadsheet into the roster of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _, ngettext

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.rosters.columns import Columns
    from cop_wizard.rosters.merge import Merge
    from cop_wizard.rosters.people import Person
    from cop_wizard.wizard.planfile import PlanFile


def roster(
    plan: Annotated[
        Path | None,
        typer.Argument(metavar="[PLAN]", readable=False, help=_("Your plan. Without it: plan.yaml here.")),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", readable=False, help=_("The table: a CSV file from a spreadsheet.")),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("Write it without asking."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only show what would change."))] = False,
) -> int:
    """Take people from a spreadsheet (saved as CSV) into the roster of a plan."""
    from cop_wizard.cli.agreeing import agreed
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.roster_page import show
    from cop_wizard.rosters.merge import ROSTER, merge
    from cop_wizard.values import value_at

    into, source = _files(plan, table)
    file, guide = open_plan(into)
    columns, found = _read(source, guide)
    merged = merge(value_at(file.data, ROSTER), found)
    show(source, columns, merged, guide)
    if not merged.changes or dry_run:
        return DONE
    question = ngettext("Put {count} person into {plan}?", "Put {count} people into {plan}?", merged.changes).format(
        count=merged.changes, plan=into
    )
    if yes or agreed(question, _("Yes, write it"), _("No, leave the plan as it is")):
        _write(file, merged)
    else:
        _say(_("Nothing was changed."))
    return DONE


def _files(first: Path | None, second: Path | None) -> tuple[Path, Path]:
    """The plan and the table. Raises `WrongUse` where no table is named."""
    plan, table = (first, second) if first and second else (PLAN, second or first)
    if table is None or table.suffix.lower() in (".yaml", ".yml"):
        raise WrongUse(
            _("Which table should the people come from?"),
            _("Name the plan first, then a CSV file: cop roster plan.yaml members.csv"),
        )
    return plan, table


def _read(table: Path, guide: Guide) -> tuple[Columns, list[Person]]:
    """What the columns hold, and everybody in the table. Raises `FileTrouble`."""
    from cop_wizard.rosters.columns import columns, known_headings, likeness, no_headings
    from cop_wizard.rosters.people import people
    from cop_wizard.spreadsheet import read_table
    from cop_wizard.yamltext import store

    known = known_headings(guide.vocabulary)
    read = read_table(store.read_bytes(table), table, lambda cells: likeness(cells, known), no_headings())
    found = columns(read.headings, known)
    return found, people(read, found, guide.vocabulary)


def _write(file: PlanFile, merged: Merge) -> None:
    from cop_wizard.cli.asking import command_line, program, short_path
    from cop_wizard.rosters.merge import ROSTER, operations
    from cop_wizard.values import value_at

    file.change(operations(merged, value_at(file.data, ROSTER)))
    _say(_("Written: {path}").format(path=file.path.resolve()), "good")
    command = command_line([*program(), "edit", short_path(file.path), "membership"])
    _say(_("Look them over with: {command}").format(command=command))


def _say(words: str, style: str = "") -> None:
    from cop_wizard.cli.screen import say

    say(words, style)

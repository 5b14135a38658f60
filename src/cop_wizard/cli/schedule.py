"""``cop schedule``: dates for the meetings, worked out from how often each series meets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.schedule.schedule import Schedule
    from cop_wizard.wizard.planfile import PlanFile


_LINES_OF_A_MEETING = 3
"""How many lines a new meeting takes at the least: its day, its name for calendars, and what it was given."""


def schedule(
    plan: OnePlan = PLAN,
    yes: Annotated[bool, typer.Option("--yes", help=_("Write the dates without asking."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only show what would change."))] = False,
    activities: Annotated[
        bool, typer.Option("--activities", help=_("Ask what you will do with one another at the next meetings."))
    ] = False,
) -> int:
    """Turn how often you meet into dated meetings; what you changed by hand stays as it is."""
    from cop_wizard.cli.agreeing import agreed
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.schedule_page import show, summary
    from cop_wizard.cli.screen import plain_wanted

    if activities:
        from cop_wizard.cli.schedule_activities import ask_activities

        return ask_activities(plan)
    if plain_wanted():
        os.environ["NO_COLOR"] = "1"  # what is shown is part of what is asked, and colour is made of escape bytes
    file = _opened(plan)
    found = _scheduled(file)
    show(found)
    _refuse_too_many(file, found)
    if not found.operations:
        _say(_nothing_to_do(found, plan), "good")
        return DONE
    if dry_run or not yes:
        _say(summary(found))
    if dry_run:
        return DONE
    if yes or agreed(_("Write this into {plan}?").format(plan=plan), _("Yes, write it"), _("No, leave it as it is")):
        _write(file, found)
    else:
        _say(_("Nothing was changed."))
    return DONE


def _opened(plan: Path) -> PlanFile:
    """The plan, which needs neither its guide nor advice here. Raises `CopError`."""
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.errors import CopError
    from cop_wizard.wizard.planfile import PlanFile

    try:
        return PlanFile.open(plan)
    except CopError:
        return open_plan(plan)[0]  # says everything that is wrong, and what to do


def _scheduled(file: PlanFile) -> Schedule:
    import uuid

    from cop_wizard.cli.plans import today
    from cop_wizard.plan.plan import Plan
    from cop_wizard.schedule.schedule import schedule_of

    return schedule_of(Plan.model_validate(file.data), file.data, today(), str(uuid.uuid4()))


def _refuse_too_many(file: PlanFile, found: Schedule) -> None:
    """Raise `CopError` where the new meetings would make the file longer than a plan can be."""
    from cop_wizard.errors import CopError
    from cop_wizard.schedule.changes import What
    from cop_wizard.yamltext.limits import MAX_LINES

    new = found.count(What.NEW)
    lines = file.text.count("\n") + _LINES_OF_A_MEETING * new
    if new and lines >= MAX_LINES:
        said = _("{count} new meetings are more than fit into one plan file, so nothing was written.")
        raise CopError(said.format(count=new), _("Give the series nearer last meetings (`last_meeting`)."))


def _nothing_to_do(found: Schedule, plan: Path) -> str:
    """Whether everything is right, or there is nothing yet that dates could follow from."""
    from cop_wizard.cli.asking import command_line, program, short_path

    ruled = [sheet.dates for sheet in found.sheets if sheet.dates.rule]
    if any(sheet.changes for sheet in found.sheets) or any(dates.occasions for dates in ruled):
        return _("Nothing to change: the meetings are as the plan says.")
    if any(dates.notes or dates.left_out or dates.outside for dates in ruled):
        return _("There are no dates to find. What stands in their way is said above.")
    if ruled:
        return _("Nothing to change: the meetings are as the plan says.")
    missing = next((sheet.dates.missing for sheet in found.sheets if sheet.dates.missing), "")
    command = command_line([*program(), "edit", short_path(plan), missing or "launch"])
    if any(sheet.dates.words for sheet in found.sheets):
        said = _(
            "There are no dates to find: the words for how often you meet give none. Words that do are, for example, "
            "{examples}. The hour is a question of its own, and so are breaks and terms. Change them: {command}"
        )
        return said.format(examples=_examples(), command=command)
    if missing == "calendar":
        return _("There are no dates to find yet. Say when your terms are: {command}").format(command=command)
    if missing:
        return _("There are no dates to find yet. Say on what day you begin: {command}").format(command=command)
    return _("There are no dates to find yet. Say how often you meet: {command}").format(command=command)


def _examples() -> str:
    from cop_wizard.schedule.recurrence import READ
    from cop_wizard.wording import listed

    return listed([_("“{words}”").format(words=words) for words in READ])


def _write(file: PlanFile, found: Schedule) -> None:
    from cop_wizard.checks.fixing import lost_remarks
    from cop_wizard.cli.asking import command_line, program, short_path
    from cop_wizard.cli.schedule_page import summary
    from cop_wizard.visible import visible_line

    before = file.text
    file.change(found.operations)
    said = _("{changes} Written in {path}.").format(changes=summary(found), path=file.path.resolve())
    _say(said, "good")
    if gone := lost_remarks(before, file.text):
        said = _("With what was taken out went these remarks of yours; {backup} has them still: {remarks}")
        remarks = _(", ").join(_("“{words}”").format(words=visible_line(remark)) for remark in gone)
        _say(said.format(backup=f"{short_path(file.path)}.bak", remarks=remarks))
    command = command_line([*program(), "render", short_path(file.path), "--format", "ics"])
    _say(_("Put them into your calendar with: {command}").format(command=command))
    command = command_line([*program(), "schedule", short_path(file.path), "--activities"])
    _say(_("Plan what you will do at the next ones with: {command}").format(command=command))


def _say(words: str, style: str = "") -> None:
    import sys

    from cop_wizard.cli.screen import say

    sys.stdout.flush()  # what is shown comes before what is said about it
    say(words, style)

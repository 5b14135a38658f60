"""Which meeting a log is about, and where it stands in the plan's list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.plan.collaborative_plan import Meeting
    from cop_wizard.plan.plan import Plan
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile


def plan_of(file: PlanFile, path: Path) -> Plan:
    """The plan as its file is now."""
    from cop_wizard.cli.plans import check_text

    plan = check_text(file.text, path).plan
    assert plan is not None  # or it would not have been opened
    return plan


def place_of(file: PlanFile, path: Path, name: str, today: dt.date) -> int | Meeting:
    """The place in the list of the meeting that is meant; itself where only the launch names it. Raises `WrongUse`."""
    from cop_wizard.errors import WrongUse
    from cop_wizard.schedule.naming import named_meeting, planned

    plan = plan_of(file, path)
    meetings = planned(plan)
    if not meetings:
        raise WrongUse(
            _("There is no meeting in the plan yet."), _("`cop schedule {path}` sets their dates.").format(path=path)
        )
    return place_in(plan, named_meeting(meetings, name, today))


def place_in(plan: Plan, meeting: Meeting) -> int | Meeting:
    """The meeting's place in the list; itself where the list does not have it."""
    listed = plan.collaborative_plan.meetings
    for place, one in enumerate(listed if isinstance(listed, list) else ()):
        if one is meeting:
            return place
    return meeting


def written_down(desk: Desk, meeting: Meeting) -> int:
    """Write a meeting that only the launch names into the list, and return its place."""
    from cop_wizard.plan.fields import as_data

    rows = desk.value(("collaborative_plan", "meetings"))
    place = len(rows) if isinstance(rows, list) else 0
    said = as_data(meeting)
    desk.insert(("collaborative_plan", "meetings"), place, said)
    return place

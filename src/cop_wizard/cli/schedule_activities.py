"""``cop schedule --activities``: what will be done at the next meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.plan.plan import Plan
    from cop_wizard.values import KeyPath

_NEXT = 3
"""So many meetings can be thought of at a sitting."""


def ask_activities(path: Path) -> int:
    """Ask what will be done at the meetings that come next. Raises `CopError`."""
    from cop_wizard.cli.asking import open_plan, plain_mode, say_saved, session
    from cop_wizard.cli.plans import today
    from cop_wizard.errors import WrongUse
    from cop_wizard.plan.plan import Plan
    from cop_wizard.wizard.activities import plan_activities
    from cop_wizard.wizard.planfile import Written

    by_lines = plain_mode(False, "cop edit")
    written = Written()
    file, guide = open_plan(path, written)
    meetings = list(_coming(Plan.model_validate(file.data), today()))[:_NEXT]
    if not meetings:
        raise WrongUse(
            _("There is no meeting to come in the plan."),
            _("`cop schedule {path}` sets their dates.").format(path=path),
        )
    code = session(file, guide, by_lines, lambda desk: plan_activities(desk, meetings))
    say_saved(path, written.yes, "schedule")
    return code


def _coming(plan: Plan, today: dt.date) -> Iterator[tuple[KeyPath, str]]:
    """The meetings to come with their days in words, the next one first."""
    from cop_wizard.plan.choices import MeetingStatus
    from cop_wizard.wording import date_words

    given = plan.collaborative_plan.meetings
    dated = [
        (one.date, place)
        for place, one in enumerate(given if isinstance(given, list) else ())
        if isinstance(one.date, dt.date)
        and one.date >= today
        and one.status not in (MeetingStatus.CANCELLED, MeetingStatus.HELD)
    ]
    for day, place in sorted(dated):
        yield ("collaborative_plan", "meetings", place), date_words(day)

"""Meetings begin in the night: most often an afternoon hour without its ``pm``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

_MORNING = 6


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The start of the meetings, of a series, a turn or one meeting, before six in the morning; all in one advice."""
    found = [(path, start) for path, start in _starts(plan) if start.hour < _MORNING]
    if not found:
        return
    path, start = found[0]
    later = start.replace(hour=start.hour + 12)
    yield Advice(
        path,
        _("{time} is in the night.").format(time=f"{start.hour}:{start.minute:02}"),
        _("If you mean the afternoon, write {time}.").format(time=f"{later.hour}:{later.minute:02}"),
        tuple(other for other, _start in found[1:]),
    )


def _starts(plan: Plan) -> Iterator[tuple[KeyPath, dt.time]]:
    if isinstance(plan.launch.start, dt.time):
        yield ("launch", "start"), plan.launch.start
    for place, series in enumerate(rows(plan.launch.series)):
        if isinstance(series.start, dt.time):
            yield ("launch", "series", place, "start"), series.start
    for place, turn in enumerate(rows(plan.launch.turns)):
        if isinstance(turn.start, dt.time):
            yield ("launch", "turns", place, "start"), turn.start
    for place, meeting in enumerate(rows(plan.collaborative_plan.meetings)):
        if isinstance(meeting.start, dt.time):
            yield ("collaborative_plan", "meetings", place, "start"), meeting.start


def reasons() -> Reasons:
    """Plain craft: a slip of the hand, not a matter of any source."""
    return Reasons(
        title=_("A meeting begins in the night"),
        why=_("Half past three on paper is half past three in the morning in a calendar, and on every page you print."),
        do=_("Write the hour as a clock with 24 hours shows it, or with pm."),
        before="""\
launch:
  start: 3:30
""",
        after="""\
launch:
  start: 15:30
""",
    )


RULE = Rule("COP616", look, reasons)

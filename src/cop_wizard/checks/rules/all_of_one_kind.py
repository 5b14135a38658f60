"""All meetings are routine, or all are stimulating."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import day, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingKind, MeetingStatus
from cop_wizard.plan.plan import Plan

_FEWEST = 3


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least three meetings say of which kind they are, hardly any do not, and one is still to come."""
    meetings = [
        (place, one)
        for place, one in enumerate(rows(plan.collaborative_plan.meetings))
        if one.status is not MeetingStatus.CANCELLED
    ]
    told = [(place, one) for place, one in meetings if isinstance(one.kind, MeetingKind)]
    if len(told) < _FEWEST or len(told) * 4 < len(meetings) * 3 or len({one.kind for _place, one in told}) > 1:
        return
    if all((on := day(one.date)) is not None and on < today for _place, one in meetings):
        return
    place, one = told[-1]
    if one.kind is MeetingKind.ROUTINE:
        message = _("All {count} meetings are routine, so nothing in the year stands out.")
        hint = _("Make one of them stimulating: a guest, a visit, a place you have never met in.")
    else:
        message = _("All {count} meetings are stimulating, so there is little to come home to.")
        hint = _("Let one of them be routine: the room you know, a familiar order, time to talk.")
    further = tuple(("collaborative_plan", "meetings", other, "kind") for other, _one in told[:-1])
    yield Advice(("collaborative_plan", "meetings", place, "kind"), message.format(count=len(told)), hint, further)


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 6."""
    return Reasons(
        title=_("All meetings are of one kind"),
        why=_(
            "What is familiar lets people trust each other and work at once. What is new makes them curious and brings "
            "them back. A community that has only one of the two grows either tired or restless."
        ),
        do=_("Change one meeting in three or four to the other kind."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: A case from Elk Valley School
      kind: routine
    - date: 2051-10-18
      topics: A case from Riverbend School
      kind: routine
    - date: 2051-11-15
      topics: A case from Tomás Herrera
      kind: routine
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: A case from Elk Valley School
      kind: routine
    - date: 2051-10-18
      topics: A visit to the kindergarten next door
      kind: stimulating
    - date: 2051-11-15
      topics: A case from Tomás Herrera
      kind: routine
""",
        source="staempfli-2020",
        where=_("principle 6"),
    )


RULE = Rule("COP609", look, reasons, wish=True)

"""A meeting is marked as held, and its day is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import dated
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Each such meeting. Tomorrow is forgiven, since a plan may be read elsewhere on the globe."""
    for place, on, meeting in dated(plan):
        if meeting.status is MeetingStatus.HELD and (on - today).days > 1:
            yield Advice(
                ("collaborative_plan", "meetings", place, "status"),
                _("The meeting of {date} is marked as held, but its day is still to come.").format(date=date_words(on)),
                _("Correct the date if it took place earlier, or make it `planned` again."),
                (("collaborative_plan", "meetings", place, "date"),),
            )


def reasons() -> Reasons:
    """Source: CASS guide item 6.1."""
    return Reasons(
        title=_("A meeting is marked as held before its day"),
        why=_(
            "Usually it was moved forward and kept its old date, or the mark landed one row too low. Either way the "
            "calendar and the record of the year disagree."
        ),
        do=_("Correct the date, or take the mark away."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
      status: held
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
      status: planned
""",
        source="cass-guide",
        where=_("page 10"),
    )


RULE = Rule("COP620", look, reasons)

"""A meeting is marked as held, and its day is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import dated
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """All such meetings in one piece. Tomorrow is forgiven, since a plan may be read elsewhere on the globe."""
    early = [
        (place, on)
        for place, on, meeting in dated(plan)
        if meeting.status is MeetingStatus.HELD and (on - today).days > 1
    ]
    if early:
        paths = [("collaborative_plan", "meetings", at) for at, _on in early]
        yield Advice(
            (*paths[0], "status"),
            ngettext(
                "The meeting of {date} is marked as held, but its day is still to come.",
                "{count} meetings are marked as held, but their days are still to come, the first on {date}.",
                len(early),
            ).format(count=len(early), date=date_words(early[0][1])),
            _("Correct the date if it took place earlier, or make it `planned` again."),
            tuple((*path, "date") for path in paths),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
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
    )


RULE = Rule("COP620", look, reasons)

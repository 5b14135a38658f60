"""A meeting stands in the plan twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.same_day import are_one, pairs
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Two meetings of one day that nothing tells apart."""
    for on, (place, one), (second, other) in pairs(plan, today):
        if not are_one(one, other):
            continue
        topics = [name_key(words(meeting.topics)) for meeting in (one, other)]
        if all(topics) and topics[0] != topics[1]:
            message = _("Two meetings stand under {date}, and nothing says which comes first.")
            hint = _("If both are meant, give each its own `start`; if they are one, put them together.")
        else:
            message = _("The meeting of {date} stands in the plan twice.")
            hint = _("Take one of them out. If there really are two, give each its own `start`.")
        yield Advice(
            ("collaborative_plan", "meetings", second, "date"),
            message.format(date=date_words(on)),
            hint,
            (("collaborative_plan", "meetings", place, "date"),),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A meeting stands in the plan twice"),
        why=_(
            "It happens easily when several people write in one plan. The calendar then invites everybody twice, and "
            "when one of the two is moved the other stays behind."
        ),
        do=_("Take one of them out. Where two meetings on one day are meant, give each its own start."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-10-18
      topics: The ten-minute number interview
    - date: 2051-10-18
      topics: The ten-minute number interview
      resources: Interview kits, counters
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-10-18
      topics: The ten-minute number interview
      resources: Interview kits, counters
""",
    )


RULE = Rule("COP605", look, reasons)

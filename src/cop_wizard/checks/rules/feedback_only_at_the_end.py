"""Members are asked how it is going only when it is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.lateness import comes_last, last_meeting
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Every way of hearing from members has a time, and each of these is the end."""
    feedback = rows(plan.results.feedback)
    last = last_meeting(plan) if feedback else None
    if (last is None or last >= today) and feedback and all(comes_last(one.when, last) for one in feedback):
        yield Advice(
            ("results", "feedback", 0, "when"),
            _("You ask members only at the end, when it is too late to change anything for them."),
            _("Ask one short question early too, for example after the second meeting."),
            tuple(("results", "feedback", place, "when") for place in range(1, len(feedback))),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 7.1."""
    return Reasons(
        title=_("Feedback is gathered only at the end"),
        why=_(
            "Those for whom it does not work are gone by the last meeting, and a survey among those who stayed will "
            "not tell you why. A small question early on still changes something for those who answer it."
        ),
        do=_("Add a short way of hearing from members in the first third of the year."),
        before="""\
results:
  feedback:
    - how: A survey of twenty questions
      when: at the end of the year
""",
        after="""\
results:
  feedback:
    - how: Two questions on a card at the door
      when: after the second meeting
    - how: A survey of six questions
      when: at the end of the year
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP703", look, reasons, unless=(has_ended,), wish=True)

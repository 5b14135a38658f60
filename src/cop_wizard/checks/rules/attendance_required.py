"""Members have to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import TakingPart
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Taking part is required; where it is expected, that was a choice between the two, and is left alone."""
    if plan.membership.taking_part is TakingPart.REQUIRED:
        yield Advice(
            ("membership", "taking_part"),
            _("Members have to come. A community of practice lives on people who come because they want to."),
            _("Could it be voluntary, or expected at the first two meetings and free after that?"),
        )


def reasons() -> Reasons:
    """Source: Staempfli tool, S2 L27 and L87."""
    return Reasons(
        title=_("Attendance is required"),
        why=_(
            "You can order people into a room, but not to bring the question that keeps them awake. Where coming is "
            "free, an empty chair also tells you something: that the subject or the hour is wrong."
        ),
        do=_(
            "Let people choose, and make it worth their while. If it is not yours to decide, ask whether it could be "
            "free after the first two meetings."
        ),
        before="""\
membership:
  taking_part: required
""",
        after="""\
membership:
  taking_part: voluntary
""",
        source="staempfli-2020",
        where=_("principle 3"),
    )


RULE = Rule("COP415", look, reasons, unless=(has_ended, is_committee), wish=True)

"""The door is closed, or nobody would know where it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import belonging, under_way
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Door
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NoneOnPurpose

_NO_LONGER_NEW = 60
"""Days since the first meeting after which the second wave of members would come."""
_A_GROUP = 4
"""With fewer people who belong, the first wave is still on its way."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Closed without a word on who may come after all; or under way, with no answer on newcomers anywhere."""
    door, norms = plan.membership.door, plan.norms.statements
    told = isinstance(norms, NoneOnPurpose) or (isinstance(norms, Statements) and norms.new_members is not None)
    if told or plan.membership.joining is not None:
        return
    if door is Door.CLOSED:
        yield Advice(
            ("membership", "door"),
            _("The door is closed, and the plan does not say what happens when somebody leaves."),
            _("Write under `joining` when it opens again, or how a place that falls free is filled."),
        )
    elif door is None and len(belonging(plan)) >= _A_GROUP and (first := under_way(plan, today, _NO_LONGER_NEW)):
        yield Advice(
            ("membership", "joining"),
            _("The plan does not say how somebody new can come in."),
            _("One sentence is enough: whom to write to, and who sits beside a newcomer the first time."),
            (first[0],),
        )


def reasons() -> Reasons:
    """Sources: CASS guide item 4.1 (new members); Killion handout item S3.13."""
    return Reasons(
        title=_("Nobody new can join"),
        why=_(
            "People move, retire and change jobs. A community that loses people and gains none shrinks, and its "
            "members soon know one another's every answer."
        ),
        do=_("Say who can join and how. If the door has to stay closed for now, say until when."),
        before="""\
membership:
  door: closed
""",
        after="""\
membership:
  door: closed
  joining: Each September we ask two new people
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP416", look, reasons, unless=(has_ended, is_committee), wish=True)

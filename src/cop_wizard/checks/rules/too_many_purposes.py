"""So many purposes that none of them leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan

_PLENTY = 5


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """More than five different purposes."""
    if too_many(plan, today):
        yield Advice(
            ("purpose", "purposes"),
            _("You have {count} purposes. With that many, it is hard to tell what comes first.").format(
                count=_different(plan)
            ),
            _("Keep the two or three you would not give up. The others can wait in a note until next year."),
        )


def too_many(plan: Plan, today: dt.date) -> bool:
    """Whether this rule speaks; then others do not ask for more on each purpose."""
    return _different(plan) > _PLENTY


def _different(plan: Plan) -> int:
    return len({str(purpose) for purpose in rows(plan.purpose.purposes)})


def reasons() -> Reasons:
    """Source: Killion handout item S3.25 (clarity of purpose)."""
    return Reasons(
        title=_("So many purposes that none matters most"),
        why=_(
            "A meeting has room for one good question. Where a community is for everything, each meeting begins with "
            "the talk about what it is for, and members cannot say to others why they go."
        ),
        do=_("Keep two or three purposes and put the most important one first."),
        before="""\
purpose:
  purposes:
    - solving_problems
    - sharing_knowledge
    - shared_learning
    - building_capacity
    - building_resources
    - giving new principals somebody to call
""",
        after="""\
purpose:
  purposes:
    - solving_problems
    - building_resources
    - giving new principals somebody to call
""",
        source="killion-handout",
        where=_("Conditions for success"),
    )


RULE = Rule("COP405", look, reasons, unless=(has_ended,), wish=True)

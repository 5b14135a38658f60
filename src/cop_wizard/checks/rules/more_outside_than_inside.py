"""A few people carry the community, and more of them look on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import people
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Level, Status
from cop_wizard.plan.plan import Plan

_INSIDE = (Level.CORE, Level.ACTIVE)
_ENOUGH_TO_CARRY = 6
"""With so many inside, a wide circle of onlookers is a sign of life."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """More people outside than core, active and unplaced members together, and few of those.

    Without anybody at the core, COP410 speaks.
    """
    levels = [one.level for _place, one in people(plan) if one.status not in (Status.LEFT, Status.DECLINED)]
    outside = sum(isinstance(level, Level) and level not in _INSIDE for level in levels)
    inside = len(levels) - outside
    if Level.CORE in levels and inside < _ENOUGH_TO_CARRY and outside > inside:
        yield Advice(
            ("membership", "roster"),
            _("{outside} people are at the edge or outside, and {inside} carry the community.").format(
                outside=outside, inside=inside
            )
            if inside > 1
            else _("{outside} people are at the edge or outside, and one carries the community.").format(
                outside=outside
            ),
            _("Invite one or two from the edge to a small task of their own, such as bringing a case or a question."),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.16."""
    return Reasons(
        title=_("More people outside than inside"),
        why=_(
            "People who look on are welcome, and some of them are next year's leaders. But when the few inside are "
            "outnumbered, they end up performing for an audience, and it wears them out."
        ),
        do=_("Make it easy to take one step inwards, and ask people by name."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: active
    - name: Devi Ramsaran
      level: occasional
    - name: Rosalind Okafor
      level: peripheral
    - name: Joanne Cardinal
      level: transactional
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: active
    - name: Devi Ramsaran
      level: active
    - name: Rosalind Okafor
      level: peripheral
    - name: Joanne Cardinal
      level: transactional
""",
        source="killion-handout",
        where=_("Levels of participation"),
    )


RULE = Rule("COP412", look, reasons)

"""Very few people carry the community, and many look on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import members
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Level
from cop_wizard.plan.plan import Plan

_LOOKING_ON = 3
"""So many times more onlookers than people inside: fewer are a sign of life."""
_A_FEW = 3


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At most three people come, and three times as many look on. Without anybody at the core, COP410 speaks."""
    levels = [one.level for _place, one in members(plan)]
    outside = levels.count(Level.PERIPHERAL)
    inside = len(levels) - outside
    if Level.CORE in levels and inside <= _A_FEW and outside >= _LOOKING_ON * inside:
        yield Advice(
            ("membership", "roster"),
            ngettext(
                "One person carries the community, and {outside} look on.",
                "{inside} people carry the community, and {outside} look on.",
                inside,
            ).format(outside=outside, inside=inside),
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
      level: peripheral
    - name: Devi Ramsaran
      level: peripheral
    - name: Rosalind Okafor
      level: peripheral
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: occasional
    - name: Devi Ramsaran
      level: peripheral
    - name: Rosalind Okafor
      level: peripheral
""",
        source="killion-handout",
        where=_("Levels of participation"),
    )


RULE = Rule("COP412", look, reasons, unless=(has_ended,), wish=True)

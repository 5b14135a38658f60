"""Everybody's part is settled, and nobody is at the core."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import members
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Level
from cop_wizard.plan.plan import Plan

_A_GROUP = 4


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least four members, each with a level, and none of them core."""
    levels = [one.level for _place, one in members(plan)]
    if len(levels) >= _A_GROUP and all(isinstance(level, Level) and level is not Level.CORE for level in levels):
        yield Advice(
            ("membership", "roster"),
            _("Of your {count} members, none is at the core.").format(count=len(levels)),
            _("Mark the two or three who would keep things going if you were away for a month as `core`."),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 2.2."""
    return Reasons(
        title=_("No core members"),
        why=_(
            "Behind every community that lasts stand a few people who think about it between the meetings. If nobody "
            "is named, it rests on one tired leader, or on luck."
        ),
        do=_("Ask two or three people whether they would like to carry the community with you, and mark them as core."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      level: active
    - name: Tomás Herrera
      level: active
    - name: Devi Ramsaran
      level: occasional
    - name: Rosalind Okafor
      level: peripheral
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: core
    - name: Devi Ramsaran
      level: occasional
    - name: Rosalind Okafor
      level: peripheral
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP410", look, reasons, unless=(has_ended,), wish=True)

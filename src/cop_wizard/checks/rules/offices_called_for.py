"""An answer speaks of elections or terms of office, and no office is listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.called_for import called_for, phrases
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan

_WANTED = phrases("""
elect
elects
elected
election
elections
reelected
re elected
term of office
terms of office
office bearers
elire
elu
elue
elus
duree du mandat
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for being elected, while no office is listed."""
    if plan.leadership.offices is None:
        yield from called_for(
            plan,
            _WANTED,
            ("leadership", "offices"),
            _("{place} speaks of {words}, and the plan does not say who holds which office until when."),
            _("List them under `leadership.offices`, the vacant ones too."),
            ("membership", "leadership", "norms", "sections"),
        )


def reasons() -> Reasons:
    """Source: CASS guide items 3.2 and 3.3."""
    return Reasons(
        title=_("Elections are spoken of, and no office is listed"),
        why=_(
            "An election needs to know for what, for how long and who may stand. With the offices in a list, it is "
            "plain to everybody when the next one is due."
        ),
        do=_("List each office with who holds it, since when and until when."),
        before="""\
leadership:
  description: The chair is elected each May
""",
        after="""\
leadership:
  description: The chair is elected each May
  handover: none
  offices:
    - role: Chair
      filled_by: Rosalind Okafor
      until: 2051-05-31
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP516", look, reasons, unless=(has_ended,), wish=True)

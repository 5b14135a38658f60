"""An answer speaks of leaving for a while, and nothing says how that goes."""

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
inactive
inactif
inactifs
leave of absence
leaves of absence
take a leave
takes a leave
inactive member
inactive members
en conge
conge sabbatique
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for being away, while the chapter on leaving is blank."""
    if plan.membership.exit is None:
        yield from called_for(
            plan,
            _WANTED,
            ("membership", "exit"),
            _("{place} speaks of {words}, and the plan does not say how somebody leaves for a while, or for good."),
            _("Say it under `membership.exit`: who counts as inactive, how a leave goes, how you say goodbye."),
            ("membership", "leadership", "norms", "sections"),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.13."""
    return Reasons(
        title=_("Leaving is spoken of, and not settled"),
        why=_(
            "Who counts as inactive, and from when? It is a kind question while nobody is meant by it, and an unkind "
            "one on the day on which somebody is."
        ),
        do=_("Settle when somebody counts as inactive, how long a leave lasts, and how you part."),
        before="""\
norms:
  own:
    - topic: Coming
      statement: Inactive members make room for others
""",
        after="""\
norms:
  own:
    - topic: Coming
      statement: Inactive members make room for others
membership:
  exit:
    inactivity: After three meetings missed without a word, the chair rings
""",
        source="killion-handout",
        where=_("Launching, upgrading, or revitalizing"),
    )


RULE = Rule("COP427", look, reasons, unless=(has_ended,), wish=True)

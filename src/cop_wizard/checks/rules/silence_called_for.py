"""An answer speaks of confidence, and nothing says what may be told outside."""

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
confidential
confidentially
confidentiality
chatham house
in confidence
confidentiel
confidentielle
confidentiels
confidentialite
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for silence that mean different things to people; what "stays in the room" has been said already."""
    if plan.care.repeating is None and plan.care.confidentiality is None:
        yield from called_for(
            plan,
            _WANTED,
            ("care", "repeating"),
            _("{place} speaks of {words}, and the plan does not say what may be told outside."),
            _("Answer `care.repeating`: nothing, all but the names, or everything."),
        )


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 4."""
    return Reasons(
        title=_("Confidence is promised, and not spelled out"),
        why=_(
            "To one person it means no names, to another not a word, to a third that the minutes go round as always. "
            "They find out that they differ when it is too late."
        ),
        do=_("Choose together what may be told outside, and say it where newcomers read it."),
        before="""\
norms:
  statements:
    role_and_voice: Whatever somebody brings is confidential
""",
        after="""\
norms:
  statements:
    role_and_voice: Whatever somebody brings is confidential
care:
  repeating: without_names
""",
        source="staempfli-2020",
        where=_("principle 4"),
    )


RULE = Rule("COP819", look, reasons, unless=(has_ended,), wish=True)

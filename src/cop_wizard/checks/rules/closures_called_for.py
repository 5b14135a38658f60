"""An answer speaks of holidays, and no days without meetings are noted."""

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
holiday
holidays
school break
school breaks
spring break
winter break
christmas break
reading week
vacances
conges scolaires
jours feries
semaine de relache
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for a break, while closures, terms and region are all blank."""
    if plan.launch.closures is None and plan.launch.terms is None and plan.launch.region is None:
        yield from called_for(
            plan,
            _WANTED,
            ("launch", "closures"),
            _("{place} speaks of {words}, and the plan does not know on which days that is."),
            _("Note the days under `launch.closures`, so that no meeting is put there."),
            ("launch", "leadership", "norms", "sections"),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 5.1."""
    return Reasons(
        title=_("Holidays are spoken of, and no days are noted"),
        why=_(
            "Everybody knows when the holidays are, until two schools have them in different weeks. Days that stand in "
            "the plan are left out when dates are made, and nobody has to remember."
        ),
        do=_("Note the breaks with their first and last day, or a region whose public holidays count."),
        before="""\
launch:
  rhythm: every second Tuesday except in the holidays
""",
        after="""\
launch:
  rhythm: every second Tuesday except in the holidays
  closures:
    - name: Winter break
      begins: 2051-12-21
      ends: 2052-01-04
""",
        source="cass-guide",
        where=_("page 9"),
    )


RULE = Rule("COP623", look, reasons, unless=(has_ended,), wish=True)

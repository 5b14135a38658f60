"""An answer speaks of money, and nothing says how much comes and goes."""

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
budget
budgets
fee
fees
stipend
stipends
honorarium
honoraria
grants
a grant
the grant
our grant
grant money
subvention
subventions
cotisation
cotisations
honoraires
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for money, while both lists of it are blank."""
    if plan.resources.money_in is None and plan.resources.money_out is None:
        yield from called_for(
            plan,
            _WANTED,
            ("resources", "money_in"),
            _("{place} speaks of {words}, and the plan does not say what money comes and goes."),
            _("List it under `resources.money_in` and `resources.money_out`; `none` is a good answer, too."),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("Money is spoken of, and not counted"),
        why=_(
            "A word like budget or fee raises questions. How much it is, from whom and for what takes three lines, and "
            "spares you the talk in which everybody had another sum in mind."
        ),
        do=_("List what comes in and what goes out, with who gives it."),
        before="""\
membership:
  joining: Newcomers pay a small fee in their second year
""",
        after="""\
membership:
  joining: Newcomers pay a small fee in their second year
resources:
  money_in:
    - what: Fee of each member
      amount: $20
      per: year
""",
    )


RULE = Rule("COP816", look, reasons, unless=(has_ended,), wish=True)

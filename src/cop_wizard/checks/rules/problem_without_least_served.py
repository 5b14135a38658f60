"""The problem of practice is described, and not whom it hits hardest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.purpose import Problem


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A problem in words, while both questions of fairness are blank."""
    given = plan.purpose.problem
    if isinstance(given, Problem) and words(given.problem) and given.served_least is None and given.fair is None:
        yield Advice(
            ("purpose", "problem", "problem"),
            _("You say what the problem is, and not who is served least as long as it lasts."),
            _("Ask whose voice is missing when you talk about it, and write that under `served_least`."),
        )


def reasons() -> Reasons:
    """Source: 21CSLA definitions item S1.3."""
    return Reasons(
        title=_("A problem without the people it hits hardest"),
        why=_(
            "The same trouble is a nuisance to some and a closed door to others. A community that looks for those "
            "others finds different causes, and often a better question."
        ),
        do=_("Name those for whom it works worst today. If it makes no difference here, write `none`."),
        before="""\
purpose:
  problem:
    problem: Many children count well aloud and get lost on paper
""",
        after="""\
purpose:
  problem:
    problem: Many children count well aloud and get lost on paper
    served_least: Children who learned to count in another language
""",
        source="21csla",
    )


RULE = Rule("COP406", look, reasons, unless=(has_ended,), wish=True)

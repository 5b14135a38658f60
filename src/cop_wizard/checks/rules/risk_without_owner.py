"""Something could go wrong, and nobody keeps an eye on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import is_vacant, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Risks whose owner is blank, or in words nobody yet."""
    alone = [
        (place, words(one.risk))
        for place, one in enumerate(rows(plan.life.risks))
        if words(one.risk) and (one.owner is None or (words(one.owner) and is_vacant(words(one.owner))))
    ]
    if alone:
        yield Advice(
            ("life", "risks", alone[0][0], "risk"),
            _("Nobody keeps an eye on {risks} yet.").format(risks=some_quoted([risk for _place, risk in alone])),
            _("Ask somebody who would notice first, and put the name under `owner`."),
            tuple(("life", "risks", place, "risk") for place, _risk in alone[1:]),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.17."""
    return Reasons(
        title=_("Nobody keeps an eye on a risk"),
        why=_(
            "Communities go wrong slowly, and each member thinks that somebody will say something. Where one person "
            "has been asked to watch, it is said early, while little is needed to put it right."
        ),
        do=_("Ask one person for each risk. They only have to watch and to speak, not to solve it alone."),
        before="""\
life:
  risks:
    - risk: Everything hangs on Amina Yusuf
      response: A second person learns each duty
""",
        after="""\
life:
  risks:
    - risk: Everything hangs on Amina Yusuf
      response: A second person learns each duty
      owner: Tomás Herrera
""",
        source="killion-handout",
    )


RULE = Rule("COP805", look, reasons)

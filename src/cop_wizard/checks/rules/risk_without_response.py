"""A risk is watched, and nothing says what to do when it comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.risk_without_owner import has_no_owner
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Risks whose response is blank; of those without an owner either, COP805 speaks."""
    bare = [
        (place, words(one.risk))
        for place, one in enumerate(rows(plan.life.risks))
        if words(one.risk) and one.response is None and not has_no_owner(one)
    ]
    if bare:
        yield Advice(
            ("life", "risks", bare[0][0], "risk"),
            _("Nothing says yet what you will do about {risks}.").format(
                risks=some_quoted([risk for _place, risk in bare])
            ),
            _("A first step is enough: write it under `response`."),
            tuple(("life", "risks", place, "risk") for place, _risk in bare[1:]),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.17."""
    return Reasons(
        title=_("A risk has no response"),
        why=_(
            "A worry that is only written down stays a worry. The first step is easier to find on a quiet afternoon "
            "than on the day on which it is needed."
        ),
        do=_("Write down the first thing you would do. It need not solve everything."),
        before="""\
life:
  risks:
    - risk: Newcomers stay strangers
      owner: Tomás Herrera
""",
        after="""\
life:
  risks:
    - risk: Newcomers stay strangers
      response: Everybody new gets a partner for the first three meetings
      owner: Tomás Herrera
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP807", look, reasons, unless=(has_ended,))

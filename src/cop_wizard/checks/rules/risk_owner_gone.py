"""The one who keeps an eye on a risk is not among the members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, roster
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.strangers import is_stranger
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Owners who left or declined, or whose full name nobody in the plan bears."""
    for place, risk in enumerate(rows(plan.life.risks)[:MOST_NAMES]):
        for name in each_name([words(risk.owner)]):
            if roster(plan).has_lost(name):
                message = (
                    _("{name} said no, but is to keep an eye on this risk.")
                    if roster(plan).said_no(name)
                    else _("{name} has left, but is to keep an eye on this risk.")
                )
            elif is_stranger(plan, name):
                message = _("{name} is to keep an eye on this risk, but is not on the roster.")
            else:
                continue
            yield Advice(
                ("life", "risks", place, "owner"),
                message.format(name=name),
                _("Ask somebody who is at the meetings, or bring the `roster` up to date."),
            )


def reasons() -> Reasons:
    """Source: Killion handout item S3.17."""
    return Reasons(
        title=_("The person watching a risk has left or is not on the roster"),
        why=_(
            "The first signs show in the room: who speaks, who stays away, who sends every invitation. Only somebody "
            "who is there can see them."
        ),
        do=_("Ask a member to keep an eye on it, or bring the roster up to date."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
      status: alumni
life:
  risks:
    - risk: Newcomers stay strangers
      response: Everybody new gets a partner
      owner: Devi Ramsaran
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
      status: alumni
life:
  risks:
    - risk: Newcomers stay strangers
      response: Everybody new gets a partner
      owner: Tomás Herrera
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP806", look, reasons, unless=(has_ended,))

"""All that is wanted is something made or decided, so this may be a project team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee, only_delivers
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Nothing is to be learned. Where people have to come as well, this is the one piece that says what it is."""
    if not only_delivers(plan, today):
        return
    if is_committee(plan, today):
        message = _(
            "People have to come, and all that counts is a product or a decision. This reads like a committee or a "
            "project team."
        )
        hint = _(
            "That may be just what you need; then plan it as one. For a community, let people choose to come, and name "
            "something they want to learn."
        )
    else:
        message = _(
            "Everything you plan to show is a product or a decision; nothing shows learning. This may be a project "
            "team."
        )
        hint = _(
            "If members are to learn, add that purpose and a sign of it. If not, a project with an end date may suit "
            "you better."
        )
    yield Advice(("purpose", "purposes"), message, hint, (("results", "evidence"),))


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.6."""
    return Reasons(
        title=_("Only things to deliver: this may be a project team"),
        why=_(
            "A project team is judged by what it hands over, and goes home. People stay in a community because they "
            "get better at their work there. Where only products count, nobody has time for the questions that "
            "members bring."
        ),
        do=_("Decide which of the two you want. For a community, say what members will learn and how it will show."),
        before="""\
purpose:
  purposes:
    - building_resources
results:
  evidence:
    - what: A kit of twelve number talks
      kind: product
      shows:
        - building_resources
""",
        after="""\
purpose:
  purposes:
    - building_resources
    - shared_learning
results:
  evidence:
    - what: A kit of twelve number talks
      kind: product
      shows:
        - building_resources
    - what: A note after each visit on what was learned
      kind: learning
      shows:
        - shared_learning
""",
        source="staempfli-2020",
    )


RULE = Rule("COP404", look, reasons)

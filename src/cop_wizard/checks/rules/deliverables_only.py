"""All that is wanted is something made or decided, so this may be a project team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import EvidenceKind, PurposeKind
from cop_wizard.plan.plan import Plan

_TO_DELIVER = frozenset(
    {
        PurposeKind.BUILDING_RESOURCES,
        PurposeKind.GATHERING_FEEDBACK,
        PurposeKind.ADVANCING_INITIATIVES,
        PurposeKind.IMPLEMENTING_CHANGE,
    }
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """No purpose speaks of learning, no evidence shows any, and nothing is planned for members' own practice."""
    purposes, evidence = rows(plan.purpose.purposes), rows(plan.results.evidence)
    if not purposes or not evidence or not all(purpose in _TO_DELIVER for purpose in purposes):
        return
    if not all(one.kind in (EvidenceKind.PRODUCT, EvidenceKind.DECISION) for one in evidence):
        return
    own = plan.professional_practice
    if any(words(answer) for answer in (own.learning, own.transfer, own.reflective_practices, own.support)):
        return
    yield Advice(
        ("purpose", "purposes"),
        _("All you plan to show in the end is made or decided, nothing learned. That could be a project team."),
        _("If members are to learn, add that purpose and a sign of it. If not, call it a project, with a last day."),
        (("results", "evidence"),),
    )


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

"""Whether a plan is one of a committee or a project team: then one piece of advice says so, and many others do not."""

from __future__ import annotations

import datetime as dt

from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.plan.choices import EvidenceKind, PurposeKind, TakingPart
from cop_wizard.plan.plan import Plan

_TO_DELIVER = frozenset(
    {
        PurposeKind.BUILDING_RESOURCES,
        PurposeKind.GATHERING_FEEDBACK,
        PurposeKind.ADVANCING_INITIATIVES,
        PurposeKind.IMPLEMENTING_CHANGE,
    }
)


def only_delivers(plan: Plan, today: dt.date) -> bool:
    """Whether no purpose speaks of learning, no evidence shows any, and nothing is planned for members' practice."""
    purposes, evidence = rows(plan.purpose.purposes), rows(plan.results.evidence)
    if not purposes or not evidence or not all(purpose in _TO_DELIVER for purpose in purposes):
        return False
    if not all(one.kind in (EvidenceKind.PRODUCT, EvidenceKind.DECISION) for one in evidence):
        return False
    own = plan.professional_practice
    return not any(words(answer) for answer in (own.learning, own.transfer, own.reflective_practices, own.support))


def is_committee(plan: Plan, today: dt.date) -> bool:
    """Whether members have to come and all that counts is a product or a decision; COP404 says it for many others."""
    return plan.membership.taking_part is TakingPart.REQUIRED and only_delivers(plan, today)

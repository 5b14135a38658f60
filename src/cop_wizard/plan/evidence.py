"""What shows that a purpose is reached: which of it is there by now, and what speaks for which purpose.

Source: CASS guide item 7.2.
"""

from __future__ import annotations

import datetime as dt

from cop_wizard.plan.choices import PurposeKind, YesNo
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Evidence
from cop_wizard.values import rows


def is_there(evidence: Evidence, today: dt.date) -> bool:
    """Whether something has come out already: a number, words somebody said, or a day that has come."""
    if not is_told(evidence.what) and not is_told(evidence.quote):
        return False
    came = isinstance(evidence.when, dt.date) and evidence.when <= today
    return came or is_told(evidence.number) or (is_told(evidence.quote) and evidence.consent is YesNo.YES)


def by_purpose(plan: Plan) -> list[tuple[PurposeKind | str, list[Evidence]]]:
    """Each purpose, in the order in which they matter, with the evidence that speaks for it.

    Purposes that only evidence names come after those of the plan.
    """
    evidence: list[Evidence] = rows(plan.results.evidence)
    named = dict.fromkeys([*rows(plan.purpose.purposes), *(one for row in evidence for one in rows(row.shows))])
    return [(purpose, [one for one in evidence if purpose in rows(one.shows)]) for purpose in named if is_told(purpose)]

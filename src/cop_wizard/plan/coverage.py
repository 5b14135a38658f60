"""Which of the closed lists a community's goals and meetings have served so far, and which never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from cop_wizard.plan.choices import Emphasis, GuidingPrinciple, LearningOutcome, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice
from cop_wizard.values import rows


def outcomes_served(plan: Plan) -> dict[LearningOutcome, int]:
    """How many goals and meetings serve each of the eight learning outcomes (S0 0.2)."""
    return _counted(LearningOutcome, (one.outcomes for one in (*rows(plan.purpose.goals), *_meetings(plan))))


def principles_served(plan: Plan) -> dict[GuidingPrinciple, int]:
    """How many goals and meetings serve each of the three guiding principles (S0 0.1)."""
    return _counted(GuidingPrinciple, (one.principles for one in (*rows(plan.purpose.goals), *_meetings(plan))))


def emphases_served(plan: Plan) -> dict[Emphasis, int]:
    """On how many meetings that were held each of the seven emphases was there (S3.3)."""
    return _counted(Emphasis, (one.emphases for one in _meetings(plan)))


def _meetings(plan: Plan) -> list[Meeting]:
    meetings: list[Meeting] = rows(plan.collaborative_plan.meetings)
    return [one for one in meetings if one.status is not MeetingStatus.CANCELLED]


def _counted(kind: type[Choice], given: Iterable[Any]) -> dict[Any, int]:
    found = Counter(one for each in given for one in set(rows(each)))
    return {one: found[one] for one in kind}

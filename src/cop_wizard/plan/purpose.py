"""Section 1: why the community exists. Source: CASS guide items 0.1 to 0.3 and 1.1 to 1.5."""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import FocusKind, GuidingPrinciple, LearningOutcome, PurposeKind, Reason
from cop_wizard.plan.types import Answer, Date, Line, Many, OrOwn, Paragraph

OwnOrReason = Annotated[Reason | str, OrOwn(Reason)]
OwnOrPurpose = Annotated[PurposeKind | str, OrOwn(PurposeKind)]


class Goal(Part):
    """Something the community hopes for. Optional and open to change: blank goals never count as failure."""

    text: Answer[Line] = None
    by: Answer[Date] = None
    outcomes: Answer[Many[LearningOutcome]] = None
    principles: Answer[Many[GuidingPrinciple]] = None


class Purpose(SectionPart):
    """What brings the members together and what they want to get better at."""

    why_now: Answer[Many[OwnOrReason]] = None
    focus_kind: Answer[FocusKind] = None
    focus: Answer[Line] = None
    shared_competence: Answer[Paragraph] = None
    audience: Answer[Line] = None
    learn_to: Answer[Line] = None
    purposes: Answer[Many[OwnOrPurpose]] = None
    statement: Answer[Paragraph] = None
    goals: Answer[Many[Goal]] = None

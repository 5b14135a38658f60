"""Section 1: why the community exists.

Source: CASS guide items 0.1 to 0.3 and 1.1 to 1.5; 21CSLA definitions item S1.3; Killion handout item S3.13.
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import FocusKind, GoalStatus, GuidingPrinciple, LearningOutcome, Reason
from cop_wizard.plan.shapes import OwnOrPurpose
from cop_wizard.plan.types import Answer, Date, ForMembers, GoalName, Line, Many, OrOwn, Paragraph

OwnOrReason = Annotated[Reason | str, OrOwn(Reason)]


class Goal(Part):
    """Something the community hopes for. Optional and open to change: blank goals never count as failure."""

    text: Answer[Line] = None
    by: Answer[Date] = None
    outcomes: Answer[Many[LearningOutcome]] = None
    principles: Answer[Many[GuidingPrinciple]] = None
    status: Answer[GoalStatus] = None


class GoalChange(Part):
    """A goal was revised: what it ``was`` until that day, and ``why`` it changed."""

    goal: Answer[GoalName] = None
    on: Answer[Date] = None
    was: Answer[Line] = None
    why: Answer[Line] = None


class Problem(Part):
    """The problem of practice, seen with an eye to who is served least. Source: 21CSLA definitions item S1.3."""

    problem: Answer[Paragraph] = None
    served_least: ForMembers[Paragraph] = None
    standing_in_the_way: ForMembers[Paragraph] = None
    fair: ForMembers[Paragraph] = None


class Benefits(Part):
    """For whom it will be better, and how. Source: Killion handout (S3 L28), who benefits."""

    school: Answer[Paragraph] = None
    division: Answer[Paragraph] = None
    members: Answer[Paragraph] = None
    students: Answer[Paragraph] = None


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
    goal_changes: ForMembers[Many[GoalChange]] = None
    out_of_scope: Answer[Paragraph] = None
    problem: Answer[Problem] = None
    benefits: Answer[Benefits] = None
    in_it_for_us: Answer[Paragraph] = None
    leading_edge: Answer[Paragraph] = None
    influence: ForMembers[Paragraph] = None

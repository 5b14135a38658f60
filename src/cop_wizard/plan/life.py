"""How the community looks after itself over the years: where it stands, when it looks back, what could go wrong.

Sources: Staempfli tool item S2.9, Killion handout items S3.4, S3.11, S3.17 and S3.20.
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import Grade, LifeStage, LifeStatus, Phase, RiskKind
from cop_wizard.plan.types import Answer, Date, ForMembers, Line, Many, OrOwn, Paragraph, PersonName

OwnOrRisk = Annotated[RiskKind | str, OrOwn(RiskKind)]


class Risk(Part):
    """Something that could go wrong. ``sign`` shows early that it begins, ``owner`` keeps an eye on it."""

    risk: Answer[OwnOrRisk] = None
    sign: Answer[Line] = None
    response: Answer[Line] = None
    owner: Answer[PersonName] = None
    likelihood: Answer[Grade] = None
    impact: Answer[Grade] = None


class StatusChange(Part):
    """The community's status from that day on."""

    status: Answer[LifeStatus] = None
    on: Answer[Date] = None
    note: ForMembers[Line] = None


class PhaseDates(Part):
    """When one of the six phases is planned or was passed. Source: Killion handout item S3.20."""

    phase: Answer[Phase] = None
    begins: Answer[Date] = None
    ends: Answer[Date] = None
    note: ForMembers[Line] = None


class Pilot(Part):
    """A small first try before the launch. Source: Killion handout item S3.20 (prototype)."""

    with_whom: Answer[Line] = None
    begins: Answer[Date] = None
    ends: Answer[Date] = None
    tests: Answer[Paragraph] = None
    success: Answer[Paragraph] = None


class Life(SectionPart):
    """Where the community stands in its life, when it asks itself whether to go on, how it ends, what it watches for.

    ``status`` is today's, ``statuses`` the dated history. Phases (of building) and stages (of growing) are two things.
    """

    status: Answer[LifeStatus] = None
    statuses: Answer[Many[StatusChange]] = None
    review_on: ForMembers[Date] = None
    phase: Answer[Phase] = None
    phases: Answer[Many[PhaseDates]] = None
    stage: Answer[LifeStage] = None
    pilot: ForMembers[Pilot] = None
    closing: ForMembers[Paragraph] = None
    afterwards: Answer[Paragraph] = None
    farewell: ForMembers[Paragraph] = None
    risks: ForMembers[Many[Risk]] = None

"""Section 2: who belongs. Source: CASS guide items 2.1 to 2.4; 21CSLA definitions item S1.9."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import CohortTrait, Door, Firmness, Level, TakingPart
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.plan.types import Answer, Count, Date, ForLeaders, ForMembers, Line, Many, Paragraph, PersonName


class Size(Part):
    """How many members are too few, just right and too many, and whether the two limits bind."""

    minimum: Answer[Count] = None
    ideal: Answer[Count] = None
    maximum: Answer[Count] = None
    minimum_is: Answer[Firmness] = None
    maximum_is: Answer[Firmness] = None


class DecisionMaker(Part):
    """Somebody who decides on what the community works towards. ``at_the_table`` says how they are involved."""

    name: Answer[Line] = None
    decides: Answer[Line] = None
    at_the_table: Answer[Line] = None


class Movement(Part):
    """Somebody came closer or moved outward: the ``level`` they had from that day on."""

    name: Answer[PersonName] = None
    level: Answer[Level] = None
    on: Answer[Date] = None
    why: Answer[Line] = None


class Entry(Part):
    """The way in: who may apply, what is asked of them, when and how, and how they are welcomed."""

    eligibility: Answer[Paragraph] = None
    prerequisites: Answer[Many[Line]] = None
    application: Answer[Paragraph] = None
    opens: Answer[Date] = None
    closes: Answer[Date] = None
    when_full: Answer[Line] = None
    welcome: Answer[Paragraph] = None


class Exit(Part):
    """The way out: when somebody counts as inactive, leaves for a while, says goodbye, or has to go."""

    inactivity: Answer[Paragraph] = None
    leave: Answer[Paragraph] = None
    goodbye: Answer[Paragraph] = None
    removal: Answer[Paragraph] = None


class Membership(SectionPart):
    """The people: whom the community is looking for, how many, how they come in and leave, and who they are.

    ``door`` says who can join later, ``joining`` how that goes, ``taking_part`` how free members are to come.
    """

    ideal_member: Answer[Paragraph] = None
    required_seats: Answer[Many[Seat]] = None
    decision_makers: ForMembers[Many[DecisionMaker]] = None
    size: Answer[Size] = None
    invitation: Answer[Paragraph] = None
    roster: Answer[Many[Member]] = None
    taking_part: Answer[TakingPart] = None
    door: Answer[Door] = None
    joining: Answer[Paragraph] = None
    cohort: Answer[Many[CohortTrait]] = None
    movements: ForLeaders[Many[Movement]] = None
    entry: Answer[Entry] = None
    exit: ForMembers[Exit] = None

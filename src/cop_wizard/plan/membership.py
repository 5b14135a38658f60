"""Section 2: who belongs. Source: CASS guide items 2.1 to 2.4."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import Door, Level, Status, TakingPart
from cop_wizard.plan.types import Answer, Count, Line, Many, Paragraph


class Seat(Part):
    """A person or role the community cannot do without. A seat with nobody in ``filled_by`` is vacant."""

    role: Answer[Line] = None
    why: Answer[Line] = None
    filled_by: Answer[Line] = None


class Size(Part):
    """How many members are too few, just right and too many."""

    minimum: Answer[Count] = None
    ideal: Answer[Count] = None
    maximum: Answer[Count] = None


class DecisionMaker(Part):
    """Somebody who decides on what the community works towards. ``at_the_table`` says how they are involved."""

    name: Answer[Line] = None
    decides: Answer[Line] = None
    at_the_table: Answer[Line] = None


class Member(Part):
    """A person on the roster; not always a member, see `Level.TRANSACTIONAL` and `Status`."""

    name: Answer[Line] = None
    role: Answer[Line] = None
    organization: Answer[Line] = None
    email: Answer[Line] = None
    level: Answer[Level] = None
    status: Answer[Status] = None
    note: Answer[Line] = None

    @property
    def counts(self) -> bool:
        """Whether this person is one of the members now or may become one: transactional, gone or declined is not."""
        return self.level is not Level.TRANSACTIONAL and self.status not in (Status.DECLINED, Status.LEFT)


class Membership(SectionPart):
    """The people: whom the community is looking for, how many, how they come in, and who they are.

    ``door`` says who can join later, ``joining`` how that goes, ``taking_part`` how free members are to come.
    """

    ideal_member: Answer[Paragraph] = None
    required_seats: Answer[Many[Seat]] = None
    decision_makers: Answer[Many[DecisionMaker]] = None
    size: Answer[Size] = None
    invitation: Answer[Paragraph] = None
    roster: Answer[Many[Member]] = None
    taking_part: Answer[TakingPart] = None
    door: Answer[Door] = None
    joining: Answer[Paragraph] = None

"""Section 4: how members deal with one another. Source: CASS guide items 4.1 to 4.6."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.shapes import DecisionRule
from cop_wizard.plan.types import Answer, Date, ForMembers, Line, Many, Paragraph


class Statements(Part):
    """One statement for each of the seven norm topics. Source: CASS guide item 4.1."""

    role_and_voice: Answer[Paragraph] = None
    stay_on_track: Answer[Paragraph] = None
    conflict: Answer[Paragraph] = None
    decisions: Answer[Paragraph] = None
    shared_resources: Answer[Paragraph] = None
    new_members: Answer[Paragraph] = None
    purpose_achieved: Answer[Paragraph] = None


class OwnNorm(Part):
    """A norm on a topic of the community's own."""

    topic: Answer[Line] = None
    statement: Answer[Paragraph] = None


class Agreement(Part):
    """Who agreed to the norms, and when."""

    who: Answer[Line] = None
    on: Answer[Date] = None


class Norms(SectionPart):
    """The norms, or how the community will arrive at them, and who agreed."""

    process: Answer[Paragraph] = None
    statements: Answer[Statements] = None
    own: Answer[Many[OwnNorm]] = None
    purpose_alignment: Answer[Paragraph] = None
    values_alignment: ForMembers[Paragraph] = None
    agreements: ForMembers[Many[Agreement]] = None
    decision_rules: Answer[Many[DecisionRule]] = None

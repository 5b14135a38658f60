"""Section 3: who keeps the community going. Source: CASS guide items 3.1 to 3.5."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.types import Answer, Many, Paragraph, PersonName

Holders = Answer[Many[PersonName]]
"""The names of those who do it; blank: nobody yet; ``none``: not needed here."""


class Duties(Part):
    """The eight duties of leadership, each with who does it. Source: CASS guide item 3.2."""

    set_up_meetings: Holders = None
    craft_questions: Holders = None
    take_notes: Holders = None
    clarify_roles: Holders = None
    convene: Holders = None
    keep_on_track: Holders = None
    facilitate_decisions: Holders = None
    liaise: Holders = None


class Leadership(SectionPart):
    """How leadership is arranged, who does what, and what those people can count on."""

    structure: Answer[Structure] = None
    description: Answer[Paragraph] = None
    rotation: Answer[Paragraph] = None
    duties: Answer[Duties] = None
    communication: Answer[Paragraph] = None
    support: Answer[Paragraph] = None

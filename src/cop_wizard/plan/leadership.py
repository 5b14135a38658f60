"""Section 3: who keeps the community going. Source: CASS guide items 3.1 to 3.5."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.types import Answer, Line, Many, Paragraph, PersonName

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


class Sponsor(Part):
    """Somebody in the organisation who makes the community possible. Source: Staempfli tool item S2.11.

    ``gives`` is time, room or recognition, ``gets`` what comes back, ``told`` how often they hear from the community.
    """

    name: Answer[PersonName] = None
    gives: Answer[Line] = None
    gets: Answer[Line] = None
    told: Answer[Line] = None


class Leadership(SectionPart):
    """How leadership is arranged, who does what, what those people can count on, and who sponsors it all."""

    structure: Answer[Structure] = None
    description: Answer[Paragraph] = None
    rotation: Answer[Paragraph] = None
    duties: Answer[Duties] = None
    communication: Answer[Paragraph] = None
    support: Answer[Paragraph] = None
    sponsors: Answer[Many[Sponsor]] = None

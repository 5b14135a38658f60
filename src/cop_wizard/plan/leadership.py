"""Section 3: who keeps the community going. Source: CASS guide items 3.1 to 3.5; Staempfli items S2.10 and S2.11."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.shapes import Seat
from cop_wizard.plan.types import Answer, ForLeaders, ForMembers, Line, Many, Paragraph, PersonName

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


class Office(Seat):
    """A seat of leadership that passes from one person to the next, such as the chair.

    ``term`` is how long, ``limit`` how many times in a row; what the office is ``not_responsible_for`` saves quarrels.
    """

    term: Answer[Line] = None
    limit: Answer[Line] = None
    chosen: Answer[Line] = None
    responsible_for: Answer[Paragraph] = None
    not_responsible_for: Answer[Paragraph] = None


class Sponsor(Part):
    """Somebody in the organisation who makes the community possible. Source: Staempfli tool item S2.11.

    ``time``, ``room`` and ``recognition`` are the three things the source asks of a sponsor, ``gives`` whatever else;
    ``gets`` is what comes back, ``told`` how often they hear from the community.
    """

    name: Answer[PersonName] = None
    organization: Answer[Line] = None
    time: Answer[Line] = None
    room: Answer[Line] = None
    recognition: Answer[Line] = None
    gives: Answer[Line] = None
    gets: Answer[Line] = None
    told: Answer[Line] = None


class SupportMap(Part):
    """What each of the three actors does for the learning. Source: Killion handout item S3.5."""

    teachers: Answer[Paragraph] = None
    leaders: Answer[Paragraph] = None
    system: Answer[Paragraph] = None


class Leadership(SectionPart):
    """How leadership is arranged and passes on, who does what, what those people can count on, and who sponsors it."""

    structure: Answer[Structure] = None
    description: Answer[Paragraph] = None
    rotation: Answer[Paragraph] = None
    duties: Answer[Duties] = None
    communication: ForMembers[Paragraph] = None
    support: ForMembers[Paragraph] = None
    sponsors: ForMembers[Many[Sponsor]] = None
    gardener: Answer[PersonName] = None
    offices: Answer[Many[Office]] = None
    order: Answer[Many[PersonName]] = None
    succession: ForMembers[Paragraph] = None
    handover: ForLeaders[Many[Line]] = None
    support_map: ForMembers[SupportMap] = None

"""Section 7: what comes of it, and how it is told and celebrated. Source: CASS guide items 7.1 to 7.6, S4.6."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import EvidenceKind
from cop_wizard.plan.purpose import OwnOrPurpose
from cop_wizard.plan.types import Answer, Date, Line, Many, Paragraph


class Feedback(Part):
    """A way of hearing from members along the way."""

    how: Answer[Line] = None
    when: Answer[Date] = None
    who: Answer[Line] = None


class Evidence(Part):
    """Something that will show whether a purpose is reached. ``shows`` names the purposes."""

    what: Answer[Line] = None
    kind: Answer[EvidenceKind] = None
    shows: Answer[Many[OwnOrPurpose]] = None
    collected_by: Answer[Line] = None
    when: Answer[Date] = None


class Audience(Part):
    """Somebody outside who hears of the results."""

    who: Answer[Line] = None
    how: Answer[Line] = None
    when: Answer[Date] = None


class SharingEvent(Part):
    """An occasion with a date of its own, outside the meetings, where results are shown."""

    event: Answer[Line] = None
    date: Answer[Date] = None
    what: Answer[Line] = None


class Results(SectionPart):
    """Feedback, evidence, celebration and legacy."""

    feedback: Answer[Many[Feedback]] = None
    signs_of_achievement: Answer[Paragraph] = None
    evidence: Answer[Many[Evidence]] = None
    reflection: Answer[Paragraph] = None
    celebrating_people: Answer[Many[Line]] = None
    celebrating_community: Answer[Many[Line]] = None
    legacy: Answer[Paragraph] = None
    told_to: Answer[Many[Audience]] = None
    sharing_events: Answer[Many[SharingEvent]] = None

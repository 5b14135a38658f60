"""Section 7: what comes of it, and how it is told and celebrated. Source: CASS guide items 7.1 to 7.6, S4.6."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import CycleMethod, RepertoireKind, SeenBy, YesNo
from cop_wizard.plan.shapes import Evidence, Titled
from cop_wizard.plan.types import Answer, Date, EvidenceName, ForMembers, Line, Many, Paragraph, Who


class Feedback(Part):
    """A way of hearing from members along the way."""

    how: Answer[Line] = None
    when: Answer[Date] = None
    who: Answer[Who] = None


class Audience(Part):
    """Somebody outside who hears of the results."""

    who: Answer[Line] = None
    how: Answer[Line] = None
    when: Answer[Date] = None


class SharingEvent(Part):
    """An occasion with a date of its own, outside the meetings, where results are shown. One day has no ``ends``."""

    event: Answer[Line] = None
    date: Answer[Date] = None
    ends: Answer[Date] = None
    what: Answer[Line] = None


class ValueCycles(Part):
    """Value over its cycles, from a good hour to a changed practice.

    Source: Wenger-Trayner, value creation framework (the four cycles of 2011).
    """

    immediate: Answer[Paragraph] = None
    potential: Answer[Paragraph] = None
    applied: Answer[Paragraph] = None
    realised: Answer[Paragraph] = None


class Hopes(ValueCycles):
    """What is hoped for at each cycle, said at planning time."""


class ValueStory(ValueCycles, Titled):
    """One person's story of what came of it, cycle by cycle, told later against what was hoped."""

    told_by: Answer[Who] = None
    on: Answer[Date] = None
    consent: ForMembers[YesNo] = None
    seen_by: ForMembers[SeenBy] = None


class Keepsake(Part):
    """Something that the community keeps: an experience, a story, a tool, or a way of dealing with a problem.

    ``meeting`` is the day of the meeting it came out of. Source: 21CSLA definitions item S1.5 (shared repertoire).
    """

    what: Answer[Line] = None
    kind: Answer[RepertoireKind] = None
    link: Answer[Line] = None
    by: ForMembers[Line] = None
    meeting: Answer[Date] = None
    seen_by: ForMembers[SeenBy] = None


class Cycle(Titled):
    """One time round: a question is tried out in practice and looked at, by four steps or by five.

    ``meetings`` are the days on which it was spoken of; ``evidence`` names rows of the evidence. The steps that belong
    to the other ``method`` stay blank. Source: Killion handout items S3.18 and S3.19.
    """

    method: Answer[CycleMethod] = None
    begins: Answer[Date] = None
    ends: Answer[Date] = None
    led_by: Answer[Who] = None
    plan: Answer[Paragraph] = None
    do: Answer[Paragraph] = None
    study: Answer[Paragraph] = None
    act: Answer[Paragraph] = None
    analyze: Answer[Paragraph] = None
    set_goals: Answer[Paragraph] = None
    learn: Answer[Paragraph] = None
    implement: Answer[Paragraph] = None
    monitor: Answer[Paragraph] = None
    meetings: Answer[Many[Date]] = None
    evidence: Answer[Many[EvidenceName]] = None


class Results(SectionPart):
    """Feedback, evidence, value, celebration and legacy; what is kept, and the inquiries that led to it."""

    feedback: ForMembers[Many[Feedback]] = None
    signs_of_achievement: Answer[Paragraph] = None
    evidence: Answer[Many[Evidence]] = None
    reflection: ForMembers[Paragraph] = None
    celebrating_people: ForMembers[Many[Line]] = None
    celebrating_community: Answer[Many[Line]] = None
    legacy: Answer[Paragraph] = None
    told_to: ForMembers[Many[Audience]] = None
    sharing_events: Answer[Many[SharingEvent]] = None
    hopes: Answer[Hopes] = None
    stories: Answer[Many[ValueStory]] = None
    shared_measures: Answer[Paragraph] = None
    repertoire: Answer[Many[Keepsake]] = None
    cycles: ForMembers[Many[Cycle]] = None

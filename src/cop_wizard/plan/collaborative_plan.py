"""Section 6: the dated meetings. Source: CASS guide item 6.1, the three-column table."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import (
    Certainty,
    GuidingPrinciple,
    LearningOutcome,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
)
from cop_wizard.plan.types import (
    Answer,
    ClockTime,
    Date,
    ForMembers,
    Length,
    Line,
    Many,
    Paragraph,
    PersonName,
    SeriesName,
    Stamp,
    StampCount,
    Venue,
    Zone,
)


class Meeting(Part):
    """One meeting: a row of the guide's table. Time, length, zone, place and format left blank are those of its
    ``series``, which is blank for the community's own meetings.

    ``reflection`` and ``celebration`` say what moment of either kind the meeting carries (S0 7.5, S4.7);
    ``outcomes`` and ``principles`` are tags (S0 0.1, 0.2). ``record`` is what came of it, once it was held.

    The last three are for the calendar and written by ``cop schedule``: ``id`` stays with the meeting wherever it
    moves, ``scheduled`` is the day and hour it was last given, ``revision`` counts how often that changed.
    """

    date: Answer[Date] = None
    start: Answer[ClockTime] = None
    length: Answer[Length] = None
    zone: Answer[Zone] = None
    series: Answer[SeriesName] = None
    topics: Answer[Paragraph] = None
    activities: Answer[Paragraph] = None
    content: Answer[Paragraph] = None
    resources: Answer[Paragraph] = None
    led_by: Answer[Many[PersonName]] = None
    format: Answer[MeetingFormat] = None
    place: Answer[Venue] = None
    reflection: Answer[Line] = None
    celebration: Answer[Line] = None
    outcomes: Answer[Many[LearningOutcome]] = None
    principles: Answer[Many[GuidingPrinciple]] = None
    kind: Answer[MeetingKind] = None
    certainty: Answer[Certainty] = None
    status: Answer[MeetingStatus] = None
    record: ForMembers[Paragraph] = None
    id: Answer[Stamp] = None
    scheduled: Answer[Stamp] = None
    revision: Answer[StampCount] = None


class CollaborativePlan(SectionPart):
    """What happens when."""

    meetings: Answer[Many[Meeting]] = None

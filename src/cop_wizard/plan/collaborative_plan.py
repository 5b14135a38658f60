"""Section 6: the dated meetings. Source: CASS guide item 6.1, the three-column table."""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import (
    Certainty,
    Emphasis,
    FormOfWork,
    GuidingPrinciple,
    JointWork,
    LearningOutcome,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Worth,
    YesNo,
)
from cop_wizard.plan.types import (
    Answer,
    ClockTime,
    Date,
    ForMembers,
    Length,
    Line,
    Many,
    OrOwn,
    Paragraph,
    PersonName,
    RuleName,
    SeriesName,
    Stamp,
    StampCount,
    Venue,
    Zone,
)

OwnOrForm = Annotated[FormOfWork | str, OrOwn(FormOfWork)]
OwnOrJointWork = Annotated[JointWork | str, OrOwn(JointWork)]


class Decision(Part):
    """Something that a meeting decided, by one of the rules for decisions; ``passed``: whether it is agreed."""

    what: Answer[Line] = None
    rule: Answer[RuleName] = None
    passed: Answer[YesNo] = None
    note: Answer[Line] = None


class Meeting(Part):
    """One meeting: a row of the guide's table. Time, length, zone, place and format left blank are those of its
    ``series``, which is blank for the community's own meetings.

    ``reflection`` and ``celebration`` say what moment of either kind the meeting carries (S0 7.5, S4.7);
    ``outcomes`` and ``principles`` are tags (S0 0.1, 0.2). ``forms`` and ``joint_work`` say what members do with one
    another (S3.22, S3.23).

    What follows ``record`` is written down once it was held (``cop log`` asks for it): who came, what was decided and
    learned, which emphases it served (S3.3), how much it was worth to those who came, what they said of it, and what
    goes to the next agenda.

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
    forms: Answer[Many[OwnOrForm]] = None
    joint_work: Answer[Many[OwnOrJointWork]] = None
    kind: Answer[MeetingKind] = None
    certainty: Answer[Certainty] = None
    status: Answer[MeetingStatus] = None
    record: ForMembers[Paragraph] = None
    attended: ForMembers[Many[PersonName]] = None
    guests: ForMembers[Many[Line]] = None
    decisions: ForMembers[Many[Decision]] = None
    learned: ForMembers[Paragraph] = None
    emphases: ForMembers[Many[Emphasis]] = None
    worth: ForMembers[Worth] = None
    said: ForMembers[Many[Line]] = None
    next_time: ForMembers[Many[Line]] = None
    id: Answer[Stamp] = None
    scheduled: Answer[Stamp] = None
    revision: Answer[StampCount] = None


class CollaborativePlan(SectionPart):
    """What happens when."""

    meetings: Answer[Many[Meeting]] = None

"""Section 5: how the community begins and meets. Source: CASS guide items 5.1 to 5.6."""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import ContentKind, DateChange, LaunchTest, MeetingFormat, Weekday
from cop_wizard.plan.shapes import Gatherings, Period, Titled
from cop_wizard.plan.types import (
    Answer,
    ClockTime,
    Date,
    ForMembers,
    GroupName,
    Length,
    Line,
    Many,
    OrOwn,
    Paragraph,
    PersonName,
    SeriesName,
    Venue,
    Zone,
)

OwnOrContent = Annotated[ContentKind | str, OrOwn(ContentKind)]


class KnowledgeTools(Part):
    """What is used for each of the three knowledge jobs. Source: CASS guide item 5.3."""

    gather_knowledge: Answer[Line] = None
    share_resources: Answer[Line] = None
    collect_legacy: Answer[Line] = None


class Series(Gatherings, Titled):
    """Meetings beside the community's own, such as those of a sub-group, with a name of their own."""

    group: Answer[GroupName] = None
    audience: Answer[Line] = None
    led_by: Answer[Many[PersonName]] = None


class Turn(Part):
    """What alternates: the dates of a series take the turns in their order, again and again.

    A ``weekday`` moves the date within its week (Monday to Sunday). ``start`` is by the clocks of ``zone``, or of the
    series where that is blank. ``series`` is blank for the community's own meetings.
    """

    series: Answer[SeriesName] = None
    weekday: Answer[Weekday] = None
    start: Answer[ClockTime] = None
    zone: Answer[Zone] = None
    length: Answer[Length] = None
    format: Answer[MeetingFormat] = None
    place: Answer[Venue] = None


class Term(Period):
    """A term or semester, within which weeks are counted."""


class Closure(Period):
    """Days without meetings, such as a school break or a statutory day."""


class DateException(Part):
    """One date of a series that is not as the others: called off, moved, replaced by something, or extra.

    ``date`` is the day it would have been by the rule (of an extra one: the day it is), ``to`` the day a meeting is
    moved to. ``series`` is blank for the community's own meetings.
    """

    series: Answer[SeriesName] = None
    date: Answer[Date] = None
    change: Answer[DateChange] = None
    to: Answer[Date] = None
    start: Answer[ClockTime] = None
    length: Answer[Length] = None
    place: Answer[Venue] = None
    note: ForMembers[Line] = None


class Launch(Gatherings, SectionPart):
    """When, where and how members meet, what happens there, and what it takes.

    The first answers (`Gatherings`) are those of the community's own meetings; ``series`` are meetings beside them.
    ``region`` is the country, or country and province (``CA-AB``), whose public holidays are days without meetings.
    """

    content: Answer[Many[OwnOrContent]] = None
    experiences: Answer[Paragraph] = None
    tools: Answer[KnowledgeTools] = None
    resources: ForMembers[Paragraph] = None
    plan: Answer[Paragraph] = None
    readiness: ForMembers[Many[LaunchTest]] = None
    series: Answer[Many[Series]] = None
    turns: Answer[Many[Turn]] = None
    terms: Answer[Many[Term]] = None
    closures: Answer[Many[Closure]] = None
    exceptions: Answer[Many[DateException]] = None
    region: Answer[Line] = None
    knowledge_order: Answer[Paragraph] = None
    outside_sources: Answer[Paragraph] = None

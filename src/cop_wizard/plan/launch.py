"""Section 5: how the community begins and meets. Source: CASS guide items 5.1 to 5.6."""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import ContentKind, LaunchTest, MeetingFormat, Rhythm
from cop_wizard.plan.types import Answer, ClockTime, Date, Length, Line, Many, OrOwn, Paragraph

OwnOrRhythm = Annotated[Rhythm | str, OrOwn(Rhythm)]
OwnOrContent = Annotated[ContentKind | str, OrOwn(ContentKind)]


class KnowledgeTools(Part):
    """What is used for each of the three knowledge jobs. Source: CASS guide item 5.3."""

    gather_knowledge: Answer[Line] = None
    share_resources: Answer[Line] = None
    collect_legacy: Answer[Line] = None


class Closure(Part):
    """Days without meetings, such as a school break. One day has no ``ends``."""

    name: Answer[Line] = None
    begins: Answer[Date] = None
    ends: Answer[Date] = None


class Launch(SectionPart):
    """When, where and how members meet, what happens there, and what it takes."""

    rhythm: Answer[OwnOrRhythm] = None
    first_meeting: Answer[Date] = None
    start: Answer[ClockTime] = None
    length: Answer[Length] = None
    format: Answer[MeetingFormat] = None
    place: Answer[Line] = None
    content: Answer[Many[OwnOrContent]] = None
    experiences: Answer[Paragraph] = None
    tools: Answer[KnowledgeTools] = None
    resources: Answer[Paragraph] = None
    plan: Answer[Paragraph] = None
    readiness: Answer[Many[LaunchTest]] = None
    closures: Answer[Many[Closure]] = None

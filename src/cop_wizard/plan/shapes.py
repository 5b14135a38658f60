"""The few shapes a plan is made of. Each section of a plan is a handful of answers and of lists of these.

========================  =============================================================================
`Member`, `Seat`          a person or an organisation; a place in the community, held, acting or vacant
`Group`                   another body: parent, sister, sub-group, committee, chapter, partner
`Gatherings`, `Series`    how often, when, where people meet: the community's own meetings, and further series
`Period`                  from one day to another: terms, closures, phases
`DecisionRule`            how one kind of decision is taken
`ResourceLine`            so much of something, per so often, from somewhere: hours, money, help in kind
`Channel`, `Message`      where people talk; who hears what, how often
`Evidence`                what shows that something came of it, with number, quote, and who may see it
`FreeSection`             whatever else a charter says, under a title of its own
========================  =============================================================================

A row names another one by what it is called (a series, a group, a person), never by its place in a list, so that rows
can be added and sorted by hand. Each fact stands once: what a row leaves blank is as its series or its section says.
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part
from cop_wizard.plan.choices import (
    Certainty,
    DecisionMethod,
    EvidenceKind,
    GroupKind,
    Layer,
    Level,
    LifeStatus,
    MeetingFormat,
    PurposeKind,
    QuorumOf,
    Rhythm,
    RoleLabel,
    SeatState,
    SeenBy,
    Status,
    YesNo,
)
from cop_wizard.plan.types import (
    Answer,
    ChannelName,
    ClockTime,
    Count,
    Date,
    EventName,
    ForLeaders,
    ForMembers,
    Length,
    Line,
    Many,
    OrOwn,
    Paragraph,
    PersonName,
    Venue,
    Who,
    Zone,
)

OwnOrLabel = Annotated[RoleLabel | str, OrOwn(RoleLabel)]
OwnOrRhythm = Annotated[Rhythm | str, OrOwn(Rhythm, spoken=True)]
OwnOrMethod = Annotated[DecisionMethod | str, OrOwn(DecisionMethod)]
OwnOrPurpose = Annotated[PurposeKind | str, OrOwn(PurposeKind)]


class Member(Part):
    """A person or an organisation on the roster; not always a member, see `Level.TRANSACTIONAL` and `Status`.

    ``level`` and ``status`` are today's; earlier levels stand in ``membership.movements``. ``back_on`` ends a leave.
    """

    name: Answer[Line] = None
    role: Answer[Line] = None
    organization: Answer[Line] = None
    email: ForMembers[Line] = None
    phone: ForMembers[Line] = None
    level: Answer[Level] = None
    status: Answer[Status] = None
    labels: ForMembers[Many[OwnOrLabel]] = None
    voting: Answer[YesNo] = None
    since: Answer[Date] = None
    until: Answer[Date] = None
    back_on: ForMembers[Date] = None
    may_be_named: ForMembers[YesNo] = None
    note: ForLeaders[Line] = None

    @property
    def counts(self) -> bool:
        """Whether this person is one of the members now or may become one: transactional, gone or declined is not."""
        return self.level is not Level.TRANSACTIONAL and not self.gone

    @property
    def gone(self) -> bool:
        """Whether this person has said no or goodbye."""
        return self.status in (Status.DECLINED, Status.ALUMNI)


class Seat(Part):
    """A place the community cannot do without, held by a person or an organisation.

    With nobody in ``filled_by`` it is vacant, whatever ``state`` says. ``number`` is how many such seats there are,
    where they are not listed one by one; ``alternate`` sits there when the holder cannot.
    """

    role: Answer[Line] = None
    why: Answer[Line] = None
    filled_by: Answer[Who] = None
    state: Answer[SeatState] = None
    number: Answer[Count] = None
    alternate: Answer[PersonName] = None
    organization: Answer[Line] = None
    voting: Answer[YesNo] = None
    since: Answer[Date] = None
    until: Answer[Date] = None


class Group(Part):
    """Another body the community belongs to, contains or works with.

    ``meets`` says in words how often; meetings with dates are a `Series` that names the group.
    """

    name: Answer[Line] = None
    kind: Answer[GroupKind] = None
    purpose: Answer[Line] = None
    members: Answer[Many[PersonName]] = None
    led_by: Answer[Many[PersonName]] = None
    liaisons: Answer[Many[PersonName]] = None
    meets: Answer[Line] = None
    status: Answer[LifeStatus] = None
    since: Answer[Date] = None
    until: Answer[Date] = None
    layer: Answer[Layer] = None
    note: ForMembers[Line] = None


class Titled(Part):
    """What is known by a title. Named last among the bases of a shape, so that the title is its first field."""

    title: Answer[Line] = None


class Gatherings(Part):
    """How people meet again and again. A blank in a further series is as in the community's own meetings.

    ``in_breaks``: whether they go on where terms end, on closures and on public holidays.
    """

    rhythm: Answer[OwnOrRhythm] = None
    first_meeting: Answer[Date] = None
    last_meeting: Answer[Date] = None
    start: Answer[ClockTime] = None
    length: Answer[Length] = None
    zone: Answer[Zone] = None
    format: Answer[MeetingFormat] = None
    place: Answer[Venue] = None
    certainty: Answer[Certainty] = None
    in_breaks: Answer[YesNo] = None


class Period(Part):
    """From the day it begins to the day it ends; a single day has no ``ends``."""

    name: Answer[Line] = None
    begins: Answer[Date] = None
    ends: Answer[Date] = None


class DecisionRule(Part):
    """How decisions on one subject come about. ``quorum`` is how many must be there, as a number or a share."""

    subject: Answer[Line] = None
    method: Answer[OwnOrMethod] = None
    quorum: Answer[Line] = None
    quorum_of: Answer[QuorumOf] = None
    majority: Answer[Line] = None
    tie: Answer[Line] = None
    notice: Answer[Line] = None
    voters: Answer[Line] = None
    between_meetings: Answer[Line] = None
    recorded: Answer[Line] = None


class ResourceLine(Part):
    """So much of something: ``amount`` with its unit, ``per`` month or year, from ``source``."""

    what: Answer[Line] = None
    amount: Answer[Line] = None
    per: Answer[Line] = None
    source: Answer[Line] = None
    note: Answer[Line] = None


class Channel(Part):
    """A place to talk or to read, on screen or not."""

    name: Answer[Line] = None
    where: Answer[Line] = None
    purpose: Answer[Line] = None
    open_to: ForMembers[SeenBy] = None
    owner: Answer[PersonName] = None


class Message(Part):
    """Who hears what, by which channel, how often."""

    audience: Answer[Line] = None
    message: Answer[Line] = None
    channel: Answer[ChannelName] = None
    rhythm: Answer[OwnOrRhythm] = None
    owner: Answer[PersonName] = None


class Evidence(Part):
    """Something that shows, or will show, whether a purpose is reached. ``shows`` names the purposes.

    ``number`` and ``unit`` are read with ``base``: 9 (number) teachers (unit) of 12 asked (base); ``baseline`` is what
    it was before, ``target`` what is hoped for. A ``quote`` needs the ``consent`` of who is ``quoted``.
    """

    what: Answer[Line] = None
    kind: Answer[EvidenceKind] = None
    shows: Answer[Many[OwnOrPurpose]] = None
    collected_by: ForMembers[Line] = None
    when: Answer[Date] = None
    number: Answer[Line] = None
    unit: Answer[Line] = None
    base: Answer[Line] = None
    baseline: Answer[Line] = None
    target: Answer[Line] = None
    quote: Answer[Paragraph] = None
    quoted: Answer[Who] = None
    consent: ForMembers[YesNo] = None
    seen_by: ForMembers[SeenBy] = None
    for_event: Answer[EventName] = None
    link: Answer[Line] = None


class FreeSection(Titled):
    """Anything a plan says that has no other place."""

    text: Answer[Paragraph] = None

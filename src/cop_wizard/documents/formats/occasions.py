"""What a calendar holds of a plan: its dated meetings and its dated occasions to share, each with a lasting name."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import open_todos
from cop_wizard.i18n import _
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent
from cop_wizard.schedule.revisions import sequence
from cop_wizard.schedule.slots import slot_on
from cop_wizard.values import rows
from cop_wizard.wording import clean, one_line

_OURS = uuid.UUID("3f5e0a3c-6a55-5d0e-9a26-0a6a3c1f7d42")
"""The name space of all that this program names."""

_TOLD = ("topics", "activities", "content", "led_by", "resources")
"""What of a meeting stands in its description: what one needs to know beforehand. What came of it is nobody else's."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One entry of a calendar. ``name`` is what tells calendars that an entry is the same one, ``revision`` which of
    two is the newer.

    Without ``start`` it takes whole days, to ``last``. ``topic`` is one line, "" where none is settled; ``details``
    are headings with text. ``meeting`` is false for an occasion to share.
    """

    name: uuid.UUID
    revision: int
    date: dt.date
    last: dt.date
    start: dt.time | None
    length: dt.timedelta | None
    zone: str
    place: str
    cancelled: bool
    tentative: bool
    series: str
    topic: str
    details: tuple[tuple[str, str], ...]
    meeting: bool = True


def community(plan: Plan) -> uuid.UUID:
    """What tells calendars that two files are about the same community.

    Before ``cop schedule`` has given it a lasting one, its title and organisation have to do.
    """
    lasting = plan.document.calendar_id
    if isinstance(lasting, str) and not is_filler(lasting):
        return uuid.uuid5(_OURS, one_line(lasting))
    return uuid.uuid5(_OURS, "\n".join(str(part or "") for part in (plan.title, plan.organization.name)))


def occasions(plan: Plan, answers: Answers, today: dt.date) -> tuple[Occasion, ...]:
    """All that has a date, in the order of the dates. What is over by ``today`` is told as it was."""
    found = [*_meetings(plan, answers, today), *_sharing(plan, answers)]
    return tuple(sorted(found, key=lambda one: (one.date, one.start or dt.time.min)))


def reminders(plan: Plan) -> tuple[Occasion, ...]:
    """What is to be done by a day: to-dos, rounds of feedback, the end of an inquiry, the day to look back."""
    name = _namer(plan)
    return tuple(
        Occasion(
            # They have no id: they keep what they are called when their day moves.
            name=name(f"reminder:{plain_letters(topic)}"),
            revision=0,
            date=day,
            last=day,
            start=None,
            length=None,
            zone="",
            place="",
            cancelled=False,
            tentative=False,
            series="",
            topic=topic,
            details=(),
            meeting=False,
        )
        for day, topic in sorted(_due(plan))
    )


def _due(plan: Plan) -> Iterator[tuple[dt.date, str]]:
    for todo in open_todos(plan):
        if isinstance(todo.by, dt.date) and (note := _topic(todo.note)):
            who = _topic(todo.owner)
            yield (
                todo.by,
                _("To do: {what} ({who})").format(what=note, who=who) if who else _("To do: {what}").format(what=note),
            )
    for feedback in rows(plan.results.feedback):
        if isinstance(feedback.when, dt.date) and (how := _topic(feedback.how)):
            yield feedback.when, _("Ask how it is: {how}").format(how=how)
    for cycle in rows(plan.results.cycles):
        if isinstance(cycle.ends, dt.date) and (question := _topic(cycle.title)):
            yield cycle.ends, _("Look at what came of it: {question}").format(question=question)
    if isinstance(plan.life.review_on, dt.date):
        yield plan.life.review_on, _("We look back on our community")


def _meetings(plan: Plan, answers: Answers, today: dt.date) -> Iterator[Occasion]:
    name = _namer(plan)
    for meeting in rows(plan.collaborative_plan.meetings):
        slot = slot_on(plan, meeting, today)
        if slot.date is None:
            continue
        lasting = meeting.id if isinstance(meeting.id, str) and not is_filler(meeting.id) else ""
        yield Occasion(
            name=name(one_line(lasting) or slot.date.isoformat()),
            revision=sequence(meeting, slot),
            date=slot.date,
            last=slot.date,
            start=slot.start,
            length=slot.length,
            zone=slot.zone,
            place=one_line(slot.place),
            cancelled=slot.cancelled,
            tentative=slot.tentative,
            series=one_line(meeting.series) if isinstance(meeting.series, str) else "",
            topic=_topic(meeting.topics),
            details=_details(meeting, answers),
        )


def _sharing(plan: Plan, answers: Answers) -> Iterator[Occasion]:
    name = _namer(plan)
    events: list[SharingEvent] = rows(plan.results.sharing_events)
    for event in events:
        if not isinstance(event.date, dt.date):
            continue
        topic = _topic(event.event) or _topic(event.what)
        ends = event.ends if isinstance(event.ends, dt.date) else event.date
        yield Occasion(
            # They have no id. Most keep what they are called when they move, and come back, if at all, in another year.
            name=name(f"event:{plain_letters(topic)}:{event.date.year}"),
            revision=0,
            date=event.date,
            last=max(event.date, ends),
            start=None,
            length=None,
            zone="",
            place="",
            cancelled=False,
            tentative=False,
            series="",
            topic=topic,
            details=_shown(event, ("what",), answers),
            meeting=False,
        )


def _namer(plan: Plan) -> Callable[[str], uuid.UUID]:
    """Gives names that last; those who would have the same one, such as a row copied with its id, are counted."""
    around, seen, given = community(plan), Counter[str](), set[str]()

    def name(key: str) -> uuid.UUID:
        counted = key
        while counted in given:
            seen[key] += 1
            counted = f"{key}#{seen[key] + 1}"
        given.add(counted)
        return uuid.uuid5(around, counted)

    return name


def _topic(value: object) -> str:
    """The first line of what it is about; "" where that only fills the blank."""
    if not isinstance(value, str) or is_filler(value):
        return ""
    return next((one_line(line).lstrip("-*• ") for line in clean(value).split("\n") if one_line(line)), "")


def _details(meeting: Meeting, answers: Answers) -> tuple[tuple[str, str], ...]:
    shown = _shown(meeting, _TOLD, answers)
    # Where the topic is one line, the title says it already.
    alone = isinstance(meeting.topics, str) and _topic(meeting.topics) == one_line(meeting.topics)
    return shown[1:] if alone else shown


def _shown(part: Meeting | SharingEvent, fields: tuple[str, ...], answers: Answers) -> tuple[tuple[str, str], ...]:
    given = ((field, getattr(part, field)) for field in fields)
    return tuple(
        (answers.label(type(part), field), clean(value) if isinstance(value, str) else answers.words(value))
        for field, value in given
        if value is not None and value != []
    )

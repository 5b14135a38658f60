"""What the pictures are about: the plan's own words for circles, rings and the line of meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import belongs, next_date, rows, said, way_of_meeting
from cop_wizard.documents.content.prose import blocks_of, plain
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import FocusKind, Level, MeetingFormat, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent
from cop_wizard.plan.shapes import Member
from cop_wizard.schedule.slots import first_day, gatherings_of
from cop_wizard.wording import date_words, one_line, short_date


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Domain, community or practice: the main words and notes below; ``empty`` is said where there are no main words.

    Source: CASS guide item 0.6.
    """

    title: str
    words: str
    notes: tuple[str, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster. ``joined`` is false for people who are only invited or thought of."""

    name: str
    role: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """The people of one level of participation; the last ring, ``outside``, holds those who are no members."""

    label: str
    people: tuple[Person, ...]
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting or an occasion to share. ``when`` is short; ``date`` is ``None`` without a calendar date.

    ``place`` is ``past``, ``next``, ``ahead`` or ``undated``.
    """

    date: dt.date | None
    when: str
    spoken: str
    words: str
    place: str
    event: bool = False
    reflection: bool = False
    celebration: bool = False


@dataclass(frozen=True, slots=True)
class Subjects:
    """Everything the pictures show. ``unplaced`` people have no level yet; ``timeline_note`` says what is missing."""

    characteristics: tuple[Characteristic, ...]
    rings: tuple[Ring, ...]
    unplaced: tuple[Person, ...]
    stops: tuple[Stop, ...]
    timeline_note: str


def subjects_of(plan: Plan, answers: Answers, today: dt.date) -> Subjects:
    """The subjects of the pictures, in the words of the plan and its guide."""
    people: list[Member] = [person for person in rows(plan.membership.roster) if not person.gone]
    rings = tuple(
        Ring(
            answers.words(level),
            tuple(_person(person) for person in people if person.level is level),
            outside=level is Level.TRANSACTIONAL,
        )
        for level in Level
    )
    unplaced = tuple(_person(person) for person in people if said(person.level) is None and person.name is not None)
    stops = tuple(sorted(_stops(plan, answers, today), key=_stop_order))
    note = " ".join(part for part in (_timeline_note(stops), _others_note(plan)) if part)
    return Subjects(_characteristics(plan, answers), rings, unplaced, stops, note)


def _person(person: Member) -> Person:
    known = [one_line(text) for text in (person.name, person.role, person.organization) if isinstance(text, str)]
    name = known[0] if known else _("without a name")
    role = one_line(person.role) if isinstance(person.role, str) and isinstance(person.name, str) else ""
    return Person(name, role, person.status is None or belongs(person) or person.level is Level.TRANSACTIONAL)


def _text(value: object) -> str:
    return plain(blocks_of(value)) if isinstance(value, str) else ""


def _characteristics(plan: Plan, answers: Answers) -> tuple[Characteristic, ...]:
    return (_domain(plan), _community(plan, answers), _practice(plan))


def _domain(plan: Plan) -> Characteristic:
    concern = plan.purpose.focus_kind is FocusKind.CONCERN
    competence = _text(plan.purpose.shared_competence)
    notes = [_("a shared concern") if concern else _("a shared interest")] if said(plan.purpose.focus_kind) else []
    return Characteristic(
        _("Domain"),
        _text(plan.purpose.focus),
        (*notes, *([competence] if competence else [])),
        _("What your members care about together will stand here."),
    )


def _community(plan: Plan, answers: Answers) -> Characteristic:
    roster: list[Member] = rows(plan.membership.roster)
    members = [person for person in roster if belongs(person)]
    names = [one_line(person.name) for person in members if isinstance(person.name, str)]
    words = ngettext("{count} person", "{count} people", len(members)).format(count=len(members)) if members else ""
    notes = []
    if names:
        shown = names if len(names) <= 7 else names[:6]
        rest = len(members) - len(shown)
        more = ngettext("and {count} more", "and {count} more", rest).format(count=rest) if rest else ""
        notes.append(_(", ").join(shown) + (f" {more}" if more else ""))
    rhythm, way = said(plan.launch.rhythm), plan.launch.format
    meeting = [answers.words(rhythm)] if rhythm is not None else []
    meeting += [way_of_meeting(way)] if isinstance(way, MeetingFormat) else []
    if meeting:
        notes.append(_(", ").join(meeting))
    return Characteristic(
        _("Community"),
        words or (meeting[0] if meeting else ""),
        tuple(notes if words else notes[:-1] + meeting[1:]),
        _("The people and how they meet will stand here."),
    )


def _practice(plan: Plan) -> Characteristic:
    learn = _text(plan.purpose.learn_to)
    tools = said(plan.launch.tools)
    notes = [_text(plan.results.legacy)]
    if tools:
        notes.append(_text(tools.collect_legacy) or _text(tools.share_resources) or _text(tools.gather_knowledge))
    kept = [note for note in notes if note]
    return Characteristic(
        _("Practice"),
        learn or (kept[0] if kept else ""),
        tuple(kept if learn else kept[1:]),
        _("What you learn to do, and what you leave behind, will stand here."),
    )


def _stops(plan: Plan, answers: Answers, today: dt.date) -> Iterator[Stop]:
    upcoming = next_date(plan, today)
    known = set()
    for meeting in rows(plan.collaborative_plan.meetings):
        if meeting.status is MeetingStatus.CANCELLED or _of_another_series(plan, meeting):
            continue
        topic = _text(meeting.topics) or _text(meeting.content) or _text(meeting.activities)
        known.add(meeting.date)
        yield _stop(
            meeting.date, topic, today, upcoming,
            reflection=said(meeting.reflection) is not None, celebration=said(meeting.celebration) is not None,
        )  # fmt: skip
    first = plan.launch.first_meeting
    stands = not isinstance(first, dt.date) or first_day(plan) == first
    if said(first) is not None and stands and first not in known:
        yield _stop(first, _("First meeting"), today, upcoming)
    events: list[SharingEvent] = rows(plan.results.sharing_events)
    for event in events:
        words = _text(event.event) or _text(event.what) or _("Occasion to share")
        yield _stop(event.date, words, today, None, event=True)


def _stop(
    date: object,
    words: str,
    today: dt.date,
    upcoming: dt.date | None,
    *,
    event: bool = False,
    reflection: bool = False,
    celebration: bool = False,
) -> Stop:
    if not isinstance(date, dt.date):
        when = one_line(date) if isinstance(date, str) else _("no date yet")
        return Stop(None, when, when, words, "undated", event, reflection, celebration)
    place = "past" if date < today else "next" if date == upcoming else "ahead"
    return Stop(date, short_date(date), date_words(date), words, place, event, reflection, celebration)


def _stop_order(stop: Stop) -> tuple[bool, dt.date]:
    return (stop.date is None, stop.date or dt.date.max)


def _of_another_series(plan: Plan, meeting: Meeting) -> bool:
    return len(gatherings_of(plan, meeting.series)) > 1


def _others_note(plan: Plan) -> str:
    """That the line shows the community's own meetings alone: with six series on it nobody would find anything."""
    others = {
        one_line(str(meeting.series))
        for meeting in rows(plan.collaborative_plan.meetings)
        if _of_another_series(plan, meeting)
    }
    if not others:
        return ""
    return _("The table also has the meetings of: {names}.").format(names=_(", ").join(sorted(others)))


def _timeline_note(stops: tuple[Stop, ...]) -> str:
    meetings = [stop for stop in stops if not stop.event]
    undated = sum(stop.date is None for stop in meetings)
    if not meetings:
        return _("No meetings are planned yet. Once they have dates, they stand on this line.")
    if undated:
        return ngettext(
            "{count} meeting has no date yet and stands at the end.",
            "{count} meetings have no date yet and stand at the end.",
            undated,
        ).format(count=undated)
    if len(meetings) == 1:
        return _("Only one meeting is planned so far.")
    return ""

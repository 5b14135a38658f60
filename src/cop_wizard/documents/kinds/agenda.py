"""The agenda of one meeting, ready to be sent around and to be written on; afterwards, what came of it.

Sources: CASS guide items 3.2 (who takes notes), 4.1 (norms at hand), 5.2 (standing items), 6.1 (what a meeting holds),
7.5 and planning tool S4.7 (moments of reflection and celebration).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cop_wizard.documents.content.doings import by_day, day_words
from cop_wizard.documents.content.facts import Fact, belongs, open_todos, said, way_of_meeting
from cop_wizard.documents.content.forms import cell, holders_of, part, text
from cop_wizard.documents.content.people import name_words
from cop_wizard.documents.content.prose import blocks_of, plain
from cop_wizard.documents.content.shapes import Block, Cell, CellPart, Table, Text
from cop_wizard.documents.content.telling import each_told, phrase, phrases, prose, told
from cop_wizard.documents.content.which_meeting import meeting_after, meeting_before, meeting_of
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import ContentKind, MeetingFormat, MeetingStatus, Status, YesNo
from cop_wizard.plan.collaborative_plan import Decision, Meeting
from cop_wizard.plan.filler import is_filler, is_told
from cop_wizard.plan.launch import Series
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.quorum import quorum_of
from cop_wizard.plan.shapes import DecisionRule
from cop_wizard.plan.types import Choice
from cop_wizard.schedule.slots import Slot, gatherings_of, has_several_zones, hour_words, slot_of
from cop_wizard.values import rows
from cop_wizard.wording import (
    clock_words,
    date_words,
    length_words,
    listed,
    one_by_one,
    one_line,
    plain_date,
    some_of,
)

_AT_HAND = ("role_and_voice", "stay_on_track", "conflict", "decisions")
"""The norm topics that matter while people sit together."""
_SHORT = 110
_NORM = 220
"""As many letters as a norm has on an agenda: two lines."""
"""A norm longer than this is given by its first sentence."""
_MOST_TO_DO = 8
"""More of what is to be done than this is looked up in the plan."""
_TO_TICK = 20
"""So many names can be ticked off on a page that has to hold all else."""
_DECIDING = re.compile(
    r"\b(?:decid|decision|vot(?:e|ing)\b|elect|approv|adopt|choos|choix|décid|décision|élection)", re.IGNORECASE
)
_SENTENCE_ENDS = (". ", "! ", "? ", "… ", "。", "！", "？", "؟ ", "۔ ")


def gather(subject: Subject) -> Mapping[str, Any]:
    """What is known of the meeting, "" where nothing is. Raises `WrongUse` and `NothingToShow` (`meeting_of`)."""
    meeting = meeting_of(subject)
    slot = slot_of(subject.plan, meeting)
    record = said(meeting.record)
    return {
        "day": date_words(meeting.date) if isinstance(meeting.date, dt.date) else text(meeting.date),
        "facts_of_it": tuple(_facts(subject, meeting, slot)),
        "cancelled": slot.cancelled,
        "tentative": slot.tentative,
        "held": meeting.status is MeetingStatus.HELD,
        "record": Text(blocks_of(record)) if record else "",
        "place": slot.place,
        "joining": slot.format is MeetingFormat.VIRTUAL,
        "programme": _programme(subject, meeting, slot),
        "planned": bool(text(meeting.topics) or text(meeting.activities) or text(meeting.content)),
        "forms": [
            (subject.answers.words(one), subject.answers.meaning(one) if isinstance(one, Choice) else "")
            for one in (*rows(meeting.forms), *rows(meeting.joint_work))
            if is_told(one)
        ],
        "kinds": one_by_one(subject.answers.words(one) for one in _kinds(subject)),
        "each_time": one_by_one(_standing_items(subject)),
        "to_do": tuple(_to_do(subject)),
        "bring": Text(blocks_of(str(meeting.resources))) if said(meeting.resources) else "",
        "norms": tuple(_norms(subject)),
        "decisions": tuple(_decisions(subject)) if _decides(meeting) else (),
        "present": tuple(_present(subject, meeting)),
        "last_time": _last_time(subject, meeting),
        "carried": list(_carried(subject, meeting)),
        "came": _(", ").join(each_told(subject, [*rows(meeting.attended), *rows(meeting.guests)])),
        "decided": [_decided(subject, meeting, one) for one in rows(meeting.decisions) if is_told(one.what)],
        "tasks": list(_tasks(subject, meeting)),
        "shown": list(_of_the_day(subject, meeting, subject.plan.results.evidence, "when")),
        "kept": list(_of_the_day(subject, meeting, subject.plan.results.repertoire, "meeting")),
        "learned": prose(meeting.learned),
        "heard": phrases(subject, meeting.said),
        "for_next": phrases(subject, meeting.next_time),
        "next_one": _next_words(subject, meeting),
        "rhythm": _rhythm(subject, meeting),
    }


def _facts(subject: Subject, meeting: Meeting, slot: Slot) -> Iterator[Fact]:
    several = has_several_zones(subject.plan)
    end, length = _end(slot), length_words(slot.length) if slot.length else ""
    if slot.start:
        until = _("until {time}").format(time=clock_words(end)) if end else ""
        notes = _(", ").join(words for words in (until, length) if words)
        yield Fact(_("Begins"), hour_words(slot.start, slot.zone if several else ""), notes)
    elif length:
        yield Fact(_("Takes"), length)
    if slot.format:
        way = way_of_meeting(slot.format)
        yield Fact(subject.answers.label(Meeting, "format"), way[:1].upper() + way[1:])
    if leaders := _leaders(subject, meeting):
        yield Fact(subject.answers.label(Meeting, "led_by"), some_of(leaders, 3))
    elif not subject.final:
        yield Fact(subject.answers.label(Meeting, "led_by"), _("Nobody yet"), open=True)
    duties = said(subject.plan.leadership.duties)
    if scribes := holders_of(duties.take_notes if duties else None):
        yield Fact(_("Takes notes"), some_of([name_words(subject.plan, name) for name in scribes], 2))
    if series := text(meeting.series):
        yield Fact(subject.answers.label(Meeting, "series"), series)


def _leaders(subject: Subject, meeting: Meeting) -> list[str]:
    """Who leads this meeting; where it does not say so, those who lead its series."""
    series = gatherings_of(subject.plan, meeting.series)[0]
    holders = holders_of(meeting.led_by) or (holders_of(series.led_by) if isinstance(series, Series) else [])
    return [name_words(subject.plan, name) for name in holders]


def _end(slot: Slot) -> dt.time | None:
    if slot.start is None or slot.length is None:
        return None
    return (dt.datetime.combine(dt.date.min, slot.start) + slot.length).time()


def _programme(subject: Subject, meeting: Meeting, slot: Slot) -> Table:
    """What happens, in its order. Only beginning and end have an hour: nobody has said how long each item takes."""
    lines = [line for line in _items(subject, meeting) if line[0].parts]
    end = _end(slot)
    hours = [""] * len(lines)
    if lines and slot.start:
        hours[0] = clock_words(slot.start)
        if end:
            lines.append((cell(part(_("Close"))), Cell(())))
            hours.append(clock_words(end))
    with_names = any(who.parts for _what, who in lines)
    columns = (*([_("Time")] if slot.start else []), _("What"), *([_("Who")] if with_names else []))
    return Table(
        columns if lines else (),
        tuple(
            (*([_hour(hour)] if slot.start else []), what, *([who] if with_names else []))
            for hour, (what, who) in zip(hours, lines, strict=True)
        ),
    )


def _hour(words: str) -> Cell:
    """An hour whose words stay together in a narrow column."""
    return Cell((CellPart((Block("paragraph", (words.replace(" ", "\u00a0"),)),)),)) if words else Cell(())


def _items(subject: Subject, meeting: Meeting) -> Iterator[tuple[Cell, Cell]]:
    yield cell(*_subject_of_the_day(subject, meeting)), cell(part(listed(_leaders(subject, meeting))))
    for name in ("reflection", "celebration"):
        words = text(getattr(meeting, name))
        yield cell(part(words, subject.answers.label(Meeting, name), name)), Cell(())


def _subject_of_the_day(subject: Subject, meeting: Meeting) -> Iterator[CellPart]:
    for name in ("topics", "activities", "content"):
        if words := said(getattr(meeting, name)):
            yield part(words, "" if name == "topics" else subject.answers.label(Meeting, name))


def _norms(subject: Subject) -> Iterator[str]:
    statements = said(subject.plan.norms.statements)
    agreed = [said(getattr(statements, name)) for name in _AT_HAND] if statements else []
    agreed += [said(own.statement) for own in rows(subject.plan.norms.own)]
    yield from (_at_hand(words) for words in agreed if words)


def _at_hand(words: str) -> str:
    """A norm on one line: whole where it is not long, else as much of it as has room, and a sign that there is more."""
    flat = plain(blocks_of(words))
    if len(flat) <= _NORM:
        return flat
    short = _short(words)
    return f"{short if len(short) < _NORM else flat[:_NORM].rsplit(' ', 1)[0]} …"


def _kinds(subject: Subject) -> list[Any]:
    """What meetings can hold. That there are standing items says nothing, as long as nobody says which."""
    return [one for one in rows(subject.plan.launch.content) if one is not ContentKind.STANDING_ITEMS]


def _standing_items(subject: Subject) -> list[str]:
    """What comes up each time, where the plan says that something does: what people named in their own words."""
    kinds = rows(subject.plan.launch.content)
    own = [one for one in kinds if not isinstance(one, ContentKind) and is_told(one)]
    return [told(subject, one) for one in own] if ContentKind.STANDING_ITEMS in kinds else []


def _present(subject: Subject, meeting: Meeting) -> Iterator[str]:
    """The members, to be ticked off; of a series with people of its own nobody knows who comes."""
    members = [one for one in rows(subject.plan.membership.roster) if belongs(one) and text(one.name)]
    own = gatherings_of(subject.plan, meeting.series)[0] is subject.plan.launch
    if own and len(members) <= _TO_TICK:
        yield from (text(one.name) for one in members if one.status is not Status.ON_LEAVE)


def _last_time(subject: Subject, meeting: Meeting) -> str:
    """What came of the meeting before, in short."""
    before = meeting_before(subject, meeting)
    if before is None or not isinstance(before.date, dt.date) or not (record := said(before.record)):
        return ""
    return _("{when}: {topics}").format(when=plain_date(before.date), topics=_short(record))


def _carried(subject: Subject, meeting: Meeting) -> list[str]:
    """What the meeting before left for this one."""
    before = meeting_before(subject, meeting)
    return phrases(subject, before.next_time) if before else []


def _short(words: str) -> str:
    """All of it, or the first sentence where it is long."""
    flat = plain(blocks_of(words))
    ends = [flat.find(sign) + len(sign.rstrip()) for sign in _SENTENCE_ENDS if sign in flat]
    return flat[: min(ends)] if len(flat) > _SHORT and ends else flat


def _decides(meeting: Meeting) -> bool:
    """Whether something is to be decided at the meeting, as far as its words tell."""
    return any(_DECIDING.search(text(words)) for words in (meeting.topics, meeting.activities, meeting.content))


def _decisions(subject: Subject) -> Iterator[str]:
    """Each rule in a few words."""
    label = subject.answers.label
    for rule in rows(subject.plan.norms.decision_rules):
        how = [subject.answers.words(rule.method)] if said(rule.method) and not is_filler(str(rule.method)) else []
        limits = [(name, text(getattr(rule, name))) for name in ("quorum", "majority")]
        how += [
            _("{label}: {words}").format(label=label(DecisionRule, name).lower(), words=words)
            for name, words in limits
            if words and not is_filler(words)
        ]
        if how:
            words = _(", ").join(how)
            yield _("{label}: {words}").format(label=text(rule.subject) or _("Decisions"), words=words)


def _to_do(subject: Subject) -> Iterator[tuple[str, str]]:
    """What somebody has noted to be done, those with a day first; who, and by when."""
    todos = [one for one in ([] if subject.final else open_todos(subject.plan)) if is_told(one.note)]
    for one in sorted(todos, key=lambda one: by_day(one.by))[:_MOST_TO_DO]:
        yield (
            phrase(subject, one.note),
            _(", ").join(filter(None, (told(subject, one.owner), _done_or_due(subject, one)))),
        )
    if (more := len(todos) - _MOST_TO_DO) > 0:
        words = ngettext("and {count} more thing in the plan", "and {count} more things in the plan", more)
        yield words.format(count=more), ""


def _decided(subject: Subject, meeting: Meeting, decision: Decision) -> str:
    """A decision in a line: by which rule, whether it was agreed, and whether so many could decide it."""
    found = quorum_of(subject.plan, meeting, decision)
    short = _("only {there} were there, {needed} are needed") if found and not found.reached else ""
    notes = (
        _("by the rule “{rule}”").format(rule=text(decision.rule)) if is_told(decision.rule) else "",
        _("not agreed") if decision.passed is YesNo.NO else "",
        short.format(there=found.there, needed=found.needed) if found and short else "",
        text(decision.note) if is_told(decision.note) else "",
    )
    what, told_notes = one_line(text(decision.what)), _("; ").join(filter(None, notes))
    return _("{what} ({notes})").format(what=what, notes=told_notes) if told_notes else what


def _tasks(subject: Subject, meeting: Meeting) -> Iterator[str]:
    """Who does what until when, of what this meeting led to."""
    origin = f"meeting, {meeting.date}"
    for one in rows(subject.plan.todo):
        if one.origin == origin and is_told(one.note):
            notes = [_done_or_due(subject, one)]
            owner = told(subject, one.owner)
            words = (
                _("{owner}: {task}").format(owner=owner, task=text(one.note)) if owner else phrase(subject, one.note)
            )
            yield _(", ").join(filter(None, [words, *notes]))


def _done_or_due(subject: Subject, todo: Todo) -> str:
    """By when something is to be done, or that it is."""
    if todo.done is not None:
        return _("done")
    day = day_words(subject, todo.by)
    words = (_("by {day}") if isinstance(todo.by, dt.date) else "{day}").format(day=day) if day else ""
    late = isinstance(todo.by, dt.date) and todo.by < subject.today
    return _("{by} (late)").format(by=words) if late else words


def _of_the_day(subject: Subject, meeting: Meeting, listed_rows: object, field: str) -> Iterator[str]:
    """What of a list came out of the meeting: its rows have the meeting's day."""
    for one in rows(listed_rows):
        if isinstance(meeting.date, dt.date) and getattr(one, field) == meeting.date and is_told(one.what):
            link = told(subject, one.link)
            words = phrase(subject, one.what)
            yield _("{what}: {link}").format(what=words, link=link) if link else words


def _rhythm(subject: Subject, meeting: Meeting) -> str:
    """How often those meet who meet this time, as far as the plan says."""
    rhythm = gatherings_of(subject.plan, meeting.series)[0].rhythm
    return told(subject, rhythm)


def _next_words(subject: Subject, meeting: Meeting) -> str:
    following = meeting_after(subject, meeting)
    if following is None or not isinstance(following.date, dt.date):
        return ""
    start = slot_of(subject.plan, following).start
    day = date_words(following.date)
    when = _("{day}, {hour}").format(day=day, hour=clock_words(start)) if start else day
    place = slot_of(subject.plan, following).place
    when = _("{when}, {place}").format(when=when, place=one_line(place)) if place else when
    topics = said(following.topics)
    return _("{when}: {topics}").format(when=when, topics=_short(topics)) if topics else when

"""The agenda of one meeting, ready to be sent around and to be written on; afterwards, what came of it.

Sources: CASS guide items 3.2 (who takes notes), 4.1 (norms at hand), 5.2 (standing items), 6.1 (what a meeting holds),
7.5 and planning tool S4.7 (moments of reflection and celebration).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from cop_wizard.documents.content.facts import Fact, rows, said
from cop_wizard.documents.content.forms import answered, cell, form, holders_of, names_row, part, text
from cop_wizard.documents.content.prose import blocks_of, plain
from cop_wizard.documents.content.shapes import Block, Cell, CellPart, Row, Table, Text
from cop_wizard.documents.content.which_meeting import meeting_after, meeting_of
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import ContentKind, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.launch import Series
from cop_wizard.plan.shapes import DecisionRule
from cop_wizard.schedule.slots import Slot, gatherings_of, has_several_zones, hour_words, slot_of
from cop_wizard.wording import clock_words, date_words, length_words, listed, some_of

_AT_HAND = ("role_and_voice", "stay_on_track", "conflict", "decisions")
"""The norm topics that matter while people sit together."""
_SHORT = 160
"""A norm longer than this is given by its first sentence."""
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
        "statement": answered(subject, "purpose.statement") or "",
        "place": slot.place,
        "programme": _programme(subject, meeting, slot),
        "planned": bool(text(meeting.topics) or text(meeting.activities) or text(meeting.content)),
        "kinds": _(", ").join(subject.answers.words(one) for one in rows(subject.plan.launch.content)),
        "bring": Text(blocks_of(str(meeting.resources))) if said(meeting.resources) else "",
        "norms": tuple(_norms(subject)),
        "decisions": form(_decisions(subject)),
        "next_one": _next_words(subject, meeting),
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
        yield Fact(subject.answers.label(Meeting, "format"), subject.answers.words(slot.format))
    if leaders := _leaders(subject, meeting):
        yield Fact(subject.answers.label(Meeting, "led_by"), some_of(leaders, 3))
    elif not subject.final:
        yield Fact(subject.answers.label(Meeting, "led_by"), _("Nobody yet"), open=True)
    duties = said(subject.plan.leadership.duties)
    if scribes := holders_of(duties.take_notes if duties else None):
        yield Fact(_("Takes notes"), some_of(scribes, 2))
    if series := text(meeting.series):
        yield Fact(subject.answers.label(Meeting, "series"), series)


def _leaders(subject: Subject, meeting: Meeting) -> list[str]:
    """Who leads this meeting; where it does not say so, those who lead its series."""
    series = gatherings_of(subject.plan, meeting.series)[0]
    return holders_of(meeting.led_by) or (holders_of(series.led_by) if isinstance(series, Series) else [])


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
    if ContentKind.STANDING_ITEMS in rows(subject.plan.launch.content):
        yield cell(part(subject.answers.words(ContentKind.STANDING_ITEMS))), Cell(())
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
    yield from (_short(words) for words in agreed if words)


def _short(words: str) -> str:
    """All of it, or the first sentence where it is long."""
    flat = plain(blocks_of(words))
    ends = [flat.find(sign) + len(sign.rstrip()) for sign in _SENTENCE_ENDS if sign in flat]
    return flat[: min(ends)] if len(flat) > _SHORT and ends else flat


def _decisions(subject: Subject) -> Iterator[Row]:
    label = subject.answers.label
    for rule in rows(subject.plan.norms.decision_rules):
        how = [subject.answers.words(rule.method)] if said(rule.method) and not is_filler(str(rule.method)) else []
        limits = [(name, text(getattr(rule, name))) for name in ("quorum", "majority")]
        how += [
            _("{label}: {words}").format(label=label(DecisionRule, name).lower(), words=words)
            for name, words in limits
            if words and not is_filler(words)
        ]
        yield from names_row(text(rule.subject) or _("Decisions"), how)


def _next_words(subject: Subject, meeting: Meeting) -> str:
    following = meeting_after(subject, meeting)
    if following is None or not isinstance(following.date, dt.date):
        return ""
    start = slot_of(subject.plan, following).start
    day = date_words(following.date)
    when = _("{day}, {hour}").format(day=day, hour=clock_words(start)) if start else day
    topics = said(following.topics)
    return _("{when}: {topics}").format(when=when, topics=_short(topics)) if topics else when

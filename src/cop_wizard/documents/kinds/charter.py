"""The charter: what the members have agreed, on two or three pages that can be signed.

Sources: CASS guide items 1.1 to 1.5 (purpose), 2.2 to 2.4 (members), 3.2 to 3.5 (leadership), 4.1 to 4.6 (norms and
who agreed to them), 5.1 (meetings).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cop_wizard.documents.content.agreements import agreed, agreement, agreements
from cop_wizard.documents.content.facts import belongs, said, way_of_meeting
from cop_wizard.documents.content.forms import (
    answered,
    cell,
    form,
    holders_of,
    is_none,
    names_row,
    part,
    rows_at,
    text,
    title_of,
)
from cop_wizard.documents.content.prose import blocks_of, plain
from cop_wizard.documents.content.shapes import Answer, Block, Cell, Line, Row, Table, Text
from cop_wizard.documents.content.telling import written
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Firmness, GoalStatus, Level, MeetingFormat, SeatState, SeenBy, Status
from cop_wizard.plan.filler import is_filler, is_told
from cop_wizard.plan.leadership import Duties, Office
from cop_wizard.plan.membership import Size
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.purpose import Goal
from cop_wizard.plan.shapes import DecisionRule, Member, Seat
from cop_wizard.values import NONE_ON_PURPOSE, rows
from cop_wizard.wording import one_by_one, plain_date, sentence_case

_ROOM_TO_SIGN = 24
"""As many members as get a line of their own to sign; larger communities sign in groups."""
_BLANK_LINES = 6

_WAYS = (
    "membership.door",
    "membership.joining",
    "membership.entry.eligibility",
    "membership.entry.prerequisites",
    "membership.entry.application",
    "membership.entry.welcome",
    "membership.exit",
)
_CARE = (
    "care.repeating",
    "care.confidentiality",
    "care.conduct",
    "care.turn_to",
    "care.recording",
    "care.attribution",
    "care.licence",
    "care.member_data",
    "care.conflict_of_interest",
    "care.languages",
    "care.able_to_take_part",
)


def gather(subject: Subject) -> Mapping[str, Any]:
    """Each section as the pieces that the plan has for it, "" where it has nothing.

    ``signed`` says who agreed, and when, unless that is not told (``told_who_agreed``), ``will_sign`` who is still to;
    ``agreed`` says so in a few words, or is "". ``to_sign`` has a line for each who can sign, none in what everybody
    may read. ``leaving``: the plan says how people leave. ``no_goals``: goals were left out on purpose.
    """
    plan = subject.plan
    return {
        "statement": answered(subject, "purpose.statement") or "",
        "purpose": form(_purpose(subject)),
        "goals": tuple(_goals(subject)),
        "no_goals": plan.purpose.goals is NONE_ON_PURPOSE,
        "people": form(_people(subject)),
        "seats": _seats(subject),
        "ways": form(rows_at(subject, *_WAYS)),
        "leaving": answered(subject, "membership.exit") is not None,
        "leading": form(_leading(subject)),
        "offices": _offices(subject),
        "norms": form(_named(_norms(subject), _our_words(subject))),
        "unsettled": tuple(_unsettled(subject)),
        "no_norms": is_none(subject, "norms.process"),
        "process": answered(subject, "norms.process") or "",
        "decisions": _decisions(subject),
        "care": form(rows_at(subject, *_CARE)),
        "meetings": form(_meetings(subject)),
        "lifespan": form(_named(_lifespan(subject), _our_words(subject))),
        "agreed": agreed(subject),
        "signed": tuple(map(agreement, agreements(subject))),
        "will_sign": tuple(map(agreement, agreements(subject, still_to_come=True))),
        "told_who_agreed": subject.audience is not SeenBy.PUBLIC,
        "to_sign": [] if subject.audience is SeenBy.PUBLIC else _to_sign(plan),
        "title": _("Charter"),
    }


def _purpose(subject: Subject) -> Iterator[Row]:
    told = subject.plan.purpose.statement is not None  # the sentence holds the other three
    yield from rows_at(subject, *(() if told else ("purpose.focus", "purpose.audience", "purpose.learn_to")))
    yield from rows_at(subject, "purpose.shared_competence", "purpose.purposes", "purpose.out_of_scope")


def _goals(subject: Subject) -> Iterator[str]:
    """Goals that still stand, each with the day by which it is hoped for; of one that was reached, that it was."""
    goals: list[Goal] = rows(subject.plan.purpose.goals)
    for goal in goals:
        if not text(goal.text) or goal.status is GoalStatus.DROPPED:
            continue
        by = said(goal.by)
        when = _("by {day}").format(day=plain_date(by)) if isinstance(by, dt.date) else written(by)
        note = _("reached") if goal.status is GoalStatus.REACHED else when
        yield _("{goal} ({notes})").format(goal=text(goal.text), notes=note) if note else text(goal.text)


def _people(subject: Subject) -> Iterator[Row]:
    membership = subject.plan.membership
    yield from rows_at(subject, "membership.ideal_member")
    if size := said(membership.size):
        yield from names_row(_("How many"), [sentence_case(one_by_one(_size(subject, size)))])
    roster: list[Member] = [one for one in rows(membership.roster) if text(one.name)]
    members = [one for one in roster if belongs(one)]
    for level in (Level.CORE, Level.ACTIVE, Level.OCCASIONAL, Level.PERIPHERAL):
        of_it = [one for one in members if one.level is level]
        yield from names_row(subject.answers.words(level), map(_name, of_it))
    levelled = [one for one in members if isinstance(one.level, Level)]
    rest = [one for one in members if one not in levelled]
    yield from names_row(_("Also members") if levelled else _("Members"), map(_name, rest))
    outside = [one for one in roster if one.level is Level.TRANSACTIONAL and not one.gone]
    yield from names_row(_("Helping us, without being members"), map(_name, outside))
    yield from rows_at(subject, "membership.taking_part")


def _name(person: Member) -> str:
    if person.status is Status.ON_LEAVE:
        return _("{name} (on leave)").format(name=text(person.name))
    return text(person.name)


def _size(subject: Subject, size: Size) -> Iterator[str]:
    limits = (
        (size.minimum, size.minimum_is, _("at least {count}"), _("never fewer than {count}")),
        (size.ideal, None, _("ideally {count}"), ""),
        (size.maximum, size.maximum_is, _("at most {count}"), _("never more than {count}")),
    )
    for count, firmness, words, binding in limits:
        if said(count) is not None:
            pattern = binding if firmness is Firmness.HARD else words
            yield pattern.format(count=subject.answers.words(count))
    if size.maximum is NONE_ON_PURPOSE:
        yield _("no upper limit")


def _seats(subject: Subject) -> Table | str:
    """The seats that must not be empty, why, and who sits there."""
    seats: list[Seat] = [one for one in rows(subject.plan.membership.required_seats) if text(one.role)]
    if not seats:
        return ""
    label = subject.answers.label
    rows_of_it = tuple((cell(part(text(one.role))), cell(part(text(one.why))), _holder(one)) for one in seats)
    return Table((label(Seat, "role"), label(Seat, "why"), label(Seat, "filled_by")), rows_of_it)


def _leading(subject: Subject) -> Iterator[Row]:
    yield from rows_at(subject, "leadership.structure", "leadership.description", "leadership.rotation")
    duties = [
        _("{duty}: {names}").format(duty=subject.answers.label(Duties, name), names=_(", ").join(holders))
        for name, named in said(subject.plan.leadership.duties) or ()
        if (holders := holders_of(named))
    ]
    if duties:
        yield Row(title_of(subject, "leadership.duties"), Text((Block("bullets", tuple(duties)),)))


def _offices(subject: Subject) -> Table | str:
    offices: list[Office] = [one for one in rows(subject.plan.leadership.offices) if text(one.role)]
    if not offices:
        return ""
    label = subject.answers.label
    return Table(
        (label(Office, "role"), label(Office, "filled_by"), label(Office, "responsible_for")),
        tuple((cell(part(text(one.role))), _holder(one), _answers_for(subject, one)) for one in offices),
    )


def _answers_for(subject: Subject, office: Office) -> Cell:
    named = [(name, said(getattr(office, name))) for name in ("not_responsible_for", "term", "limit", "chosen")]
    label = subject.answers.label
    return cell(
        part(said(office.responsible_for) or text(office.why)),
        *(part(value, label(Office, name), brief=True) for name, value in named if value and not is_filler(value)),
    )


def _holder(seat: Seat) -> Cell:
    """Who sits there, for how long, and who stands in; that it is vacant, where nobody does."""
    name = text(seat.filled_by)
    if not name or is_filler(name):
        return Cell((part(_("vacant")),), muted=True)
    acting = seat.state is SeatState.ACTING
    until, alternate = said(seat.until), text(seat.alternate)
    notes = [
        _("for the time being") if acting else "",
        _("until {day}").format(day=plain_date(until)) if isinstance(until, dt.date) else "",
        _("alternate: {name}").format(name=alternate) if alternate else "",
    ]
    said_notes = _("; ").join(note for note in notes if note)
    return cell(part(_("{name} ({notes})").format(name=name, notes=said_notes) if said_notes else name))


def _norms(subject: Subject) -> Iterator[Row]:
    yield from rows_at(subject, "norms.statements")
    for own in rows(subject.plan.norms.own):
        if said(own.topic) or said(own.statement):
            yield Row(text(own.topic) or _("Also"), Text(blocks_of(said(own.statement) or "")))


def _unsettled(subject: Subject) -> Iterator[str]:
    """The norm topics that nobody has written anything about."""
    statements = said(subject.plan.norms.statements)
    if statements is not None:
        for name in Statements.model_fields:
            if getattr(statements, name) is None:
                label = subject.answers.label(Statements, name)
                yield _our_words(subject).get(label, label)


def _meetings(subject: Subject) -> Iterator[Row]:
    launch, words = subject.plan.launch, subject.answers.words
    often = [words(one) for one in (launch.rhythm, launch.start, launch.length) if said(one) is not None]
    yield from names_row(title_of(subject, "launch.rhythm"), often)
    way = way_of_meeting(launch.format) if isinstance(launch.format, MeetingFormat) else ""
    place = text(launch.place)
    where = _("{place} ({way})").format(place=place, way=way) if place and way else place or way
    yield from names_row(title_of(subject, "launch.place"), [where] if where else [])
    for series in rows(launch.series):
        rhythm, whom = (words(one) if is_told(one) else "" for one in (series.rhythm, series.audience))
        told = [sentence_case(rhythm)] if rhythm else []
        told += [_("For: {whom}").format(whom=whom)] if whom else []
        if told:
            yield Row(text(series.title) or _("Also"), Text((Block("paragraph", tuple(told)),)))


def _lifespan(subject: Subject) -> Iterator[Row]:
    launch = subject.plan.launch
    first, last = (_day(said(one)) for one in (launch.first_meeting, launch.last_meeting))
    if first and last:
        days = _("{first} to {last}").format(first=first, last=last)
        yield Row(_("From the first to the last meeting"), Line(days))
    else:
        yield from rows_at(subject, "launch.first_meeting", "launch.last_meeting")
    yield from rows_at(subject, "life.status", "life.review_on", "life.closing", "life.afterwards")
    yield from rows_at(subject, "document.changed_by", "document.replaces")


def _day(day: object) -> str:
    return plain_date(day) if isinstance(day, dt.date) else text(day)


def _our_words(subject: Subject) -> dict[str, str]:
    """What the charter says in place of the guide's headings, which ask where this answers."""
    label = subject.answers.label
    return {
        label(Statements, "role_and_voice"): _("Everybody has a say"),
        label(Statements, "stay_on_track"): _("How we keep to our purpose"),
        label(Statements, "conflict"): _("When we disagree"),
        label(Statements, "decisions"): _("How we come to decisions"),
        label(Statements, "shared_resources"): _("What we gather and share"),
        label(Statements, "new_members"): _("How we welcome new members"),
        label(Statements, "purpose_achieved"): _("How we know that we are done"),
        label(DecisionRule, "quorum_of"): _("Quorum counted among"),
        title_of(subject, "life.status"): _("Where we stand"),
        title_of(subject, "life.closing"): _("When we would stop"),
        title_of(subject, "life.afterwards"): _("What then happens to what we made"),
        title_of(subject, "document.changed_by"): _("Who may change this charter"),
        title_of(subject, "document.replaces"): _("What this charter replaces"),
    }


def _named(rows: Iterable[Row], names: Mapping[str, str]) -> Iterator[Row]:
    """The rows under the charter's own words."""
    return (replace(row, label=names.get(row.label, row.label)) for row in rows)


def _decisions(subject: Subject) -> Answer | str:
    found, names = answered(subject, "norms.decision_rules"), _our_words(subject)

    def named(cell: Cell) -> Cell:
        told = (one for one in cell.parts if not is_filler(plain(one.blocks)))
        return replace(cell, parts=tuple(replace(one, label=names.get(one.label, one.label)) for one in told))

    if isinstance(found, Table):
        columns = tuple(names.get(one, one) for one in found.columns)
        return replace(found, columns=columns, rows=tuple(tuple(map(named, row)) for row in found.rows))
    return found or ""


def _to_sign(plan: Plan) -> list[tuple[str, str]]:
    names = [text(one.name) for one in rows(plan.membership.roster) if belongs(one) and text(one.name)]
    return [(name, "") for name in names] if 0 < len(names) <= _ROOM_TO_SIGN else [("", "")] * _BLANK_LINES

"""What a hurried reader wants to know first: how many, how often, when next, who leads."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TypeVar

from cop_wizard.documents.audience.left_out import Kind, in_place_of
from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.meetings import dated
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import MeetingFormat, MeetingStatus, Status, Structure
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.leadership import Office
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan, Todo
from cop_wizard.plan.shapes import Member
from cop_wizard.schedule.naming import planned
from cop_wizard.schedule.slots import has_several_zones, hour_words, slot_of
from cop_wizard.values import NoneOnPurpose, rows
from cop_wizard.wording import one_line, short_date, some_of, weekday_name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact: its ``label``, the ``value`` in a few words, a ``note`` in smaller type. ``open``: not known yet."""

    label: str
    value: str
    note: str = ""
    open: bool = False


def key_facts(plan: Plan, answers: Answers, today: dt.date) -> tuple[Fact, ...]:
    """Members, rhythm, next meeting, who leads; always these four, so that a gap is seen as one."""
    return (_members(plan, answers), _rhythm(plan, answers), _next_meeting(plan, today), _leaders(plan, answers))


def open_todos(plan: Plan) -> list[Todo]:
    """What is still to be done."""
    todos: list[Todo] = rows(plan.todo)
    return [one for one in todos if one.done is None]


def said(value: T | NoneOnPurpose | None) -> T | None:
    """The value, or ``None`` where it is blank or "none, on purpose"."""
    return None if isinstance(value, NoneOnPurpose) else value


def belongs(person: Member) -> bool:
    """Whether somebody is a member today: counted, and neither only asked nor only thought of."""
    return person.counts and person.status not in (Status.POTENTIAL, Status.INVITED)


def _members(plan: Plan, answers: Answers) -> Fact:
    roster: list[Member] = rows(plan.membership.roster)
    counted = [person for person in roster if person.counts]
    members = sum(belongs(person) for person in counted)
    notes = []
    for status, words in (
        (Status.ON_LEAVE, _("{count} on leave")),
        (Status.INVITED, _("{count} invited")),
        (Status.POTENTIAL, _("{count} still to invite")),
    ):
        count = sum(person.status is status for person in counted)
        if count:
            notes.append(words.format(count=count))
    if members:
        value = ngettext("{count} person", "{count} people", members).format(count=members)
        return Fact(_("Members"), value, _(", ").join(notes))
    size = said(plan.membership.size)
    ideal = said(size.ideal) if size else None
    if not counted and ideal is not None:
        return Fact(_("Members"), _("{count} hoped for").format(count=answers.words(ideal)))
    return Fact(_("Members"), _("None yet"), _(", ").join(notes), open=True)


def _rhythm(plan: Plan, answers: Answers) -> Fact:
    launch = plan.launch
    notes = [answers.words(launch.length)] if said(launch.length) is not None else []
    notes += [way_of_meeting(launch.format)] if isinstance(launch.format, MeetingFormat) else []
    if said(launch.rhythm) is None:
        return Fact(_("Rhythm"), _("Not set yet"), _(", ").join(notes), open=True)
    return Fact(_("Rhythm"), answers.words(launch.rhythm), _(", ").join(notes))


def way_of_meeting(way: MeetingFormat) -> str:
    """How people come together, in words that fit into a sentence."""
    if way is MeetingFormat.BOTH:
        return _("in person and online")
    return _("online") if way is MeetingFormat.VIRTUAL else _("in person")


def next_date(plan: Plan, today: dt.date) -> dt.date | None:
    """The day of the next meeting that is not called off, or ``None``."""
    days = [day for day, meeting in dated(planned(plan)) if not _called_off(meeting)]
    return min((day for day in days if day >= today), default=None)


def _called_off(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED


def _next_meeting(plan: Plan, today: dt.date) -> Fact:
    label = _("Next meeting")
    day = next_date(plan, today)
    if day is None:
        past = dated(rows(plan.collaborative_plan.meetings)) or isinstance(plan.launch.first_meeting, dt.date)
        return Fact(label, _("None planned") if past else _("No date yet"), open=True)
    meetings = [meeting for date, meeting in dated(planned(plan)) if date == day and not _called_off(meeting)]
    soonest = min(meetings, key=lambda meeting: slot_of(plan, meeting).start or dt.time.max)
    slot, series = slot_of(plan, soonest), said(soonest.series)
    zone = slot.zone if has_several_zones(plan) else ""
    notes = [weekday_name(day)]
    notes += [hour_words(slot.start, zone)] if slot.start else []
    notes += [one_line(series)] if series else []
    value = short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"
    return Fact(label, value, _(", ").join(notes))


def _leaders(plan: Plan, answers: Answers) -> Fact:
    """Those who hold an office; without offices how leadership is arranged, and of a single person the name."""
    label, structure = _("Who leads"), said(plan.leadership.structure)
    arranged = answers.words(structure) if structure is not None else ""
    offices: list[Office] = rows(plan.leadership.offices)
    holding = [office.filled_by for office in offices if isinstance(office.filled_by, str)]
    holders = list(dict.fromkeys(one_line(name) for name in holding if _is_a_name(name)))
    if holders:
        fits = structure is not Structure.SINGLE or len(holders) == 1
        return Fact(label, some_of(holders, 2), arranged if fits else "")
    doing = _doing_most(plan) if structure in (None, Structure.SINGLE) else []
    if doing:
        return Fact(label, some_of(doing, 1 if structure else 2), arranged)
    return Fact(label, arranged) if arranged else Fact(label, _("Nobody yet"), open=True)


def _doing_most(plan: Plan) -> list[str]:
    """The people of the roster who have duties, those with the most first; only the first where one person leads."""
    roster = {name_key(one.name) for one in rows(plan.membership.roster) if isinstance(one.name, str)}
    doing = Counter(
        one_line(name)
        for _duty, names in said(plan.leadership.duties) or ()
        for name in rows(names)
        if _is_a_name(name) and (not roster or name_key(name) in roster)
    )
    found = [name for name, _times in doing.most_common()]
    return found[:1] if plan.leadership.structure is Structure.SINGLE else found


def _is_a_name(name: str) -> bool:
    return not is_filler(name) and name != in_place_of(Kind.NAME)

"""The meetings and the roster as tables for a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Certainty
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.fields import as_data
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent
from cop_wizard.plan.shapes import Member
from cop_wizard.plan.types import Choice
from cop_wizard.rosters.cells import NONE, as_csv, guarded, joined
from cop_wizard.schedule.slots import first, gatherings_of, slot_of
from cop_wizard.values import NONE_ON_PURPOSE, rows
from cop_wizard.wording import length_words, one_line, weekday_name

_WHEN = ("date", "start", "length", "zone", "series")
"""Columns that come first, whatever the order of the plan."""

_FOR_PROGRAMS = ("id", "scheduled", "revision")
"""What ``cop schedule`` keeps of a meeting; nobody reads it in a table."""

_WEEKDAY, _LAST, _ENDS = "weekday", "last", "ends"
"""Columns that no field of a meeting holds."""


def render_roster(subject: Subject) -> str:
    """Everybody on the roster, with a column for each thing that can be said of a person.

    ``cop roster`` reads it back. Raises `NothingToShow` where there is nobody.
    """
    people: list[Member] = rows(subject.plan.membership.roster)
    if not people:
        raise NothingToShow(
            _("There is nobody on the roster yet."),
            _("Add people with `cop edit`, or take them over from a spreadsheet with `cop roster`."),
        )
    answers = subject.answers
    names = answers.fields(Member)
    head = [guarded(one_line(answers.label(Member, name))) for name in names]
    return as_csv([head, *([_cell(getattr(person, name), answers) for name in names] for person in people)])


def render_meetings(subject: Subject) -> str:
    """Every meeting as it really is, with what it takes over from its series, and every dated occasion to share.

    Columns in which nothing stands are left out. Raises `NothingToShow` for a plan that has neither.
    """
    found = [*_meetings(subject.plan, subject.answers), *_sharing(subject.plan, subject.answers)]
    if not found:
        raise NothingToShow(
            _("There are no meetings yet."),
            _("Add them with `cop edit`, or let `cop schedule` find dates from how often you meet."),
        )
    found.sort(key=lambda row: (not row[_WEEKDAY], row["date"] if row[_WEEKDAY] else "", row.get("start", "")))
    columns = [name for name in _columns() if any(row.get(name) for row in found)]
    head = [guarded(one_line(_heading(name, subject.answers))) for name in columns]
    return as_csv([head, *([row.get(name, "") for name in columns] for row in found)])


def _columns() -> Iterator[str]:
    yield from ("date", _WEEKDAY, _LAST, "start", _ENDS, "length", "zone", "series")
    yield from (name for name in Meeting.model_fields if name not in (*_WHEN, *_FOR_PROGRAMS))


def _heading(name: str, answers: Answers) -> str:
    own = {_WEEKDAY: _("Weekday"), _LAST: _("Last day"), _ENDS: _("End")}
    return own[name] if name in own else answers.label(Meeting, name)


def _meetings(plan: Plan, answers: Answers) -> Iterator[dict[str, str]]:
    for meeting in rows(plan.collaborative_plan.meetings):
        slot = slot_of(plan, meeting)
        row = {name: _cell(getattr(meeting, name), answers) for name in Meeting.model_fields}
        effective: dict[str, Any] = {"start": slot.start, "length": slot.length, "format": slot.format}
        effective |= {"place": slot.place or None, "zone": slot.zone or None}
        effective["certainty"] = first((meeting, *gatherings_of(plan, meeting.series)), "certainty", Certainty)
        row |= {name: _cell(value, answers) for name, value in effective.items() if value is not None}
        row[_WEEKDAY] = weekday_name(slot.date) if slot.date else ""
        row[_ENDS] = _end(slot.start, slot.length)
        yield row


def _end(start: dt.time | None, length: dt.timedelta | None) -> str:
    """The hour at which it ends; "" where that is not known, or another day."""
    if start is None or length is None:
        return ""
    begins = dt.datetime.combine(dt.date(2000, 1, 1), start)
    ends = begins + length
    return ends.strftime("%H:%M") if ends.date() == begins.date() else ""


def _sharing(plan: Plan, answers: Answers) -> Iterator[dict[str, str]]:
    events: list[SharingEvent] = rows(plan.results.sharing_events)
    for event in events:
        if isinstance(event.date, dt.date):
            yield {
                "date": event.date.isoformat(),
                _WEEKDAY: weekday_name(event.date),
                _LAST: _cell(event.ends, answers),
                "series": _("Occasion to share"),
                "topics": _cell(event.event, answers),
                "content": _cell(event.what, answers),
            }


def _cell(value: Any, answers: Answers) -> str:
    if value is None:
        return ""
    if value is NONE_ON_PURPOSE:
        return NONE
    if isinstance(value, list):
        return guarded(joined([_words(item, answers) for item in value]))
    return guarded(_words(value, answers))


def _words(value: Any, answers: Answers) -> str:
    """A single value: dates and hours as every spreadsheet understands them, the rest as people read it."""
    if isinstance(value, Choice | BaseModel):
        return answers.words(value)
    if isinstance(value, dt.timedelta):
        return length_words(value)
    return str(as_data(value))

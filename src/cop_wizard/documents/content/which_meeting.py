"""Finds the meeting that a document is about: the next one, or the one that a person named."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic_core import PydanticCustomError

from cop_wizard.documents.content.forms import text
from cop_wizard.documents.content.meetings import dated, planned
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import parse_date, plain_letters
from cop_wizard.schedule.slots import gatherings_of, slot_of
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.wording import one_line, plain_date, some_of

_TOLD = 6
"""As many meetings as a message names."""


def meeting_of(subject: Subject) -> Meeting:
    """The meeting that ``subject.wish`` names, or the next one that is not called off.

    A name is an id, a day with or without its year, a date in words, or the number in the list, counted from 1. Raises
    `WrongUse` for one that no meeting or several have, and `NothingToShow` where no meeting is to come.
    """
    meetings = planned(subject.plan)
    return _named(meetings, subject) if subject.wish.meeting else _next(meetings, subject)


def meeting_after(subject: Subject, meeting: Meeting) -> Meeting | None:
    """The next meeting of the same series that is not called off; ``None`` where none is planned."""
    return next((one for day, one in _of_its_series(subject, meeting) if day > meeting.date), None)


def meeting_before(subject: Subject, meeting: Meeting) -> Meeting | None:
    """The last meeting of the same series before it that was not called off; ``None`` where there was none."""
    earlier = (one for day, one in reversed(_of_its_series(subject, meeting)) if day < meeting.date)
    return next(earlier, None)


def _of_its_series(subject: Subject, meeting: Meeting) -> list[tuple[Any, Meeting]]:
    """The meetings of the same series that are not called off, by day and hour, if this one has a day."""
    if not isinstance(meeting.date, dt.date):
        return []
    series = gatherings_of(subject.plan, meeting.series)[0]
    of_it = [one for one in planned(subject.plan) if gatherings_of(subject.plan, one.series)[0] is series]
    of_it = [one for one in of_it if one.status is not MeetingStatus.CANCELLED]
    return dated(sorted(of_it, key=lambda one: slot_of(subject.plan, one).start or dt.time.max))


def _next(meetings: list[Meeting], subject: Subject) -> Meeting:
    to_come = [one for one in meetings if isinstance(one.date, dt.date) and one.date >= subject.today]
    found = _soonest([one for one in to_come if one.status is not MeetingStatus.CANCELLED], subject)
    if found is not None:
        return found
    if subject.plan.collaborative_plan.meetings is NONE_ON_PURPOSE:
        raise NothingToShow(_("This community does without planned meetings, so there is no agenda."))
    other = _("Or name another one: {meetings}.").format(meetings=_told(meetings, subject)) if meetings else ""
    raise NothingToShow(
        _("No meeting is planned from today on, so there is no agenda to make."), f"{_set_a_date()} {other}".rstrip()
    )


def _set_a_date() -> str:
    return _("Give the next meeting a date: `cop edit`, “Collaborative Plan”, or `cop schedule`.")


def _soonest(meetings: list[Meeting], subject: Subject) -> Meeting | None:
    def when(meeting: Meeting) -> tuple[object, dt.time]:
        return meeting.date, slot_of(subject.plan, meeting).start or dt.time.max

    return min(meetings, key=when, default=None)


def _named(meetings: list[Meeting], subject: Subject) -> Meeting:
    name = one_line(subject.wish.meeting)
    if not meetings:
        raise NothingToShow(
            _("There is no meeting in the plan yet, so there is no agenda to make."),
            _set_a_date(),
        )
    for found in ([one for one in meetings if one.id == name], _on_day(meetings, name)):
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUse(
                _("There are {count} meetings “{name}”.").format(count=len(found), name=name),
                _("Say which one by its number: {meetings}.").format(meetings=_told(meetings, subject, found)),
            )
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(meetings):
        return meetings[int(name) - 1]
    raise WrongUse(
        _("There is no meeting “{name}”.").format(name=name),
        _("Name one by its number or its day: {meetings}.").format(meetings=_told(meetings, subject)),
    )


def _on_day(meetings: list[Meeting], name: str) -> list[Meeting]:
    """The meetings on the day that is meant, whose year may be left out; or those whose date is in the same words."""
    days = [one.date for one in meetings if isinstance(one.date, dt.date)]
    meant = {
        day for words in (name, *(f"{name} {year}" for year in {day.year for day in days})) for day in _days(words)
    }
    if meant:
        return [one for one in meetings if one.date in meant]
    return [one for one in meetings if isinstance(one.date, str) and plain_letters(one.date) == plain_letters(name)]


def _days(words: str) -> list[dt.date]:
    """The day that these words name; two where ``3/4/2027`` can be either, of which hardly ever each has a meeting."""
    try:
        day = parse_date(words)
    except PydanticCustomError as trouble:
        about = trouble.context or {}
        return [dt.date.fromisoformat(day) for day in (about.get("meant"), *about.get("either", ())) if day]
    return [day] if isinstance(day, dt.date) else []


def _told(meetings: list[Meeting], subject: Subject, only: list[Meeting] | None = None) -> str:
    """The meetings by number and day, in the order of their days, those without one at the end.

    Where they are many, those to come are told, then those without a day, then the past ones from the latest back.
    """

    def interest(pair: tuple[int, Meeting]) -> tuple[int, int]:
        number, day = pair[0], pair[1].date
        if not isinstance(day, dt.date):
            return 1, number
        return (0, day.toordinal()) if day >= subject.today else (2, -day.toordinal())

    def order(pair: tuple[int, Meeting]) -> tuple[dt.date, int]:
        number, day = pair[0], pair[1].date
        return (day if isinstance(day, dt.date) else dt.date.max), number

    numbered = [
        (number, one) for number, one in enumerate(meetings, 1) if only is None or any(one is it for it in only)
    ]
    chosen = sorted(numbered, key=interest)
    told = sorted(chosen[:_TOLD], key=order) + chosen[_TOLD:]
    return some_of([_number_and_day(number, one) for number, one in told], _TOLD)


def _number_and_day(number: int, meeting: Meeting) -> str:
    day = meeting.date
    words = plain_date(day) if isinstance(day, dt.date) else text(day) or _("no date yet")
    return _("{number} ({day})").format(number=number, day=words)

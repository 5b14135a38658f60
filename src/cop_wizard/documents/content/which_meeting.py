"""Finds the meeting that a document is about: the next one, or the one that a person named."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cop_wizard.documents.content.meetings import dated
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.schedule.naming import named_meeting, planned, told_meetings
from cop_wizard.schedule.slots import gatherings_of, slot_of
from cop_wizard.values import NONE_ON_PURPOSE


def meeting_of(subject: Subject) -> Meeting:
    """The meeting that ``subject.wish`` names, or the next one that is not called off.

    A name is an id, a day with or without its year, a date in words, or the number in the list, counted from 1. Raises
    `WrongUse` for one that no meeting or several have, and `NothingToShow` where no meeting is to come.
    """
    meetings = planned(subject.plan)
    if not subject.wish.meeting:
        return _next(meetings, subject)
    if not meetings:
        raise NothingToShow(_("There is no meeting in the plan yet, so there is no agenda to make."), _set_a_date())
    return named_meeting(meetings, subject.wish.meeting, subject.today)


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
    other = (
        _("Or name another one: {meetings}.").format(meetings=told_meetings(meetings, subject.today))
        if meetings
        else ""
    )
    raise NothingToShow(
        _("No meeting is planned from today on, so there is no agenda to make."), f"{_set_a_date()} {other}".rstrip()
    )


def _set_a_date() -> str:
    return _("Give the next meeting a date: `cop edit`, “Collaborative Plan”, or `cop schedule`.")


def _soonest(meetings: list[Meeting], subject: Subject) -> Meeting | None:
    def when(meeting: Meeting) -> tuple[object, dt.time]:
        return meeting.date, slot_of(subject.plan, meeting).start or dt.time.max

    return min(meetings, key=when, default=None)

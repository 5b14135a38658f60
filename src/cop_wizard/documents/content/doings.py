"""What a community has done and what comes next, by the days of its plan."""

from __future__ import annotations

import datetime as dt

from cop_wizard.documents.content.facts import next_date, rows
from cop_wizard.documents.content.meetings import dated
from cop_wizard.documents.content.telling import is_told, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.results import SharingEvent
from cop_wizard.schedule.slots import has_several_zones, hour_words, slot_of
from cop_wizard.wording import clock_words, date_words, plain_date


def held(subject: Subject) -> list[tuple[dt.date, Meeting]]:
    """The meetings that took place, oldest first: marked so, or past and not called off."""
    return [
        (day, meeting)
        for day, meeting in dated(rows(subject.plan.collaborative_plan.meetings))
        if meeting.status is MeetingStatus.HELD or (day < subject.today and not _called_off(meeting))
    ]


def ahead(subject: Subject) -> list[tuple[dt.date, Meeting]]:
    """The meetings still to come, the next one first."""
    return [
        (day, meeting)
        for day, meeting in dated(rows(subject.plan.collaborative_plan.meetings))
        if day >= subject.today and meeting.status is not MeetingStatus.HELD and not _called_off(meeting)
    ]


def _called_off(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED


def has_begun(subject: Subject) -> bool:
    """Whether the community has met before today."""
    first = subject.plan.launch.first_meeting
    return bool(held(subject)) or (isinstance(first, dt.date) and first < subject.today)


def day_words(subject: Subject, day: object) -> str:
    """A day as ``15 September 2026``, or the words that stand in its place."""
    return plain_date(day) if isinstance(day, dt.date) else told(subject, day)


def by_day(day: object) -> dt.date:
    """The day by which something is sorted: what has no date comes last."""
    return day if isinstance(day, dt.date) else dt.date.max


def events_ahead(subject: Subject) -> list[tuple[str, object]]:
    """Occasions still to come at which results are shown, each with its day; those with a date first."""
    events: list[SharingEvent] = [one for one in rows(subject.plan.results.sharing_events) if is_told(one.event)]
    coming = [one for one in events if by_day(one.date) >= subject.today]
    return [(told(subject, one.event), one.date) for one in sorted(coming, key=lambda one: by_day(one.date))]


def next_time(subject: Subject) -> str:
    """When people meet next, as day and hour; "" where nobody has said so."""
    plan = subject.plan
    day = next_date(plan, subject.today)
    if day is None:
        first = plan.launch.first_meeting
        return "" if isinstance(first, dt.date) or has_begun(subject) else told(subject, first)
    return (
        _("{day}, {hour}").format(day=date_words(day), hour=hour) if (hour := _hour(subject, day)) else date_words(day)
    )


def _hour(subject: Subject, day: dt.date) -> str:
    plan = subject.plan
    slots = [slot_of(plan, meeting) for date, meeting in ahead(subject) if date == day]
    starts = [(slot.start, slot.zone) for slot in slots if slot.start is not None]
    if starts:
        start, zone = min(starts, key=lambda pair: pair[0])
        return hour_words(start, zone if has_several_zones(plan) else "")
    start_of_all = plan.launch.start
    return clock_words(start_of_all) if isinstance(start_of_all, dt.time) and not slots else ""

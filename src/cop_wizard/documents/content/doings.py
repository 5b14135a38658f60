"""What a community has done and what comes next, by the days of its plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from cop_wizard.documents.content.facts import Fact
from cop_wizard.documents.content.forms import text
from cop_wizard.documents.content.meetings import dated
from cop_wizard.documents.content.telling import told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.results import SharingEvent
from cop_wizard.schedule.naming import planned
from cop_wizard.schedule.slots import first_day, gatherings_of, has_several_zones, hour_words, slot_of
from cop_wizard.values import rows
from cop_wizard.wording import clock_words, date_words, plain_date, weekday_name


def held(subject: Subject) -> list[tuple[dt.date, Meeting]]:
    """The meetings that took place, oldest first: marked so, or with words on what came of them."""
    return [(day, meeting) for day, meeting in _past(subject) if _took_place(meeting)]


def unmarked(subject: Subject) -> int:
    """How many meetings are past, and nobody has written down whether they took place."""
    return sum(not _took_place(meeting) and day < subject.today for day, meeting in _past(subject))


def _past(subject: Subject) -> list[tuple[dt.date, Meeting]]:
    return [
        (day, meeting)
        for day, meeting in dated(rows(subject.plan.collaborative_plan.meetings))
        if not _called_off(meeting) and (day < subject.today or _took_place(meeting))
    ]


def _took_place(meeting: Meeting) -> bool:
    return not _called_off(meeting) and (meeting.status is MeetingStatus.HELD or is_told(meeting.record))


def is_own(subject: Subject, meeting: Meeting) -> bool:
    """Whether a meeting is one of the community's own, and not of a further series."""
    return len(gatherings_of(subject.plan, meeting.series)) == 1


def meetings_so_far(subject: Subject) -> Iterator[Fact]:
    """How often the community has met, and how often its further series have, each by its name."""
    past = held(subject)
    if not past:
        return
    own = [day for day, meeting in past if is_own(subject, meeting)]
    others = Counter(text(meeting.series) for _day, meeting in past if not is_own(subject, meeting))
    since = _("since {day}").format(day=plain_date(own[0] if own else past[0][0]))
    beside = [_("{series}: {count}").format(series=series, count=count) for series, count in others.items()]
    yield Fact(_("Meetings so far"), str(len(own) or len(past)), _("; ").join([since, *beside]))


def ahead(subject: Subject) -> list[tuple[dt.date, Meeting]]:
    """The meetings still to come, the next one first."""
    return [
        (day, meeting)
        for day, meeting in dated(planned(subject.plan))
        if day >= subject.today and meeting.status is not MeetingStatus.HELD and not _called_off(meeting)
    ]


def _called_off(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED


def has_begun(subject: Subject) -> bool:
    """Whether the community has met before today."""
    first = subject.plan.launch.first_meeting
    return bool(_past(subject)) or (isinstance(first, dt.date) and first < subject.today)


def day_words(subject: Subject, day: object) -> str:
    """A day as ``15 September 2026``, or the words that stand in its place."""
    return plain_date(day) if isinstance(day, dt.date) else told(subject, day)


def by_day(day: object) -> dt.date:
    """The day by which something is sorted: what has no date comes last."""
    return day if isinstance(day, dt.date) else dt.date.max


def events_ahead(subject: Subject) -> list[SharingEvent]:
    """Occasions still to come, or going on, at which results are shown; those with a date first."""
    events: list[SharingEvent] = [one for one in rows(subject.plan.results.sharing_events) if is_told(one.event)]
    coming = [one for one in events if last_day(one) >= subject.today]
    return sorted(coming, key=lambda one: by_day(one.date))


def last_day(event: SharingEvent) -> dt.date:
    """The day an occasion ends; far in the future where nobody has said when it is."""
    first = by_day(event.date)
    return max(first, event.ends) if isinstance(event.ends, dt.date) else first


def event_days(subject: Subject, event: SharingEvent) -> str:
    """When an occasion is: ``8 June 2027``, or both its days."""
    first, last = day_words(subject, event.date), day_words(subject, event.ends)
    return _("{first} to {last}").format(first=first, last=last) if first and last and first != last else first


def next_time(subject: Subject, since: dt.date | None = None) -> str:
    """When the community meets next, or first ``since`` that day, as day and hour; "" where nobody has said so."""
    day = next_day(subject, since)
    if day is None:
        first = subject.plan.launch.first_meeting
        return "" if isinstance(first, dt.date) or has_begun(subject) else told(subject, first)
    hour = _hour(subject, day)
    return _("{day}, {hour}").format(day=date_words(day), hour=hour) if hour else date_words(day)


def next_day(subject: Subject, since: dt.date | None = None) -> dt.date | None:
    """The day of the next of the community's own meetings, or of the first ``since`` that day, or ``None``."""
    days = [day for day, meeting in ahead(subject) if is_own(subject, meeting)]
    first = first_day(subject.plan)
    coming = [*days, *([first] if first is not None and first >= subject.today else [])]
    return min((day for day in coming if since is None or day >= since), default=None)


def fits_rhythm(rhythm: str, day: dt.date | None) -> bool:
    """Whether a day may be one of those that ``rhythm`` tells of: no other day of the week is named there."""
    weekdays = {weekday_name(dt.date(2024, 1, 1) + dt.timedelta(days=count)).casefold() for count in range(7)}
    told_of = {name for name in weekdays if name in rhythm.casefold()}
    return day is None or not told_of or weekday_name(day).casefold() in told_of


def _hour(subject: Subject, day: dt.date) -> str:
    plan = subject.plan
    slots = [slot_of(plan, one) for date, one in ahead(subject) if date == day and is_own(subject, one)]
    starts = [(slot.start, slot.zone) for slot in slots if slot.start is not None]
    if starts:
        start, zone = min(starts, key=lambda pair: pair[0])
        return hour_words(start, zone if has_several_zones(plan) else "")
    start_of_all = plan.launch.start
    return clock_words(start_of_all) if isinstance(start_of_all, dt.time) and not slots else ""

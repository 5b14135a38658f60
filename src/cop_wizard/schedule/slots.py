"""When and where a meeting really is: what its row leaves blank is as its series says, and then as the launch says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from cop_wizard.i18n import _
from cop_wizard.plan.choices import Certainty, DateChange, MeetingFormat, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import InWords, same_name
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Gatherings
from cop_wizard.schedule.given import settled_for
from cop_wizard.wording import clock_words


@dataclass(frozen=True, slots=True)
class Slot:
    """A day, an hour, a place. ``None`` or "" where nothing is said, or only words that no calendar understands.

    ``zone`` is a name of the tz database; "" means local time wherever the reader is.
    """

    date: dt.date | None
    start: dt.time | None
    length: dt.timedelta | None
    zone: str
    format: MeetingFormat | None
    place: str
    cancelled: bool
    tentative: bool


def gatherings_of(plan: Plan, name: object) -> tuple[Gatherings, ...]:
    """Where a blank is looked up, nearest first: the further series of that name, then the community's own meetings.

    A blank name, or one that no series has, means the community's own meetings alone.
    """
    if isinstance(name, str) and isinstance(plan.launch.series, list):
        for series in plan.launch.series:
            if isinstance(series.title, str) and same_name(series.title, name):
                return series, plan.launch
    return (plan.launch,)


def first_day(plan: Plan) -> dt.date | None:
    """The day of the launch, as long as it stands: neither an exception nor the list has moved it or called it off."""
    day = plan.launch.first_meeting
    if not isinstance(day, dt.date):
        return None
    exceptions, meetings = plan.launch.exceptions, plan.collaborative_plan.meetings
    for exception in exceptions if isinstance(exceptions, list) else ():
        gone = exception.change in (DateChange.MOVED, DateChange.CANCELLED)
        if exception.date == day and gone and len(gatherings_of(plan, exception.series)) == 1:
            return None
    for meeting in meetings if isinstance(meetings, list) else ():
        own = len(gatherings_of(plan, meeting.series)) == 1
        if own and str(meeting.id or "").startswith(day.isoformat()) and slot_of(plan, meeting).date != day:
            return None
        if own and meeting.date == day and meeting.status is MeetingStatus.CANCELLED:
            return None
    return day


def slot_of(plan: Plan, meeting: Meeting) -> Slot:
    """When and where ``meeting`` is."""
    around = gatherings_of(plan, meeting.series)
    places = (meeting, *around)
    day = meeting.date if isinstance(meeting.date, dt.date) else None
    certainty = first(places, "certainty", Certainty)
    return Slot(
        date=day,
        start=first(places, "start", dt.time),
        length=first(places, "length", dt.timedelta),
        zone=zone_of(places),
        format=first(places, "format", MeetingFormat),
        place=first(places, "place", str) or "",
        cancelled=meeting.status is MeetingStatus.CANCELLED,
        tentative=certainty in (Certainty.TENTATIVE, Certainty.TO_BE_SET),
    )


def slot_on(plan: Plan, meeting: Meeting, today: dt.date) -> Slot:
    """The same, but the blanks of a meeting that is settled (`settled_for`) are as it was given them."""
    slot, given = slot_of(plan, meeting), settled_for(meeting, today)
    if given is None:
        return slot
    return replace(
        slot,
        start=given.start if meeting.start is None else slot.start,
        zone=given.zone if meeting.zone is None else slot.zone,
    )


def nearest(places: tuple[Any, ...], field: str) -> Any:
    """What the first of the places that says anything says, be it only in words; ``None`` where none does."""
    return next((value for place in places if (value := getattr(place, field)) is not None), None)


def first(places: tuple[Any, ...], field: str, kind: type) -> Any:
    """The first value of that kind that one of the places holds; words in place of an hour end the search."""
    value = nearest(places, field)
    return value if isinstance(value, kind) else None


def zone_of(places: tuple[Any, ...]) -> str:
    """The time zone that counts for the first of the places, by its name in the tz database, or ""."""
    zone = first(places, "zone", str)
    return zone if isinstance(zone, str) and not isinstance(zone, InWords) else ""


def has_several_zones(plan: Plan) -> bool:
    """Whether an hour of this plan says nothing without its zone, because others are by other clocks."""
    further, turns, meetings = plan.launch.series, plan.launch.turns, plan.collaborative_plan.meetings
    around = [(plan.launch,), *((series, plan.launch) for series in (further if isinstance(further, list) else ()))]
    own = [(row,) for rows in (turns, meetings) if isinstance(rows, list) for row in rows if row.zone is not None]
    return len({zone_of(places) for places in around} | {zone for places in own if (zone := zone_of(places))}) > 1


def hour_words(hour: dt.time, zone: str) -> str:
    """``9:00 am (Buenos Aires)``: an hour with the city that its time zone is named after; alone without a zone."""
    if not zone:
        return clock_words(hour)
    return _("{time} ({zone})").format(time=clock_words(hour), zone=_city(zone))


def zone_words(zone: str) -> str:
    """``Edmonton time (America/Edmonton)``; what names no city, such as ``UTC`` and words of a person, as it is."""
    if isinstance(zone, InWords) or "/" not in zone or zone.startswith("Etc/"):
        return zone
    return _("{city} time ({zone})").format(city=_city(zone), zone=zone)


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")

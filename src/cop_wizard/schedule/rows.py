"""The meetings that are in the plan already, and which of them are a person's own and therefore not touched."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cop_wizard.i18n import _
from cop_wizard.plan.choices import Certainty, DateChange, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.fields import as_data
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.given import ALSO_GIVEN, Given, given_to, is_over
from cop_wizard.schedule.one_series import Dates
from cop_wizard.values import Data, value_at

MEETINGS = ("collaborative_plan", "meetings")

_OWN = ("date", "start", "length", "zone", "format", "place", "topics", "certainty", "status", "series")
_MARKS = ("id", "scheduled", "revision")


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting of the plan at its ``place`` in the list. ``private``: a person keeps keys of their own in it."""

    place: int
    meeting: Meeting
    given: Given | None
    private: bool

    @property
    def date(self) -> dt.date | None:
        """The day it is on; ``None`` where that is open or in words."""
        return self.meeting.date if isinstance(self.meeting.date, dt.date) else None

    @property
    def cancelled(self) -> bool:
        """Whether it is called off."""
        return self.meeting.status is MeetingStatus.CANCELLED

    @property
    def day(self) -> dt.date:
        """The day to show it under: where it is, or else where it was put."""
        found = self.date or (self.given.date if self.given else None)
        assert found is not None  # rows without either are left out from the beginning
        return found


def rows_of(plan: Plan, data: Data) -> list[Row]:
    """The meetings that have a day, or were given one."""
    meetings = plan.collaborative_plan.meetings
    found = []
    for place, meeting in enumerate(meetings if isinstance(meetings, list) else ()):
        written = value_at(data, (*MEETINGS, place))
        private = isinstance(written, dict) and any(key.startswith("x-") for key in written)
        row = Row(place, meeting, given_to(meeting), private)
        if row.date or row.given:
            found.append(row)
    return found


def over(row: Row, today: dt.date) -> str:
    """Why nothing can change about this meeting any more, in words; "" while it is still to come."""
    if not is_over(row.meeting, today):
        return ""
    held = row.meeting.status is MeetingStatus.HELD or row.meeting.record is not None
    return _("held already") if held else _("in the past")


def by_hand(row: Row, dates: Dates) -> str:
    """How a person has made this meeting their own, in words; "" where it is as the schedule left it."""
    if row.given is None:
        return _("written by hand")
    if row.date != row.given.date:
        return _("moved by hand")
    if row.cancelled != row.given.cancelled:
        return _("called off by hand") if row.cancelled else _("taken up again by hand")
    if row.meeting.start is not None and row.meeting.start != row.given.start:
        return _("an hour of its own")
    taken_out = row.meeting.zone is None and "zone" in dict(row.given.values)
    if taken_out or row.meeting.zone not in (None, row.given.zone):
        return _("a time zone of its own")
    if row.private or any(getattr(row.meeting, field) is not None for field in _filled_by_people()):
        return _("filled in by hand")
    if row.meeting.status not in (None, MeetingStatus.PLANNED, MeetingStatus.CANCELLED):
        return _("filled in by hand")
    if row.given.values:
        given = dict(row.given.values)
        now = {field: as_data(getattr(row.meeting, field)) for field in ALSO_GIVEN}
        own = any(value is not None and value != given.get(field) for field, value in now.items())
        return _("filled in by hand") if own else ""
    return _unlike_its_series(row.meeting, dates)


def is_only_a_day(row: Row) -> bool:
    """Whether somebody has listed the day and said nothing else about it: what anybody says of that day counts then."""
    said = {field for field in Meeting.model_fields if getattr(row.meeting, field) is not None}
    return not row.private and not row.cancelled and row.date is not None and said <= {"date", "series", "id", "status"}


def _filled_by_people() -> list[str]:
    return [field for field in Meeting.model_fields if field not in (*_OWN, *_MARKS)]


def _unlike_its_series(meeting: Meeting, dates: Dates) -> str:
    """Whether a value is there that no turn and no exception of the series gives.

    That has to do for a mark that says nothing of the values it came with.
    """
    turns, exceptions = dates.turns, dates.exceptions
    noted = [row.note for row in exceptions if row.change in (DateChange.REPLACED, DateChange.EXTRA)]
    moved = any(row.change is DateChange.MOVED and not isinstance(row.to, dt.date) for row in exceptions)
    known: dict[str, list[object]] = {
        "length": [*(row.length for row in turns), *(row.length for row in exceptions)],
        "format": [row.format for row in turns],
        "place": [*(row.place for row in turns), *(row.place for row in exceptions)],
        "topics": list(noted),
        "certainty": [Certainty.TO_BE_SET] if moved else [],
    }
    for field, values in known.items():
        value = getattr(meeting, field)
        if value is not None and value not in values:
            return _("filled in by hand")
    return ""

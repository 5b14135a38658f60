"""What a meeting was last given by ``cop schedule``, as its row keeps it under ``scheduled``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import zone_names

_CALLED_OFF = "cancelled"
_MARKS, _MARKED = re.compile(r"([;\\])"), r"\\\1"
_VALUE = r"; ([a-z]+)=((?:[^;\\]|\\.)*)"
_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: ([A-Za-z][\w/+-]*))?"
    rf"(, {_CALLED_OFF})?((?:{_VALUE})*)",
    re.ASCII | re.DOTALL,
)

ALSO_GIVEN = ("zone", "length", "topics", "format", "place", "certainty")
"""What else a turn or an exception gives to a meeting; beside the stamp it stands in the fields of that name."""


@dataclass(frozen=True, slots=True)
class Given:
    """A day, an hour and its time zone if there are any, and whether the schedule itself called it off.

    ``values`` are the fields that a turn or an exception filled in, as they are written; () also for a mark from before
    they were kept. What a row says now, held against all this, tells whether a person has changed it since.
    """

    date: dt.date
    start: dt.time | None = None
    zone: str = ""
    cancelled: bool = False
    values: tuple[tuple[str, str], ...] = ()

    @property
    def slot(self) -> Given:
        """The same without its values: all that a calendar orders its entries by."""
        return replace(self, values=())

    def __str__(self) -> str:
        """As it is written: ``2026-10-20``, ``2026-10-20 15:30, cancelled`` or
        ``2026-10-20 09:00 Asia/Tokyo; place=Hall``.

        A semicolon within a value has a backslash before it.
        """
        hour = f" {self.start:%H:%M}" if self.start else ""
        zone = f" {self.zone}" if self.zone else ""
        also = "".join(f"; {key}={_MARKS.sub(_MARKED, value)}" for key, value in self.values)
        return f"{self.date.isoformat()}{hour}{zone}{f', {_CALLED_OFF}' if self.cancelled else ''}{also}"


def given_to(meeting: Meeting) -> Given | None:
    """What the meeting was last given; ``None`` for one that a person wrote, or whose mark a person has changed."""
    found = _WRITTEN.fullmatch(meeting.scheduled) if isinstance(meeting.scheduled, str) else None
    if found is None or (found[3] and found[3] not in zone_names()):
        return None
    try:
        start = dt.time.fromisoformat(found[2]) if found[2] else None
        day = dt.date.fromisoformat(found[1])
    except ValueError:
        return None
    values = tuple((one[1], re.sub(r"\\(.)", r"\1", one[2])) for one in re.finditer(_VALUE, found[5], re.DOTALL))
    return Given(day, start, found[3] or "", bool(found[4]), values)


def settled_for(meeting: Meeting, today: dt.date) -> Given | None:
    """What a meeting was given, if nothing that is said of its series since then changes it any more.

    That is one that is over, and one that the schedule has called off; ``None`` for all others.
    """
    given = given_to(meeting)
    if given is None:
        return None
    off = given.cancelled and meeting.status is MeetingStatus.CANCELLED
    return given if off or is_over(meeting, today) else None


def is_over(meeting: Meeting, today: dt.date) -> bool:
    """Whether it was held, or its day is before ``today``."""
    held = meeting.status is MeetingStatus.HELD or meeting.record is not None
    return held or (isinstance(meeting.date, dt.date) and meeting.date < today)

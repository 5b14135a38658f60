"""What a meeting was last given by ``cop schedule``, as its row keeps it under ``scheduled``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import zone_names

_CALLED_OFF = "cancelled"
_WRITTEN = re.compile(rf"(\d{{4}}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: ([A-Za-z][\w/+-]*))?(, {_CALLED_OFF})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Given:
    """A day, an hour if there is one, a time zone of its own, and whether the schedule itself called it off.

    What a row says now, held against this, tells whether a person has changed it since.
    """

    date: dt.date
    start: dt.time | None = None
    zone: str = ""
    cancelled: bool = False

    def __str__(self) -> str:
        """As it is written: ``2026-10-20``, ``2026-10-20 15:30, cancelled``, ``2026-10-20 09:00 Asia/Tokyo``."""
        hour = f" {self.start:%H:%M}" if self.start else ""
        zone = f" {self.zone}" if self.zone else ""
        return f"{self.date.isoformat()}{hour}{zone}{f', {_CALLED_OFF}' if self.cancelled else ''}"


def given_to(meeting: Meeting) -> Given | None:
    """What the meeting was last given; ``None`` for one that a person wrote, or whose mark a person has changed."""
    found = _WRITTEN.fullmatch(meeting.scheduled) if isinstance(meeting.scheduled, str) else None
    if found is None or (found[3] and found[3] not in zone_names()):
        return None
    try:
        start = dt.time.fromisoformat(found[2]) if found[2] else None
        return Given(dt.date.fromisoformat(found[1]), start, found[3] or "", bool(found[4]))
    except ValueError:
        return None

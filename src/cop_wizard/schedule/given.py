"""What a meeting was last given by ``cop schedule``, as its row keeps it under ``scheduled``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from cop_wizard.plan.collaborative_plan import Meeting

_CALLED_OFF = "cancelled"
_WRITTEN = re.compile(rf"(\d{{4}}-\d\d-\d\d)(?: (\d\d:\d\d))?(, {_CALLED_OFF})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Given:
    """A day, an hour if there is one, and whether the meeting was called off by the schedule itself.

    What a row says now, held against this, tells whether a person has changed it since.
    """

    date: dt.date
    start: dt.time | None = None
    cancelled: bool = False

    def __str__(self) -> str:
        """As it is written: ``2026-10-20 15:30``, ``2026-10-20``, ``2026-10-20 15:30, cancelled``."""
        hour = f" {self.start:%H:%M}" if self.start else ""
        return f"{self.date.isoformat()}{hour}{f', {_CALLED_OFF}' if self.cancelled else ''}"


def given_to(meeting: Meeting) -> Given | None:
    """What the meeting was last given; ``None`` for one that a person wrote, or whose mark a person has changed."""
    found = _WRITTEN.fullmatch(meeting.scheduled) if isinstance(meeting.scheduled, str) else None
    if found is None:
        return None
    try:
        start = dt.time.fromisoformat(found[2]) if found[2] else None
        return Given(dt.date.fromisoformat(found[1]), start, bool(found[3]))
    except ValueError:
        return None

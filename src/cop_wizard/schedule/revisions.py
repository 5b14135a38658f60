"""How often a meeting has changed, as calendars count it: a number that never goes down."""

from __future__ import annotations

import datetime as dt

from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.schedule.given import given_to
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.rows import Row
from cop_wizard.schedule.slots import Slot
from cop_wizard.wording import date_words

_MOST = 100_000
"""The highest number that a plan can hold."""


def next_revision(row: Row, dates: Dates, more: int = 1) -> str:
    """The ``revision`` to write for a meeting that changes; what cannot be counted on is told in the notes."""
    said = row.meeting.revision
    before = said if isinstance(said, int) else 0
    number = min(before + more, _MOST)
    day = date_words(row.day)
    if said is not None and not isinstance(said, int):
        told = _("The `revision` of the meeting on {day} was no number (“{words}”). From now on it is {number}.")
        dates.notes.append(told.format(day=day, words=said, number=number))
    elif number < before + more:
        told = _("The `revision` of the meeting on {day} cannot count further, so calendars may miss this change.")
        dates.notes.append(told.format(day=day))
    return str(number)


def sequence(meeting: Meeting, slot: Slot) -> int:
    """The SEQUENCE of a meeting in a calendar file: its ``revision``, and what was done by hand since it was written.

    Two more if it is called off; three more if a person has taken up what ``cop schedule`` called off, and one more if
    its day, hour or zone is not the one it was given. ``cop schedule`` counts on from there: never less than this.
    """
    counted = meeting.revision if isinstance(meeting.revision, int) else 0
    given = given_to(meeting)
    if meeting.status is MeetingStatus.CANCELLED:
        return counted + 2
    if given is None:
        return counted
    if given.cancelled:
        return counted + 3
    # A mark without a zone may be older than the zone of the series; `cop schedule` counts that one.
    zone = slot.zone if given.zone or meeting.zone is not None else ""
    now: tuple[dt.date | None, dt.time | None, str] = (slot.date, slot.start, zone)
    return counted + ((given.date, given.start, given.zone) != now)

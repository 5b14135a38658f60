"""The meetings as the guide's table of three columns. Source: CASS guide item 6.1."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from cop_wizard.documents.content.shapes import Block, Cell, CellPart, Table
from cop_wizard.i18n import _
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.slots import gatherings_of, has_several_zones, hour_words, nearest, zone_of

if TYPE_CHECKING:
    from cop_wizard.documents.content.answers import Answers

_MIDDLE = (
    "topics",
    "activities",
    "content",
    "led_by",
    "series",
    "format",
    "place",
    "reflection",
    "celebration",
    "kind",
    "outcomes",
    "principles",
    "forms",
    "joint_work",
    "certainty",
    "status",
    "record",
    "attended",
    "guests",
    "decisions",
    "learned",
    "emphases",
    "worth",
    "said",
    "next_time",
)
_MARKED = ("reflection", "celebration")


def meeting_table(meetings: list[Meeting], answers: Answers, plan: Plan) -> Table:
    """Date and time, then all that happens, then what is needed. Nothing a meeting holds is lost.

    An hour and a length that a meeting leaves blank are those of its series: a reader wants to know when to come. A
    time zone is only told where it is the meeting's own.
    """
    given = [meeting for meeting in meetings if any(value is not None for _name, value in meeting)]
    return Table(
        (_("Date & time"), _("Topics, activities, processes, content"), _("Resources")),
        tuple((_when(meeting, answers, plan), _what(meeting, answers), _needed(meeting, answers)) for meeting in given),
    )


def _when(meeting: Meeting, answers: Answers, plan: Plan) -> Cell:
    parts = [CellPart(answers.blocks(meeting.date))] if meeting.date is not None else []
    places = (meeting, *gatherings_of(plan, meeting.series)) if meeting.date is not None else (meeting,)
    start, zone = nearest(places, "start"), meeting.zone
    if zone is None and has_several_zones(plan):
        zone = zone_of(places) or None
    if isinstance(start, dt.time) and isinstance(zone, str):
        start, zone = hour_words(start, zone), None
    times = (start, zone if start is not None or meeting.zone is not None else None, nearest(places, "length"))
    said = [answers.words(value) for value in times if value is not None]
    if said:
        parts.append(CellPart((Block("paragraph", (_(", ").join(said),)),)))
    if not parts:
        return Cell((CellPart((Block("paragraph", (_("no date yet"),)),)),), muted=True)
    return Cell(tuple(parts))


def _what(meeting: Meeting, answers: Answers) -> Cell:
    parts = []
    for name in _MIDDLE:
        value: Any = getattr(meeting, name)
        if value is None or value == []:
            continue
        label = "" if name == "topics" else answers.label(Meeting, name)
        parts.append(CellPart(answers.blocks(value), label, name if name in _MARKED else ""))
    return Cell(tuple(parts))


def _needed(meeting: Meeting, answers: Answers) -> Cell:
    return Cell((CellPart(answers.blocks(meeting.resources)),)) if meeting.resources is not None else Cell(())


def dated(meetings: list[Meeting]) -> list[tuple[dt.date, Meeting]]:
    """The meetings that have a calendar date, in the order of their dates."""
    found = [(meeting.date, meeting) for meeting in meetings if isinstance(meeting.date, dt.date)]
    return sorted(found, key=lambda pair: pair[0])

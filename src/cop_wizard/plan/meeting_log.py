"""The log of one meeting in a file of its own: what came of it, who does what until when, what is kept."""

from __future__ import annotations

from cop_wizard.plan.base import Part
from cop_wizard.plan.choices import Emphasis, Worth
from cop_wizard.plan.collaborative_plan import Decision
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.results import Keepsake
from cop_wizard.plan.types import Answer, Line, Many, Paragraph, PersonName


class MeetingLog(Part):
    """``meeting`` names the meeting, by its day or its number; all else stands as in `Meeting` and in the plan."""

    meeting: Answer[Line] = None
    attended: Answer[Many[PersonName]] = None
    guests: Answer[Many[Line]] = None
    record: Answer[Paragraph] = None
    decisions: Answer[Many[Decision]] = None
    learned: Answer[Paragraph] = None
    emphases: Answer[Many[Emphasis]] = None
    worth: Answer[Worth] = None
    said: Answer[Many[Line]] = None
    next_time: Answer[Many[Line]] = None
    reflection: Answer[Line] = None
    celebration: Answer[Line] = None
    todo: Answer[Many[Todo]] = None
    repertoire: Answer[Many[Keepsake]] = None

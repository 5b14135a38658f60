"""The plan as a document: its version, who approved it, who may change it, where it disagrees with another one."""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import DocumentStatus
from cop_wizard.plan.types import Answer, Date, ForMembers, Line, Many, Paragraph, Stamp, Who


class Version(Part):
    """An earlier version, and what changed with it."""

    version: Answer[Line] = None
    on: Answer[Date] = None
    what: Answer[Line] = None
    by: Answer[Line] = None


class Conflict(Part):
    """Another document that says something else, about what, and which of the two holds."""

    document: Answer[Line] = None
    about: Answer[Line] = None
    holds: Answer[Line] = None


class PlanDocument(SectionPart):
    """The plan's own papers.

    ``replaces`` names the document that this one takes the place of. ``calendar_id`` tells calendars that two files are
    about the same community; ``cop schedule`` writes it.
    """

    version: Answer[Line] = None
    status: Answer[DocumentStatus] = None
    approved_by: Answer[Who] = None
    approved_on: Answer[Date] = None
    changed_by: ForMembers[Paragraph] = None
    replaces: Answer[Line] = None
    history: ForMembers[Many[Version]] = None
    conflicts: ForMembers[Many[Conflict]] = None
    calendar_id: Answer[Stamp] = None

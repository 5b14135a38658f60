"""A person's own file: what was learned, and what changes in that person's practice. It belongs to that person alone.

Source: CASS guide items 8.1 to 8.5 (standards, new learning, transfer, self-reflective practices).
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part
from cop_wizard.plan.choices import Standard
from cop_wizard.plan.types import Answer, Date, Line, Many, OrOwn, Paragraph

OwnOrStandard = Annotated[Standard | str, OrOwn(Standard)]


class Reflection(Part):
    """One moment of looking back: after what (``occasion``), what was learned, what changes ``by`` when, what shows it.

    ``standard`` is the professional standard that it speaks to, if one applies to the person.
    """

    on: Answer[Date] = None
    occasion: Answer[Line] = None
    learned: Answer[Paragraph] = None
    change: Answer[Paragraph] = None
    by: Answer[Date] = None
    evidence: Answer[Paragraph] = None
    practices: Answer[Paragraph] = None
    standard: Answer[OwnOrStandard] = None


class ReflectionFile(Part):
    """All that one person wrote down about one community."""

    community: Answer[Line] = None
    reflections: Answer[Many[Reflection]] = None

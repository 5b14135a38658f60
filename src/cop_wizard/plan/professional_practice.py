"""Section 8: how members' own reflection is supported. Source: CASS guide items 8.1 to 8.5.

The learning itself belongs to each person and has no place in the shared plan.
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.choices import Standard
from cop_wizard.plan.types import Answer, ForMembers, Many, OrOwn, Paragraph

OwnOrStandard = Annotated[Standard | str, OrOwn(Standard)]


class ProfessionalPractice(SectionPart):
    """What the community does so that each member's learning reaches that member's own practice."""

    standards: Answer[Many[OwnOrStandard]] = None
    learning: ForMembers[Paragraph] = None
    transfer: ForMembers[Paragraph] = None
    reflective_practices: ForMembers[Paragraph] = None
    support: ForMembers[Paragraph] = None

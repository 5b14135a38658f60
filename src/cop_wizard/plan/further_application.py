"""Section 9: where else the model could help. Source: CASS guide items 9.1 to 9.3; Killion handout item S3.2."""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.choices import TeamKind
from cop_wizard.plan.shapes import OwnOrPurpose
from cop_wizard.plan.types import Answer, ForMembers, Line, Many, OrOwn, Paragraph

OwnOrTeamKind = Annotated[TeamKind | str, OrOwn(TeamKind)]


class ExistingTeam(Part):
    """A team or structure that could become a community of practice, and what would have to change."""

    name: Answer[Line] = None
    kind: Answer[OwnOrTeamKind] = None
    change: Answer[Line] = None


class FurtherApplication(SectionPart):
    """Other uses of the model inside the organisation."""

    uses: Answer[Many[OwnOrPurpose]] = None
    possibilities: Answer[Many[Line]] = None
    benefits: Answer[Paragraph] = None
    existing_teams: ForMembers[Many[ExistingTeam]] = None

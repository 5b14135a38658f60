"""The whole plan: the register of sections, in the guide's order."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.care import Care
from cop_wizard.plan.collaborative_plan import CollaborativePlan
from cop_wizard.plan.communication import Communication
from cop_wizard.plan.document import PlanDocument
from cop_wizard.plan.further_application import FurtherApplication
from cop_wizard.plan.launch import Launch
from cop_wizard.plan.leadership import Leadership
from cop_wizard.plan.life import Life
from cop_wizard.plan.membership import Membership
from cop_wizard.plan.norms import Norms
from cop_wizard.plan.professional_practice import ProfessionalPractice
from cop_wizard.plan.purpose import Purpose
from cop_wizard.plan.resources import Resources
from cop_wizard.plan.results import Results
from cop_wizard.plan.reviews import Review
from cop_wizard.plan.shapes import FreeSection, Group
from cop_wizard.plan.types import Answer, Date, ForMembers, Kind, Line, Many, Paragraph, from_text

SCHEMA_VERSION = 2
"""The version of the file's shape that this program writes."""


class _VersionSchema:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return from_text(_version, int, "count")


def _version(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and int(text) > 0):
        raise PydanticCustomError("no_such_version", "no such version", {"given": text, "newest": SCHEMA_VERSION})
    if int(text) > SCHEMA_VERSION:
        raise PydanticCustomError("newer_version", "newer version", {"given": text, "newest": SCHEMA_VERSION})
    return int(text)


class Organization(SectionPart):
    """Where the community is at home. ``values`` is said once, for the norms to be held against (S0 4.2)."""

    name: Answer[Line] = None
    values: Answer[Paragraph] = None


class Todo(Part):
    """Something to be done: a question put off, or a step that a review or a meeting led to.

    ``question`` is the key path of what was put off; ``origin`` says what else it came of, such as "six-elements,
    2026-11-20". ``done`` is the day on which it was seen to.
    """

    question: Answer[Line] = None
    note: Answer[Line] = None
    owner: Answer[Line] = None
    by: Answer[Date] = None
    origin: Answer[Line] = None
    done: Answer[Date] = None


class Plan(Part):
    """One community's plan. Nothing is required: what is missing is unfinished, never wrong."""

    schema_version: Annotated[int, _VersionSchema(), Kind("version")]
    guide: Answer[Line] = None
    language: Answer[Line] = None
    title: Answer[Line] = None
    organization: Organization = Field(default_factory=Organization)
    purpose: Purpose = Field(default_factory=Purpose)
    membership: Membership = Field(default_factory=Membership)
    leadership: Leadership = Field(default_factory=Leadership)
    norms: Norms = Field(default_factory=Norms)
    launch: Launch = Field(default_factory=Launch)
    collaborative_plan: CollaborativePlan = Field(default_factory=CollaborativePlan)
    results: Results = Field(default_factory=Results)
    professional_practice: ProfessionalPractice = Field(default_factory=ProfessionalPractice)
    further_application: FurtherApplication = Field(default_factory=FurtherApplication)
    groups: Answer[Many[Group]] = None
    resources: Resources = Field(default_factory=Resources)
    communication: Communication = Field(default_factory=Communication)
    care: Care = Field(default_factory=Care)
    life: Life = Field(default_factory=Life)
    document: PlanDocument = Field(default_factory=PlanDocument)
    sections: ForMembers[Many[FreeSection]] = None
    todo: ForMembers[Many[Todo]] = None
    reviews: ForMembers[Many[Review]] = None

"""What the pictures are about, gathered from one plan: the plan's own words, and no geometry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.pictures.of_plan.characteristics import Characteristic, characteristics_of
from cop_wizard.documents.pictures.of_plan.groups import Nested, nested_of
from cop_wizard.documents.pictures.of_plan.leading import Duty, Leading, duties_of, leading_of
from cop_wizard.documents.pictures.of_plan.life import Life, life_of
from cop_wizard.documents.pictures.of_plan.meetings import Meetings, meetings_of
from cop_wizard.documents.pictures.of_plan.models import Models, models_of
from cop_wizard.documents.pictures.of_plan.people import Person, Ring, rings_of
from cop_wizard.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Subjects:
    """Everything the pictures show. ``unplaced`` people have no level yet; ``duties`` is empty where none is told."""

    characteristics: tuple[Characteristic, ...]
    rings: tuple[Ring, ...]
    unplaced: tuple[Person, ...]
    meetings: Meetings
    nested: Nested
    leading: Leading
    duties: tuple[Duty, ...]
    life: Life
    models: Models


def subjects_of(plan: Plan, answers: Answers, today: dt.date) -> Subjects:
    """The subjects of the pictures, in the words of the plan and its guide."""
    rings, unplaced = rings_of(plan, answers)
    return Subjects(
        characteristics=characteristics_of(plan, answers),
        rings=rings,
        unplaced=unplaced,
        meetings=meetings_of(plan, today),
        nested=nested_of(plan, answers),
        leading=leading_of(plan, answers),
        duties=duties_of(plan, answers),
        life=life_of(plan, answers),
        models=models_of(answers),
    )

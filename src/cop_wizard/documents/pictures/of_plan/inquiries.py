"""What an inquiry says of each of its steps. Sources: Killion handout items S3.18 (four) and S3.19 (five)."""

from __future__ import annotations

from cop_wizard.documents.pictures.of_plan.models import Mark, Model, Models
from cop_wizard.plan.choices import CycleMethod, ImprovementStep, InquiryStep
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.results import Cycle
from cop_wizard.wording import one_line

_STEPS = {CycleMethod.PDSA: InquiryStep, CycleMethod.IMPROVEMENT: ImprovementStep}


def model_of_inquiry(cycle: Cycle, models: Models) -> Model:
    """The steps that the inquiry goes by: four, or five where it says so or only speaks of those."""
    five = cycle.method is CycleMethod.IMPROVEMENT or (
        cycle.method is None and not _told(cycle, CycleMethod.PDSA) and bool(_told(cycle, CycleMethod.IMPROVEMENT))
    )
    return models.improvement if five else models.inquiry


def steps_told(cycle: Cycle) -> tuple[Mark, ...]:
    """Its steps of which anything was written down, with those words."""
    return (*_told(cycle, CycleMethod.PDSA), *_told(cycle, CycleMethod.IMPROVEMENT))


def _told(cycle: Cycle, method: CycleMethod) -> tuple[Mark, ...]:
    said = ((str(step), getattr(cycle, step)) for step in _STEPS[method])
    return tuple(Mark(step, 1.0, one_line(words)) for step, words in said if isinstance(words, str) and is_told(words))

"""Where the community stands in its life. Sources: Killion handout items S3.11 and S3.20."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.pictures.of_plan.models import Model, model_of
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LifeStage, Phase
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.life import PhaseDates
from cop_wizard.plan.plan import Plan
from cop_wizard.values import rows
from cop_wizard.wording import short_date


@dataclass(frozen=True, slots=True)
class PhaseTold:
    """What the plan says of one phase: when it is or was, each time in one or two lines, and notes."""

    when: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """The six phases of building a community and the five stages of its growing; both are told by their items' keys.

    ``phase`` and ``stage`` are where it is, or "". ``told`` holds the phases in their order.
    """

    phases: Model
    told: tuple[PhaseTold, ...]
    phase: str
    stages: Model
    stage: str

    @property
    def has_phases(self) -> bool:
        """Whether the plan says anything of the phases."""
        return bool(self.phase) or any(one.when or one.notes for one in self.told)


def life_of(plan: Plan, answers: Answers) -> Life:
    """The phases with their dates, and the stage."""
    given: list[PhaseDates] = rows(plan.life.phases)
    phase, stage = plan.life.phase, plan.life.stage
    return Life(
        model_of(Phase, answers, "cambridge-2005"),
        tuple(_told([one for one in given if one.phase is phase], answers) for phase in Phase),
        str(phase) if isinstance(phase, Phase) else "",
        model_of(LifeStage, answers, "wenger-mcdermott-snyder-2002", "page 69"),
        str(stage) if isinstance(stage, LifeStage) else "",
    )


def _told(given: list[PhaseDates], answers: Answers) -> PhaseTold:
    when = (_span(_day(one.begins, answers), _day(one.ends, answers)) for one in given)
    notes = (answers.words(one.note) for one in given if isinstance(one.note, str))
    return PhaseTold(tuple(lines for lines in when if lines), tuple(notes))


def _day(value: object, answers: Answers) -> str:
    if isinstance(value, dt.date):
        return f"{short_date(value)} {value.year}"
    return answers.words(value) if isinstance(value, str) and not is_filler(value) else ""


def _span(begins: str, ends: str) -> tuple[str, ...]:
    if begins and ends:
        return (begins,) if begins == ends else (_("{first} –").format(first=begins), ends)
    if begins:
        return (_("from {date}").format(date=begins),)
    return (_("until {date}").format(date=ends),) if ends else ()

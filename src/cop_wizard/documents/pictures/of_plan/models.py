"""The models that the sources draw, and what a review can say of each of their parts.

The names of the parts, and what they mean, are those of the guide's vocabulary. A plan says nothing about them: until
a review does, the pictures are drawn without a mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.plan.choices import CollaborationLevel, DesignPrinciple, ImprovementStep, InquiryStep
from cop_wizard.plan.types import Choice


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a model. ``key`` is its name in the closed list, ``meaning`` a sentence."""

    key: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a review says of the item ``key``: how much of it there is, from 0 to 1, and in a few words."""

    key: str
    share: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """The parts of a model in their order, and the work it is from, as a citation has it."""

    items: tuple[Item, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Models:
    """The models without a place in the plan."""

    principles: Model
    improvement: Model
    inquiry: Model
    collaboration: Model


def models_of(answers: Answers) -> Models:
    """Sources: Staempfli tool item S2.9; Killion handout items S3.18, S3.19 and S3.21."""
    return Models(
        model_of(DesignPrinciple, answers, "staempfli-2020"),
        model_of(ImprovementStep, answers, "hirsh-crow", "page 18"),
        model_of(InquiryStep, answers, "killion-handout", "Plan-Do-Study-Act"),
        model_of(CollaborationLevel, answers, "little-1990"),
    )


def model_of(kind: type[Choice], answers: Answers, source: str, where: str = "") -> Model:
    """A closed list as a model."""
    items = tuple(Item(str(one), answers.words(one), answers.meaning(one)) for one in kind)
    return Model(items, answers.cite(source, where))

"""What an instrument is: items to look at, levels to choose from, and columns that people fill in their own words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from cop_wizard.guide.model import GuidePart, YesNo
from cop_wizard.plan.choices import LifeStage
from cop_wizard.plan.types import Choice, Line, Many, Paragraph


class Kind(Choice):
    """What is done with the items: a review rates each, a conversation talks each over, a sorter finds which fits."""

    REVIEW = "review"
    CONVERSATION = "conversation"
    SORTER = "sorter"


class Field(Choice):
    """What people say of an item in their own words, beside its level; each is a field of `plan.reviews.Rating`."""

    EVIDENCE = "evidence"
    EXAMPLE = "example"
    SIGNS = "signs"
    RESPONSE = "response"
    CHARACTERISTICS = "characteristics"
    SUPPORTS = "supports"
    OWNER = "owner"
    NOTE = "note"


class Level(GuidePart):
    """One of the levels of a scale. ``calls``: at this level something should be done.

    In an own instrument a level may be its label alone, and its ``id`` follows from that.
    """

    id: Line = ""
    label: Line
    help: Line = ""
    calls: YesNo = False

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"label": value} if isinstance(value, str) else value


class Column(GuidePart):
    """What people are asked to write beside an item, under which heading."""

    field: Field
    label: Line
    prompt: Line


class Item(GuidePart):
    """One thing to look at. ``id`` stays the same in every language and over the years.

    ``name`` and ``question`` may be left out where a closed list has a name and a sentence for it. ``levels`` are its
    own, where those of the instrument do not fit. ``concerns`` names the places of the plan where something can be done
    about it. In an own instrument an item may be its question alone, and its ``id`` follows from its name or its
    question.
    """

    id: Line = ""
    name: Line = ""
    question: Line = ""
    help: Paragraph = ""
    levels: Many[Level] = []
    concerns: Many[Line] = []

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"question": value} if isinstance(value, str) else value


class InstrumentFile(GuidePart):
    """An instrument as it is written, also by anybody for their own use.

    ``names`` is the closed list, or the form of the plan, whose labels name the items. ``stages``: when in the life of
    a community it is worth the time. ``more`` asks for what is not on the list, where there is room for it.
    """

    title: Line
    about: Paragraph = ""
    kind: Kind = Kind.REVIEW
    minutes: Line = ""
    source: Line = ""
    where: Line = ""
    covers: Many[Line] = []
    names: Line = ""
    stages: Many[LifeStage] = []
    levels: Many[Level] = []
    columns: Many[Column] = []
    more: Line = ""
    items: Many[Item] = []


class Instrument(BaseModel):
    """An instrument ready for use: every item has a name and its levels, the lowest first.

    ``names`` is the closed list that its items are of, or "". One without items asks only for what is on nobody's list:
    ``more`` says for what, ``levels`` are those to choose from.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    title: str
    about: str
    kind: Kind
    minutes: str
    source: str
    where: str
    covers: tuple[str, ...]
    names: str
    stages: tuple[LifeStage, ...]
    columns: tuple[Column, ...]
    more: str
    levels: tuple[Level, ...]
    items: tuple[Item, ...]

    @property
    def usual_levels(self) -> tuple[Level, ...]:
        """The levels of most items; none where people only write."""
        return tuple(self.items[0].levels) if self.items else self.levels

    def item(self, name: str) -> Item | None:
        """The item with this id, or ``None``."""
        return next((item for item in self.items if item.id == name), None)

"""What a guide is: sections of questions over the fields of a plan, in words that a translation can replace."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from cop_wizard.plan.choices import PurposeKind
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.types import Choice, Line, Many, Paragraph, from_text
from cop_wizard.values import KeyPath


class _YesNoSchema:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return from_text(_yes_no, bool, "yes or no")


def _yes_no(text: str) -> bool:
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if text.casefold() not in answers:
        raise PydanticCustomError("not_a_choice", "not a choice", {"given": text, "choices": ["yes", "no"]})
    return answers[text.casefold()]


YesNo = Annotated[bool, _YesNoSchema()]


class GuidePart(BaseModel):
    """A mapping in a guide file. Unknown keys are refused; ``x-`` keys are left alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_blanks_out(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if item is not None and not str(key).startswith("x-")}
        if isinstance(value, cls):
            return value
        raise PydanticCustomError("not_a_mapping", "not a mapping", {"given": str(value)[:60]})


class Stage(Choice):
    """When a question can be answered: while planning, once the community meets, or only when it looks back."""

    BEFORE = "before"
    UNDER_WAY = "under_way"
    AFTERWARDS = "afterwards"


class Condition(GuidePart):
    """The question applies only where the answer to another one holds one of these values."""

    question: Line
    any_of: Many[Line]


class Question(GuidePart):
    """One question. It asks one key path of the plan and says which items of the sources it covers.

    ``title`` is the heading over the answer in documents, ``prompt`` what is asked, ``why`` the reason given on
    request, ``example`` an answer that could be real, ``source`` a key of the bibliography with ``where`` in it.
    ``first`` names the choices or rows offered before the others; ``preset`` is filled in beforehand and can be
    changed; ``ordered`` asks which of several choices matters most. ``deeper`` questions are not part of the walk: they
    wait on the review screen for those who need them. A question of an own guide may leave out all but
    ``asks``; the rest then comes from the guide it extends.
    """

    asks: Line
    title: Line = ""
    prompt: Line = ""
    why: Paragraph = ""
    example: Paragraph = ""
    source: Line = ""
    where: Line = ""
    covers: Many[Line] = []
    required: YesNo = False
    stage: Stage = Stage.BEFORE
    when: Condition | None = None
    first: Many[Line] = []
    preset: Line = ""
    ordered: YesNo = False
    deeper: YesNo = False

    @property
    def path(self) -> KeyPath:
        """The key path it asks, for example ``("purpose", "focus")``."""
        return tuple(self.asks.split("."))


class Section(GuidePart):
    """A section of a guide: two or three sentences of introduction and the questions in their order.

    ``numbered`` is no for questions before the guide proper, such as the community's name. A ``deeper`` section is a
    chapter: all of its questions wait for those who need them.
    """

    id: Line
    title: Line
    numbered: YesNo = True
    deeper: YesNo = False
    intro: Paragraph = ""
    questions: Many[Question]

    def waiting(self, deeper: bool) -> Section:
        """The section with all of its questions waiting, or with none."""
        questions = [question.model_copy(update={"deeper": deeper}) for question in self.questions]
        return self.model_copy(update={"deeper": deeper and self.deeper, "questions": questions})


class Term(GuidePart):
    """A word of the field, explained in the guide's own words."""

    term: Line
    meaning: Paragraph
    source: Line = ""
    where: Line = ""


class Point(GuidePart):
    """One item under a topic, such as one of the three characteristics. ``id`` stays the same in every language.

    ``fits``: the purposes for which it is a reason.
    """

    id: Line
    name: Line
    text: Paragraph
    source: Line = ""
    where: Line = ""
    fits: Many[PurposeKind] = []


class Topic(GuidePart):
    """Something a guide explains without asking about it. ``covers`` names items of the sources, as questions do."""

    id: Line
    title: Line
    text: Paragraph
    points: Many[Point] = []
    source: Line = ""
    where: Line = ""
    covers: Many[Line] = []


class Label(GuidePart):
    """How one item of a closed list is called, and what it means.

    ``also`` are other words for it, in any language, that people write when they mean it.
    """

    label: Line
    help: Line = ""
    also: Many[Line] = []


class FieldWords(GuidePart):
    """How one field of a list item is called, and how it is asked."""

    label: Line
    prompt: Line = ""
    help: Line = ""
    example: Line = ""


class PartWords(GuidePart):
    """How the rows of a list (or of a fixed table) are called: ``one`` seat, ``many`` seats, and their fields.

    ``first`` names the fields asked as soon as a row is added; the others wait until they are wanted.
    """

    one: Line
    many: Line
    first: Many[Line] = []
    fields: dict[str, FieldWords]


class Vocabulary(GuidePart):
    """The words for closed lists and for the fields of list items, shared by all guides of a language."""

    choices: dict[str, dict[str, Label]]
    parts: dict[str, PartWords]

    @cached_property
    def meanings(self) -> dict[str, dict[str, str]]:
        """For each closed list its items by everything they are called, folded as `folded` does it."""
        return {
            name: {folded(words): item for item, label in labels.items() for words in (*label.also, label.label)}
            for name, labels in self.choices.items()
        }


class Work(GuidePart):
    """A source: a bibliography entry. ``listed_by`` names the sources whose own reading lists hold it, by their keys.

    ``short`` is the author as a citation has it, where the full name is longer than a citation should be.
    """

    key: Line
    author: Line
    short: Line = ""
    year: Line = ""
    title: Line
    published: Line = ""
    link: Line = ""
    listed_by: Many[Line] = []


class Glossary(GuidePart):
    """The file of explained words."""

    terms: Many[Term]


class Background(GuidePart):
    """The file of what the guides explain: what a community of practice is, and why it helps."""

    topics: Many[Topic]


class Works(GuidePart):
    """The file of sources."""

    works: Many[Work]


class GuideInfo(GuidePart):
    """A built-in guide's own file: what it is called and which section files it has, in order.

    Without sections it walks through all of the guide it extends, and lets no question wait.
    """

    title: Line
    description: Paragraph
    minutes: Line
    source: Line
    extends: Line = ""
    sections: Many[Line] = []


class OwnGuide(GuidePart):
    """A guide in one file, written by anybody."""

    title: Line
    description: Paragraph = ""
    minutes: Line = ""
    language: Line = "en"
    extends: Line = "cass"
    sections: Many[Section]


class Guide(BaseModel):
    """A guide ready for use: every question complete, with the vocabulary and bibliography of its language."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)

    name: str
    title: str
    description: str
    minutes: str
    language: str
    sections: tuple[Section, ...]
    vocabulary: Vocabulary
    works: tuple[Work, ...]

    def questions(self) -> list[Question]:
        """All questions in the guide's order."""
        return [question for section in self.sections for question in section.questions]

    def question(self, asks: str) -> Question | None:
        """The question that asks this key path, written with dots, or ``None``."""
        return next((question for question in self.questions() if question.asks == asks), None)

    def label(self, choice: Choice | str) -> str:
        """An item of a closed list as people read it; own words as they are."""
        known = self.vocabulary.choices.get(type(choice).__name__, {})
        return known[str(choice)].label if str(choice) in known else str(choice)

    def cite(self, key: str, where: str = "") -> str:
        """A short citation, ``CASS (2024), page 5``, or "" for a key that is not in the bibliography."""
        work = next((work for work in self.works if work.key == key), None)
        if work is None:
            return ""
        author = work.short or work.author
        named = f"{author} ({work.year})" if work.year else author
        return f"{named}, {where}" if where else named

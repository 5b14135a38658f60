"""A set of questions as a worksheet: printed with room to write, for a meeting without a screen.

`Worksheet` describes it plainly, so that any set of questions can become one; `guide_worksheet` makes it of a guide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.paper import Piece, Room, Ticks
from cop_wizard.documents.subject import Subject
from cop_wizard.guide.model import Guide, Question, Section, Stage
from cop_wizard.i18n import _
from cop_wizard.instruments.model import Instrument, Item
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.fields import allows_own, asked_keys, choices_of, item_type, kind_of, part_type, type_at
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.plan.types import Choice
from cop_wizard.progress import standings
from cop_wizard.wording import one_line

_LINES = {"paragraph": 3}
"""Lines to write an answer on, by its kind; one for all others."""
_LINES_OF_A_LIST = 3
_ROWS = 4
"""Empty rows of a table, unless more are usual."""
_MANY_ROWS = {"membership.roster": 10, "collaborative_plan.meetings": 8}
_COLUMNS = 4
"""So many columns can be written in by hand."""
_MEETING_COLUMNS = ("date", "topics", "resources")
"""The guide's table of meetings (CASS guide item 6.1); its hours stand in the first column."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its ``prompt``, and in small type ``about`` when it is answered and why it is asked.

    ``needed``: a finished plan has to answer it. ``options`` are boxes to tick, each with a note that may be "". Room
    to write is so many ``lines``; with ``columns`` a table of so many empty rows, after those that ``rows`` names.
    ``label`` stands over the room, or is "".
    """

    prompt: str
    about: str = ""
    needed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 0
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    label: str = ""

    @property
    def room(self) -> tuple[Piece, ...]:
        """Where the answer goes."""
        ticks = (Ticks(self.options),) if self.options else ()
        room = (Room(self.lines, self.label, self.columns, self.rows),) if self.lines or self.rows else ()
        return (*ticks, *room)


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that belong together, under a title and a few sentences that may be ""."""

    title: str
    intro: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A set of questions: a guide, or any other."""

    title: str
    intro: str
    parts: tuple[Part, ...]

    @property
    def needed(self) -> bool:
        """Whether some of the questions have to be answered."""
        return any(one.needed for part in self.parts for one in part.asked)


def blank_subject(subject: Subject) -> Subject:
    """The subject with an empty plan, which keeps no more than the names that stand at the head of a page."""
    plan, organization = subject.plan, subject.plan.organization
    empty = Plan(
        schema_version=SCHEMA_VERSION,
        title=plan.title,
        organization=organization.model_copy(update={"values": None}),
    )
    nothing = standings(subject.guide, {}, subject.today)
    return replace(subject, plan=empty, standings=nothing, home="", left_out=())


def guide_worksheet(guide: Guide) -> Worksheet:
    """The questions that a guide walks through, in its order."""
    parts, number = [], 0
    for section in guide.sections:
        asked = tuple(_asked(question, guide) for question in section.questions if not question.deeper)
        number += bool(asked) and section.numbered
        if asked:
            parts.append(Part(_heading(section, number), one_line(section.intro), asked))
    return Worksheet(one_line(guide.title), one_line(guide.description), tuple(parts))


def instrument_worksheet(instrument: Instrument) -> Worksheet:
    """The items of an instrument, with their levels to tick and room for what people say of each."""
    columns = tuple(column.label for column in instrument.columns)
    asked = [_item(number, item, columns) for number, item in enumerate(instrument.items, start=1)]
    if instrument.more:
        asked.append(Asked(instrument.more, lines=_LINES_OF_A_LIST))
    who = Asked(_("Who has looked, and when?"), lines=1)
    return Worksheet(instrument.title, one_line(instrument.about), (Part(_("What you see"), "", (*asked, who)),))


def _item(number: int, item: Item, columns: tuple[str, ...]) -> Asked:
    words = (
        item.name
        if item.name == item.question
        else _("{name}: {question}").format(name=item.name, question=item.question)
    )
    several = len(columns) > 1
    return Asked(
        prompt=_("{number}. {title}").format(number=number, title=words),
        about=one_line(item.help),
        options=tuple((level.label, level.help) for level in item.levels),
        lines=1 if several else 2 if columns else 0,
        columns=columns if several else (),
        label="" if several or not columns else columns[0],
    )


def _heading(section: Section, number: int) -> str:
    title = one_line(section.title)
    return _("{number}. {title}").format(number=number, title=title) if section.numbered else title


def _asked(question: Question, guide: Guide) -> Asked:
    return Asked(
        prompt=one_line(question.prompt),
        about=" ".join(filter(None, (*_when(question, guide), one_line(question.why)))),
        needed=question.required,
        **_room(question, guide),
    )


def _when(question: Question, guide: Guide) -> Iterator[str]:
    if question.stage is Stage.UNDER_WAY:
        yield _("Once you are under way.")
    if question.stage is Stage.AFTERWARDS:
        yield _("Afterwards.")
    if question.when is not None and (other := guide.question(question.when.question)) is not None:
        answers = _(" or ").join(_labels(other, question.when.any_of, guide))
        yield _("Only if you answered “{question}” with: {answers}.").format(
            question=one_line(other.prompt), answers=answers
        )


def _labels(question: Question, items: Sequence[str], guide: Guide) -> Iterator[str]:
    """How items of the list that answers ``question`` are called."""
    annotation = type_at(Plan, question.path)
    choices = choices_of(item_type(annotation) or annotation)
    for item in items:
        yield guide.label(choices(item)) if choices and item in set(choices) else item


def _room(question: Question, guide: Guide) -> dict[str, Any]:
    """What `Asked` says of the room to answer in, from the type of the answer."""
    annotation = type_at(Plan, question.path)
    inner = item_type(annotation)
    choices, part = choices_of(inner or annotation), part_type(inner or annotation)
    if choices is not None:
        return _choice(question, choices, guide, inner or annotation)
    if part is not None:
        return _table(question.asks, part, guide) if inner else _form(part, guide)
    lines = _LINES_OF_A_LIST if inner else _LINES.get(kind_of(annotation), 1)
    return {"lines": lines}


def _choice(question: Question, choices: type[Choice], guide: Guide, annotation: Any) -> dict[str, Any]:
    labels = guide.vocabulary.choices.get(choices.__name__, {})
    options = tuple((guide.label(item), labels[item.value].help if item.value in labels else "") for item in choices)
    own = {"lines": 1, "label": _("Or in your own words")} if allows_own(annotation) else {}
    return {"options": options, **own}


def _form(part: type[BaseModel], guide: Guide) -> dict[str, Any]:
    answers = Answers(guide)
    keys = _first(part, guide) or asked_keys(part, ())
    return {"columns": ("", ""), "rows": tuple(answers.label(part, key) for key in keys)}


def _table(asks: str, part: type[BaseModel], guide: Guide) -> dict[str, Any]:
    answers = Answers(guide)
    columns = tuple(answers.label(part, key) for key in _columns(asks, part, guide))
    return {"columns": columns, "lines": _MANY_ROWS.get(asks, _ROWS)}


def _columns(asks: str, part: type[BaseModel], guide: Guide) -> tuple[str, ...]:
    if asks == "collaborative_plan.meetings":
        return _MEETING_COLUMNS
    first = _first(part, guide)
    further = (key for key in asked_keys(part, ()) if key not in first and _short(part, key))
    return tuple([*first, *further][:_COLUMNS])


def _first(part: type[BaseModel], guide: Guide) -> list[str]:
    """The fields of a row that are asked before the others."""
    words = guide.vocabulary.parts.get(part.__name__)
    return [key for key in asked_keys(part, ()) if words and key in words.first]


def _short(part: type[BaseModel], key: str) -> bool:
    """Whether a column for this could be written in, and is worth it: a yes or no seldom is."""
    annotation = type_at(part, (key,))
    return kind_of(annotation) != "paragraph" and choices_of(annotation) is not YesNo

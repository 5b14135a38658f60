"""All that a template sees of a plan: words in the guide's order, in a few shapes. Nothing here knows a format."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import Fact, key_facts, open_todos
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Answer, Block, Nothing
from cop_wizard.documents.pictures.subjects import Subjects, subjects_of
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _, language_in_use
from cop_wizard.plan.choices import DocumentStatus
from cop_wizard.plan.fields import as_data, asked_keys
from cop_wizard.plan.plan import Plan, Todo
from cop_wizard.progress import Share, Standing, State, filled, share
from cop_wizard.wording import date_words, one_line, plain_date, spoken

_LONGEST_NAME = 500
"""Nobody calls a community by more letters than that; set as a title they would fill dozens of pages."""

_IN_THE_HEADER = ("title", "organization.name")
_NOT_PRINTED = ("schema_version", "guide", "language", "todo", "reviews")


@dataclass(frozen=True, slots=True)
class TodoView:
    """Something put off: which question, and with what note, by whom, until when (each may be "")."""

    title: str
    note: str = ""
    owner: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question that has an answer. ``anchor`` names its place on the page."""

    anchor: str
    title: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class GapView:
    """A question without an answer. ``state``: ``open``, ``to-do`` or ``later``; ``todos``: what was noted about it."""

    title: str
    prompt: str
    state: str
    todos: tuple[TodoView, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the guide. ``number`` is "" for those the guide does not number."""

    anchor: str
    number: str
    title: str
    questions: tuple[QuestionView, ...]
    gaps: tuple[GapView, ...]
    todos: tuple[TodoView, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class Source:
    """A work the questions come from."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class View:
    """One plan, ready for a template.

    ``language`` is that of the program's own words: the plan's may be in another one (`content/speech.py`).
    ``title`` is never "" (``named`` tells whether the plan has one); ``version`` says which version it is and who
    approved it, or is ""; ``statement`` is the purpose in running text;
    ``more`` holds answers that this guide does not ask for, ``todos`` what was put off outside its questions;
    ``subjects`` is what pictures are drawn from; ``final`` leaves gaps out.
    """

    language: str
    title: str
    named: bool
    organization: str
    version: str
    statement: tuple[Block, ...]
    facts: tuple[Fact, ...]
    sections: tuple[SectionView, ...]
    more: tuple[QuestionView, ...]
    todos: tuple[TodoView, ...]
    subjects: Subjects
    share: Share
    final: bool
    guide: str
    sources: tuple[Source, ...]
    date: str


def plan_view(
    plan: Plan,
    guide: Guide,
    standings: Sequence[Standing],
    *,
    today: dt.date,
    title: str = "",
    final: bool = False,
    whole: Guide | None = None,
    public: bool = False,
) -> View:
    """What templates see of ``plan``, in the order and words of ``guide``.

    ``standings`` are those of the same plan and guide. ``title`` stands in where the plan has none. ``final`` leaves
    out what has no answer. ``whole`` is the full guide: it lends headings to answers that ``guide`` does not ask for.
    ``public``: everybody reads it.
    """
    answers = Answers(guide, final, public)
    todos: list[Todo] = open_todos(plan)
    own_title = plan.title if isinstance(plan.title, str) else ""
    name, statement = plan.organization.name, plan.purpose.statement
    asked = {question.asks for question in guide.questions()}
    return View(
        language=language_in_use(),
        title=_name(own_title or title) or _("A community of practice"),
        named=bool(own_title),
        organization=one_line(name) if isinstance(name, str) else "",
        version=_version(plan, answers),
        statement=blocks_of(statement) if isinstance(statement, str) else (),
        facts=key_facts(plan, answers, today),
        sections=tuple(_sections(plan, guide, standings, answers, todos, final)),
        more=tuple(_unasked(plan, asked, answers, whole or guide)),
        todos=() if final else tuple(_todo(todo, answers) for todo in todos if todo.question not in asked),
        subjects=subjects_of(plan, answers, today),
        share=share(standings),
        final=final,
        guide=one_line(guide.title),
        sources=sources_of(guide, [question.source for question in guide.questions() if question.source]),
        date=date_words(today),
    )


def _name(words: str) -> str:
    name = one_line(words)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _version(plan: Plan, answers: Answers) -> str:
    """Which version of the document this is, and who approved it when; "" where the plan says nothing of it."""
    document = plan.document
    said = [answers.words(document.version)] if isinstance(document.version, str) else []
    named = _("Version {version}") if said and said[0][:1].isdigit() else _("Version: {version}")
    words = [named.format(version=said[0])] if said else []
    if document.status is DocumentStatus.APPROVED:
        by = answers.words(document.approved_by) if isinstance(document.approved_by, str) else ""
        words.append(_("Approved by: {who}").format(who=by) if by else _("Approved"))
        words += [plain_date(document.approved_on)] if isinstance(document.approved_on, dt.date) else []
    elif document.status is not None and words:
        words.append(_("Not approved yet"))
    return _(" · ").join(words)


def _sections(
    plan: Plan, guide: Guide, standings: Sequence[Standing], answers: Answers, todos: list[Todo], final: bool
) -> Iterator[SectionView]:
    number = 0
    for section in guide.sections:
        number += section.numbered
        of_it = [standing for standing in standings if standing.section.id == section.id]
        view = SectionView(
            anchor=f"section-{_slug(section.id)}",
            number=str(number) if section.numbered else "",
            title=one_line(section.title) if section.numbered or number else _("About the community"),
            questions=tuple(_answered(plan, of_it, answers)),
            gaps=() if final else tuple(_gaps(of_it, todos, answers)),
            todos=() if final else tuple(_todos_of_answered(of_it, todos, answers)),
            share=share(of_it),
        )
        begun = section.numbered or not number or view.questions or any(gap.todos for gap in view.gaps)
        if (begun and view.gaps) or view.questions or view.todos:
            yield view


def _answered(plan: Plan, standings: Iterable[Standing], answers: Answers) -> Iterator[QuestionView]:
    for standing in standings:
        asks = standing.question.asks
        if asks in _IN_THE_HEADER and standing.state is State.ANSWERED:
            continue
        answer = answers.at(plan, standing.question.path)
        if (isinstance(answer, Nothing) and not answer.meant) or not (standing.settled or _keeps_a_place(plan, asks)):
            continue
        yield QuestionView(_slug(asks), one_line(standing.question.title or standing.question.prompt), answer)


def _keeps_a_place(plan: Plan, asks: str) -> bool:
    """Whether there are words that are no answer, such as TBD: they are printed as they are written."""
    value: object = plan
    for key in asks.split("."):
        value = getattr(value, key, None)
    return filled(as_data(value))


def _gaps(standings: Iterable[Standing], todos: list[Todo], answers: Answers) -> Iterator[GapView]:
    names = {State.OPEN: "open", State.TODO: "to-do", State.LATER: "later"}
    for standing in standings:
        question = standing.question
        if standing.state in names:
            noted = tuple(_todo(todo, answers) for todo in todos if todo.question == question.asks)
            prompt = one_line(question.prompt)
            yield GapView(one_line(question.title) or prompt, prompt, names[standing.state], noted)


def _todos_of_answered(standings: Iterable[Standing], todos: list[Todo], answers: Answers) -> Iterator[TodoView]:
    """Notes about questions that are answered by now, or no longer asked: kept, so that nothing is lost."""
    for standing in standings:
        if standing.settled or standing.state is State.NOT_ASKED:
            for todo in todos:
                if todo.question == standing.question.asks:
                    yield replace(_todo(todo, answers), title=one_line(standing.question.title))


def _todo(todo: Todo, answers: Answers) -> TodoView:
    given = (todo.note, todo.owner, todo.by, todo.origin)
    note, owner, by, origin = (answers.words(value) if value is not None else "" for value in given)
    if origin:
        note = _("{note} (came of: {origin})").format(note=note, origin=origin) if note else origin
    return TodoView(answers.words(todo.question) if todo.question is not None else "", note, owner, by)


def _unasked(plan: Plan, asked: set[str], answers: Answers, whole: Guide) -> Iterator[QuestionView]:
    for top in Plan.model_fields:
        for key in asked_keys(Plan, (top,)) or ("",):
            asks = f"{top}.{key}" if key else top
            if asks in asked or asks in _NOT_PRINTED or asks in _IN_THE_HEADER:
                continue
            answer = answers.at(plan, tuple(asks.split(".")))
            if not isinstance(answer, Nothing):
                question = whole.question(asks)
                yield QuestionView(_slug(asks), one_line(question.title) if question else spoken(asks), answer)


def sources_of(guide: Guide, keys: Iterable[str]) -> tuple[Source, ...]:
    """The works of these keys, each once, as the bibliography has them."""
    works = [work for key in dict.fromkeys(keys) for work in guide.works if work.key == key]
    return tuple(
        Source(
            ". ".join(part.rstrip(".") for part in (guide.cite(work.key), work.title, work.published) if part),
            work.link,
        )
        for work in works
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "x"

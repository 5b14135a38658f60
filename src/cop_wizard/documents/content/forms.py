"""Answers side by side, each under its label, for documents that show some of a plan and leave its blanks out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cop_wizard.documents.content.facts import said
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Answer, Cell, CellPart, Form, Line, Nothing, Row
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.fields import part_type, type_at
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.values import rows
from cop_wizard.wording import one_line, spoken


def answered(subject: Subject, asks: str) -> Answer | None:
    """The answer at a key path such as ``purpose.focus``; ``None`` where there is none, on purpose or not yet."""
    answer = subject.answers.at(subject.plan, tuple(asks.split(".")))
    if isinstance(answer, Form):
        kept = tuple(row for row in answer.rows if not isinstance(row.answer, Nothing))
        return Form(kept) if kept else None
    return None if isinstance(answer, Nothing) else answer


def title_of(subject: Subject, asks: str) -> str:
    """The heading of a question: the guide's, or the full guide's where this one does not ask it.

    A field of a small form, such as ``membership.entry.welcome``, is called as the guide's vocabulary says.
    """
    for guide in (subject.guide, subject.whole):
        question = guide.question(asks) if guide else None
        if question and question.title:
            return one_line(question.title)
    *around, field = asks.split(".")
    part_of = part_type(type_at(Plan, tuple(around)))
    return subject.answers.label(part_of, field) if part_of else spoken(asks)


def is_none(subject: Subject, asks: str) -> bool:
    """Whether the plan says that there is none, on purpose."""
    answer = subject.answers.at(subject.plan, tuple(asks.split(".")))
    return isinstance(answer, Nothing) and answer.meant


def rows_at(subject: Subject, *places: str) -> Iterator[Row]:
    """The answers there are at these key paths, each under its heading; those of a small form one by one."""
    for asks in places:
        answer = answered(subject, asks)
        if isinstance(answer, Form):
            yield from answer.rows
        elif answer is not None:
            yield Row(title_of(subject, asks), answer)


def holders_of(names: object) -> list[str]:
    """The names in a list of people; words that only keep a place ("TBD") are none."""
    return [one_line(name) for name in rows(names) if not is_filler(name)]


def names_row(label: str, names: Iterable[str]) -> Iterator[Row]:
    """A row of names one after the other, or none where there are none."""
    if words := _(", ").join(names):
        yield Row(label, Line(words))


def form(rows: Iterable[Row]) -> Form | str:
    """The rows as one piece, or "" where there are none."""
    kept = tuple(rows)
    return Form(kept) if kept else ""


def text(value: object) -> str:
    """What somebody wrote, on one line; "" for a blank and for "none, on purpose"."""
    found = said(value)
    return one_line(found) if isinstance(found, str) else ""


def person_words(person: Member) -> str:
    """Somebody's role and workplace, as far as they are known."""
    return _(", ").join(words for words in (text(person.role), text(person.organization)) if words)


def part(words: str, label: str = "", mark: str = "", brief: bool = False) -> CellPart:
    """Words as part of a cell."""
    return CellPart(blocks_of(words), label, mark, brief)


def cell(*parts: CellPart) -> Cell:
    """A cell of those parts that say anything."""
    return Cell(tuple(one for one in parts if one.blocks))

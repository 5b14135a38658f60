"""What letters and reports tell of a plan: words where somebody wrote some, and "" for a blank, "none", "TBD"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cop_wizard.documents.content.forms import answered
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Answer, Cell, Line, Lines, Table, Text
from cop_wizard.documents.subject import Subject
from cop_wizard.plan.filler import is_filler, is_told
from cop_wizard.wording import sentence_case


def told(subject: Subject, value: object) -> str:
    """One value on one line, in the words of the guide."""
    return subject.answers.words(value) if is_told(value) else ""


def each_told(subject: Subject, values: object) -> Iterator[str]:
    """The items of a list that say something, each on one line."""
    for value in values if isinstance(values, list) else ():
        if words := told(subject, value):
            yield words


def phrase(subject: Subject, value: object) -> str:
    """One value that stands alone, under a label or in a list: on one line, with a capital."""
    return sentence_case(told(subject, value))


def phrases(subject: Subject, values: object) -> list[str]:
    """The items of a list that say something, each as a `phrase`."""
    return [sentence_case(words) for words in each_told(subject, values)]


def points(value: object) -> list[str]:
    """Running text as points of a list: each of its paragraphs and of its items is one."""
    found: list[str] = []
    for block in blocks_of(written(value)):
        found += [" ".join(block.lines)] if block.kind == "paragraph" else block.lines
    return [sentence_case(one) for one in found]


def written(value: object) -> str:
    """Running text as it was written."""
    return value if isinstance(value, str) and is_told(value) else ""


def prose(value: object) -> Text | None:
    """Running text in its paragraphs and lists."""
    blocks = blocks_of(written(value))
    return Text(blocks) if blocks else None


def answer(subject: Subject, asks: str) -> Answer | str:
    """The answer at a key path such as ``launch.tools``."""
    found = answered(subject, asks)
    match found:
        case Text(blocks) if is_filler(" ".join(line for block in blocks for line in block.lines)):
            return ""
        case Line(text) if is_filler(text):
            return ""
        case Lines(items):
            kept = tuple(item for item in items if not is_filler(item))
            return Lines(kept) if kept else ""
    return found or ""


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table | str:
    """A table without the columns in which nothing stands; "" where nothing stands in any."""
    given = [row for row in rows if any(cell.parts for cell in row)]
    kept = [place for place in range(len(columns)) if any(row[place].parts for row in given)]
    if not kept:
        return ""
    return Table(tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in given))


def either(*things: Any) -> Any:
    """The first of the things that says something, or ""."""
    return next((thing for thing in things if thing), "")

"""What a plan still lacks: required questions without an answer, things put off, dates that are still words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from cop_wizard.checks.todos import is_question, put_off
from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import single_texts
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import InWords, parse_clock, parse_count, parse_date, parse_length
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing, State
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.yamltext.document import Document


def unfinished(document: Document, standings: Sequence[Standing]) -> list[Diagnostic]:
    """Everything in the plan that is not there yet. Nothing here makes a plan wrong."""
    return [
        *_open_questions(document, standings),
        *_put_off(document, standings),
        *_not_settled(document),
        *_optional(standings),
    ]


def _not_settled(document: Document) -> Iterator[Diagnostic]:
    """What is there, but not as it should be in the end, in the order of the text. What to do is said once."""
    told = ""
    found = [*_in_words(document), *_fillers(document)]
    for one in sorted(found, key=lambda one: one.span.start.offset if one.span else 0):
        yield replace(one, hint="") if one.code == "COP306" and told == one.hint else one
        told = one.hint if one.code == "COP306" else told


def _open_questions(document: Document, standings: Sequence[Standing]) -> Iterator[Diagnostic]:
    for standing in standings:
        question = standing.question
        if standing.state is State.OPEN and question.required:
            yield Diagnostic(
                "COP301",
                Severity.UNFINISHED,
                _("{title}: {question}").format(title=question.title, question=question.prompt),
                _filling(value_at(document.data, question.path)),
                path=question.path,
                span=document.key_span(question.path),
                source=question.source,
            )


def _optional(standings: Sequence[Standing]) -> Iterator[Diagnostic]:
    """One note for each section, since a long list of things nobody has to do only discourages."""
    left: dict[str, list[Standing]] = {}
    for standing in standings:
        if standing.state is State.OPEN and not standing.question.required:
            left.setdefault(standing.section.id, []).append(standing)
    for group in left.values():
        yield Diagnostic(
            "COP304",
            Severity.NOTE,
            ngettext("{count} optional question is open.", "{count} optional questions are open.", len(group)).format(
                count=len(group)
            ),
            path=group[0].question.path,
        )


# --- things put off -------------------------------------------------------------------------------------------------


def _put_off(document: Document, standings: Sequence[Standing]) -> Iterator[Diagnostic]:
    for todo in put_off(document.data, standings):
        span = document.span(("todo", todo.position, "question"))
        if todo.answered and todo.standing:
            message = _("There is a to-do, but by now there is an answer: {question}.")
            hint = _("If that settles it, take the to-do out.")
            title = todo.standing.question.title
            yield Diagnostic("COP305", Severity.NOTE, message.format(question=title), hint, todo.path, span)
        elif is_question(todo.path):  # else it is told as a mistake
            message = _("To do: {what}").format(what=todo.what)
            yield Diagnostic("COP302", Severity.UNFINISHED, message, path=todo.path, span=span)


# --- words where a date, a number or a length is meant ----------------------------------------------------------------

_PARSERS = {"date": parse_date, "length": parse_length, "count": parse_count, "time": parse_clock}


def _in_words(document: Document) -> Iterator[Diagnostic]:
    told = set()
    for path, text, place in single_texts(Plan, document.data):
        kind = place.kind
        if kind not in _PARSERS or path[0] == "todo" or path[:2] == _RECURRING or (path[-1], text) in told:
            continue
        if text.strip() and _is_words(text, kind):
            told.add((path[-1], text))  # meetings repeat the length of the launch; once is enough
            dated = kind == "date" and path[-1] in _FOR_THE_CALENDAR
            say = _kept_place if is_filler(text) and not dated else partial(_approximate, kind)
            yield say(text, path, document.span(path))


_FOR_THE_CALENDAR = ("date", "first_meeting", "on")
"""Dates something happens on. Other dates, such as when evidence is collected, may stay in words for good."""

_RECURRING = ("results", "feedback")
"""Feedback is asked for again and again: words like "after each meeting" say it best."""


def _approximate(kind: str, text: str, path: KeyPath, span: Span | None) -> Diagnostic:
    given = " ".join(text.split())
    if kind == "date" and path[-1] in _FOR_THE_CALENDAR:
        message = _("`{given}` is not a date yet.").format(given=given)
        hint = _("When you know it, write it like 2026-09-15.")
        return Diagnostic("COP303", Severity.UNFINISHED, message, hint, path, span)
    hints = {
        "date": _("That is fine. Once it is settled, you can write it like 2026-09-15."),
        "length": _("That is fine. Written like 90 minutes, cop can put it into a calendar."),
        "count": _("That is fine. With a plain number, cop can count with it."),
        "time": _("That is fine. Written like 15:30, cop can put it into a calendar."),
    }
    message = _("`{given}` is approximate.").format(given=given)
    return Diagnostic("COP303", Severity.NOTE, message, hints[kind], path, span)


def _is_words(text: str, kind: str) -> bool:
    try:
        return isinstance(_PARSERS[kind](text), InWords)
    except ValueError:  # refused by its type; that is an error and told as one
        return False


# --- text that only fills a blank -------------------------------------------------------------------------------------


def _filling(data: Data) -> str:
    """What to say of text that stands where a needed answer belongs; "" where there is none."""
    if not isinstance(data, str) or not is_filler(data):
        return ""
    return _("`{given}` only keeps the place.").format(given=" ".join(data.split()))


_TOLD_ELSEWHERE = frozenset({*_PARSERS, "name", "version"})


def _fillers(document: Document) -> Iterator[Diagnostic]:
    """What else only keeps a place. Names are left out: a seat that waits for somebody is told as vacant."""
    told = set()
    for path, text, place in single_texts(Plan, document.data):
        if place.kind in _TOLD_ELSEWHERE or path[0] == "todo" or path[-1] == "filled_by":
            continue
        if text.strip() and is_filler(text) and (path[-1], text) not in told:
            told.add((path[-1], text))
            yield _kept_place(text, path, document.span(path))


def _kept_place(text: str, path: KeyPath, span: Span | None) -> Diagnostic:
    said = _("`{given}` only keeps the place: this is not answered yet.").format(given=" ".join(text.split()))
    hint = _("It is printed as it is. Write the answer when you know it, or `none` if there is none.")
    return Diagnostic("COP306", Severity.NOTE, said, hint, path, span)

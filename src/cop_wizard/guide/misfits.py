"""What is wrong with an own guide beyond its form, so that nothing in it can surprise a person halfway through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.language import is_language, no_language
from cop_wizard.guide.model import Condition, Guide, OwnGuide, Question
from cop_wizard.guide.places import askable, places
from cop_wizard.i18n import _
from cop_wizard.plan.fields import allows_own, choices_of, convert, item_type, keys_at, kind_of, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import misspelt
from cop_wizard.refusals import explain, nearest
from cop_wizard.structure import Reading
from cop_wizard.values import KeyPath


def misfits(guide: OwnGuide, reading: Reading[OwnGuide], base: Guide, known: Sequence[str]) -> list[Diagnostic]:
    """Each mistake with its line. ``base`` is the guide it builds on, ``known`` names the guides there are."""
    found = list(_whole(guide, known))
    asked: set[str] = set()
    for i, section in enumerate(guide.sections):
        for j, question in enumerate(section.questions):
            found += _question(question, ("sections", i, "questions", j), base, asked)
            asked.add(question.asks)
    told = [
        Diagnostic(code, Severity.ERROR, message, hint, path, reading.document.span(path))
        for code, path, message, hint in found
    ]
    if not is_language(guide.language):
        told.append(no_language(guide.language, reading.document.span(("language",))))
    return sorted(told, key=lambda one: one.span.start.offset if one.span else -1)


_Found = Iterator[tuple[str, KeyPath, str, str]]
"""Code, place, message, hint."""


def _whole(guide: OwnGuide, known: Sequence[str]) -> _Found:
    if guide.extends not in known:
        yield (
            "COP222",
            ("extends",),
            _("There is no guide called `{name}` to build on.").format(name=guide.extends),
            _("Write one of: {names}.").format(names=", ".join(known)),
        )
    if not any(section.questions for section in guide.sections):
        yield (
            "COP227",
            ("sections",),
            _("This guide asks nothing yet."),
            _("Add a section with at least one question. `cop guide --paths` lists what can be asked."),
        )
    ids = [section.id for section in guide.sections]
    for i, name in enumerate(ids):
        if name in ids[:i]:
            yield (
                "COP226",
                ("sections", i, "id"),
                _("There are two sections with the id `{name}`.").format(name=name),
                _("Give each section an id of its own."),
            )


def _question(question: Question, place: KeyPath, base: Guide, asked: set[str]) -> _Found:
    if not askable(question.asks):
        yield "COP220", (*place, "asks"), *_no_such_place(question.asks)
    elif question.asks in asked:
        yield (
            "COP221",
            (*place, "asks"),
            _("`{path}` is asked twice in this guide.").format(path=question.asks),
            _("Keep one of the two questions."),
        )
    else:
        if not question.prompt and base.question(question.asks) is None:
            yield (
                "COP223",
                place,
                _("This question has no words yet."),
                _("Add `prompt:` with what you want to ask."),
            )
        yield from _first(question, place)
        yield from _preset(question, place)
    if question.when:
        yield from _condition(question.when, (*place, "when"))


def _no_such_place(asks: str) -> tuple[str, str]:
    meant = nearest(asks, places())
    hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else _("`cop guide --paths` lists all places.")
    return _("A plan has no place called `{path}`.").format(path=asks), hint


def _first(question: Question, place: KeyPath) -> _Found:
    """Only what is offered can be offered first: the items of a closed list, or the fields of a form or of a row."""
    offered = _offered(question.path)
    for k, name in enumerate(question.first):
        if name not in offered:
            yield (
                "COP224",
                (*place, "first", k),
                _("`{name}` is nothing that `{path}` offers, so it cannot come first.").format(
                    name=name, path=question.asks
                ),
                _one_of(name, offered) if offered else _("Take `first:` away: here is nothing to choose from."),
            )


def _offered(path: KeyPath) -> list[str]:
    annotation = type_at(Plan, path)
    inner = item_type(annotation) or annotation
    choices = choices_of(inner)
    if choices is not None:
        return [str(choice) for choice in choices]
    return list(keys_at(Plan, path) or keys_at(Plan, (*path, 0)))


def _condition(when: Condition, place: KeyPath) -> _Found:
    """A condition on an answer that nobody can give would hide its question for good."""
    if not askable(when.question):
        yield "COP220", (*place, "question"), *_no_such_place(when.question)
        return
    annotation = type_at(Plan, tuple(when.question.split(".")))
    inner = item_type(annotation) or annotation
    choices = choices_of(inner)
    if choices is None:
        return
    names = tuple(str(choice) for choice in choices)
    own = allows_own(inner)
    for k, answer in enumerate(when.any_of):
        if answer not in names and (not own or misspelt(answer, names)):
            yield (
                "COP224",
                (*place, "any_of", k),
                _("`{name}` is not one of the answers to `{path}`.").format(name=answer, path=when.question),
                _one_of(answer, names),
            )


def _one_of(given: str, names: Sequence[str]) -> str:
    meant = nearest(given, names)
    if meant:
        return _("Did you mean `{meant}`?").format(meant=meant)
    return _("Write one of: {choices}.").format(choices=", ".join(names))


def _preset(question: Question, place: KeyPath) -> _Found:
    if not question.preset:
        return
    if kind_of(type_at(Plan, question.path)) in ("list", "part"):
        yield (
            "COP225",
            (*place, "preset"),
            _("`{path}` holds several answers, so none can be filled in beforehand.").format(path=question.asks),
            _("Take `preset:` away. What you would propose can stand in `example:`."),
        )
        return
    try:
        convert(Plan, question.path, question.preset)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        refusal = explain(problem["type"], problem.get("ctx") or {})
        yield "COP225", (*place, "preset"), refusal.message, refusal.hint

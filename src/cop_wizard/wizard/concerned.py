"""Where advice can be followed: the answers that its hint names, the row or form it is about, its whole list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.guide.model import Guide, Question
from cop_wizard.plan.fields import choices_of, item_type, keys_at, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

_NAMED = re.compile(r"`([\w.-]+)(?::[^`]*)?`")


def places(guide: Guide, finding: Diagnostic) -> list[KeyPath]:
    """What can be asked for in order to follow the advice, nearest first, each once."""
    own = next((one.path for one in guide.questions() if finding.path[: len(one.path)] == one.path), None)
    named = [place for word in _NAMED.findall(finding.hint) for place in _called(guide, finding.path, word)]
    near = [place for place in named if own is not None and _inside(place, own)]
    found = [*near, *_around(finding.path, own), *named]
    return list(dict.fromkeys(found))


def _inside(place: KeyPath, whole: KeyPath) -> bool:
    return len(place) > len(whole) and place[: len(whole)] == whole


def _around(path: KeyPath, own: KeyPath | None) -> Iterator[KeyPath]:
    """The row or, outside of lists, the field that is meant; then the whole answer it is a part of."""
    last_row = max((step for step, part in enumerate(path) if isinstance(part, int)), default=-1)
    whole = path if own is None else own
    if last_row >= 0 and part_type(type_at(Plan, path[: last_row + 1])) is not None:
        yield path[: last_row + 1]
    elif len(path) > len(whole) and last_row < 0:
        yield path
    yield whole


def _called(guide: Guide, path: KeyPath, word: str) -> Iterator[KeyPath]:
    """The place that a word in a hint means: beside ``path``, else a question, else the list with such a field."""
    for length in range(len(path) - 1, 1, -1):
        if word in keys_at(Plan, path[:length]):
            yield (*path[:length], word)
            return
    questions = guide.questions()
    whole: KeyPath = tuple(word.split("."))
    if asked := next((one.path for one in questions if _inside(whole, one.path)), None):
        yield whole if type_at(Plan, whole) is not None else asked
        return
    for fits in (_is_named, _holds):
        meant = [one.path for one in questions if fits(one, word)]
        at_hand = [place for place in meant if path[: len(place)] == place]
        beside = [place for place in meant if place[0] == path[0]]
        if at_hand or beside or len(meant) == 1:
            yield (at_hand or beside or meant)[0]


def _is_named(question: Question, word: str) -> bool:
    return word in (question.asks, str(question.path[-1]))


def _holds(question: Question, word: str) -> bool:
    """Whether the word is a field of the question's rows, or one of the choices they or it can have."""
    annotation = type_at(Plan, question.path)
    part = part_type(item_type(annotation)) or part_type(annotation)
    if part is None:
        return _is_choice(annotation, word)
    return any(word == key or _is_choice(type_at(part, (key,)), word) for key in part.model_fields)


def _is_choice(annotation: object, word: str) -> bool:
    choices = choices_of(item_type(annotation) or annotation)
    return choices is not None and word in set(choices)

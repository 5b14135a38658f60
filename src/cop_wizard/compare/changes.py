"""What changed from one plan to another: question by question, in the guide's order and words."""

from __future__ import annotations

from collections.abc import Iterator

from cop_wizard.compare import sentences
from cop_wizard.compare.answers import Answers, Topic
from cop_wizard.compare.change import Change, Kind
from cop_wizard.compare.settled import says
from cop_wizard.compare.speaking import Words, cut
from cop_wizard.guide.model import Guide
from cop_wizard.guide.places import UNASKED, places
from cop_wizard.i18n import _
from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, path_text, value_at


def changes(old: Data, new: Data, guide: Guide, whole: Guide | None = None) -> tuple[Change, ...]:
    """Everything that differs between two plans, read from their files, right or wrong; none where they say the same.

    What counts as the same is told in `settled`. The words are those of ``guide``, and of the full guide ``whole`` for
    what ``guide`` does not ask.
    """
    words = Words(guide, whole or guide)
    answers = Answers(words)
    found: list[Change] = []
    for topic in (*_asked(guide, whole or guide), *_unasked(guide, whole or guide, words)):
        found += answers.changes(topic, _answer(old, topic.path), _answer(new, topic.path))
    for path in dict.fromkeys((*_other_keys(old), *_other_keys(new))):
        found += _other_key(answers, path, value_at(old, path), value_at(new, path))
    return tuple(found)


def _answer(data: Data, path: KeyPath) -> Data:
    """The answer at a question's path. A section that is none, on purpose, says so of each of its questions."""
    if len(path) > 1 and value_at(data, path[:1]) is NONE_ON_PURPOSE:
        return NONE_ON_PURPOSE
    return value_at(data, path)


def _asked(guide: Guide, whole: Guide) -> Iterator[Topic]:
    for section in guide.sections:
        for question in section.questions:
            full = whole.question(question.asks)
            ordered = question.ordered or (full is not None and full.ordered)
            yield Topic(section.title, question.title or question.prompt, question.path, ordered)


def _unasked(guide: Guide, whole: Guide, words: Words) -> Iterator[Topic]:
    """What a plan may hold beside the answers to its guide, the to-dos last."""
    asked = {question.asks for question in guide.questions()}
    for asks in places():
        if asks not in asked:
            full = whole.question(asks)
            ordered = full is not None and full.ordered
            yield Topic(_("More from the plan"), words.question(asks), tuple(asks.split(".")), ordered)
    for key in UNASKED:
        if key == "todo":
            yield Topic(_("To be done"), _("Things put off"), (key,), asked=False)
        elif key == "reviews":
            yield Topic(_("Reviews"), _("Reviews"), (key,), asked=False)
        else:
            yield Topic(_("The plan itself"), words.question(key), (key,))


def _other_keys(data: Data) -> Iterator[KeyPath]:
    """Keys of the person's own, misspelt ones, and sections that are something else than a group of answers."""
    for key, value in data.items() if isinstance(data, dict) else ():
        fields = keys_at(Plan, (key,))
        if key not in Plan.model_fields or (fields and isinstance(value, str | list)):
            yield (key,)
        elif fields and isinstance(value, dict):
            yield from ((key, inside) for inside in value if inside not in fields)


def _other_key(answers: Answers, path: KeyPath, old: Data, new: Data) -> Iterator[Change]:
    topic = Topic(_("Other keys"), cut(path_text(path)), path)
    section = len(path) == 1 and path[0] in Plan.model_fields
    old, new = (None if section and isinstance(data, dict) else data for data in (old, new))
    if not str(path[-1]).startswith("x-"):
        yield from answers.changes(topic, old, new)
    elif any(answers.changes(topic, old, new)):
        kind = Kind.ADDED if not says(old) else Kind.CHANGED if says(new) else Kind.REMOVED
        before, after = (data if says(data) else None for data in (old, new))
        yield Change(kind, path, topic.section, topic.title, before, after, sentences.own_key_said(topic.title, kind))

"""Which words of a document are in the plan's language, so that programs that read aloud say them rightly.

The program's own words are in the language it speaks. Whoever wrote the plan may have used another one, and then those
words say so, wherever they stand by themselves: in a paragraph, a line of a list, a cell. A sentence of ours with a
name in it stays ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from cop_wizard.guide.language import is_language
from cop_wizard.guide.load import BUILT_IN
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import language_in_use
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice
from cop_wizard.wording import one_line

_PART = 25
"""A stretch of so many letters that stands in a text of the plan is taken from it; shorter ones are the whole of it."""


class Speech:
    """Tells the language of a text: that of the plan's own words where it differs from ours, else ""."""

    def __init__(self, language: str = "", texts: Iterable[str] = ()) -> None:
        self._language = language
        self._texts = frozenset(_plain(text) for text in texts if text) if language else frozenset()
        self._all = "\n".join(self._texts)

    def language_of(self, text: str) -> str:
        """The language that ``text`` is to be marked with, or "" where it is as the rest of the page."""
        if not self._language:
            return ""
        plain = _plain(text)
        taken = plain in self._texts or (len(plain) >= _PART and plain in self._all)
        return self._language if plain and taken else ""


def speech_of(plan: Plan, guide: Guide) -> Speech:
    """How to tell which words are those of ``plan``, and of a guide that somebody wrote in its language."""
    named = plan.language if isinstance(plan.language, str) else guide.language
    if not is_language(named) or named.split("-")[0].lower() == language_in_use().split("-")[0].lower():
        return Speech()
    return Speech(named, (*_texts(plan), *(_asked(guide) if guide.name not in BUILT_IN else ())))


def _texts(value: object) -> Iterator[str]:
    """Each text that stands under ``value``, and each line of it."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and not isinstance(value, Choice):
        yield value
        yield from value.splitlines()


def _asked(guide: Guide) -> Iterator[str]:
    yield guide.title
    for section in guide.sections:
        yield section.title
        yield from (words for question in section.questions for words in (question.title, question.prompt))


def _plain(text: str) -> str:
    return one_line(text).lstrip("-*•–· ").casefold()

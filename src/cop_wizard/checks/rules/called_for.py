"""Answers that call for another one: a word in what people wrote, and the chapter that asks about it left blank.

Each subject is a module of its own with a code of its own; this one reads the plan for all of them, and once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import asked_often, fields_of, rows, words
from cop_wizard.checks.rules.rule import Advice
from cop_wizard.i18n import _
from cop_wizard.plan.base import Part
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath, path_text

Phrase = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_NOT = frozenset(["no", "not", "never", "without", "nobody", "sans", "aucun", "aucune", "jamais", "pas", "ni"])
_NEAR = 2
"""Words before a phrase in which a "no" turns it into its opposite: "no extra budget" calls for nothing."""


def phrases(text: str) -> frozenset[Phrase]:
    """Phrases in plain letters, one a line."""
    return frozenset(tuple(line.split()) for line in text.splitlines() if line.split())


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in the plan in free words: each text with its place, and all words in plain letters."""

    texts: tuple[tuple[KeyPath, str], ...]
    heard: frozenset[str]
    domain: frozenset[str]
    """The words of what the community is about: one for budgets speaks of them all the time."""


@asked_often
def said(plan: Plan) -> Said:
    """The free answers on how the community works.

    Not what it is about, nor what it talks about at its meetings; and not the answers that say already what it needs.
    """
    texts = tuple((path, text) for path, text in _texts(plan) if text)
    about = (plan.title, plan.purpose.focus, plan.purpose.learn_to, plan.purpose.statement)
    return Said(
        texts,
        _words_of(" ".join(text for _path, text in texts)),
        _words_of(" ".join(words(text) for text in about)),
    )


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain_letters(text)))


def _texts(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    yield from _fields(("membership",), plan.membership, "ideal_member invitation joining")
    yield from _fields(("membership", "entry"), plan.membership.entry, "eligibility application when_full welcome")
    lead = plan.leadership
    yield from _fields(("leadership",), lead, "description rotation communication succession")
    yield from _fields(("norms",), plan.norms, "process")
    yield from _fields(("norms", "statements"), plan.norms.statements)
    for place, norm in enumerate(rows(plan.norms.own)):
        yield ("norms", "own", place, "statement"), words(norm.statement)
    launch = plan.launch
    if not isinstance(launch.rhythm, Rhythm):
        yield ("launch", "rhythm"), words(launch.rhythm)
    yield from _fields(("launch",), launch, "experiences plan")
    yield from _fields(("launch", "tools"), launch.tools)
    yield from _fields(("results",), plan.results, "reflection legacy")
    yield from _fields(("life",), plan.life, "closing afterwards farewell")
    for place, section in enumerate(rows(plan.sections)):
        yield ("sections", place, "text"), words(section.text)


def _fields(path: KeyPath, part: object, keys: str = "") -> Iterator[tuple[KeyPath, str]]:
    """The texts in a part of the plan under these keys, or under all of them."""
    if isinstance(part, Part):
        for key in keys.split() or fields_of(type(part)):
            yield (*path, key), words(getattr(part, key))


def called_for(
    plan: Plan, wanted: frozenset[Phrase], answer: KeyPath, message: str, hint: str, within: tuple[str, ...] = ()
) -> Iterator[Advice]:
    """Advice to answer ``answer`` where a text speaks of one of the phrases ``wanted``.

    ``message`` has ``{words}``, the phrases as they are written, and ``{place}``, where the first of them stands.
    ``within`` names the sections that count; without it all do.
    """
    heard, domain = said(plan).heard, said(plan).domain
    near = [phrase for phrase in wanted if heard.issuperset(phrase) and not domain.issuperset(phrase)]
    if not near:
        return
    found: dict[KeyPath, list[str]] = {}
    for path, text in said(plan).texts:
        if not within or path[0] in within:
            for spoken in _spoken(text, near):
                found.setdefault(path, []).append(spoken)
    if found:
        first, *others = found
        seen: dict[str, str] = {}
        for word in found[first]:
            seen.setdefault(plain_letters(word), word)
        told = message.format(words=some_quoted(list(seen.values())), place=f"`{path_text(first)}`")
        yield Advice(answer, told, hint + " " + _("`cop edit` takes you there."), (first, *others))


def _spoken(text: str, near: list[Phrase]) -> Iterator[str]:
    """The phrases in ``text`` as they are written there, unless a "no" stands before them."""
    places = list(_WORD.finditer(text))
    plain = [plain_letters(place[0]) for place in places]
    for at in range(len(plain)):
        for phrase in near:
            end = at + len(phrase)
            if tuple(plain[at:end]) == phrase and _NOT.isdisjoint(plain[max(0, at - _NEAR) : at]):
                yield text[places[at].start() : places[end - 1].end()]

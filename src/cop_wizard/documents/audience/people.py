"""Whose names may stand where everybody reads them, and the names of all others, found in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from cop_wizard.documents.audience.everyday import BODIES, COUNTING, EVERYDAY, PARTICLES
from cop_wizard.documents.audience.left_out import Kind, Tally, in_place_of
from cop_wizard.documents.audience.unseen import bare, replaced
from cop_wizard.documents.audience.walking import parts_of
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.fields import kind_of, place_of
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.plan.types import SaysWho
from cop_wizard.values import rows
from cop_wizard.wording import one_line

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]"
)
"""Letters of scripts in which a name touches the words around it."""

_ATTACHED = "وفبكلהובכלמש"
"""Words of one letter that Arabic and Hebrew write onto the next one: and, in, to."""

_BESIDE = re.compile(r"[,;:/()|–—]+| - | from | at ")
"""What stands between two things that are told in the place of one name."""

_TOGETHER = re.compile(r"\s*[&/+]\s*|\s+(?:and|et|und|y)\s+")
"""What stands between two people in one row."""

_MARKS = '.,;:()[]"“”„«»'

_APOSTROPHES = "'’‘ʼʻ`´′＇"
_HYPHENS = "-‐‑‒–—−－"
_ALIKE = {
    **dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]?"),
    **dict.fromkeys(_HYPHENS, rf"[{_HYPHENS}\s]?"),
}

_BEGINS = r"(?<![^\W_ʼ])"
_ENDS_BARE = r"(?![^\W_ʼ])"
_ENDS = r"(?=(?:ʼ?[sS])?(?![^\W_ʼ]))"
"""Where a name ends as a word, or with the s of a possessive or a plural; one apostrophe counts as a letter."""


def composed(text: str) -> str:
    """``text`` in the form in which an accent is part of its letter."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _line(name: str) -> str:
    return one_line(bare(name))


def _key(name: str) -> str:
    """What is the same for all ways of writing one name: its letters and digits. Vowels can be marks beside them."""
    plain = plain_letters(_line(name))
    return "".join(one for one in plain if one not in _APOSTROPHES and unicodedata.category(one)[0] in "LNM") or plain


def ways_of_writing(name: str) -> Iterator[str]:
    """A name as the roster has it, and as else it may stand: each of two people in one row, somebody without the
    pronouns or the workplace behind the name, "Last, First" the other way round.
    """
    yield name
    alone = re.sub(r"\s*\([^)]*\)", "", _line(name))
    parts = [part.strip() for part in _TOGETHER.split(alone)]
    for part in parts if all(len(part) > 1 for part in parts) else (alone,):
        before, _comma, after = (piece.strip() for piece in part.partition(","))
        if part != name and not is_nobody(part):
            yield part
        if not after or is_nobody(part):
            continue
        if len(before.split()) > 1:
            yield before
        if "," not in after and not _is_of_a_body(after):
            yield f"{after} {before}"


def holds_a_name(annotation: Any) -> bool:
    """Whether an answer of this type says who: a name and nothing else, or some other words in its place."""
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, SaysWho) for mark in marks) or kind_of(annotation) == "name"


class People:
    """Everybody a plan knows by name, on its roster or beside it.

    Somebody may be named if the roster says so; not, if it says no, or nothing, of one of two with the same name.
    Organisations and descriptions ("two teachers") are nobody, unless the roster says no.
    """

    def __init__(self, plan: Plan) -> None:
        roster = [(way, may) for name, may in _on_roster(plan) for way in ways_of_writing(name)]
        refused = {_key(name) for name, may in roster if not may}
        self._named = {_key(name): name for name, _may in roster if _key(name) not in refused}
        self._refused = refused
        bodies = {_key(one) for one in _bodies(plan)}
        self._hunted = _Hunted(
            (
                name
                for name in (*(name for name, _may in roster), *_told_elsewhere(plan))
                if not self.may_be_named(name) and _key(name) not in bodies
            ),
            tuple(self._named.values()),
        )

    def may_be_named(self, name: str) -> bool:
        """Whether this is somebody who may be named, or nobody: words that keep a place, an organisation, "a nurse"."""
        key = _key(name)
        return key in self._named or is_filler(name) or (key not in self._refused and is_nobody(name))

    def may_be_told(self, words: str, annotation: Any) -> bool:
        """Whether an answer that says who may stand. Where it can be more than a name, small letters describe."""
        if self.may_be_named(words):
            return True
        alone = len(words.split()) == 1 and kind_of(annotation) == "name"
        return _key(words) not in self._refused and not alone and _begins_small(words)

    def may_be_listed(self, person: Member) -> bool:
        """Whether a row of the roster may keep its name."""
        return isinstance(person.name, str) and self.may_be_named(person.name)

    def taken_out(self, text: str, tally: Tally) -> str:
        """``text`` with a word in the place of each name that may not stand there."""
        return self._hunted.taken_out(text, tally)

    @staticmethod
    def count(name: str, tally: Tally) -> None:
        """Somebody's name was left out."""
        tally.add(Kind.NAME, _key(name))


class _Hunted:
    """Names that are looked for in running text: whole ones only, since a part of one is too often a word.

    A name of several words is found whatever its case, and where its script knows no blanks, anywhere. A name of one
    word is found as it is written on the roster, with its capital, unless it is an everyday word. A single letter is
    never found.
    """

    def __init__(self, people: Iterable[str], free: Iterable[str]) -> None:
        hunted, keep = _by_key(people), _by_key(free)
        found = [(name, _whole(name)) for name in hunted.values() if len(name.split()) > 1 or not _cased(name)]
        found += [(name, _word(name)) for name in hunted.values() if _is_told_by_one_word(name)]
        patterns = [*((name, _whole(name)) for name in keep.values()), *found]
        patterns.sort(key=lambda one: -len(one[0]))  # a longer name before one that it begins with
        self._pattern = re.compile("|".join(pattern for _name, pattern in patterns)) if found else None
        self._free = frozenset(map(_key, keep))

    def taken_out(self, text: str, tally: Tally) -> str:
        if self._pattern is None:
            return text

        def instead(found: re.Match[str]) -> str:
            if _key(found[0]) in self._free:
                return found[0]
            People.count(found[0], tally)
            return in_place_of(Kind.NAME)

        return replaced(self._pattern, instead, text)


def _by_key(names: Iterable[str]) -> dict[str, str]:
    lines = (composed(_line(name)) for name in names)
    return {line.casefold(): line for line in lines if len(line) > 1}


def _cased(name: str) -> bool:
    return name.lower() != name.upper()


def _is_told_by_one_word(name: str) -> bool:
    return " " not in name and name[0].isupper() and name.casefold() not in EVERYDAY


def _whole(name: str) -> str:
    words = name.split()
    if _UNSPACED.search(name):
        return r"[\s・]*".join(map(re.escape, words))
    between = rf"[{_HYPHENS}\s]+"
    begins = rf"(?:{_BEGINS}|(?<=(?<!\w)[{_ATTACHED}]))" if not _cased(name) else _BEGINS
    if all(word.casefold() in EVERYDAY for word in words):  # each word with its capital, or in capitals
        inner = between.join(f"(?:{_letters(word)}|{_letters(word.upper())})" for word in words)
        return rf"{begins}{inner}{_ENDS}"
    return rf"{begins}(?i:{between.join(map(_letters, words))}){_ENDS}"


def _word(part: str) -> str:
    """A pattern for a name of one word, as it is written, or in capitals."""
    capitals = f"|{_letters(part.upper())}" if len(part) > 2 else ""
    return rf"{_BEGINS}(?:{_letters(part)}{capitals}){_ENDS if len(part) > 3 else _ENDS_BARE}"


def _letters(word: str) -> str:
    """A pattern for ``word`` with or without its accents, with any apostrophe and any hyphen."""
    return "".join(map(_letter, word))


def _letter(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    plain = plain_letters(letter)
    plain = plain.capitalize() if letter.isupper() else plain
    return re.escape(letter) if plain in (letter, "") else f"(?:{re.escape(letter)}|{re.escape(plain)})"


# --- where names stand ----------------------------------------------------------------------------------------------


def _on_roster(plan: Plan) -> Iterator[tuple[str, bool]]:
    """The names on the roster, and of each whether it may be told."""
    people: list[Member] = rows(plan.membership.roster)
    for one in people:
        if isinstance(one.name, str) and not is_filler(one.name):
            unsaid = one.may_be_named is None
            yield one.name, one.may_be_named is YesNo.YES or (unsaid and is_nobody(one.name))


def _bodies(plan: Plan) -> Iterator[str]:
    """The names of organisations and groups, which are nobody's, even if they stand on the roster."""
    people, groups = rows(plan.membership.roster), rows(plan.groups)
    theirs = (one.organization for one in people if one.organization != one.name)  # who works alone is a person
    for name in (plan.organization.name, *theirs, *(group.name for group in groups)):
        if isinstance(name, str):
            yield name


def _told_elsewhere(plan: Plan) -> Iterator[str]:
    """Names in answers that are people's names, if they look like some: "everybody in turn" does not."""
    for part in parts_of(plan):
        for field in type(part).model_fields:
            place = place_of(type(part), field)
            if place is None or place.kind != "name":
                continue
            value = getattr(part, field)
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, str) and not is_filler(one) and _looks_like_a_name(one):
                    yield one


def _looks_like_a_name(text: str) -> bool:
    if not _cased(text):
        return True
    return not _begins_small(text) and sum(word[0].isupper() for word in text.split()) > 1


def is_nobody(text: str) -> bool:
    """Whether words in the place of a name are none: an organisation's ("Nurses’ union, Local 88"), or a description
    ("Two elders", "6 principals").
    """
    if one_line(text) == in_place_of(Kind.NAME):
        return True
    first, second = [*text.split(maxsplit=2), "", ""][:2]
    describes = (first.isdigit() or first.casefold() in COUNTING) and second[:1].islower()
    return describes or all(map(_is_of_a_body, _BESIDE.split(one_line(text))))


def _is_of_a_body(words: str) -> bool:
    """Whether words begin or end with one that only organisations bear: "Ana Li" of "Ana Li, Elm School" does not."""
    bare = [word.strip(_MARKS) for word in words.casefold().split()]
    return bool(bare) and (bare[0] in BODIES or bare[-1] in BODIES)


def _begins_small(text: str) -> bool:
    """Whether words begin with a small letter and are no name with a particle ("van der Berg")."""
    words = text.split()
    after = next((word for word in words if word not in PARTICLES), "")
    of_a_name = any(map(str.isupper, words[0] if words else "")) or (after != words[0] and after[:1].isupper())
    return bool(words) and words[0][0].islower() and not of_a_name

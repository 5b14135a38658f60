"""Whose names may stand where everybody reads them, and the names of all others, found in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from cop_wizard.documents.audience.everyday import EVERYDAY
from cop_wizard.documents.audience.left_out import Kind, Tally, in_place_of
from cop_wizard.documents.audience.walking import parts_of
from cop_wizard.documents.content.facts import rows
from cop_wizard.plan.choices import Status, YesNo
from cop_wizard.plan.fields import kind_of, place_of
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.plan.types import SaysWho
from cop_wizard.wording import one_line

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]"
)
"""Letters of scripts in which a name touches the words around it."""

_ATTACHED = "وفبكلהובכלמש"
"""Words of one letter that Arabic and Hebrew write onto the next one: and, in, to."""

_NOBODY = re.compile(r"[\d,;:/&]")

_ALIKE = {"'": "['’ʼ]", "’": "['’ʼ]", "ʼ": "['’ʼ]", "-": "[-‐‑]", "‐": "[-‐‑]", "‑": "[-‐‑]"}


def composed(text: str) -> str:
    """``text`` in the form in which an accent is part of its letter."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _key(name: str) -> str:
    return " ".join(plain_letters(one_line(name)).split())


def holds_a_name(annotation: Any) -> bool:
    """Whether an answer of this type says who: a name and nothing else, or some other words in its place."""
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, SaysWho) for mark in marks) or kind_of(annotation) == "name"


class People:
    """Everybody a plan knows by name, on its roster or beside it.

    Somebody may be named if the roster says so; not, if it says so of one of two with the same name.
    """

    def __init__(self, plan: Plan) -> None:
        roster = list(_on_roster(plan))
        refused = {_key(name) for name, may in roster if not may}
        self._named = {_key(name): name for name, _may in roster if _key(name) not in refused}
        bodies = {_key(one) for one in _bodies(plan)}

        def hunted(names: Iterable[str]) -> list[str]:
            return [name for name in names if _key(name) not in self._named and _key(name) not in bodies]

        self._hunted = _Hunted(
            hunted([*(name for name, _may in roster), *_told_elsewhere(plan, "name")]),
            hunted(_told_elsewhere(plan, "line")),
            tuple(self._named.values()),
        )

    def may_be_named(self, name: str) -> bool:
        """Whether this is the name of somebody who may be named, or words that only keep a place."""
        return _key(name) in self._named or is_filler(name)

    def may_be_listed(self, person: Member) -> bool:
        """Whether a row of the roster may keep its name: a yes was said as a member.

        That somebody is thought of, has declined, is away or has left is said of nobody.
        """
        away = (Status.POTENTIAL, Status.INVITED, Status.DECLINED, Status.ON_LEAVE, Status.ALUMNI)
        return isinstance(person.name, str) and self.may_be_named(person.name) and person.status not in away

    def taken_out(self, text: str, tally: Tally) -> str:
        """``text`` with a word in the place of each name that may not stand there."""
        return self._hunted.taken_out(text, tally)

    @staticmethod
    def count(name: str, tally: Tally) -> None:
        """A name was left out."""
        tally.add(Kind.NAME, _key(name))


class _Hunted:
    """Names that are looked for in running text.

    A whole name is found whatever its case, and where its script knows no blanks, anywhere. A first or a last name
    alone, of people and not of ``others``, is found as it is written on the roster, with its capital, unless it is an
    everyday word or also belongs to somebody who may be named. A single letter is never found.
    """

    def __init__(self, people: Iterable[str], others: Iterable[str], free: Iterable[str]) -> None:
        of_people, of_others, keep = _by_key(people), _by_key(others), _by_key(free)
        whole = of_others | of_people
        known = {_key(part) for name in keep.values() for part in _parts(name)}
        self._people: dict[str, str] = {}
        parts: dict[str, str] = {}
        for key, name in of_people.items():
            for part in _parts(name):
                if _key(part) not in known:
                    parts.setdefault(part, key)
        self._people.update({_key(part): key for part, key in parts.items()})
        self._people.update({key: key for key in whole})
        found = [name for name in whole.values() if len(name.split()) > 1 or not _cased(name)]
        patterns = [*((name, _whole(name)) for name in (*keep.values(), *found)), *((one, _word(one)) for one in parts)]
        patterns.sort(key=lambda one: -len(one[0]))  # a longer name before one that it begins with
        self._pattern = re.compile("|".join(pattern for _name, pattern in patterns)) if parts or found else None
        self._free = frozenset(keep)

    def taken_out(self, text: str, tally: Tally) -> str:
        if self._pattern is None:
            return text

        def instead(found: re.Match[str]) -> str:
            key = _key(found[0])
            if key in self._free:
                return found[0]
            tally.add(Kind.NAME, self._people.get(key, key))
            return in_place_of(Kind.NAME)

        return self._pattern.sub(instead, text)


def _by_key(names: Iterable[str]) -> dict[str, str]:
    return {_key(name): composed(one_line(name)) for name in names if len(one_line(name)) > 1}


def _cased(name: str) -> bool:
    return name.lower() != name.upper()


def _parts(name: str) -> Iterator[str]:
    """The words of a name that are somebody's even when they stand alone; none in scripts without capitals, and none
    of what no person is called ("Local 88", "School of Nursing, Valbrume").
    """
    for word in name.split() if not _NOBODY.search(name) else ():
        bare = word.strip('.,;:()[]"“”„«»')
        if len(bare) > 1 and bare[0].isupper() and bare.casefold() not in EVERYDAY:
            yield bare


def _whole(name: str) -> str:
    words = name.split()
    if _UNSPACED.search(name):
        return r"[\s・]*".join(map(re.escape, words))
    everyday = all(word.casefold() in EVERYDAY for word in words)
    inner = r"\s+".join(map(_letters, words))
    begins = rf"(?:(?<!\w)|(?<=(?<!\w)[{_ATTACHED}]))" if not _cased(name) else r"(?<!\w)"
    return rf"{begins}(?{'' if everyday else 'i'}:{inner})(?!\w)"


def _word(part: str) -> str:
    return rf"(?<!\w){_letters(part)}(?!\w)"


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
            yield one.name, one.may_be_named is YesNo.YES


def _bodies(plan: Plan) -> Iterator[str]:
    """The names of organisations and groups, which are nobody's, even if they stand on the roster."""
    people, groups = rows(plan.membership.roster), rows(plan.groups)
    for name in (plan.organization.name, *(one.organization for one in people), *(group.name for group in groups)):
        if isinstance(name, str):
            yield name


def _told_elsewhere(plan: Plan, kind: str) -> Iterator[str]:
    """Names in answers that say who, if they look like some: "everybody in turn" does not.

    ``kind`` is ``name`` for answers that are people's names, ``line`` for those that can be something else.
    """
    for part in parts_of(plan):
        for field in type(part).model_fields:
            place = place_of(type(part), field)
            if place is None or place.kind != kind or not holds_a_name(place.annotation):
                continue
            value = getattr(part, field)
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, str) and not is_filler(one) and _looks_like_a_name(one):
                    yield one


def _looks_like_a_name(text: str) -> bool:
    return not _cased(text) or sum(word[0].isupper() for word in text.split()) > 1

"""Whether two names are one person's, however a table writes them: ``Côté, Marie-Ève``, ``Marie-Eve Cote, RN``."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from cop_wizard.plan.parsing import folded

_LETTERS = (
    "RN BN MN NP LPN RPN BScN MScN DNP MD PhD DPhil EdD PsyD DSc MSc MA MBA MEd MPH MPA MSW MLIS BA BSc BEd BSW "
    "LLB LLM JD DDS DVM CPA PEng PMP CHRP OT PT RD RSW SLP OCT CCC inf ing"
)
"""Letters of a degree or profession behind a name. "Jr" and "Sr" are not among them: they tell two people apart."""
_ADDRESSED = "dr dre prof pr mr mrs ms mme mlle m rev"
_BEHIND, _BEFORE = frozenset(_LETTERS.split()), frozenset(_ADDRESSED.split())
_NEAR = 0.88
"""How alike two names are at least whose letters differ a little, on the scale of `difflib` up to 1."""


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """First and last name as they are compared: without degrees and titles, turned round where a comma says so."""
    parts = [words for part in name.split(",") if (words := _without_degrees(part.split(), name))]
    ordered = [*parts[1], *parts[0]] if len(parts) == 2 else [word for part in parts for word in part]
    if len(ordered) > 2 and ordered[0].rstrip(".").casefold() in _BEFORE:
        ordered = ordered[1:]
    return folded(" ".join(ordered) if len(ordered) > 1 else name)


def after_title(name: str) -> str:
    """What stands after a title, as it is compared: the surname of "Mrs Agecoutay"; "" where there is no title."""
    first, _blank, rest = name.strip().partition(" ")
    return folded(rest) if first.rstrip(".").casefold() in _BEFORE else ""


def _without_degrees(words: list[str], name: str) -> list[str]:
    """One part of a name without what stands behind it; nothing of it is left where that is all there is."""
    while words and _is_degree(words[-1]) and (len(words) > 2 or "," in name):
        words = words[:-1]
    return words


def _is_degree(word: str) -> bool:
    return re.sub(r"[.()]", "", word) in _BEHIND


class Known:
    """Names that are known, each with where it stands, to find those that a new one looks like."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._seen: set[str] = set()

    def add(self, names: Iterable[str]) -> None:
        """Take in names as they are written."""
        for name in names:
            plain = plain_name(name)
            if name in self._seen or not plain:
                continue
            self._seen.add(name)
            for word in {plain.replace(" ", ""), *plain.split()}:
                self._by_word[word].append((plain, name))

    def like(self, name: str) -> str:
        """The known name, as it is written, that ``name`` looks most like; "" where none is near."""
        plain = plain_name(name)
        words = {plain.replace(" ", ""), *plain.split()}
        near = {pair for word in words for pair in self._by_word.get(word, ())[:_MOST]}
        best = max(near, key=lambda pair: (_likeness(plain, pair[0]), pair), default=("", ""))
        return best[1] if best[0] and _likeness(plain, best[0]) >= _NEAR else ""


_MOST = 200
"""More people of one name than any roster has."""


@lru_cache(maxsize=8192)
def _likeness(one: str, other: str) -> float:
    """1 for the same words in any order, or where one name only has more words than two of the other."""
    words, others = set(one.split()), set(other.split())
    if words == others or (min(len(words), len(others)) > 1 and (words < others or others < words)):
        return 1
    return difflib.SequenceMatcher(None, one, other).ratio()

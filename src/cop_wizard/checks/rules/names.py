"""Names in a plan held against its roster: generously, since people are called by many names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cop_wizard.checks.rules.reading import asked_often, is_vacant, people, words
from cop_wizard.plan.choices import Status
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_TITLES = """
dr mr mrs ms miss mx prof professor sir rev superintendent principal director elder trustee chief
m mme mlle docteur professeur surintendant surintendante directeur directrice
"""
_PARTICLES = "de da do du di del della der den van von of le la les el al bin ibn ben bint y e i"
_NO_NAME = """
the a an and or for from to in on at by with each every everybody everyone all any whoever whole member members nobody
somebody someone anyone host guest guests chair cochair coordinator facilitator leader leaders lead leads team teams
group board council committee circle office division department district region regional school schools college
university centre center library staff admin administration assistant association society union ministry service
services network alliance community practice steering working principals teacher teachers coach coaches consultant
superintendents directors supervisor supervisors manager managers officer secretary human resources support learning
education curriculum numeracy literacy indigenous early years north south east west new vice deputy associate senior
junior head tour rota rotating rotation people program programme project company inc ltd
tous toutes chaque membre membres equipe groupe conseil comite ecole ecoles bureau direction commission enseignant
enseignants enseignante enseignantes personnel universite reseau ministere ressources humaines soutien
coordonnateur coordonnatrice animateur animatrice responsable volunteer volunteers two three four elementary high health
mental business partner owner master nurse specialist clinical champion representative rep maintainer convenor convener
moderator product patient ward matron clerk digital benevole benevoles parents families students
"""
"""Words of roles and groups: what holds one of them may be no person's name."""

_TITLE, _PARTICLE, _ROLE = frozenset(_TITLES.split()), frozenset(_PARTICLES.split()), frozenset(_NO_NAME.split())
_LETTERS = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"\s*(?:[,;/&+()]|\b(?:and|or|with|et|ou|avec)\b)\s*")
MOST_NAMES = 100
"""No list of duties or seats is longer; what stands beyond that was not written by people."""
_ENOUGH = 3
"""With fewer people on the roster, it has only been begun, and a name that is missing from it means nothing."""


@lru_cache(maxsize=4096)
def parts(name: str) -> frozenset[str]:
    """The words of a name without titles, particles and initials: ``Dr. Emeka K. Nwosu`` → emeka, nwosu."""
    found = _LETTERS.findall(plain_letters(name))
    kept = frozenset(word for word in found if len(word) > 1 and word not in _TITLE and word not in _PARTICLE)
    return kept or frozenset(found)


@lru_cache(maxsize=4096)
def looks_like_a_person(name: str) -> bool:
    """Whether these words can hardly be anything but a first and a last name."""
    spoken = name.split()
    if not 2 <= len(spoken) <= 5 or name.isupper() or any(letter.isdigit() for letter in name):
        return False
    small = [plain_letters(word).strip(".,'’") for word in spoken]
    if any(part in _ROLE for word in small for part in _LETTERS.findall(word)):
        return False
    if not all(word[0].isupper() or plain in _PARTICLE for word, plain in zip(spoken, small, strict=True)):
        return False
    return len(parts(name) - _PARTICLE - _TITLE) >= 2


@dataclass(frozen=True)
class Roster:
    """Who is on the roster: ``here`` by the words of their names, ``gone`` those who left or declined.

    Of those who are gone, ``declined`` holds the ones who never came.
    ``jobs`` are the roles and organisations of those who are here, since one of these may stand for its person.
    """

    here: tuple[frozenset[str], ...]
    gone: tuple[frozenset[str], ...]
    jobs: tuple[str, ...]
    declined: tuple[frozenset[str], ...] = ()

    @cached_property
    def _words_here(self) -> frozenset[str]:
        return frozenset().union(*self.here)

    @cached_property
    def _words_gone(self) -> frozenset[str]:
        return frozenset().union(*self.gone)

    @cached_property
    def _words_of_jobs(self) -> frozenset[str]:
        return frozenset().union(*map(parts, self.jobs))

    def knows(self, name: str) -> bool:
        """Whether ``name`` can be meant for somebody who is there; one word in common is enough."""
        wanted = parts(name)
        return not wanted.isdisjoint(self._words_here) or wanted <= self._words_of_jobs

    def names(self, name: str) -> bool:
        """Whether ``name`` is plainly that of somebody there, though it may be only a part of it."""
        wanted = parts(name)
        return any(wanted <= one for one in self.here)

    def has_lost(self, name: str) -> bool:
        """Whether ``name`` is that of somebody who left or declined, and of nobody else."""
        wanted = parts(name)
        if self.knows(name) or wanted.isdisjoint(self._words_gone):
            return False
        return any(wanted == one or (len(wanted & one) > 1) for one in self.gone)

    def said_no(self, name: str) -> bool:
        """Whether somebody who is lost (see `has_lost`) never came, rather than left."""
        return self.has_lost(name) and any(not parts(name).isdisjoint(one) for one in self.declined)

    def misses(self, name: str) -> bool:
        """Whether ``name`` is plainly a person's, and nobody on the roster, past or present, can be meant."""
        wanted = parts(name)
        if len(self.here) < _ENOUGH or not looks_like_a_person(name):
            return False
        return not self.knows(name) and wanted.isdisjoint(self._words_gone)


@asked_often
def roster(plan: Plan) -> Roster:
    """The people of ``plan`` for looking names up."""
    here, gone, jobs, declined = [], [], [], []
    for _place, one in people(plan):
        if one.status is Status.ALUMNI or one.status is Status.DECLINED:
            gone.append(parts(words(one.name)))
            declined += [gone[-1]] if one.status is Status.DECLINED else []
        else:
            here.append(parts(words(one.name)))
            jobs += [job for job in (one.role, one.organization) if isinstance(job, str)]
    return Roster(tuple(here), tuple(gone), tuple(jobs), tuple(declined))


@lru_cache(maxsize=2048)
def _single_names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _SEVERAL.split(text) if name and not is_vacant(name))


def each_name(texts: Iterable[str]) -> Iterator[str]:
    """The single names in ``texts``, where one text may hold several; what stands for nobody is left out."""
    for text in texts:
        yield from _single_names(text)

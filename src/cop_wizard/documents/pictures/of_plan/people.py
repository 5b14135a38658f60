"""The people in their circles of participation. Source: CASS guide item 2.2."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import belongs, said
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Level
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.values import rows
from cop_wizard.wording import one_line


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster. ``joined`` is false for people who are only invited or thought of."""

    name: str
    role: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """The people of one level of participation; the last ring, ``outside``, holds those who are no members."""

    label: str
    people: tuple[Person, ...]
    outside: bool = False


def rings_of(plan: Plan, answers: Answers) -> tuple[tuple[Ring, ...], tuple[Person, ...]]:
    """The rings from the core outwards, and the people who have no level yet."""
    people: list[Member] = [person for person in rows(plan.membership.roster) if not person.gone]
    rings = tuple(
        Ring(
            answers.words(level),
            tuple(_person(person) for person in people if person.level is level),
            outside=level is Level.TRANSACTIONAL,
        )
        for level in Level
    )
    return rings, tuple(_person(one) for one in people if said(one.level) is None and one.name is not None)


def _person(person: Member) -> Person:
    known = [one_line(text) for text in (person.name, person.role, person.organization) if isinstance(text, str)]
    name = known[0] if known else _("not named")
    role = one_line(person.role) if isinstance(person.role, str) and isinstance(person.name, str) else ""
    return Person(name, role, person.status is None or belongs(person) or person.level is Level.TRANSACTIONAL)

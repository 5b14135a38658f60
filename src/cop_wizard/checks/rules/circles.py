"""How much a plan says on each of the three circles: domain, community, practice. Source: CASS guide item 0.6."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cop_wizard.checks.rules.reading import dated, fields_of, members, rows
from cop_wizard.plan.base import Part
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath


@dataclass(frozen=True, slots=True)
class Circle:
    """One of the three: ``name`` is domain, community or practice.

    ``said`` holds the places of the sides on which the plan says something ("none, on purpose" is something), and
    ``silent`` those of the others. Each circle has five sides.
    """

    name: str
    said: tuple[KeyPath, ...]
    silent: tuple[KeyPath, ...]


_THIN = 1


def thin_circles(plan: Plan) -> bool:
    """Whether there is a circle on which the plan says next to nothing; cheaper than all of `circles`."""
    return any(_is_thin(sides(plan)) for sides in (_domain, _community, _practice))


def _is_thin(sides: Iterator[tuple[KeyPath, bool]]) -> bool:
    return sum(1 for _side in islice((path for path, is_said in sides if is_said), _THIN + 1)) <= _THIN


def circles(plan: Plan) -> list[Circle]:
    """All three, the one the plan says least about first."""
    found = []
    for name, sides in (("domain", _domain(plan)), ("community", _community(plan)), ("practice", _practice(plan))):
        told = list(sides)
        said = tuple(path for path, is_said in told if is_said)
        found.append(Circle(name, said, tuple(path for path, is_said in told if not is_said)))
    return sorted(found, key=lambda circle: len(circle.said))


def _domain(plan: Plan) -> Iterator[tuple[KeyPath, bool]]:
    for key in ("focus", "shared_competence", "audience", "why_now", "purposes"):
        yield ("purpose", key), _said(getattr(plan.purpose, key))


def _community(plan: Plan) -> Iterator[tuple[KeyPath, bool]]:
    people, norms, leaders = plan.membership, plan.norms, plan.leadership
    yield ("membership", "roster"), bool(members(plan)) or _on_purpose(people.roster)
    yield ("membership", "ideal_member"), _said(people.ideal_member, people.required_seats)
    yield ("membership", "invitation"), _said(people.invitation, people.joining)
    yield ("leadership", "duties"), _said(leaders.duties, leaders.description)
    yield ("norms", "process"), _said(norms.process, norms.statements, norms.own)


def _practice(plan: Plan) -> Iterator[tuple[KeyPath, bool]]:
    launch, results, own = plan.launch, plan.results, plan.professional_practice
    yield ("purpose", "learn_to"), _said(plan.purpose.learn_to)
    yield ("launch", "tools"), _said(launch.tools)
    yield ("results", "evidence"), _said(results.evidence, results.legacy, results.signs_of_achievement)
    work = [answer for _place, _on, one in dated(plan) for answer in (one.topics, one.activities, one.content)]
    yield ("launch", "experiences"), _said(launch.experiences, launch.content, *work)
    yield (
        ("professional_practice", "reflective_practices"),
        _said(own.reflective_practices, own.learning, own.transfer, own.support, results.reflection),
    )


def _said(*answers: Any) -> bool:
    return any(_is_answer(answer) for answer in answers)


def _is_answer(answer: Any) -> bool:
    if isinstance(answer, Part):
        return any(getattr(answer, key) not in (None, []) for key in fields_of(type(answer)))
    return bool(rows(answer)) if isinstance(answer, list) else answer is not None


def _on_purpose(answer: Any) -> bool:
    return _is_answer(answer) and not isinstance(answer, list)

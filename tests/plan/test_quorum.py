"""Whether enough people were there."""

from __future__ import annotations

import pytest

from cop_wizard.plan.plan import Plan
from cop_wizard.plan.quorum import people_needed, quorum


@pytest.mark.parametrize(
    ("words", "of", "needed"),
    [
        ("5", 9, 5),
        ("3 maintainers", 9, 3),
        ("half", 9, 5),
        ("half of the members", 8, 4),
        ("more than half", 8, 5),
        ("at least two thirds", 9, 6),
        ("two-thirds of those who may vote", 10, 7),
        ("50 %", 9, 5),
        ("La moitié des membres", 8, 4),
        ("deux tiers", 9, 6),
        ("all", 4, 4),
        ("enough", 9, None),
        ("whoever comes", 9, None),
    ],
)
def test_so_many_are_needed(words: str, of: int, needed: int | None) -> None:
    assert people_needed(words, of) == needed


def test_only_those_who_count_are_counted() -> None:
    people = [
        {"name": "Ana", "voting": "yes"},
        {"name": "Ben", "voting": "no"},
        {"name": "Cat", "status": "potential"},
        {"name": "Dan", "level": "transactional"},
        {"name": "Eva", "voting": "yes"},
    ]
    rules = [
        {"subject": "Spending", "quorum": "two thirds"},
        {"subject": "Joining", "quorum": "half", "quorum_of": "those_who_may_vote"},
        {"subject": "Talk", "quorum": "half", "quorum_of": "those_present"},
        {"subject": "Walks"},
    ]
    plan = Plan.model_validate(
        {"schema_version": "2", "membership": {"roster": people}, "norms": {"decision_rules": rules}}
    )
    given = plan.norms.decision_rules
    assert isinstance(given, list)
    found = [quorum(plan, rule, ["Ana", "Ben", "Cat", "Dan", "Guest"]) for rule in given]
    assert [(one.there, one.needed, one.reached) if one else None for one in found] == [
        (2, 2, True),
        (1, 1, True),
        None,
        None,
    ]

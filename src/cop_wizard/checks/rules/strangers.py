"""People whom the plan relies on and whom neither the roster nor anything else in it knows."""

from __future__ import annotations

from collections.abc import Iterator

from cop_wizard.checks.rules.names import each_name, parts, roster
from cop_wizard.checks.rules.reading import asked_often, holders, rows, words
from cop_wizard.plan.plan import Plan


def is_stranger(plan: Plan, name: str) -> bool:
    """Whether ``name`` is plainly a person's and stands nowhere else; of those with duties COP502 speaks."""
    return roster(plan).misses(name) and parts(name).isdisjoint(_words_of_helpers(plan))


@asked_often
def _words_of_helpers(plan: Plan) -> frozenset[str]:
    return frozenset().union(*(parts(name) for name in _helpers(plan)))


def _helpers(plan: Plan) -> Iterator[str]:
    yield from (words(one.name) for one in rows(plan.leadership.sponsors) if words(one.name))
    yield from (words(one.name) for one in rows(plan.membership.decision_makers) if words(one.name))
    yield from each_name(words(one.filled_by) for one in rows(plan.membership.required_seats))
    for names in holders(plan).values():
        yield from each_name(names)

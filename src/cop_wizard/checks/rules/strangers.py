"""People whom the plan relies on and whom neither the roster nor anything else in it knows."""

from __future__ import annotations

from cop_wizard.checks.rules.names import each_name, parts, roster
from cop_wizard.checks.rules.reading import asked_often, holders, rows, words
from cop_wizard.plan.plan import Plan


def is_stranger(plan: Plan, name: str) -> bool:
    """Whether ``name`` is plainly a person's and stands nowhere else; of those with duties COP502 speaks."""
    return roster(plan).misses(name) and parts(name).isdisjoint(_words_of_supporters(plan) | _words_of_holders(plan))


def is_unknown_holder(plan: Plan, name: str) -> bool:
    """Whether ``name`` is plainly a person's and stands neither on the roster nor among those who support from outside.

    Of those who fill a seat, COP419 speaks; of those who hold an office, COP506.
    """
    return roster(plan).misses(name) and parts(name).isdisjoint(_words_of_supporters(plan))


@asked_often
def _words_of_supporters(plan: Plan) -> frozenset[str]:
    """The words of the names of sponsors, of those who decide, fill a seat, belong to a group, or may be turned to."""
    names = [words(one.name) for one in rows(plan.leadership.sponsors)]
    names += [words(one.name) for one in rows(plan.membership.decision_makers)]
    names += each_name(words(one.filled_by) for one in rows(plan.membership.required_seats))
    names += each_name(rows(plan.care.turn_to))
    for group in rows(plan.groups):
        names += each_name([*rows(group.members), *rows(group.led_by), *rows(group.liaisons)])
    return frozenset().union(*map(parts, names))


@asked_often
def _words_of_holders(plan: Plan) -> frozenset[str]:
    return frozenset().union(*(parts(name) for names in holders(plan).values() for name in each_name(names)))

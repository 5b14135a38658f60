"""Who carries how much of the leadership, as far as the duties tell."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from cop_wizard.checks.rules.names import MOST_NAMES, each_name, looks_like_a_person, parts, roster
from cop_wizard.checks.rules.reading import holders
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.plan import Plan

_WORTH_COUNTING = 3


def says_that_several_lead(plan: Plan) -> bool:
    """Whether leadership is with a team, or shared."""
    return plan.leadership.structure in (Structure.TEAM, Structure.SHARED)


def persons(plan: Plan) -> dict[str, list[str]]:
    """For each person's name the duties they hold, alone or with others; "Amina" and "Amina Yusuf" are one."""
    return _gathered(plan, _held(plan))


def alone(plan: Plan) -> tuple[str, list[str], int]:
    """The person who holds most duties alone, those duties, and how many duties anybody holds.

    "" where nobody holds three alone.
    """
    held = _held(plan)
    single = {key: names for key, names in held.items() if len(names) == 1}
    heard = Counter(word for names in single.values() for word in parts(names[0]))
    if max(heard.values(), default=0) < _WORTH_COUNTING:
        return "", [], len(held)
    found = _gathered(plan, single)
    name = max(found, key=lambda one: len(found[one]), default="")
    return name, found.get(name, []), len(held)


def _held(plan: Plan) -> dict[str, list[str]]:
    return {key: list(islice(each_name(names), MOST_NAMES // 8)) for key, names in holders(plan).items()}


def _gathered(plan: Plan, held: dict[str, list[str]]) -> dict[str, list[str]]:
    if not held:
        return {}
    known = roster(plan)
    names = [name for group in held.values() for name in group]
    # the longest form of a name stands for all of them
    forms = sorted(dict.fromkeys(names), key=lambda name: -len(parts(name)))
    found: dict[str, list[str]] = {}
    for key, group in held.items():
        for name in group:
            form = next(form for form in forms if parts(name) <= parts(form))
            if looks_like_a_person(form) or known.names(form):
                found.setdefault(form, []).append(key)
    return found

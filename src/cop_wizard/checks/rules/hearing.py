"""Who hears from the community, in whatever way the plan knows of."""

from __future__ import annotations

from cop_wizard.checks.rules.names import each_name, parts
from cop_wizard.checks.rules.reading import asked_often, holders, members, rows, words
from cop_wizard.plan.plan import Plan


@asked_often
def those_who_hear(plan: Plan) -> frozenset[str]:
    """The words of the names of members, of all who hold a duty, are told of results, or are in touch otherwise."""
    heard = [words(one.name) for _place, one in members(plan)]
    heard += [words(one.who) for one in rows(plan.results.told_to)]
    heard += [words(one.name) for one in rows(plan.membership.decision_makers) if words(one.at_the_table)]
    heard += [words(one.name) for one in rows(plan.leadership.sponsors) if words(one.told)]
    heard += [name for names in holders(plan).values() for name in each_name(names)]
    return frozenset().union(*map(parts, heard))

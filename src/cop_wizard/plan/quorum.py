"""Whether enough people were there: a quorum, written in words or as a number, held against who came."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cop_wizard.plan.choices import QuorumOf, Status, YesNo
from cop_wizard.plan.collaborative_plan import Decision, Meeting
from cop_wizard.plan.parsing import folded, name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import DecisionRule, Member

_NUMBER = re.compile(r"(\d{1,4})(?: (?:members|people|persons|voters|maintainers|membres|personnes))?")
_PERCENT = re.compile(r"(\d{1,3}) ?(?:%|percent|per cent|pour cent)")
_SHARES = {
    "half": Fraction(1, 2),
    "la moitie": Fraction(1, 2),
    "one third": Fraction(1, 3),
    "a third": Fraction(1, 3),
    "un tiers": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "deux tiers": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
    "trois quarts": Fraction(3, 4),
    "all": Fraction(1),
    "everybody": Fraction(1),
    "tous": Fraction(1),
}
_MORE_THAN = ("more than ", "plus de ")
_OF = re.compile(r" (?:of|de|des|du) .*")


@dataclass(frozen=True, slots=True)
class Quorum:
    """``there`` people count towards it, ``needed`` had to be there."""

    there: int
    needed: int

    @property
    def reached(self) -> bool:
        """Whether enough were there."""
        return self.there >= self.needed


def quorum_of(plan: Plan, meeting: Meeting, decision: Decision) -> Quorum | None:
    """The quorum of the rule that a decision names, for those who came; ``None`` where none of that is told."""
    rules = plan.norms.decision_rules
    if not isinstance(decision.rule, str) or not isinstance(meeting.attended, list):
        return None
    named = name_key(decision.rule)
    for rule in rules if isinstance(rules, list) else []:
        if isinstance(rule.subject, str) and name_key(rule.subject) == named:
            return quorum(plan, rule, [str(name) for name in meeting.attended])
    return None


def quorum(plan: Plan, rule: DecisionRule, attended: Sequence[str]) -> Quorum | None:
    """The quorum of a rule for those who came; ``None`` where the rule has none, or its words say no number."""
    if not isinstance(rule.quorum, str) or rule.quorum_of is QuorumOf.THOSE_PRESENT:
        return None
    roster: list[Member] = plan.membership.roster if isinstance(plan.membership.roster, list) else []
    counted = [one for one in roster if one.counts and one.status not in (Status.POTENTIAL, Status.INVITED)]
    if rule.quorum_of is QuorumOf.THOSE_WHO_MAY_VOTE:
        voting = [one for one in counted if one.voting is YesNo.YES]
        counted = voting or [one for one in counted if one.voting is not YesNo.NO]
    needed = people_needed(rule.quorum, len(counted))
    names = {name_key(one.name) for one in counted if isinstance(one.name, str)}
    there = {name_key(name) for name in attended}
    return None if needed is None else Quorum(len(names & there), needed)


def people_needed(words: str, of: int) -> int | None:
    """How many people a quorum in words asks for, where it is counted of so many; ``None`` for other words."""
    plain = _OF.sub("", " ".join(words.casefold().split()))
    if found := _PERCENT.fullmatch(plain):
        return math.ceil(Fraction(int(found[1]), 100) * of)
    key = folded(plain).removeprefix("at least ").removeprefix("au moins ")
    if found := _NUMBER.fullmatch(key):
        return int(found[1])
    for more in _MORE_THAN:
        if key.startswith(more) and (share := _SHARES.get(key.removeprefix(more))) is not None:
            return math.floor(share * of) + 1
    share = _SHARES.get(key)
    return None if share is None else math.ceil(share * of)

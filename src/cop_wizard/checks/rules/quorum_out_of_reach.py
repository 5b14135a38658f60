"""More people have to be there than there are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import members, rows, under_way, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import QuorumOf, YesNo
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import DecisionRule

_SO_MANY = r"(\d{1,4})(?: (?:members|people|persons|voters|membres|personnes))?"
_A_ROSTER = 3
"""With fewer on it, the roster has only been begun."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A quorum that is a plain number, once the community is under way and its roster is more than a beginning."""
    if len(members(plan)) < _A_ROSTER or not under_way(plan, today):
        return
    for place, rule in enumerate(rows(plan.norms.decision_rules)):
        needed, there = _needed(rule), _there(plan, rule)
        if needed is not None and there is not None and needed > there:
            yield Advice(
                ("norms", "decision_rules", place, "quorum"),
                ngettext(
                    "{needed} have to be there, and by the roster {count} person could be.",
                    "{needed} have to be there, and by the roster {count} people could be.",
                    there,
                ).format(needed=needed, count=there),
                _("Choose a smaller number, or a share such as half of the members: it grows and shrinks with you."),
                (("membership", "roster"),),
            )


def _needed(rule: DecisionRule) -> int | None:
    found = re.fullmatch(_SO_MANY, words(rule.quorum).casefold())
    return int(found[1]) if found else None


def _there(plan: Plan, rule: DecisionRule) -> int | None:
    """How many could come; ``None`` where the quorum is of those present."""
    inside = [one for _place, one in members(plan)]
    if rule.quorum_of is QuorumOf.THOSE_PRESENT:
        return None
    if rule.quorum_of is QuorumOf.THOSE_WHO_MAY_VOTE:
        marked = sum(one.voting is YesNo.YES for one in inside)
        return marked or sum(one.voting is not YesNo.NO for one in inside)
    return len(inside)


def reasons() -> Reasons:
    """Source: CASS guide item 4.1 (decisions)."""
    return Reasons(
        title=_("A quorum that can never be reached"),
        why=_(
            "A number that was right for twenty stays in the rules when twelve are left. From then on no decision is "
            "valid, and somebody will point it out just when one is needed."
        ),
        do=_("Bring the number down, or make it a share of the members."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: consent
      quorum: 8
launch:
  first_meeting: 2020-09-15
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: consent
      quorum: half of the members
launch:
  first_meeting: 2020-09-15
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP513", look, reasons, unless=(has_ended,))

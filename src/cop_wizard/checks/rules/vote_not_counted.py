"""Members vote, and nothing says how many must be in favour, or what happens when the two sides are equal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import members, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DecisionMethod, YesNo
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_HALF = r"\b(?:half|simple|plain|majority|majorite|moitie|50)\b"
_MORE_THAN_HALF = r"\b(?:thirds?|tiers|quarters?|quarts?|unanim\w*|all|tous|toutes|[67]\d|8\d|9\d)\b"


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Rules by vote that have a quorum; of those without, COP512 speaks."""
    votes = [
        (place, rule)
        for place, rule in enumerate(rows(plan.norms.decision_rules))
        if rule.method is DecisionMethod.VOTE and rule.quorum is not None
    ]
    uncounted = [(place, rule) for place, rule in votes if rule.majority is None]
    if uncounted:
        place, subject = uncounted[0][0], words(uncounted[0][1].subject)
        yield Advice(
            ("norms", "decision_rules", place, "method"),
            _("You vote on {subject}, and nothing says how many must be in favour.").format(subject=quoted(subject))
            if subject and len(uncounted) == 1
            else _("You vote, and nothing says how many must be in favour."),
            _("Add a `majority`, such as more than half of those who vote, and what happens in a `tie`."),
            tuple(("norms", "decision_rules", other, "method") for other, _rule in uncounted[1:]),
        )
    even = sum(one.voting is YesNo.YES for _place, one in members(plan))
    for place, rule in votes:
        if even and even % 2 == 0 and rule.tie is None and _can_be_a_tie(words(rule.majority)):
            yield Advice(
                ("norms", "decision_rules", place, "majority"),
                _("{count} people may vote, and nothing says what happens when both sides are equal.").format(
                    count=even
                ),
                _("Say it under `tie`: the chair decides, it waits until next time, or it counts as a no."),
            )
            break


def _can_be_a_tie(majority: str) -> bool:
    plain = plain_letters(majority)
    return bool(re.search(_HALF, plain)) and not re.search(_MORE_THAN_HALF, plain)


def reasons() -> Reasons:
    """Source: CASS guide item 4.1 (decisions)."""
    return Reasons(
        title=_("A vote that nobody could count"),
        why=_(
            "Six hands go up for the one thing and five for the other, with three in laps. Whether that is a yes is "
            "easily settled beforehand, and hardly at all once it matters."
        ),
        do=_("Say how many must be in favour, of whom, and what happens when it is equal."),
        before="""\
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: vote
      quorum: half of the members
""",
        after="""\
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: vote
      quorum: half of the members
      majority: more than half of those who vote
      tie: it waits until next time
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP514", look, reasons, unless=(has_ended,), wish=True)

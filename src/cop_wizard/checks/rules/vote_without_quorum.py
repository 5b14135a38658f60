"""Members vote, and nothing says how many must be there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DecisionMethod
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NoneOnPurpose

_VOTE = re.compile(r"\b(?:votes?|voted|voting|majority|majorite|votons|votent|scrutin|show of hands|main levee)\b")
_NO_VOTE = re.compile(
    r"\b(?:no|not|never|without|nobody|rather than|instead of|sans|jamais|pas|aucun|plutot que"
    r"|dot|straw|emoji|polls?|if (?:need(?:ed)?|necessary)|si necessaire|au besoin|rarely|rarement)\b|n't|n’t"
)
_HOW_MANY = re.compile(
    r"\d|quorum|\b(?:half|thirds?|quarters?|least|present|there|all|every\w*|each|unanim\w*|two|three|four|five|six|seven"
    r"|eight|nine|ten|moitie|tiers|quarts?|moins|presente?s|tous|toutes|chacune?|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    r")\b"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A rule by vote without a quorum; or a norm that speaks of voting, with no rule beside it."""
    rules = rows(plan.norms.decision_rules)
    bare = [place for place, rule in enumerate(rules) if rule.quorum is None and _is_vote(words(rule.method))]
    if bare:
        subject = words(rules[bare[0]].subject)
        yield Advice(
            ("norms", "decision_rules", bare[0], "method"),
            _("You vote on {subject}, and nothing says how many must be there.").format(subject=quoted(subject))
            if subject and len(bare) == 1
            else _("You decide by vote, and nothing says how many must be there."),
            _("Add a `quorum`, such as half of the members. Write `none` if any number will do."),
            tuple(("norms", "decision_rules", place, "method") for place in bare[1:]),
        )
    elif not rules and not isinstance(plan.norms.decision_rules, NoneOnPurpose) and _speaks_of_voting(plan):
        yield Advice(
            ("norms", "statements", "decisions"),
            _("The norm on decisions speaks of a vote, and does not say how many must be there."),
            _(
                "Add it to the sentence, such as: if at least half of us are there. Or write a rule under "
                "`norms.decision_rules`."
            ),
        )


def _is_vote(method: str) -> bool:
    if method in set(DecisionMethod):
        return method == DecisionMethod.VOTE
    plain = plain_letters(method)
    return bool(_VOTE.search(plain)) and not _NO_VOTE.search(plain) and not _HOW_MANY.search(plain)


def _speaks_of_voting(plan: Plan) -> bool:
    said = plan.norms.statements
    return isinstance(said, Statements) and _is_vote(words(said.decisions))


def reasons() -> Reasons:
    """Source: CASS guide item 4.1 (decisions)."""
    return Reasons(
        title=_("A vote without a quorum"),
        why=_(
            "Sooner or later four people vote on a rainy day, and the other ten hear of it by e-mail. A number "
            "agreed on beforehand spares everybody the question whether it counts."
        ),
        do=_("Say how many members must be there for a vote to count."),
        before="""\
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: vote
""",
        after="""\
norms:
  decision_rules:
    - subject: Spending from the shared fund
      method: vote
      quorum: half of the members
      majority: more than half of those who vote
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP512", look, reasons, unless=(has_ended,))

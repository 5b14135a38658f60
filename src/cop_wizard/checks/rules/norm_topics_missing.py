"""The norms are in use, and leave out a topic on which groups often get stuck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.duty_phrases import either, norm_words
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import duties, fields_of, rows, under_way
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NoneOnPurpose

_MOST = 3
_OFTEN_NEEDED = frozenset({"conflict", "decisions"})
"""Without one of these among the blanks, the others are no matter."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Some statements are there, agreed to or in use, and others are blank and not answered elsewhere."""
    said = plan.norms.statements
    if not isinstance(said, Statements) or not (rows(plan.norms.agreements) or under_way(plan, today)):
        return
    blank = [key for key in fields_of(Statements) if getattr(said, key) is None]
    if len(fields_of(Statements)) - len(blank) < _MOST:
        return
    elsewhere = _answered_elsewhere(plan)
    missing = [key for key in blank if key not in elsewhere]
    if _OFTEN_NEEDED & set(missing):
        yield Advice(
            ("norms", "statements", missing[0]),
            _("The norms do not say {topics}.").format(topics=either([norm_words(key) for key in missing])),
            _("A plain sentence is enough. Write `none` beside a topic that you do not need."),
            (("norms", "statements"), *(("norms", "statements", key) for key in missing[1:])),
        )


def _answered_elsewhere(plan: Plan) -> set[str]:
    """Topics that another answer settles as well. Newcomers are the business of COP416."""
    found = {"new_members"}
    for key, answers in (
        ("decisions", (plan.norms.decision_rules, *_no_decisions(plan))),
        ("shared_resources", (plan.launch.tools,)),
        ("purpose_achieved", (plan.life.review_on, plan.results.signs_of_achievement)),
    ):
        if any(answer is not None for answer in answers):
            found.add(key)
    return found


def _no_decisions(plan: Plan) -> Iterator[NoneOnPurpose]:
    """What says that there is nothing to decide, or nobody who sees to it."""
    spare = [names for key, names in duties(plan) if key == "facilitate_decisions"]
    return (one for one in (*spare, plan.membership.decision_makers) if isinstance(one, NoneOnPurpose))


def reasons() -> Reasons:
    """Source: CASS guide item 4.1."""
    return Reasons(
        title=_("The norms leave out a topic"),
        why=_(
            "The seven topics are where groups get stuck sooner or later. A sentence that all can agree to is easy to "
            "find on a quiet day, and nearly impossible in the middle of a dispute."
        ),
        do=_("Add a sentence on what is missing, or say that you do not need one."),
        before="""\
norms:
  statements:
    role_and_voice: Everybody speaks once before anybody speaks twice.
    stay_on_track: We begin with the purpose sentence.
    decisions: We talk until all can live with it.
    shared_resources: What is shown goes into the folder the same week.
    new_members: Any member may bring a colleague.
    purpose_achieved: Each June we ask what is still open.
  agreements:
    - who: All members present at the second meeting
      on: 2020-10-13
""",
        after="""\
norms:
  statements:
    role_and_voice: Everybody speaks once before anybody speaks twice.
    stay_on_track: We begin with the purpose sentence.
    conflict: We say it in the room, to the person, and early.
    decisions: We talk until all can live with it.
    shared_resources: What is shown goes into the folder the same week.
    new_members: Any member may bring a colleague.
    purpose_achieved: Each June we ask what is still open.
  agreements:
    - who: All members present at the second meeting
      on: 2020-10-13
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP511", look, reasons, unless=(has_ended, is_committee), wish=True)

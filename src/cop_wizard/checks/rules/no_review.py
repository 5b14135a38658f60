"""Meetings are dated for a long time, and on no day does the community ask whether to go on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.meetings_stop import dates_run_out
from cop_wizard.checks.rules.moments import speaks_of, tells_when
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import dated, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LearningOutcome
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_LONG = 183
"""Days: half a year."""
_REVIEW = re.compile(
    r"review|retro|one year on|anniversar|stock-?tak|evaluat|look(ing)? back|look half|half-?way|mid-?year|mid-?point"
    r"|go on|carry on|are we done|whether"
    r"|tak(e|ing) stock|next year|bilan|evalue|mi-?parcours"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Dates over more than six months; no day for a review, no norm that sets one, no meeting that is like one."""
    if plan.life.review_on is not None:
        return
    meetings = dated(plan)
    if not meetings or meetings[-1][1] < today or (meetings[-1][1] - meetings[0][1]).days <= _LONG:
        return
    norms = plan.norms.statements
    achieved = words(norms.purpose_achieved) if isinstance(norms, Statements) else ""
    if (
        tells_when(achieved)
        or _is_reviewed([one for _place, _on, one in meetings])
        or is_put_off(plan, "life.review_on")
    ):
        return
    first, last = meetings[0], meetings[-1]
    yield Advice(
        ("life", "review_on"),
        _("The dates run from {first} to {last}, and on none do you ask whether to go on.").format(
            first=date_words(first[1]), last=date_words(last[1])
        ),
        _("Choose a day, perhaps one of your meetings, and write it under `life.review_on`."),
        (("collaborative_plan", "meetings", last[0], "date"),),
    )


def _is_reviewed(meetings: list[Meeting]) -> bool:
    outcomes = (one.outcomes for one in meetings)
    return any(isinstance(one, list) and LearningOutcome.EVALUATE in one for one in outcomes) or speaks_of(
        meetings, _REVIEW
    )


def reasons() -> Reasons:
    """Sources: CASS guide item 4.1 (when the purpose is achieved); Staempfli tool item S2.9, principles 1 and 7."""
    return Reasons(
        title=_("No day is set to ask whether to go on"),
        why=_(
            "A community changes as it learns. One that never asks how it is going drifts on after its work is done, "
            "or fades without a goodbye. A day in the calendar makes the question normal, not a crisis."
        ),
        do=_("Set a day for it, once a year at least. If you do not want one, write `none`."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-11-15
      topics: First interviews
    - date: 2052-01-17
      topics: Games that families can play
    - date: 2052-03-20
      topics: Combined grades
    - date: 2052-04-17
      topics: What we recommend
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-11-15
      topics: First interviews
    - date: 2052-01-17
      topics: Games that families can play
    - date: 2052-03-20
      topics: Combined grades
    - date: 2052-04-17
      topics: What we recommend
life:
  review_on: 2052-04-17
""",
        source="killion-handout",
        where=_("Conditions for success"),
    )


RULE = Rule("COP803", look, reasons, unless=(is_committee, dates_run_out), wish=True)

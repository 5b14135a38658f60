"""The last meeting is in sight, and nothing says what will stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.lateness import last_meeting
from cop_wizard.checks.rules.moments import results_begun
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import dated
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import undated
from cop_wizard.i18n import _
from cop_wizard.plan.launch import KnowledgeTools
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_IN_SIGHT = 120
"""Days: about four meetings in which something can still be made."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Neither a legacy nor a place to collect it, in a plan that has thought of its results and nears its last date."""
    tools = plan.launch.tools
    collected = tools.collect_legacy if isinstance(tools, KnowledgeTools) else tools
    if plan.results.legacy is not None or collected is not None or not results_begun(plan):
        return
    last = last_meeting(plan)
    if last is None or not 0 <= (last - today).days <= _IN_SIGHT or undated(plan):
        return
    if is_put_off(plan, "results.legacy", "launch.tools"):
        return
    place = next(place for place, on, _meeting in dated(plan) if on == last)
    yield Advice(
        ("results", "legacy"),
        _("Your last meeting is on {date}, and nothing says yet what should remain.").format(date=date_words(last)),
        _("Ask at the next meeting: what would a newcomer here be glad to find in two years?"),
        (("collaborative_plan", "meetings", place, "date"),),
    )


def reasons() -> Reasons:
    """Source: CASS guide item 7.3."""
    return Reasons(
        title=_("Nothing says what should remain"),
        why=_(
            "What stays is made along the way: a folder, a habit, people who call each other. In the last weeks "
            "there is no time left to make it, and what was learned leaves with those who learned it."
        ),
        do=_("Agree on one thing that should remain, and on who looks after it. If nothing should, write none."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2026-12-09
    - date: 2027-01-20
    - date: 2027-02-17
results:
  signs_of_achievement: Teachers talk about how a child thinks
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-12-09
    - date: 2027-01-20
    - date: 2027-02-17
results:
  signs_of_achievement: Teachers talk about how a child thinks
  legacy: A box of routines in every school, and partners who keep visiting
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP706", look, reasons)

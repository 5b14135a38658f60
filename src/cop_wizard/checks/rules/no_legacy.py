"""The last meeting is in sight, and nothing says what will stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.lateness import last_meeting
from cop_wizard.checks.rules.meetings_stop import dates_run_out
from cop_wizard.checks.rules.moments import results_begun
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import dated, day, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import undated
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Door, Rhythm
from cop_wizard.plan.launch import KnowledgeTools
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_IN_SIGHT = 60
"""Days: about two meetings in which something can still be made."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Neither a legacy nor a place to collect it, in a plan that has thought of its results and nears its last date."""
    tools = plan.launch.tools
    collected = tools.collect_legacy if isinstance(tools, KnowledgeTools) else tools
    if plan.results.legacy is not None or collected is not None or not results_begun(plan):
        return
    last = last_meeting(plan)
    if last is None or not 0 <= (last - today).days <= _IN_SIGHT or undated(plan):
        return
    if _goes_on(plan, today) or is_put_off(plan, "results.legacy", "launch.tools"):
        return
    place = next(place for place, on, _meeting in dated(plan) if on == last)
    yield Advice(
        ("results", "legacy"),
        _("The last date in the plan is {date}, and nothing says what should remain.").format(date=date_words(last)),
        _("Ask at the next meeting: what would a newcomer here be glad to find in two years?"),
        (("collaborative_plan", "meetings", place, "date"),),
    )


def _goes_on(plan: Plan, today: dt.date) -> bool:
    """Whether the last date is probably only the end of the calendar."""
    review = day(plan.life.review_on)
    open_door = plan.membership.door in (Door.OPEN, Door.ON_REQUEST) and isinstance(plan.launch.rhythm, Rhythm)
    meetings = dated(plan)
    with_topic = sum(bool(words(one.topics) or words(one.activities)) for _place, _on, one in meetings)
    return open_door or (review is not None and review >= today) or 3 * with_topic < 2 * len(meetings)


def reasons() -> Reasons:
    """Source: CASS guide item 7.3."""
    return Reasons(
        title=_("Nothing says what should remain"),
        why=_(
            "What stays is made along the way: a folder, a habit, people who call each other. In the last weeks "
            "there is no time left to make it, and what was learned leaves with those who learned it."
        ),
        do=_("Agree on one thing that should remain, and on who looks after it. If nothing should, write `none`."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2026-10-14
      topics: Partner visits
      record: Seven pairs have visited each other.
    - date: 2026-11-11
      topics: Routines that travel
      record: Each pair chose one routine.
      reflection: What can I try on Monday?
    - date: 2026-12-16
      topics: What we show the other schools
      celebration: Soup for everybody
results:
  feedback:
    - how: A round at the end of each meeting
      when: each meeting
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-10-14
      topics: Partner visits
      record: Seven pairs have visited each other.
    - date: 2026-11-11
      topics: Routines that travel
      record: Each pair chose one routine.
      reflection: What can I try on Monday?
    - date: 2026-12-16
      topics: What we show the other schools
      celebration: Soup for everybody
results:
  feedback:
    - how: A round at the end of each meeting
      when: each meeting
  legacy: A box of routines in every school, and partners who keep visiting
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP706", look, reasons, unless=(is_committee, dates_run_out), wish=True)

"""No meeting holds a moment to reflect."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.moments import planned, results_begun, speaks_of, tells_when
from cop_wizard.checks.rules.reading import words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan

_THOUGHTFUL = re.compile(
    r"reflect|reflex|look(ing)? back|look half|half-?way|what (did|do|have) (we|i) |learn(ed|t)|journal|diar|debrief"
    r"|quiet|review|evaluat|check-? ?out|bilan|retour sur|journal|silence"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A schedule is there, nothing in it looks back, and no word says when that happens instead."""
    meetings, meant = planned(plan, today), words(plan.results.reflection)
    if not meetings or any(one.reflection is not None for one in meetings) or not (meant or results_begun(plan)):
        return
    if (plan.results.reflection is not None and not meant) or tells_when(meant) or speaks_of(meetings, _THOUGHTFUL):
        return
    yield Advice(
        ("results", "reflection"),
        _("You want to reflect together, but none of the meetings leaves room for it.")
        if meant
        else ngettext(
            "There is {count} meeting in the plan, and none with a moment to look back.",
            "There are {count} meetings in the plan, and none with a moment to look back.",
            len(meetings),
        ).format(count=len(meetings)),
        _("Give each meeting one question under `reflection`, such as: what can I try on Monday?"),
        (("collaborative_plan", "meetings"),),
    )


def reasons() -> Reasons:
    """Sources: CASS guide item 7.5; planning tool item S4.7."""
    return Reasons(
        title=_("No meeting leaves room to reflect"),
        why=_(
            "An evening full of good things is soon forgotten. Five quiet minutes with one question are what turns it "
            "into something people do differently the week after."
        ),
        do=_("Put one question under `reflection` of each meeting, or say when else you look back."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
    - date: 2051-11-15
      topics: What we recommend
      celebration: Soup for everybody
results:
  reflection: We want to be a thoughtful circle.
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
      reflection: What did I expect, and what did I see?
    - date: 2051-11-15
      topics: What we recommend
      celebration: Soup for everybody
results:
  reflection: We want to be a thoughtful circle.
""",
        source="cass-planning-tool",
        where=_("Results & celebrations"),
    )


RULE = Rule("COP705", look, reasons)

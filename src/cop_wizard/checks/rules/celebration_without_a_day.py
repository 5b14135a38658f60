"""No meeting holds a moment to celebrate."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.moments import planned, results_begun, speaks_of, tells_when
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan

_FESTIVE = re.compile(
    r"celebrat|feast|party|potluck|banquet|toast|cake|thank|award|recogni|certificate|farewell|social|dinner|picnic"
    r"|supper|cheer|applau|proud|fete|fetons|celebr|remerci|gateau|repas|souper"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A schedule is there, none of it is festive, and nothing says that celebrating happens at some other time."""
    meetings = planned(plan, today)
    if not meetings or any(one.celebration is not None for one in meetings) or not results_begun(plan):
        return
    wishes = (plan.results.celebrating_people, plan.results.celebrating_community)
    texts = [text for wish in wishes for text in rows(wish)]
    if any(tells_when(text) for text in texts) or _FESTIVE.search(words(plan.results.reflection).casefold()):
        return
    if speaks_of(meetings, _FESTIVE) or (not texts and any(wish is not None for wish in wishes)):
        return
    only_people = bool(texts) and not rows(plan.results.celebrating_community)
    yield Advice(
        ("results", "celebrating_people" if only_people else "celebrating_community"),
        _("You know how you would like to celebrate, but none of the meetings leaves room for it.")
        if texts
        else ngettext(
            "There is {count} meeting in the plan, and none in which you celebrate.",
            "There are {count} meetings in the plan, and none in which you celebrate.",
            len(meetings),
        ).format(count=len(meetings)),
        _("Choose one meeting and write two words under its `celebration`. Ten minutes and a cake are enough."),
        (("collaborative_plan", "meetings"),),
    )


def reasons() -> Reasons:
    """Sources: CASS guide items 7.4 and 7.5; planning tool item S4.7."""
    return Reasons(
        title=_("No meeting leaves room to celebrate"),
        why=_(
            "People seldom see how far they have come until somebody says it. What has no place in the calendar gives "
            "way to the next urgent thing, and the year ends without anybody having said thank you."
        ),
        do=_("Give one meeting before the summer, and one at the end, a moment to celebrate."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
    - date: 2051-11-15
      topics: What we recommend
results:
  signs_of_achievement: Teachers talk about how a child thinks
  celebrating_community:
    - A map with a pin for every classroom that uses the kit
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
    - date: 2051-11-15
      topics: What we recommend
      celebration: The map with its pins, and soup
results:
  signs_of_achievement: Teachers talk about how a child thinks
  celebrating_community:
    - A map with a pin for every classroom that uses the kit
""",
        source="cass-planning-tool",
        where=_("Results & celebrations"),
    )


RULE = Rule("COP704", look, reasons)

"""No meeting holds a moment to reflect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.moments import lacks_celebration, lacks_reflection, planned
from cop_wizard.checks.rules.reading import words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A schedule in which nothing looks back. Where it has nothing to celebrate either, COP704 says both."""
    if not lacks_reflection(plan, today):
        return
    count = len(planned(plan, today))
    yield Advice(
        ("results", "reflection"),
        _("You want to reflect together, but none of the meetings leaves room for it.")
        if words(plan.results.reflection)
        else _("There are {count} meetings in the plan, and none with a moment to look back.").format(count=count),
        _("Give each meeting one question under `reflection`, such as: what can I try on Monday?"),
        (("collaborative_plan", "meetings"),),
    )


def reasons() -> Reasons:
    """Sources: CASS guide item 7.5; planning tool item S4.7."""
    return Reasons(
        title=_("No meeting leaves room to reflect"),
        why=_(
            "A meeting full of good things is soon forgotten. Five quiet minutes with one question are what turns it "
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


RULE = Rule("COP705", look, reasons, (is_committee, lacks_celebration), wish=True)

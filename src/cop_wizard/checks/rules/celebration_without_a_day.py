"""No meeting holds a moment to celebrate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.moments import lacks_celebration, lacks_reflection, planned
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A schedule with nothing festive. Where it has no moment to look back either, one piece says both."""
    if not lacks_celebration(plan, today):
        return
    count, texts = len(planned(plan, today)), rows(plan.results.celebrating_people)
    only_people = bool(texts) and not rows(plan.results.celebrating_community)
    texts = texts + rows(plan.results.celebrating_community)
    hint = _("Choose one meeting and write two words under its `celebration`. Ten minutes and a cake are enough.")
    if lacks_reflection(plan, today):
        message = _("None of the {count} meetings has a moment to look back or to celebrate.")
        hint = _("Give one meeting ten minutes for it, and write a few words under its `reflection` or `celebration`.")
    elif texts:
        message = _("You know how you would like to celebrate, but none of the meetings leaves room for it.")
    else:
        message = _("There are {count} meetings in the plan, and none in which you celebrate.")
    yield Advice(
        ("results", "celebrating_people" if only_people else "celebrating_community"),
        message.format(count=count),
        hint,
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
        do=_("Give one meeting half-way, and the last one, a moment to celebrate."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
      reflection: What can I try on Monday?
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
      reflection: What can I try on Monday?
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


RULE = Rule("COP704", look, reasons, unless=(has_ended, is_committee), wish=True)

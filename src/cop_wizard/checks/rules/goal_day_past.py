"""The day of a goal has passed, and the goal is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import GoalStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_TIME_TO_LOOK = 14
"""Days after the goal's own day in which nobody needs to be reminded."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Goals with a day that is two weeks past; how they came out is never judged."""
    past = [
        (place, words(goal.text), on)
        for place, goal in enumerate(rows(plan.purpose.goals))
        if words(goal.text)
        and (on := day(goal.by))
        and (today - on).days > _TIME_TO_LOOK
        and (goal.status is None or goal.status is GoalStatus.OPEN)
    ]
    if not past:
        return
    place, goal, on = past[0]
    yield Advice(
        ("purpose", "goals", place, "by"),
        ngettext(
            "The day of the goal {goal} was {date}, and it is still open.",
            "The days of {count} goals have passed, and they are still open. The first is {goal}.",
            len(past),
        ).format(goal=quoted(goal), date=date_words(on), count=len(past)),
        _("Did you reach it, change it or let it go? Each is fine. Write which under `status`, or set a new day."),
        tuple(("purpose", "goals", place, "by") for place, _goal, _on in past[1:]),
    )


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 1."""
    return Reasons(
        title=_("A goal is past its day"),
        why=_(
            "Goals grow with what a community learns, and letting one go can be the wiser choice. Left standing with "
            "an old date, it looks like a failure to everybody who reads the plan, and was perhaps a success."
        ),
        do=_("Look at it together, celebrate or change it, and write down what you decided."),
        before="""\
purpose:
  goals:
    - text: Every member has tried one number interview
      by: 2020-06-01
""",
        after="""\
purpose:
  goals:
    - text: Every member has tried one number interview
      by: 2020-06-01
      status: reached
""",
        source="staempfli-2020",
        where=_("principle 1"),
    )


RULE = Rule("COP407", look, reasons, unless=(has_ended,))

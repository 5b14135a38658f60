"""The launch and the list of meetings name two different days for the first meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import day, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import is_own, strays
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.slots import first_day
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The list begins later than the launch. Where it begins earlier, a meeting comes before the launch: COP603."""
    first = first_day(plan)
    if first is None or first < today:
        return
    astray = strays(plan)
    meetings = [(place, one) for place, one in enumerate(rows(plan.collaborative_plan.meetings)) if is_own(one)]
    dates = [on for place, one in meetings if (on := day(one.date)) and place not in astray]
    if not dates or min(dates) <= first or day(meetings[0][1].date) is None:
        return
    place = next(place for place, one in meetings if one.date == min(dates))
    yield Advice(
        ("launch", "first_meeting"),
        _("The launch is to be on {first}, but the list of meetings begins on {date}.").format(
            first=date_words(first), date=date_words(min(dates))
        ),
        _("Change whichever is wrong, or add {first} to `collaborative_plan.meetings`.").format(
            first=date_words(first)
        ),
        (("collaborative_plan", "meetings", place, "date"),),
    )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("Two days are named for the first meeting"),
        why=_(
            "The invitation takes the day from the launch, the calendar from the list of meetings. When the two "
            "differ, some people come on the one day and some on the other."
        ),
        do=_("Change whichever date is wrong, or add the first meeting to the list."),
        before="""\
launch:
  first_meeting: 2051-09-13
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
""",
        after="""\
launch:
  first_meeting: 2051-09-20
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
""",
    )


RULE = Rule("COP611", look, reasons)

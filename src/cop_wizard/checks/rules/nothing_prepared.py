"""The next meeting is near, and nothing says what it will be about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming, is_own
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

NEAR = 14
"""Days before a meeting in which people begin to ask what it is about."""


_OTHERS = 2
"""Meetings with a topic; with fewer, this community may do without."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Neither topics nor activities nor content, unlike others; of the first, the plan for the launch may tell."""
    for place, on, meeting in [one for one in coming(plan, today) if is_own(one[2])][:1]:
        said = (meeting.topics, meeting.activities, meeting.content)
        launch = on == plan.launch.first_meeting and words(plan.launch.plan)
        if (on - today).days <= NEAR and not launch and all(answer is None for answer in said):
            if sum(bool(words(other.topics)) for other in rows(plan.collaborative_plan.meetings)) < _OTHERS:
                return
            yield Advice(
                ("collaborative_plan", "meetings", place, "date"),
                _("You meet on {date}, and unlike the others this meeting has no topic yet.").format(
                    date=date_words(on)
                ),
                _("A few words under `topics` are enough. Ask one member what is on their mind."),
            )


def reasons() -> Reasons:
    """Source: CASS guide items 5.1 and 5.2."""
    return Reasons(
        title=_("The next meeting is near and has no topic"),
        why=_(
            "Busy people come when they know what for, and bring something when they are told in time. Two weeks "
            "before is late enough to be sure and early enough to prepare."
        ),
        do=_("Write a few words under `topics`, and send them to everybody with the reminder."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2026-12-01
    - date: some time in January
      topics: Games that families can play
    - date: some time in spring
      topics: What we recommend
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-12-01
      topics: First interviews; everybody brings one
    - date: some time in January
      topics: Games that families can play
    - date: some time in spring
      topics: What we recommend
""",
        source="cass-guide",
        where=_("page 9"),
    )


RULE = Rule("COP613", look, reasons)

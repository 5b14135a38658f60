"""The next meeting is near, and unlike the others it has nobody who leads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.nothing_prepared import NEAR
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming, is_own
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least two other meetings name somebody. Where there is no topic either, COP613 speaks instead."""
    for place, on, meeting in [one for one in coming(plan, today) if is_own(one[2])][:1]:
        if meeting.led_by is not None or (on - today).days > NEAR or not (meeting.topics or meeting.activities):
            continue
        if sum(bool(rows(other.led_by)) for other in rows(plan.collaborative_plan.meetings)) >= 2:
            yield Advice(
                ("collaborative_plan", "meetings", place, "date"),
                _("You meet on {date}, and unlike the other meetings this one has nobody who leads it.").format(
                    date=date_words(on)
                ),
                _("Ask somebody today, and put the name under `led_by`."),
            )


def reasons() -> Reasons:
    """Source: CASS guide item 3.2."""
    return Reasons(
        title=_("The next meeting is near and nobody leads it"),
        why=_(
            "When nobody is named, the most willing person steps in at the last minute, and it is always the same one. "
            "Somebody who is asked in time can make the meeting their own."
        ),
        do=_("Ask one person to lead it, and write the name down."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2026-12-01
      topics: First interviews
    - date: some time in January
      topics: Games that families can play
      led_by: [Tomás Herrera]
    - date: some time in February
      topics: Combined grades
      led_by: [Devi Ramsaran]
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-12-01
      topics: First interviews
      led_by: [Amina Yusuf]
    - date: some time in January
      topics: Games that families can play
      led_by: [Tomás Herrera]
    - date: some time in February
      topics: Combined grades
      led_by: [Devi Ramsaran]
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP621", look, reasons)

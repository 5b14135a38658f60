"""A meeting is planned for a day before the first one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.moments import speaks_of
from cop_wizard.checks.rules.reading import day
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming, is_own, strays
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_PREPARING = re.compile(
    r"prepar|planning|plan (the|our) |pilot|trial|rehears|information|core group|organis|organiz"
    r"|taster|drop-?in|kick-?off|steering|convenor|convener|welcome|open (day|house)|\btest"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Meetings to come that are dated before the launch, unless they are about preparing it."""
    first = day(plan.launch.first_meeting)
    if first is None or first <= today:
        return
    astray = strays(plan)
    early = [
        (place, on)
        for place, on, meeting in coming(plan, today)
        if on < first and is_own(meeting) and place not in astray and not speaks_of((meeting,), _PREPARING)
    ]
    if not early:
        return
    place, on = early[0]
    yield Advice(
        ("collaborative_plan", "meetings", place, "date"),
        ngettext(
            "The meeting of {date} comes before the first meeting, which is to be on {first}.",
            "{count} meetings, from {date} on, come before the first meeting, which is to be on {first}.",
            len(early),
        ).format(count=len(early), date=date_words(on), first=date_words(first)),
        _("Change whichever date is wrong. If it is there to prepare the launch, say so under `topics`."),
        (("launch", "first_meeting"), *(("collaborative_plan", "meetings", other, "date") for other, _on in early[1:])),
    )


def reasons() -> Reasons:
    """Source: CASS guide items 5.1 and 6.1."""
    return Reasons(
        title=_("A meeting is planned before the first one"),
        why=_(
            "The first meeting is the one everybody is invited to. A date before it is usually a slip, and members who "
            "go by the calendar would find out at a closed door."
        ),
        do=_(
            "Correct the date, or move the launch. A meeting that prepares the launch may stay; say so in its topics."
        ),
        before="""\
launch:
  first_meeting: 2051-09-20
collaborative_plan:
  meetings:
    - date: 2051-09-13
      topics: What counting meant to us
    - date: 2051-10-18
      topics: The ten-minute number interview
""",
        after="""\
launch:
  first_meeting: 2051-09-13
collaborative_plan:
  meetings:
    - date: 2051-09-13
      topics: What counting meant to us
    - date: 2051-10-18
      topics: The ten-minute number interview
""",
        source="cass-guide",
        where=_("pages 9 and 10"),
    )


RULE = Rule("COP603", look, reasons)

"""A meeting falls on a day on which the plan says that nobody meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import day, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import closed_days, coming
from cop_wizard.i18n import _
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.slots import gatherings_of, nearest
from cop_wizard.values import KeyPath
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Meetings to come, and the launch, held against the days without meetings. Some series go on through breaks."""
    closures = list(closed_days(plan))
    if not closures:
        return
    days: dict[dt.date, KeyPath] = {}
    for place, on, meeting in coming(plan, today):
        if not _goes_on(plan, meeting.series):
            days.setdefault(on, ("collaborative_plan", "meetings", place, "date"))
    first = day(plan.launch.first_meeting)
    if first and first >= today and not _goes_on(plan, ""):
        days.setdefault(first, ("launch", "first_meeting"))
    for on, path in days.items():
        for place, closure, begins, ends in closures:
            if begins <= on <= ends:
                name = words(closure.name)
                message = (
                    _("The meeting of {date} falls in a break: {name}.")
                    if name
                    else _("The meeting of {date} falls on a day that is kept free of meetings.")
                )
                yield Advice(
                    path,
                    message.format(date=date_words(on), name=name),
                    _("Move the meeting, or correct the days under `launch.closures`."),
                    (("launch", "closures", place, "begins"),),
                )
                break


def _goes_on(plan: Plan, series: object) -> bool:
    return nearest(gatherings_of(plan, series), "in_breaks") is YesNo.YES


def reasons() -> Reasons:
    """Source: CASS guide item 5.1."""
    return Reasons(
        title=_("A meeting falls in a break"),
        why=_(
            "School breaks and holidays are easily overlooked when a rhythm is turned into dates. Members notice when "
            "they look at the calendar, and each of them wonders whether to ask."
        ),
        do=_("Move the meeting by a week, or correct the days on which there can be none."),
        before="""\
launch:
  closures:
    - name: Winter break
      begins: 2051-12-18
      ends: 2052-01-05
collaborative_plan:
  meetings:
    - date: 2051-12-20
      topics: Games that families can play
""",
        after="""\
launch:
  closures:
    - name: Winter break
      begins: 2051-12-18
      ends: 2052-01-05
collaborative_plan:
  meetings:
    - date: 2051-12-13
      topics: Games that families can play
""",
        source="cass-guide",
        where=_("page 9"),
    )


RULE = Rule("COP607", look, reasons)

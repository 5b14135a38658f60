"""A meeting stands at a place in the list that its date does not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import dated
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import strays
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The fewest meetings that would have to move; where the year looks like a slip, the likely date is named."""
    astray = strays(plan)
    if not astray:
        return
    dates = {place: on for place, on, _meeting in dated(plan)}
    on = dates[astray[0]]
    meant = _other_year(astray[0], on, {place: one for place, one in dates.items() if place not in astray})
    yield Advice(
        ("collaborative_plan", "meetings", astray[0], "date"),
        ngettext(
            "The meeting of {date} does not stand where its date belongs.",
            "{count} meetings do not stand where their dates belong, the first of them that of {date}.",
            len(astray),
        ).format(count=len(astray), date=date_words(on)),
        _("Is {date} meant? If not, move the meeting to its place in the list.").format(date=date_words(meant))
        if meant
        else _("Check the date, or move the meeting to its place in the list."),
        tuple(("collaborative_plan", "meetings", place, "date") for place in astray[1:]),
    )


def _other_year(place: int, on: dt.date, others: dict[int, dt.date]) -> dt.date | None:
    """The same day a year earlier or later, if the meeting would stand right with it."""
    before = max((date for at, date in others.items() if at < place), default=dt.date.min)
    after = min((date for at, date in others.items() if at > place), default=dt.date.max)
    for year in (on.year - 1, on.year + 1):
        try:
            moved = on.replace(year=year)
        except ValueError:  # 29 February
            continue
        near = min(abs((moved - date).days) for date in others.values())
        if before <= moved <= after and near < 180:
            return moved
    return None


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A meeting is out of date order"),
        why=_(
            "Most often it is the year: a meeting in January still carries the year of the autumn before. Or a "
            "meeting was moved and its row stayed behind. Readers who look for the next meeting are misled by both."
        ),
        do=_("Correct the date, or move the row so that the list follows the calendar."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-11-15
      topics: First interviews
    - date: 2051-01-17
      topics: A look back half-way
    - date: 2052-02-21
      topics: Combined grades
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-11-15
      topics: First interviews
    - date: 2052-01-17
      topics: A look back half-way
    - date: 2052-02-21
      topics: Combined grades
""",
    )


RULE = Rule("COP606", look, reasons)

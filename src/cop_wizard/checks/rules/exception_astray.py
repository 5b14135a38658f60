"""An exception to the rhythm that no calendar can follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES
from cop_wizard.checks.rules.reading import day, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DateChange
from cop_wizard.plan.launch import DateException
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.slots import gatherings_of
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Moved without a word on where to; on a day before the first meeting or after the last. What is past is past."""
    for place, one in enumerate(rows(plan.launch.exceptions)[: MOST_NAMES * 10]):
        on = day(one.date)
        if on is None or on < today:
            continue
        if _is_moved_nowhere(one):
            yield Advice(
                ("launch", "exceptions", place, "change"),
                _("The meeting of {date} is moved, and nothing says to when.").format(date=date_words(on)),
                _("Write the new day under `to`. If it is not known yet, `cancelled` is the honest word for now."),
            )
        elif one.change is not DateChange.EXTRA:
            yield from _outside(plan, place, one, on)


def _is_moved_nowhere(one: DateException) -> bool:
    if one.change is not DateChange.MOVED:
        return False
    return all(answer is None for answer in (one.to, one.start, one.length, one.place))


def _outside(plan: Plan, place: int, one: DateException, on: dt.date) -> Iterator[Advice]:
    around = gatherings_of(plan, one.series)
    path = ("launch", "exceptions", place, "date")
    for key, message, is_out in (
        ("first_meeting", _("An exception is noted for {date}, and these meetings begin on {limit}."), dt.date.__lt__),
        ("last_meeting", _("An exception is noted for {date}, and these meetings end on {limit}."), dt.date.__gt__),
    ):
        limit = next((day(getattr(gatherings, key)) for gatherings in around if getattr(gatherings, key)), None)
        if limit and is_out(on, limit):
            yield Advice(
                path,
                message.format(date=date_words(on), limit=date_words(limit)),
                _("Check the date and the series. A meeting beside the rhythm is an `extra` one."),
            )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("An exception that leads nowhere"),
        why=_(
            "An exception is read by a calendar, and a calendar asks for a day. One without it, or on a day on which "
            "nothing was to be, changes nothing, and people stand before a locked door."
        ),
        do=_("Say which date it is about and what becomes of it."),
        before="""\
launch:
  exceptions:
    - date: 2051-11-14
      change: moved
""",
        after="""\
launch:
  exceptions:
    - date: 2051-11-14
      change: moved
      to: 2051-11-21
""",
    )


RULE = Rule("COP622", look, reasons)

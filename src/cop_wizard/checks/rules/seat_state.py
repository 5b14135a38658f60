"""The state of a seat and the name in it do not go together, or an acting holder has been one for long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, is_vacant, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.seats import holder_of, seats_and_offices
from cop_wizard.i18n import _
from cop_wizard.plan.choices import SeatState
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Seat
from cop_wizard.wording import date_words

_FOR_THE_TIME_BEING = 183
"""Days after which an acting holder has become the real one without being asked: half a year."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Filled or acting with nobody, vacant with somebody, acting for more than half a year."""
    for path, seat in seats_and_offices(plan):
        if found := _contradiction(seat) or _acting_for_long(seat, today):
            message, hint = found
            called, since = quoted(words(seat.role)) if words(seat.role) else _("this seat"), day(seat.since)
            told = message.format(seat=called, name=holder_of(seat), date=date_words(since) if since else "")
            yield Advice((*path, "state"), told, hint)


def _contradiction(seat: Seat) -> tuple[str, str] | None:
    name = words(seat.filled_by)
    nobody = seat.filled_by is None or (bool(name) and is_vacant(name))
    if seat.state in (SeatState.FILLED, SeatState.ACTING) and nobody:
        return (
            _("Somebody has {seat}, by its state, and nobody is named."),
            _("Write the name under `filled_by`, or set the `state` to `vacant`."),
        )
    if seat.state is SeatState.VACANT and holder_of(seat):
        return (
            _("{name} is named for {seat}, which is vacant by its state."),
            _("Keep the one that is true: `filled` or `acting` with the name, or `vacant` without."),
        )
    return None


def _acting_for_long(seat: Seat, today: dt.date) -> tuple[str, str] | None:
    since = day(seat.since)
    if seat.state is not SeatState.ACTING or since is None or (today - since).days <= _FOR_THE_TIME_BEING:
        return None
    return (
        _("{name} has been acting as {seat} since {date}."),
        _("Ask whether they would like to have it for good, or set a day on which you choose somebody."),
    )


def reasons() -> Reasons:
    """Source: CASS guide items 2.3 and 3.2."""
    return Reasons(
        title=_("The state of a seat is not what it seems"),
        why=_(
            "One word tells readers whether to look for somebody, so it should be true. Whoever stepped in for a month "
            "and is still there after half a year deserves a proper question, and thanks."
        ),
        do=_("Bring the state and the name together, and settle what was meant for the time being."),
        before="""\
leadership:
  offices:
    - role: Secretary
      state: filled
""",
        after="""\
leadership:
  offices:
    - role: Secretary
      filled_by: Lucie Tremblay
      state: filled
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP424", look, reasons, unless=(has_ended,))

"""Somebody's time as a member, in a seat or in an office is over, and the plan goes on as before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, people, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.seats import holder_of, seats_and_offices
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Seat
from cop_wizard.values import KeyPath
from cop_wizard.wording import date_words, some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """First the roster, then seats and offices that nobody has taken over since."""
    over = [
        (place, words(one.name), on)
        for place, one in people(plan)
        if not one.gone and (on := day(one.until)) and on < today
    ]
    if over:
        first, *others = [("membership", "roster", place, "until") for place, _name, _on in over]
        yield Advice(
            first,
            ngettext(
                "{names} belonged until {date}, and still counts as a member.",
                "{names} belonged until a day that has passed, and still count as members.",
                len(over),
            ).format(names=some_of([name for _place, name, _on in over], 3), date=date_words(over[0][2])),
            _("If they said goodbye, set the `status` to `alumni`. If they stayed, take the day out."),
            tuple(others),
        )
    for path, seat, on in _seats_over(plan, today):
        yield Advice(
            (*path, "until"),
            _("{name} held {seat} until {date}, and nobody is named after that.").format(
                name=holder_of(seat), seat=_called(seat), date=date_words(on)
            ),
            _("Put in who follows, or the new day if it is the same person. Until then, its state can be `vacant`."),
        )


def _seats_over(plan: Plan, today: dt.date) -> Iterator[tuple[KeyPath, Seat, dt.date]]:
    """Seats held until a day in the past, unless another row holds the same seat now or later."""
    seats = seats_and_offices(plan)
    held_on = {name_key(words(seat.role)) for _path, seat in seats if not (until := day(seat.until)) or until >= today}
    for path, seat in seats:
        on = day(seat.until)
        if on and on < today and holder_of(seat) and name_key(words(seat.role)) not in held_on:
            yield path, seat, on


def _called(seat: Seat) -> str:
    return quoted(words(seat.role)) if words(seat.role) else _("a seat")


def reasons() -> Reasons:
    """Source: CASS guide items 2.3 and 3.2."""
    return Reasons(
        title=_("A term is over"),
        why=_(
            "Terms end quietly. The old chair goes on out of kindness, a successor waits out of politeness, "
            "and a year later nobody is sure who may sign."
        ),
        do=_("Choose who follows, thank whoever goes, and bring the row up to date."),
        before="""\
leadership:
  handover: none
  offices:
    - role: Chair
      filled_by: Rosalind Okafor
      until: 2020-08-31
""",
        after="""\
leadership:
  handover: none
  offices:
    - role: Chair
      filled_by: Rosalind Okafor
      until: 2020-08-31
    - role: Chair
      filled_by: Devi Ramsaran
      since: 2020-09-01
      until: 2051-08-31
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP423", look, reasons, unless=(has_ended,))

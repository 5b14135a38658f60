"""A seat that the community cannot do without is empty, and the beginning is near or past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import is_vacant, rows, soon, under_way, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import SeatState
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Seat
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Seats with nobody in them, from thirty days before the first meeting on.

    After it, a seat that is vacant by its own state has been told to everybody who reads the plan.
    """
    vacant = vacant_seats(plan)
    first = soon(plan, today) if vacant else None
    if first and under_way(plan, today):
        seats_there = rows(plan.membership.required_seats)
        vacant = [one for one in vacant if seats_there[one[0]].state is not SeatState.VACANT]  # readers know already
    if first is None or not vacant:
        return
    seats = some_quoted([role for _place, role in vacant])
    if under_way(plan, today):
        message = ngettext(
            "You are under way, and a seat you cannot do without is still vacant: {seats}.",
            "You are under way, and seats you cannot do without are still vacant: {seats}.",
            len(vacant),
        )
    else:
        message = ngettext(
            "You begin on {date}, and a seat you cannot do without is still vacant: {seats}.",
            "You begin on {date}, and seats you cannot do without are still vacant: {seats}.",
            len(vacant),
        )
    places = [("membership", "required_seats", place, "role") for place, _role in vacant]
    yield Advice(
        places[0],
        message.format(seats=seats, date=date_words(first[1])),
        _(
            "Ask whoever can fill it, and tell the others where things stand. If somebody has it already, write the "
            "name under `filled_by`."
        ),
        (*places[1:10], first[0]),
    )


def vacant_seats(plan: Plan) -> list[tuple[int, str]]:
    """The seats with nobody in them: position and role."""
    return [
        (place, words(seat.role))
        for place, seat in enumerate(rows(plan.membership.required_seats))
        if words(seat.role) and has_nobody(seat)
    ]


def has_nobody(seat: Seat) -> bool:
    """Whether nobody is named for a seat, or in words nobody yet; where it is to stay empty on purpose, not."""
    return seat.filled_by is None or (isinstance(seat.filled_by, str) and is_vacant(seat.filled_by))


def reasons() -> Reasons:
    """Source: CASS guide item 2.3 (people who must be members)."""
    return Reasons(
        title=_("A seat you cannot do without is still vacant"),
        why=_(
            "You wrote down yourself that without this person the purpose may fail. Somebody who joins after the first "
            "three meetings finds the questions chosen and the chairs taken."
        ),
        do=_("Fill the seat, or ask whether the purpose can do without it after all."),
        before="""\
membership:
  required_seats:
    - role: A teacher from a small rural school
      why: Half of our schools are small
launch:
  first_meeting: 2020-09-15
""",
        after="""\
membership:
  required_seats:
    - role: A teacher from a small rural school
      why: Half of our schools are small
      filled_by: Ingrid Sorensen
launch:
  first_meeting: 2020-09-15
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP417", look, reasons)

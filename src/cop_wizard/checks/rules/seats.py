"""Seats and offices read together: both are places that somebody holds, for a time or for good."""

from __future__ import annotations

from cop_wizard.checks.rules.names import MOST_NAMES, parts
from cop_wizard.checks.rules.reading import asked_often, is_vacant, rows, words
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Seat
from cop_wizard.values import KeyPath


@asked_often
def seats_and_offices(plan: Plan) -> list[tuple[KeyPath, Seat]]:
    """Each seat members cannot do without and each office, with its place in the plan."""
    seats: list[tuple[KeyPath, Seat]] = [
        (("membership", "required_seats", place), seat)
        for place, seat in enumerate(rows(plan.membership.required_seats)[:MOST_NAMES])
    ]
    offices = rows(plan.leadership.offices)[:MOST_NAMES]
    return seats + [(("leadership", "offices", place), office) for place, office in enumerate(offices)]


def holder_of(seat: Seat) -> str:
    """The name of who holds a seat; "" where nobody does, or only words such as "to be elected" stand there."""
    name = words(seat.filled_by)
    return "" if is_vacant(name) else name


def is_the_same(one: str, other: str) -> bool:
    """Whether two names can be one person's, the shorter being a part of the longer."""
    first, second = parts(one), parts(other)
    return bool(first and second) and (first <= second or second <= first)

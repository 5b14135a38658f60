"""Who came to the meetings that were written down, and whose part in the community seems to have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cop_wizard.plan.choices import Level, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member

_LATELY, _ENOUGH = 6, 3
"""So many of the last meetings are looked at, and so many there have to be before they mean anything."""

_AT_LEAST = {Level.CORE: 1 / 2, Level.ACTIVE: 1 / 3}
"""Who comes to fewer than that has moved outward: for the two inner circles, whose places are told by coming."""

_INWARD = 2 / 3
"""Who stands further out and comes to as many as that has moved inward."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Somebody who ``came`` to so many ``of`` the last meetings: more (``inward``) or fewer than ``level`` says."""

    name: str
    level: Level
    came: int
    of: int
    inward: bool


def written_down(plan: Plan) -> list[tuple[dt.date, Meeting, list[str]]]:
    """The meetings of which it is known who came, with their days and those people; the last one first."""
    given = plan.collaborative_plan.meetings
    found = [
        (one.date, one, [str(name) for name in one.attended])
        for one in (given if isinstance(given, list) else [])
        if isinstance(one.date, dt.date)
        and isinstance(one.attended, list)
        and one.attended
        and one.status is not MeetingStatus.CANCELLED
    ]
    return sorted(found, key=lambda one: one[0], reverse=True)


def drifts(plan: Plan) -> Iterator[Drift]:
    """Whose coming does not fit the circle that the roster has them in, as the last meetings tell."""
    lately = [{name_key(name) for name in names} for _day, _meeting, names in written_down(plan)[:_LATELY]]
    roster: list[Member] = plan.membership.roster if isinstance(plan.membership.roster, list) else []
    for person in roster:
        if not isinstance(person.name, str) or not isinstance(person.level, Level) or person.gone:
            continue
        key = name_key(person.name)
        since = [came for came, one in zip(lately, written_down(plan), strict=False) if _was_there(person, one[0])]
        came = sum(key in names for names in since)
        if len(since) < _ENOUGH:
            continue
        share = came / len(since)
        if share < _AT_LEAST.get(person.level, 0.0):
            yield Drift(person.name, person.level, came, len(since), inward=False)
        elif person.level in (Level.OCCASIONAL, Level.PERIPHERAL, Level.TRANSACTIONAL) and share >= _INWARD:
            yield Drift(person.name, person.level, came, len(since), inward=True)


def _was_there(person: Member, day: dt.date) -> bool:
    """Whether somebody was with the community then: neither still to come nor away."""
    return not (isinstance(person.since, dt.date) and person.since > day)

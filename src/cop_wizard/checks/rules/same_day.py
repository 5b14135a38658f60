"""Meetings that stand under one date: which of them are one meeting twice, and which get in each other's way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan

Place = tuple[int, Meeting]


def pairs(plan: Plan, today: dt.date) -> Iterator[tuple[dt.date, Place, Place]]:
    """Two meetings to come under one date, in the order of the list."""
    for (place, on, one), (other_place, other_on, other) in pairwise(coming(plan, today)):
        if on == other_on:
            yield on, (place, one), (other_place, other)


def are_one(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings of one day are the same meeting, or at least nothing tells them apart.

    Two groups with leaders of their own are two meetings; so are two with a time of their own and topics of their own.
    """
    if not same_series(one, other):
        return False
    starts, topics = [one.start, other.start], [name_key(words(one.topics)), name_key(words(other.topics))]
    if led_apart(one, other) or (all(starts) and starts[0] != starts[1]):
        return False
    return not any(starts) or not all(topics) or topics[0] == topics[1]


def overlap(one: Meeting, other: Meeting, plan: Plan) -> bool:
    """Whether two meetings of one day, each with a known beginning, are in progress at the same time."""
    if not same_series(one, other):
        return False  # other people may come to each of them
    first, second = _minutes(one, plan), _minutes(other, plan)
    if first is None or second is None or (first[0] == second[0] and led_apart(one, other)):
        return False
    return first[0] < second[1] and second[0] < first[1]


def same_series(one: Meeting, other: Meeting) -> bool:
    """Whether both belong to one series, or both to the community's own meetings."""
    # A series may even be called "TBD", as `cop schedule` takes it.
    first, second = (meeting.series if isinstance(meeting.series, str) else "" for meeting in (one, other))
    return name_key(first) == name_key(second)


def led_apart(one: Meeting, other: Meeting) -> bool:
    """Whether both have leaders, and none in common."""
    leaders = [{name_key(name) for name in rows(meeting.led_by)} for meeting in (one, other)]
    return all(leaders) and not leaders[0] & leaders[1]


def _minutes(meeting: Meeting, plan: Plan) -> tuple[float, float] | None:
    """Beginning and end in minutes of the day; without a known length, a meeting lasts a minute."""
    start = meeting.start or plan.launch.start
    if not isinstance(start, dt.time):
        return None
    length = meeting.length or plan.launch.length
    lasts = length.total_seconds() / 60 if isinstance(length, dt.timedelta) else 1
    begins = start.hour * 60 + start.minute
    return begins, begins + lasts

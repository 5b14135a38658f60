"""How the dated meetings lie in the year: how far apart, in which order, and what lies between them."""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cop_wizard.checks.rules.reading import asked_often, dated, day, rows, words
from cop_wizard.plan.choices import MeetingStatus, Rhythm
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.launch import Closure
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan

_DAYS = {
    Rhythm.WEEKLY: 7,
    Rhythm.EVERY_TWO_WEEKS: 14,
    Rhythm.EVERY_THREE_WEEKS: 21,
    Rhythm.EVERY_FOUR_WEEKS: 28,
    Rhythm.MONTHLY: 30,
    Rhythm.EVERY_TWO_MONTHS: 61,
    Rhythm.EVERY_THREE_MONTHS: 91,
}
_HOLIDAYS = (1, 7, 8)
"""Months in which much stands still somewhere, whether a plan says so or not."""
_MORE_THAN_A_MONTH = 45
"""Days of a gap from which on a holiday may be the reason."""
_MOST_CLOSURES = 200
"""More than any calendar has; each meeting is held against each of them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The time from one dated meeting to the next, which stands at ``place`` in the list; ``days`` without breaks."""

    begins: dt.date
    ends: dt.date
    place: int
    days: int
    broken: bool


def coming(plan: Plan, today: dt.date) -> list[tuple[int, dt.date, Meeting]]:
    """The dated meetings from today on that have not been held yet: position in the list, date, meeting; by date."""
    return [
        one
        for one in dated(plan)
        if one[1] >= today and one[2].record is None and one[2].status is not MeetingStatus.HELD
    ]


def is_own(meeting: Meeting) -> bool:
    """Whether it is one of the community's own meetings, not of a series beside them."""
    return not (isinstance(meeting.series, str) and meeting.series)


def undated(plan: Plan) -> list[int]:
    """The positions of the meetings whose date is open or in words."""
    meetings = enumerate(rows(plan.collaborative_plan.meetings))
    return [place for place, one in meetings if day(one.date) is None and one.status is not MeetingStatus.CANCELLED]


def closed_days(plan: Plan) -> Iterator[tuple[int, Closure, dt.date, dt.date]]:
    """The closures whose dates are known and in order: position, closure, first and last day."""
    for place, closure in enumerate(rows(plan.launch.closures)[:_MOST_CLOSURES]):
        begins = day(closure.begins)
        ends = begins if closure.ends is None else day(closure.ends)
        if begins and ends and begins <= ends:
            yield place, closure, begins, ends


def gaps(plan: Plan, today: dt.date) -> list[Gap]:
    """The gaps between the community's own meetings that end today or later.

    None is counted where a meeting without a date may lie in it.
    """
    return [gap for gap in _all_gaps(plan) if gap.ends >= today]


@asked_often
def _all_gaps(plan: Plan) -> list[Gap]:
    open_places, astray, found = undated(plan), strays(plan), []
    settled = [one for one in dated(plan) if is_own(one[2]) and one[0] not in astray]
    for (place, begins, _one), (other, ends, _other) in pairwise(settled):
        first, last = min(place, other), max(place, other)
        between = bisect_left(open_places, last) - bisect_left(open_places, first)
        if begins < ends and not between:
            away = _days_away(plan, begins, ends)
            found.append(Gap(begins, ends, other, (ends - begins).days - away, away > 0))
    return found


def _days_away(plan: Plan, begins: dt.date, ends: dt.date) -> int:
    """How many days between two meetings fall into closures, or into a month that is a holiday in many places."""
    stretches = [(first, last) for _place, _closure, first, last in closed_days(plan)]
    if (ends - begins).days > _MORE_THAN_A_MONTH:
        for year in range(begins.year, ends.year + 1):
            months = (
                (dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
                for month in _HOLIDAYS
            )
            stretches += [(first, last) for first, last in months if begins < first and last < ends]
    return sum(max(0, (min(last, ends) - max(first, begins)).days + 1) for first, last in stretches)


def other_rhythm(plan: Plan, today: dt.date) -> int | None:
    """How many days really lie between meetings where that is plainly not the stated rhythm; else ``None``."""
    rhythm = plan.launch.rhythm
    if not isinstance(rhythm, Rhythm):
        return None
    lengths = sorted(gap.days for gap in gaps(plan, today) if not gap.broken)
    if len(lengths) < 2:
        return None
    stated, lower, upper = _DAYS[rhythm], lengths[(len(lengths) - 1) // 2], lengths[len(lengths) // 2]
    if lower > 1.8 * stated:
        return lower if len(lengths) > 2 else None  # perhaps only some of the dates are written down yet
    return upper if upper < 0.55 * stated else None


@asked_often
def strays(plan: Plan) -> list[int]:
    """The positions of the fewest meetings that would have to move for the list to follow the calendar.

    A list that runs backwards from the newest to the oldest meeting is somebody's choice, and nothing is astray.
    Each series may stand by itself in the list, so each is looked at by itself.
    """
    by_series: dict[str, list[int]] = {}
    for place, _on, meeting in dated(plan):
        by_series.setdefault(name_key(words(meeting.series)), []).append(place)
    return sorted(place for places in by_series.values() for place in _astray(places))


def _astray(places: list[int]) -> list[int]:
    """Of meetings in the order of their dates, those whose places are not in order."""
    ascending = sorted(places)
    if places == ascending or (len(places) > 2 and places == ascending[::-1]):
        return []
    return list(set(places) - set(_longest_run(places)))


def _longest_run(places: list[int]) -> list[int]:
    """The longest ascending choice from ``places`` (patience sorting: the tops of the piles)."""
    tops: list[int] = []
    left_of: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tops, place)
        left_of[place] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
    run, place_or_none = [], tops[-1] if tops else None
    while place_or_none is not None:
        run.append(place_or_none)
        place_or_none = left_of[place_or_none]
    return run

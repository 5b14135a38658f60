"""The dates of every series on a calendar, one lane each, with the days without meetings shaded across them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.documents.pictures.drawing import Box, Corners, Disc, Shape, Stroke, Words, diamond, star
from cop_wizard.documents.pictures.lettering import Text, stacked
from cop_wizard.documents.pictures.of_plan.meetings import Closed, Lane, Meetings, Stop
from cop_wizard.i18n import _
from cop_wizard.wording import short_month

_LEFT, _RIGHT = 212.0, 944.0
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 60000)
_APART = 54.0
"""Room for the name of a month."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places on the line."""

    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(_LEFT + (_RIGHT - _LEFT) * min(1.0, max(0.0, share)), 1)


def draw_lanes(meetings: Meetings, top: float) -> tuple[list[Shape], float]:
    """The lanes from ``top`` on, and where they end; nothing where there are none."""
    if not meetings.lanes:
        return [], top
    days = [stop.date for lane in meetings.lanes for stop in lane.stops if stop.date]
    scale = _Scale(min(days), max(days))
    begin = top + 46
    rows: list[Shape] = []
    y = begin
    for lane in meetings.lanes:
        shapes, y = _lane(lane, y, scale)
        rows += shapes
    shaded = [_shade(one, scale, begin, y) for one in meetings.closures if _seen(one, scale)]
    today: list[Shape] = []
    if scale.first <= meetings.today <= scale.last:
        x = scale.x(meetings.today)
        today = [Stroke(x, begin - 4, x, round(y, 1), "today"), Words(x, round(y + 14, 1), _("today"), 12, "soft")]
    return [*shaded, *_months(scale, top), *today, *rows], y + 20


def _seen(closed: Closed, scale: _Scale) -> bool:
    return closed.begins <= scale.last and closed.ends >= scale.first


def _shade(closed: Closed, scale: _Scale, top: float, bottom: float) -> Shape:
    left, right = scale.x(closed.begins), scale.x(closed.ends)
    width = max(4.0, right - left)
    return Box(min(left, _RIGHT - width), top - 4, round(width, 1), round(bottom - top + 4, 1), "closed", 3)


def _lane(lane: Lane, top: float, scale: _Scale) -> tuple[list[Shape], float]:
    title, low = stacked([Text(lane.title, 12.5, "text", most=6)], 4, top + 7, _LEFT - 28, "start")
    low = max(top + 30, low + 7)
    y = (top + low) / 2
    shapes: list[Shape] = [Stroke(_LEFT - 8, round(y, 1), _RIGHT + 8, round(y, 1), "grid"), *title]
    for stop in lane.stops:
        shapes += _dot(stop, round(y, 1), scale)
    return shapes, low


def _dot(stop: Stop, y: float, scale: _Scale) -> list[Shape]:
    assert stop.date is not None
    x = scale.x(stop.date)
    ring: list[Shape] = [Disc(x, y, 8.5, "reflection")] if stop.reflection else []
    if stop.celebration:
        return [*ring, Corners(star(x, y, 9), "celebration")]
    if stop.event:
        return [*ring, Corners(diamond(x, y, 6.5), f"event-{stop.place}")]
    return [*ring, Disc(x, y, 5, stop.place)]


def _months(scale: _Scale, top: float) -> list[Shape]:
    """The names of months over the lanes, as many as there is room for, and a year where it is new."""
    shapes: list[Shape] = []
    year = 0
    for day, month in _ticks(scale):
        x = scale.x(day)
        if x > _RIGHT - 22 and shapes:
            continue
        if month:
            shapes.append(Words(x, top + 32, short_month(day.month), 12, "soft", "start"))
        if day.year != year:
            year = day.year
            shapes.append(Words(x, top + 16, str(year), 12, "when", "start", bold=True))
    return shapes


def _ticks(scale: _Scale) -> Iterator[tuple[dt.date, bool]]:
    """The first day of every so many months, and whether the month is worth naming beside the year."""
    first, last = (day.year * 12 + day.month - 1 for day in (scale.first, scale.last))
    room = (_RIGHT - _LEFT) / _APART
    step = next((months for months in _MONTHS if (last - first) / months <= room), _MONTHS[-1])
    yield scale.first, step < 12
    for month in range((first // step + 1) * step, last + 1, step):
        day = dt.date(month // 12, month % 12 + 1, 1)
        if scale.x(day) - _LEFT >= _APART - 6:
            yield day, step < 12


def lanes_in_words(lanes: Sequence[Lane]) -> list[str]:
    """Each further series with its dates: the community's own are told one by one."""
    return [
        _("{title}: {words}.").format(title=lane.title, words="; ".join(map(_in_words, lane.stops)))
        for lane in lanes
        if not lane.own
    ]


def _in_words(stop: Stop) -> str:
    extras = [
        words
        for holds, words in ((stop.reflection, _("time to reflect")), (stop.celebration, _("a celebration")))
        if holds
    ]
    return stop.spoken + (f" ({_(', ').join(extras)})" if extras else "")

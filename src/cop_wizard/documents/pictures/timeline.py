"""The picture of the meetings on a line that runs over as many rows as it takes.

Stops stand in their order and evenly, not to scale: so no two labels can meet, however many there are. Where there are
several series or days without meetings, a calendar to scale stands below (`lanes`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cop_wizard.documents.pictures.drawing import (
    Box,
    Corners,
    Disc,
    Drawing,
    Key,
    Legend,
    Shape,
    Stroke,
    Words,
    diamond,
    star,
)
from cop_wizard.documents.pictures.lanes import draw_lanes, lanes_in_words
from cop_wizard.documents.pictures.measure import Copy, pour, shortened, text_width
from cop_wizard.documents.pictures.of_plan.meetings import Meetings, Stop
from cop_wizard.i18n import _, ngettext

_WIDTH = 960
_MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """How many stops stand in a row, how high a row is, how much is written under a stop, and how large."""

    columns: int
    row: float
    lines: int
    size: float
    axis: float = 46.0
    r: float = 10.0


def _layout(count: int) -> _Layout:
    if count <= 24:
        columns = max(3, min(6, count)) if count <= 6 else math.ceil(count / math.ceil(count / 6))
        return _Layout(columns, 152.0, 4, 13.0)
    if count <= 60:
        return _Layout(10, 78.0, 0, 13.0)
    return _Layout(12, 66.0, 0, 13.0, 40.0, 7.0)


def draw_timeline(meetings: Meetings, final: bool = False) -> Drawing:
    """The line of the community's own meetings and of occasions to share, and all series below it.

    Three empty stops where there is no meeting at all.
    """
    shapes, height = _line(meetings.stops) if meetings.stops or not meetings.lanes else ([], 0.0)
    lanes, height = draw_lanes(meetings, height)
    signs, height = _signs(meetings, lanes, height)
    closures = tuple(Key("", one.name, one.when) for one in meetings.closures)
    return Drawing(
        "timeline",
        _("The meetings in their order"),
        _description(meetings),
        _WIDTH,
        math.ceil(height),
        tuple(shapes + lanes + signs),
        note="" if final else meetings.note,
        legends=(Legend(_("Days without meetings"), closures),) if closures else (),
    )


def _line(stops: Sequence[Stop]) -> tuple[list[Shape], float]:
    """The stops one after the other, and how high the rows are together."""
    layout = _layout(len(stops))
    slot = (_WIDTH - 2 * _MARGIN) / layout.columns
    rows = max(1, math.ceil(len(stops) / layout.columns))
    shapes: list[Shape] = []
    shapes += _rails(stops, layout, slot, rows)
    year: int | None = None
    for position, stop in enumerate(stops):
        row, column = divmod(position, layout.columns)
        fresh = bool(stop.date) and (stop.date.year != year or column == 0) if stop.date else False
        year = stop.date.year if stop.date else year
        x = round(_MARGIN + slot * (column + 0.5), 1)
        shapes += _stop(stop, x, row * layout.row + layout.axis, slot, layout, fresh)
    if not stops:
        shapes += [Disc(round(_MARGIN + slot * (n + 0.5), 1), layout.axis, layout.r, "undated") for n in range(3)]
    return shapes, rows * layout.row if stops else 92.0


def _rails(stops: Sequence[Stop], layout: _Layout, slot: float, rows: int) -> list[Shape]:
    rails: list[Shape] = []
    for row in range(rows):
        in_row = len(stops[row * layout.columns : (row + 1) * layout.columns]) if stops else layout.columns
        y = row * layout.row + layout.axis
        first = 0.0 if row else slot / 2
        last = slot * in_row - (slot / 2 if row == rows - 1 else 0)
        role = "rail" if any(stop.date for stop in stops[row * layout.columns :]) else "rail-open"
        rails.append(Stroke(round(_MARGIN + first, 1), y, round(_MARGIN + last, 1), y, role))
    return rails


def _stop(stop: Stop, x: float, y: float, slot: float, layout: _Layout, fresh_year: bool) -> list[Shape]:
    shapes: list[Shape] = []
    role = f"event-{stop.place}" if stop.event else stop.place
    if stop.reflection:
        shapes.append(Disc(x, y, layout.r + 5, "reflection"))
    if stop.event:
        shapes.append(Corners(diamond(x, y, layout.r + 3), role))
    else:
        shapes.append(Disc(x, y, layout.r, role))
    if stop.celebration:
        on = stop.place in ("past", "next")
        shapes.append(Corners(star(x, y, layout.r - 2), "celebration-on" if on else "celebration"))
    room = slot - 10
    when = stop.when
    if stop.date and fresh_year and layout.lines:
        when = f"{stop.when} {stop.date.year}"
    elif stop.date and fresh_year:
        shapes.append(Words(x, y + layout.r + 19, str(stop.date.year), layout.size - 1, "soft"))
    words = shortened(when, room, layout.size, True)
    role = "when-next" if stop.place == "next" else "when"
    shapes.append(Words(x, y - layout.r - 12, words, layout.size, role, bold=True))
    if layout.lines:
        top = y + layout.r + 12
        lines = pour([Copy(stop.words, layout.size)], lambda _a, _b: room, top, top + layout.lines * layout.size * 1.3)
        shapes += [Words(x, round(line.y, 1), line.text, line.size, "soft") for line in lines]
    return shapes


def _signs(meetings: Meetings, lanes: Sequence[Shape], height: float) -> tuple[list[Shape], float]:
    """What the signs mean, for the signs in use, below the line."""
    stops = [*meetings.stops, *(stop for lane in meetings.lanes for stop in lane.stops)]
    entries: list[tuple[list[Shape], str]] = []
    x, y = _MARGIN + 12, height + 12.0
    if any(stop.place == "next" for stop in stops):
        entries.append(([Disc(x, y, 7, "next")], _("next meeting")))
    if any(stop.reflection for stop in stops):
        entries.append(([Disc(x, y, 9, "reflection"), Disc(x, y, 5, "ahead")], _("time to reflect")))
    if any(stop.celebration for stop in stops):
        entries.append(([Disc(x, y, 8, "ahead"), Corners(star(x, y, 6.5), "celebration")], _("a celebration")))
    if any(stop.event for stop in stops):
        entries.append(([Corners(diamond(x, y, 9), "event-ahead")], _("an occasion to share")))
    if any(isinstance(shape, Box) for shape in lanes):
        entries.append(([Box(x - 9, y - 9, 18, 18, "closed", 3)], _("days without meetings")))
    shapes: list[Shape] = []
    for signs, words in entries:
        width = 18 + text_width(words, 13.0)
        if x + width > _WIDTH - _MARGIN and x > _MARGIN + 12:
            x, y = _MARGIN + 12, y + 26
        shapes += [_shifted(sign, x, y) for sign in signs]
        shapes.append(Words(round(x + 18, 1), y + 4.5, words, 13.0, "soft", anchor="start"))
        x += width + 34
    return shapes, (y + 22 if entries else height)


def _shifted(sign: Shape, x: float, y: float) -> Shape:
    x = round(x, 1)
    if isinstance(sign, Disc):
        return Disc(x, y, sign.r, sign.role)
    if isinstance(sign, Box):
        return Box(x - 9, y - 9, sign.width, sign.height, sign.role, sign.round)
    if isinstance(sign, Corners):
        return Corners(star(x, y, 6.5) if sign.role.startswith("celebration") else diamond(x, y, 9), sign.role)
    return sign


def _description(meetings: Meetings) -> str:
    told = [_own(meetings.stops)] if meetings.stops or not meetings.lanes else []
    told += lanes_in_words(meetings.lanes)
    if meetings.closures:
        closed = "; ".join(f"{one.name}, {one.when}" for one in meetings.closures)
        told.append(_("Days without meetings: {days}.").format(days=closed))
    return " ".join(told)


def _own(stops: Sequence[Stop]) -> str:
    if not stops:
        return _("There are no meetings yet.")
    told = []
    for stop in stops:
        extras = [
            words
            for holds, words in (
                (stop.event, _("an occasion to share")),
                (stop.reflection, _("time to reflect")),
                (stop.celebration, _("a celebration")),
            )
            if holds
        ]
        text = f"{stop.spoken}: {stop.words}" if stop.words else stop.spoken
        told.append(text + (f" ({_(', ').join(extras)})" if extras else ""))
    count = ngettext("{count} date", "{count} dates", len(stops)).format(count=len(stops))
    return f"{count}. " + "; ".join(told) + "."

"""The picture of domain, community and practice. Source: CASS guide item 0.6."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Shape, Words
from cop_wizard.documents.pictures.measure import Copy, PlacedLine, pour
from cop_wizard.documents.pictures.of_plan.characteristics import Characteristic
from cop_wizard.i18n import _

_R = 190.0
_APART = 282.0
_MARGIN = 8.0
_RISE = _APART * math.sqrt(3) / 2
_WIDTH = 2 * _MARGIN + 2 * _R + _APART
_HEIGHT = 2 * _MARGIN + 2 * _R + _RISE
_KEEP = 15.0
"""Space between text and any circle's edge."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A circle, and the middle line and heights its text keeps to."""

    x: float
    y: float
    text_x: float
    top: float
    bottom: float


_TOP = _MARGIN + _R
_LOW = _TOP + _RISE
_PLACES = (
    _Place(_WIDTH / 2, _TOP, _WIDTH / 2, _TOP - 150, _TOP + 52),
    _Place(_MARGIN + _R, _LOW, _MARGIN + _R - 34, _LOW - 66, _LOW + 142),
    _Place(_WIDTH - _MARGIN - _R, _LOW, _WIDTH - _MARGIN - _R + 34, _LOW - 66, _LOW + 142),
)


def draw_circles(characteristics: Sequence[Characteristic], hints: bool = True) -> Drawing:
    """Three circles that overlap, each with the plan's own words, or (``hints``) a word on what will stand there."""
    if not hints:
        characteristics = [replace(one, empty="") for one in characteristics]
    shapes: list[Shape] = [Disc(place.x, place.y, _R, "circle") for place in _PLACES]
    for place, characteristic in zip(_PLACES, characteristics, strict=True):
        shapes += _lettering(place, characteristic)
    told = [
        _("{title}: {words}.").format(
            title=one.title, words="; ".join(part.rstrip(".") for part in (one.words or one.empty, *one.notes))
        )
        for one in characteristics
        if one.words or one.empty
    ]
    title = _("Domain, community and practice")
    words = tuple(
        Key(
            sign=one.words or one.empty,
            name=one.title,
            note="; ".join(note.rstrip(".") for note in one.notes) if one.words else "",
        )
        for one in characteristics
        if one.words or one.empty
    )
    width, height = math.ceil(_WIDTH), math.ceil(_HEIGHT)
    return Drawing("circles", title, " ".join(told), width, height, tuple(shapes), words=words)


def _lettering(place: _Place, characteristic: Characteristic) -> list[Shape]:
    lines = _set(place, characteristic)
    main = len(lines) if not characteristic.words else None
    shapes: list[Shape] = []
    for position, line in enumerate(lines):
        role = "heading" if position == 0 else "faint" if main else "text" if line.bold else "soft"
        shapes.append(Words(place.text_x, round(line.y, 1), line.text, line.size, role, bold=line.bold))
    return shapes


def _set(place: _Place, one: Characteristic) -> list[PlacedLine]:
    """The lines at the largest size at which all of them fit; at the smallest size, as many as fit."""
    lines: list[PlacedLine] = []
    for size, small in ((21, 15), (19, 14), (17, 13.5), (15, 13), (14, 12.5)):
        copies = [
            Copy(one.title, 22, True),
            Copy(one.words or one.empty, size if one.words else 15, bool(one.words), 6),
        ]
        copies += [Copy(note, small, False, 8) for note in one.notes] if one.words else []
        lines = _centred(copies, place)
        if lines and not lines[-1].text.endswith("…"):
            break
    return lines


def _centred(copies: list[Copy], place: _Place) -> list[PlacedLine]:
    """Start as low as keeps the text about the middle of its place."""

    def room(y1: float, y2: float) -> float:
        return 2 * min(_half(place, y1), _half(place, y2))

    best = pour(copies, room, place.top, place.bottom)
    if not best or best[-1].text.endswith("…"):
        return best
    start = place.top
    while start < place.bottom - 30:
        start += 6
        lower = pour(copies, room, start, place.bottom)
        above, below = start - place.top, place.bottom - (lower[-1].y if lower else 0)
        if not lower or lower[-1].text.endswith("…") or above > below:
            break
        best = lower
    return best


def _half(place: _Place, y: float) -> float:
    """How far text may reach to either side of its middle line at height ``y`` without touching a circle's edge."""
    inside = (_R - _KEEP) ** 2 - (y - place.y) ** 2
    if inside <= 0:
        return 0.0
    reach = math.sqrt(inside)
    left, right = place.x - reach, place.x + reach
    for other in _PLACES:
        blocked = (_R + _KEEP / 2) ** 2 - (y - other.y) ** 2
        if other is place or blocked <= 0:
            continue
        edge = math.sqrt(blocked)
        if other.x > place.text_x + 1:
            right = min(right, other.x - edge)
        elif other.x < place.text_x - 1:
            left = max(left, other.x + edge)
    return max(0.0, min(place.text_x - left, right - place.text_x))

"""The wheel of the nine design principles. Source: Staempfli tool item S2.9 and its figure 1, of which only the title
survives: order and names are those of the headings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Shape, Trace, Words, at, slice_of_ring
from cop_wizard.documents.pictures.lettering import Text, after, source_line, stacked
from cop_wizard.documents.pictures.of_plan.models import Item, Mark, Model
from cop_wizard.i18n import _

_WIDTH = 960
_MIDDLE = _WIDTH / 2
_R, _HUB = 190.0, 62.0
_ASIDE = 234.0
"""How far from the middle the words begin."""


def draw_wheel(model: Model, marks: Sequence[Mark] = ()) -> Drawing:
    """Nine parts around a hub, each with its number, and its name beside it. A mark fills as much of its part."""
    known = {mark.key: mark for mark in marks}
    turn = 360 / len(model.items)
    first, top = stacked(_texts(1, model.items[0], known), _MIDDLE, 6, 520)
    y = top + 12 + _R
    shapes: list[Shape] = []
    for n, item in enumerate(model.items):
        begin, end = turn * (n - 0.5) + 1.2, turn * (n + 0.5) - 1.2
        shapes.append(Trace(slice_of_ring(_MIDDLE, y, _HUB, _R, begin, end), "tinted"))
        share = min(1.0, max(0.0, known[item.key].share)) if item.key in known else 0.0
        if share:
            reach = round(_HUB + (_R - _HUB) * share, 1)
            shapes.append(Trace(slice_of_ring(_MIDDLE, y, _HUB, reach, begin, end), "share"))
        nx, ny = at(_MIDDLE, y, (_HUB + _R) / 2, turn * n)
        shapes.append(Disc(nx, ny, 19, "card"))
        shapes.append(Words(nx, round(ny + 7.5, 1), str(n + 1), 21, "ring-label", bold=True))
    shapes += first
    numbered = [(n, item, turn * (n - 1)) for n, item in enumerate(model.items, 1)][1:]
    low = y + _R
    for right in (True, False):
        side = [one for one in numbered if (one[2] < 180) is right]
        lettering, ends = _aside(side if right else side[::-1], y, right, known)
        shapes += lettering
        low = max(low, ends)
    cited, low = source_line(model.source, 4, low + 8, _WIDTH)
    return Drawing(
        "wheel",
        _("Nine principles by which a community thrives"),
        " ".join([*(_told(n, item, known) for n, item in enumerate(model.items, 1)), after(model.source)]).strip(),
        _WIDTH,
        math.ceil(low + 6),
        tuple(shapes + cited),
        words=tuple(Key(item.meaning, f"{n}. {item.label}", _of(item, known)) for n, item in enumerate(model.items, 1)),
    )


def _texts(n: int, item: Item, known: dict[str, Mark]) -> list[Text]:
    return [
        Text(f"{n}. {item.label}", 14, "text", bold=True, most=5),
        Text(_of(item, known), 12.5, "soft", before=2, most=2),
    ]


def _aside(
    side: Sequence[tuple[int, Item, float]], y: float, right: bool, known: dict[str, Mark]
) -> tuple[list[Shape], float]:
    """The names of the parts on one side of the wheel, from the top down, each level with its part if it can be."""
    x = _MIDDLE + _ASIDE if right else _MIDDLE - _ASIDE
    anchor, room = "start" if right else "end", _MIDDLE - _ASIDE - 6
    shapes: list[Shape] = []
    low = 0.0
    for n, item, angle in side:
        _set, height = stacked(_texts(n, item, known), x, 0, room)
        _x, level = at(_MIDDLE, y, _R, angle)
        lettering, low = stacked(_texts(n, item, known), x, max(level - height / 2, low + 10), room, anchor)
        shapes += lettering
    return shapes, low


def _of(item: Item, known: dict[str, Mark]) -> str:
    return known[item.key].words if item.key in known else ""


def _told(n: int, item: Item, known: dict[str, Mark]) -> str:
    mark = _of(item, known)
    return f"{n}. {item.label}" + (f" ({mark})" if mark else "") + f": {item.meaning}"

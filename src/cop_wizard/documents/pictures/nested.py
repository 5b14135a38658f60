"""The nested model of collaboration with this community's groups in it. Source: Killion handout item S3.14.

The source names the layers from the community of practice to acquaintances, and two kinds of improvement at the ends.
Which layer is the innermost it does not say: here the community of practice is, being the smallest and the closest.
"""

from __future__ import annotations

import math

from cop_wizard.documents.pictures.drawing import Box, Corners, Drawing, Key, Shape, Stroke, arrowhead
from cop_wizard.documents.pictures.lettering import Text, after, source_line, stacked
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.documents.pictures.of_plan.groups import GroupSpot, LayerBand, Nested
from cop_wizard.i18n import _
from cop_wizard.wording import listed

_WIDTH = 800
_LEFT = 44.0
_STEP = 16.0
_NAME = 13.0
_MOST = 40
"""As many groups of one layer as are drawn; the others are only counted."""


def draw_nested(nested: Nested) -> Drawing:
    """Seven boxes, each within the one before it, from acquaintances inwards to the community of practice."""
    shapes, y = stacked([Text(_outer(), 12.5, "soft")], _LEFT, 6, _WIDTH - _LEFT, "start")
    top = y = y + 8
    frames: list[tuple[float, float]] = []
    inside: list[Shape] = []
    for depth, layer in enumerate(reversed(nested.layers)):
        frames.append((_STEP * depth, y))
        lettering, y = _band(layer, _STEP * depth, y)
        inside += lettering
    low = y + 4
    bottom = low + 10 * (len(frames) - 1)
    for depth, (inset, begin) in enumerate(frames):
        end = bottom - 10 * depth
        width = _WIDTH - _LEFT - 2 - 2 * inset
        shapes.append(Box(_LEFT + inset, round(begin, 1), width, round(end - begin, 1), "layer", 14))
    shapes += [*inside, *_poles(top, bottom)]
    below, y = stacked([Text(_inner(), 12.5, "soft", before=8)], _LEFT, bottom, _WIDTH - _LEFT, "start")
    cited, y = source_line(nested.source, _LEFT, y, _WIDTH - _LEFT)
    return Drawing(
        "nested",
        _("The groups around the community"),
        _description(nested),
        _WIDTH,
        math.ceil(y + 6),
        tuple(shapes + below + cited),
        words=tuple(Key(_told(layer) or layer.meaning, layer.label) for layer in reversed(nested.layers)),
    )


def _outer() -> str:
    return _("Outside: improvement in self, status, personal identity")


def _inner() -> str:
    return _("Inside: improvement in students, professional practice, and school/community")


def _poles(top: float, bottom: float) -> list[Shape]:
    """The arrow beside the boxes: from the outermost layer to the innermost one."""
    return [
        Stroke(20, round(top + 6, 1), 20, round(bottom - 6, 1), "arrow"),
        Corners(arrowhead(20, round(bottom, 1), 180, 14), "arrowhead"),
        Corners(arrowhead(20, round(top, 1), 0, 14), "arrowhead"),
    ]


def _band(layer: LayerBand, inset: float, top: float) -> tuple[list[Shape], float]:
    """A layer's name and below it its groups in rows; and where the next layer can begin."""
    middle = (_LEFT + _WIDTH - 2) / 2
    room = _WIDTH - _LEFT - 2 * inset - 40
    shapes, y = stacked([Text(layer.label, 14, "text", bold=True)], middle, top + 8, room)
    row: list[tuple[GroupSpot, str, float]] = []
    used = 0.0
    for group, name in _shown(layer):
        width = min(room, text_width(name, _NAME) + 28)
        if row and used + width + 8 > room:
            placed, y = _row(row, middle, y + 6)
            shapes += placed
            row, used = [], 0.0
        row.append((group, name, width))
        used += width + 8
    if row:
        placed, y = _row(row, middle, y + 6)
        shapes += placed
    return shapes, y + 10


def _shown(layer: LayerBand) -> list[tuple[GroupSpot, str]]:
    shown = [(group, _label(group)) for group in layer.groups[:_MOST]]
    rest = len(layer.groups) - len(shown)
    return [*shown, (GroupSpot(f"+{rest}"), f"+{rest}")] if rest else shown


def _label(group: GroupSpot) -> str:
    status = group.note if not group.there else ""
    return _("{name} · {note}").format(name=group.name, note=status) if status else group.name


def _row(row: list[tuple[GroupSpot, str, float]], middle: float, top: float) -> tuple[list[Shape], float]:
    x = middle - (sum(width for _group, _name, width in row) + 8 * (len(row) - 1)) / 2
    shapes: list[Shape] = []
    low = top
    for group, name, width in row:
        role = "person" if group.own else "card" if group.there else "hoped-for"
        ink = "person-name" if group.own else "hoped-for-name"
        lettering, bottom = stacked([Text(name, _NAME, ink, most=6)], x + width / 2, top + 5, width - 20)
        shapes += [Box(round(x, 1), round(top, 1), round(width, 1), round(bottom - top + 6, 1), role, 13), *lettering]
        low = max(low, bottom + 6)
        x += width + 8
    return shapes, low


def _told(layer: LayerBand) -> str:
    return listed([f"{one.name} ({one.note})" if one.note else one.name for one in layer.groups])


def _description(nested: Nested) -> str:
    told = [_("From the outside inwards, each layer within the one before it.")]
    told += [f"{layer.label}: {_told(layer) or _('none of our groups')}." for layer in reversed(nested.layers)]
    return " ".join([*told, f"{_outer()}.", f"{_inner()}.", after(nested.source)]).strip()

"""What a look at the community saw, as bars: for each item how many chose which level."""

from __future__ import annotations

import math

from cop_wizard.documents.pictures.drawing import Box, Drawing, Key, Shape, Stroke, Words
from cop_wizard.documents.pictures.lettering import Text, stacked
from cop_wizard.documents.pictures.of_plan.looks import Seeing, Spoke
from cop_wizard.i18n import _

_WIDTH = 800
_NAMES = 260.0
_BAR, _GAP = 26.0, 16.0
_ROLES = ("tinted", "filled", "share", "here")


def draw_bars(seen: Seeing) -> Drawing:
    """An item a row: its name, and a bar that is shared out among its levels, the lowest on the left."""
    shapes: list[Shape] = []
    y = 8.0
    for spoke in seen.spokes:
        name, low = stacked([Text(spoke.label, 14, "text", bold=True, most=3)], 0, y, _NAMES - 16, "start")
        shapes += name
        top = max(y, (y + low - _BAR - 18) / 2)
        shapes += _bar(spoke, top)
        counted = [Text(_counted(spoke), 12.5, "soft", most=2)]
        said, ends = stacked(counted, _NAMES, top + _BAR + 2, _WIDTH - _NAMES, "start")
        shapes += said
        y = max(low, ends) + _GAP
        shapes.append(Stroke(0, round(y - _GAP / 2, 1), _WIDTH, round(y - _GAP / 2, 1), "grid"))
    return Drawing(
        f"bars-{seen.name}",
        _("How many chose what"),
        " ".join(f"{spoke.label}: {_counted(spoke)}." for spoke in seen.spokes),
        _WIDTH,
        math.ceil(y + 2),
        tuple(shapes),
        words=tuple(Key("", spoke.label, _counted(spoke)) for spoke in seen.spokes),
    )


def _bar(spoke: Spoke, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    x, room, whole = _NAMES, _WIDTH - _NAMES, sum(spoke.votes)
    for place, count in enumerate(spoke.votes):
        if not count:
            continue
        width = room * count / whole
        role = _ROLES[round(place * (len(_ROLES) - 1) / max(len(spoke.votes) - 1, 1))]
        shapes.append(Box(round(x, 1), round(y, 1), round(width, 1), _BAR, role, round=3.0))
        ink = "here-name" if role == "here" else "ring-label"
        shapes.append(Words(round(x + width / 2, 1), round(y + 18, 1), str(count), 14, ink, bold=True))
        x += width
    return shapes


def _counted(spoke: Spoke) -> str:
    pairs = zip(spoke.levels, spoke.votes, strict=True)
    return _(", ").join(_("{level}: {count}").format(level=level, count=count) for level, count in pairs if count)

"""What a look at the community saw, as a web: the further out, the better it stands; dashed how it was before."""

from __future__ import annotations

import math

from cop_wizard.documents.pictures.drawing import Corners, Disc, Drawing, Key, Shape, Stroke, Trace, at
from cop_wizard.documents.pictures.lettering import Text, stacked
from cop_wizard.documents.pictures.of_plan.looks import Seeing, Spoke
from cop_wizard.i18n import _, ngettext

_WIDTH = 800
_MIDDLE = _WIDTH / 2
_R = 170.0
_LEAST = 0.08
"""How far from the middle the lowest level is, as a share: a web that falls into one point says nothing."""

FEWEST = 3
"""A web needs as many items as a shape has corners."""


def draw_radar(seen: Seeing) -> Drawing:
    """An item a spoke, from the top clockwise. Raises ``ValueError`` for fewer than `FEWEST` items."""
    if len(seen.spokes) < FEWEST:
        raise ValueError(len(seen.spokes))
    turn = 360 / len(seen.spokes)
    labels = [_label(spoke) for spoke in seen.spokes]
    first, top = stacked(labels[0], _MIDDLE, 6, 420)
    y = top + 16 + _R
    shapes: list[Shape] = [Disc(_MIDDLE, round(y, 1), round(_R * share, 1), "outside") for share in (0.5, 1.0)]
    for n in range(len(seen.spokes)):
        x2, y2 = at(_MIDDLE, y, _R, turn * n)
        shapes.append(Stroke(_MIDDLE, round(y, 1), x2, y2, "grid"))
    if any(spoke.before is not None for spoke in seen.spokes):
        shapes.append(Trace(_web([spoke.before for spoke in seen.spokes], y, turn), "reflection"))
    now = [spoke.now for spoke in seen.spokes]
    shapes += [Corners(_points(now, y, turn), "under-curve"), Trace(_web(now, y, turn), "curve")]
    for n, share in enumerate(now):
        x, spot = at(_MIDDLE, y, _reach(share), turn * n)
        shapes.append(Disc(x, spot, 6, "spot"))
    shapes += first
    low = y + _R
    if len(seen.spokes) % 2 == 0:
        lettering, low = stacked(labels[len(seen.spokes) // 2], _MIDDLE, y + _R + 10, 300)
        shapes += lettering
    for right in (True, False):
        angles = [(n, turn * n) for n in range(1, len(seen.spokes)) if abs(turn * n - 180) > 1]
        side = [(n, angle) for n, angle in angles if (angle < 180) is right]
        below = 0.0
        for n, angle in side if right else side[::-1]:
            x, level = at(_MIDDLE, y, _R + 18, angle)
            room = (_WIDTH - x if right else x) - 6
            _set, height = stacked(labels[n], x, 0, room)
            lettering, below = stacked(
                labels[n], x, max(level - height / 2, below + 8), room, "start" if right else "end"
            )
            shapes += lettering
            low = max(low, below)
    return Drawing(
        f"radar-{seen.name}",
        _("How it stands"),
        _told(seen),
        _WIDTH,
        math.ceil(low + 12),
        tuple(shapes),
        words=tuple(Key("", spoke.label, spoke.words) for spoke in seen.spokes),
    )


def _told(seen: Seeing) -> str:
    """What the picture shows, in words."""
    count = ngettext("{count} answer", "{count} answers", seen.answers).format(count=seen.answers)
    said = [_("{when}, {count}.").format(when=seen.when, count=count)]
    if seen.before:
        said.append(_("The dashed line is how it was on {day}.").format(day=seen.before))
    said += [f"{spoke.label}: {spoke.words}{_change(spoke)}." for spoke in seen.spokes]
    return " ".join(said)


def _change(spoke: Spoke) -> str:
    if spoke.before is None or spoke.now is None or round(spoke.now - spoke.before, 6) == 0:
        return ""
    return _(", better than before") if spoke.now > spoke.before else _(", not as good as before")


def _label(spoke: Spoke) -> list[Text]:
    return [
        Text(spoke.label, 14, "text", bold=True, most=3),
        Text(spoke.words, 12.5, "soft", before=2, most=2),
    ]


def _reach(share: float | None) -> float:
    return round(_R * (_LEAST + (1 - _LEAST) * (share or 0.0)), 1)


def _corners(shares: list[float | None], y: float, turn: float) -> list[tuple[float, float]]:
    return [at(_MIDDLE, y, _reach(share), turn * n) for n, share in enumerate(shares)]


def _points(shares: list[float | None], y: float, turn: float) -> str:
    return " ".join(f"{x},{corner}" for x, corner in _corners(shares, y, turn))


def _web(shares: list[float | None], y: float, turn: float) -> str:
    return "M" + "L".join(f"{x} {corner}" for x, corner in _corners(shares, y, turn)) + "Z"

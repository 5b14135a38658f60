"""How energy and visibility change over the five stages of a community's life.

Source: Killion handout items S3.11 and S3.12, after Wenger, McDermott & Snyder 2002, p. 69: a jagged line. Its shape is
ours; the source shows no numbers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Shape, Stroke, Trace
from cop_wizard.documents.pictures.lettering import Text, after, flag, size_for, source_line, stacked
from cop_wizard.documents.pictures.of_plan.life import Life
from cop_wizard.i18n import _

_WIDTH = 800
_TOP, _BASE = 64.0, 300.0
_HEIGHTS = (
    0.05, 0.13, 0.09, 0.19, 0.15,
    0.25, 0.37, 0.30, 0.46, 0.40,
    0.52, 0.66, 0.57, 0.79, 0.70,
    0.84, 0.76, 0.92, 0.80, 0.96,
    0.85, 0.94, 0.74, 0.88, 0.68, 0.80,
)  # fmt: skip
"""The line from left to right, as shares of the height: five steps a stage."""


def draw_curve(life: Life) -> Drawing:
    """The jagged line over its stages; where the community is, is marked if the plan says so."""
    items = life.stages.items
    step = _WIDTH / len(items)
    points = [
        (round(_WIDTH * n / (len(_HEIGHTS) - 1), 1), round(_BASE - (_BASE - _TOP) * height, 1))
        for n, height in enumerate(_HEIGHTS)
    ]
    line = "L".join(f"{x} {y}" for x, y in points)
    shapes: list[Shape] = [Trace(f"M0 {_BASE}L{line}L{_WIDTH} {_BASE}Z", "under-curve")]
    shapes += [Stroke(round(step * n, 1), 30, round(step * n, 1), _BASE, "grid") for n in range(1, len(items))]
    shapes += [Stroke(0, _BASE, _WIDTH, _BASE, "rail"), Trace(f"M{line}", "curve")]
    axis, _low = stacked([Text(_("Energy and visibility"), 12.5, "soft", bold=True)], 4, 4, step, "start")
    shapes += axis
    size = size_for((item.label for item in items), step - 16, 15, 10, bold=True)
    low = _BASE
    for n, item in enumerate(items):
        middle = step * (n + 0.5)
        here = item.key == life.stage
        texts = [
            Text(item.label, size, "heading" if here else "text", bold=True),
            Text(item.meaning, 12.5, "soft", before=3),
        ]
        below, bottom = stacked(texts, middle, _BASE + 12, step - 16)
        shapes += below
        low = max(low, bottom)
        if here:
            shapes += _here(points, 5 * n + 2)
    cited, low = source_line(life.stages.source, 4, low, _WIDTH)
    return Drawing(
        "curve",
        _("How a community ages"),
        _description(life),
        _WIDTH,
        math.ceil(low + 6),
        tuple(shapes + cited),
        words=tuple(
            Key(item.meaning, item.label, _("we are here") if item.key == life.stage else "") for item in items
        ),
    )


def _here(points: Sequence[tuple[float, float]], spot: int) -> list[Shape]:
    """A mark on the line, and its flag above the peaks beside it."""
    x, y = points[spot]
    peak = min(py for _x, py in points[spot - 2 : spot + 3]) - 12
    return [
        Stroke(x, round(peak - 12, 1), x, y, "today"),
        Disc(x, y, 10, "spot"),
        *flag(_("We are here"), x, peak, 0, _WIDTH),
    ]


def _description(life: Life) -> str:
    told = [
        _("A jagged line: energy and visibility rise, with setbacks, from the first stage to the fourth, and waver in "
          "the last.")
    ]  # fmt: skip
    for item in life.stages.items:
        here = _(" (we are here)") if item.key == life.stage else ""
        told.append(f"{item.label}{here}: {item.meaning}")
    return " ".join([*told, _("The line is what is usual, not what was measured."), after(life.stages.source)]).strip()

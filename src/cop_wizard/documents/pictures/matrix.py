"""The eight duties of leadership and the people who do them. Source: CASS guide item 3.2."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Shape, Stroke
from cop_wizard.documents.pictures.lettering import Text, size_for, stacked
from cop_wizard.documents.pictures.of_plan.leading import Duty
from cop_wizard.i18n import _
from cop_wizard.wording import listed

_WIDTH = 960
_NAMES = 196.0


def draw_matrix(duties: Sequence[Duty], final: bool = False) -> Drawing:
    """A row for everybody who has a duty, a column for each duty; and what nobody does yet, or nobody has to do."""
    column = (_WIDTH - _NAMES - 4) / max(1, len(duties))
    middles = [_NAMES + column * (n + 0.5) for n in range(len(duties))]
    size = size_for((duty.label for duty in duties), column - 5, 12, 9.5)
    written = [stacked([_heading(duty, size)], 0, 0, column - 5)[1] for duty in duties]
    y = 4 + max(written, default=0.0)
    shapes: list[Shape] = []
    for duty, x, high in zip(duties, middles, written, strict=True):
        shapes += stacked([_heading(duty, size)], x, y - high, column - 5)[0]
    y += 8
    for name, marks in _rows(duties, final):
        shapes.append(Stroke(0, round(y, 1), _WIDTH, round(y, 1), "grid"))
        given = name or (_("nobody yet") if "open" in marks else _("not needed"))
        lettering, low = stacked([Text(given, 14, "text" if name else "faint", most=8)], 6, y + 7, _NAMES - 16, "start")
        low += 7
        shapes += lettering
        shapes += [_mark(mark, x, (y + low) / 2) for mark, x in zip(marks, middles, strict=True) if mark]
        y = low
    shown = [duty for duty in duties if duty.holders or not duty.needed or not final]
    return Drawing(
        "matrix",
        _("Who does what"),
        " ".join(_("{duty}: {names}.").format(duty=duty.label, names=_told(duty)) for duty in shown),
        _WIDTH,
        math.ceil(y + 4),
        tuple(shapes),
        words=tuple(Key(_told(duty), duty.label) for duty in shown),
    )


def _heading(duty: Duty, size: float) -> Text:
    return Text(duty.label, size, "text", most=9)


def _rows(duties: Sequence[Duty], final: bool) -> list[tuple[str, list[str]]]:
    """Each person with a mark for each duty; the last rows, without a name, are what nobody does."""
    people = dict.fromkeys(name for duty in duties for name in duty.holders)
    rows = [(name, ["held" if name in duty.holders else "" for duty in duties]) for name in people]
    unheld = [("open" if duty.needed else "off") if not duty.holders else "" for duty in duties]
    kinds = [kind for kind in (("off",) if final else ("open", "off")) if kind in unheld]
    rows += [("", [kind if mark == kind else "" for mark in unheld]) for kind in kinds]
    return rows


def _mark(mark: str, x: float, y: float) -> Shape:
    x, y = round(x, 1), round(y, 1)
    if mark == "off":
        return Stroke(round(x - 7, 1), y, round(x + 7, 1), y, "dash")
    return Disc(x, y, 9, "person" if mark == "held" else "hoped-for")


def _told(duty: Duty) -> str:
    return listed(duty.holders) or (_("nobody yet") if duty.needed else _("not needed"))

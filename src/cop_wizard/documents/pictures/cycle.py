"""Cycles that begin again: the five steps of improvement, and Plan-Do-Study-Act.

Sources: Killion handout items S3.19 (after Hirsh & Crow) and S3.18.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Corners, Disc, Drawing, Key, Shape, Trace, Words, arc, arrowhead, at
from cop_wizard.documents.pictures.lettering import after, source_line
from cop_wizard.documents.pictures.measure import Copy, PlacedLine, pour, whole
from cop_wizard.documents.pictures.of_plan.models import Item, Mark, Model
from cop_wizard.i18n import _

_R = 98.0
_KEEP = 10.0


def draw_cycle(name: str, title: str, model: Model, marks: Sequence[Mark] = ()) -> Drawing:
    """Discs in a ring with arrows from each to the next. What a review says of a step stands in its disc."""
    known = {mark.key: mark for mark in marks}
    count = len(model.items)
    turn = 360 / count
    reach = (2 * _R + 62) / (2 * math.sin(math.pi / count))
    width = math.ceil(2 * (reach + _R) + 12)
    x = width / 2
    y = reach + _R + 6
    shapes: list[Shape] = []
    for n in range(count):
        gap = math.degrees(2 * math.asin((_R + 9) / (2 * reach)))
        begin, end = turn * n + gap, turn * (n + 1) - gap
        shapes.append(Trace(arc(x, y, round(reach, 1), begin, end - 3), "arrow"))
        tip_x, tip_y = at(x, y, reach, end)
        shapes.append(Corners(arrowhead(tip_x, tip_y, end + 90 - 4, 15), "arrowhead"))
    low = 0.0
    for n, item in enumerate(model.items):
        dx, dy = at(x, y, reach, turn * n)
        shapes += [Disc(dx, dy, _R, "filled" if item.key in known else "tinted"), *_inside(item, known, dx, dy)]
        low = max(low, dy + _R)
    cited, low = source_line(model.source, 4, low, width - 8)
    return Drawing(
        name,
        title,
        _description(model, known),
        width,
        math.ceil(low + 6),
        tuple(shapes + cited),
        words=tuple(Key(item.meaning, item.label, _of(item, known)) for item in model.items),
    )


def _inside(item: Item, known: dict[str, Mark], x: float, y: float) -> list[Shape]:
    """Name, meaning and mark about the middle of a disc, as large as they fit."""
    lines: list[PlacedLine] = []
    for large, small in ((20, 13.5), (17, 12.5), (15, 12), (13.5, 11), (12, 10)):
        copies = [Copy(item.label, large, True), Copy(_of(item, known) or item.meaning, small, False, 4)]
        lines = _centred(copies)
        if whole(lines, copies):
            break
    return [
        Words(x, round(y + line.y, 1), line.text, line.size, "ring-label" if line.bold else "text", bold=line.bold)
        for line in lines
    ]


def _centred(copies: list[Copy]) -> list[PlacedLine]:
    """The lines begin as low as leaves the same space above and below."""
    reach = _R - _KEEP

    def room(y1: float, y2: float) -> float:
        inside = reach**2 - max(abs(y1), abs(y2)) ** 2
        return 2 * math.sqrt(inside) if inside > 0 else 0.0

    best: list[PlacedLine] = []
    for start in range(int(-reach) + 16, 0, 4):
        lines = pour(copies, room, start, reach)
        if not lines or lines[-1].text.endswith("…"):
            break
        best = lines
        if start + reach >= reach - lines[-1].y - 4:
            break
    return best or pour(copies, room, 16 - reach, reach)


def _of(item: Item, known: dict[str, Mark]) -> str:
    return known[item.key].words if item.key in known else ""


def _description(model: Model, known: dict[str, Mark]) -> str:
    told = []
    for n, item in enumerate(model.items, 1):
        mark = f" ({_of(item, known)})" if _of(item, known) else ""
        told.append(f"{n}. {item.label}{mark}: {item.meaning}")
    return " ".join([*told, _("After the last step the first one comes again."), after(model.source)]).strip()

"""Four levels of collaboration as steps that rise. Source: Killion handout item S3.21, after Little 1990."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Box, Drawing, Key, Shape
from cop_wizard.documents.pictures.lettering import Text, after, flag, source_line, stacked
from cop_wizard.documents.pictures.of_plan.models import Mark, Model
from cop_wizard.i18n import _

_WIDTH = 800
_RISE = 54.0


def draw_ladder(model: Model, marks: Sequence[Mark] = ()) -> Drawing:
    """From the loosest level on the left to the closest on the right; a mark stands as a flag on its step."""
    known = {mark.key: mark for mark in marks}
    count = len(model.items)
    step = _WIDTH / count
    written = [
        stacked(
            [Text(item.label, 16, "ring-label", bold=True), Text(item.meaning, 13, "text", before=6)], 0, 14, step - 34
        )
        for item in model.items
    ]
    first = max(low - _RISE * n for n, (_shapes, low) in enumerate(written)) + 14
    head = 46.0 if known else 6.0
    base = head + first + _RISE * (count - 1)
    shapes: list[Shape] = []
    for n, item in enumerate(model.items):
        high = first + _RISE * n
        top = base - high
        x = step * n
        role = "filled" if item.key in known else "tinted"
        shapes.append(Box(round(x + 3, 1), round(top, 1), round(step - 6, 1), round(high, 1), role))
        lettering, _low = stacked(
            [Text(item.label, 16, "ring-label", bold=True), Text(item.meaning, 13, "text", before=6)],
            x + step / 2, top + 14, step - 34,
        )  # fmt: skip
        shapes += lettering
        if item.key in known:
            shapes += flag(known[item.key].words or _("We are here"), x + step / 2, top, 0, _WIDTH)
    cited, low = source_line(model.source, 4, base, _WIDTH)
    return Drawing(
        "ladder",
        _("How closely people work together"),
        " ".join([
            _("Steps that rise from left to right."),
            *(f"{n}. {item.label}{_mark(known, item.key)}: {item.meaning}" for n, item in enumerate(model.items, 1)),
            after(model.source),
        ]),
        _WIDTH,
        math.ceil(low + 6),
        tuple(shapes + cited),
        words=tuple(
            Key(item.meaning, item.label, known[item.key].words if item.key in known else "") for item in model.items
        ),
    )  # fmt: skip


def _mark(known: dict[str, Mark], key: str) -> str:
    return f" ({known[key].words or _('we are here')})" if key in known else ""

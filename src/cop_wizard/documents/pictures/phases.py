"""The six phases of building a community on a line. Source: Killion handout item S3.20, after EDUCAUSE/NLII 2005."""

from __future__ import annotations

import math

from cop_wizard.documents.pictures.drawing import Corners, Drawing, Key, Shape
from cop_wizard.documents.pictures.lettering import Text, after, flag, size_for, source_line, stacked
from cop_wizard.documents.pictures.of_plan.life import Life, PhaseTold
from cop_wizard.documents.pictures.of_plan.models import Item
from cop_wizard.i18n import _

_WIDTH = 800
_HIGH = 58.0
_NOTCH = 16.0


def draw_phases(life: Life) -> Drawing:
    """Six arrows one behind the other, the present one marked; below each its dates, or what the phase is."""
    items = life.phases.items
    step = (_WIDTH - _NOTCH) / len(items)
    here = next((n for n, item in enumerate(items) if item.key == life.phase), None)
    top = 46.0 if here is not None else 6.0
    dated = any(one.when or one.notes for one in life.told)
    shapes: list[Shape] = []
    low = 0.0
    size = size_for((item.label for item in items), step - 2 * _NOTCH - 10, 15, 9, bold=True)
    for n, (item, told) in enumerate(zip(items, life.told, strict=True)):
        x = step * n
        role = "card" if here is None or n > here else "here" if n == here else "filled"
        shapes.append(Corners(_arrow(x, top, step), role))
        middle = x + step / 2 + _NOTCH / 2
        ink = "here-name" if role == "here" else "text"
        label = [Text(item.label, size, ink, bold=True, most=2)]
        _set, high = stacked(label, middle, 0, step - 2 * _NOTCH)
        name, _low = stacked(label, middle, top + (_HIGH - high) / 2, step - 2 * _NOTCH)
        below, bottom = stacked(_below(item, told, dated), middle, top + _HIGH + 8, step - 8)
        shapes += [*name, *below]
        low = max(low, bottom)
        if role == "here":
            shapes += flag(_("We are here"), middle, top, 0, _WIDTH)
    cited, low = source_line(life.phases.source, 4, max(low, top + _HIGH), _WIDTH)
    return Drawing(
        "phases",
        _("From the first idea to a lasting community"),
        " ".join(
            [
                *(_told(item, told, life.phase) for item, told in zip(items, life.told, strict=True)),
                after(life.phases.source),
            ]
        ).strip(),
        _WIDTH,
        math.ceil(low + 6),
        tuple(shapes + cited),
        words=tuple(_key(item, told, life.phase) for item, told in zip(items, life.told, strict=True)),
    )


def _arrow(x: float, top: float, step: float) -> str:
    end, middle, bottom = x + step - 5, top + _HIGH / 2, top + _HIGH
    corners = ((x, top), (end, top), (end + _NOTCH, middle), (end, bottom), (x, bottom), (x + _NOTCH, middle))
    return " ".join(f"{px:.1f},{py:.1f}" for px, py in corners)


def _below(item: Item, told: PhaseTold, dated: bool) -> list[Text]:
    if not dated:
        return [Text(item.meaning, 12.5, "soft")]
    return [
        *(Text(line, 12, "text", bold=True, most=6) for when in told.when for line in when),
        *(Text(note, 12.5, "soft", before=3, most=6) for note in told.notes),
    ]


def _key(item: Item, told: PhaseTold, here: str) -> Key:
    marked = [_("we are here")] if item.key == here else []
    return Key(_("; ").join([*marked, *map(" ".join, told.when)]) or item.meaning, item.label, _("; ").join(told.notes))


def _told(item: Item, told: PhaseTold, here: str) -> str:
    marked = [_("we are here")] if item.key == here else []
    parts = [part.rstrip(".") for part in (*marked, *map(" ".join, told.when), *told.notes)]
    said = _("; ").join(parts) or item.meaning.rstrip(".")
    return _("{title}: {words}.").format(title=item.label, words=said)

"""How a community stands from look to look, as a line that rises or falls."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Shape, Stroke, Trace, Words
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.i18n import _

_WIDTH, _HEIGHT = 800, 250
_LEFT, _RIGHT, _TOP, _BASE = 150.0, 740.0, 40.0, 190.0
_SIZE = 12.5
_MOST = 8
"""As many looks as have room for their days."""


def draw_trend(name: str, title: str, points: Sequence[tuple[str, float]]) -> Drawing:
    """``points`` are a day in words and how well it stood then, from 0 to 1; the last `_MOST` of them are shown."""
    shown = list(points[-_MOST:])
    ends = (_("as good as can be"), _("the lowest"))
    left = max(_LEFT, max(text_width(end, _SIZE) for end in ends) + 44)
    step = (_RIGHT - left) / max(len(shown) - 1, 1)
    places = [
        (round(left + step * n, 1), round(_BASE - (_BASE - _TOP) * share, 1)) for n, (_day, share) in enumerate(shown)
    ]
    shapes: list[Shape] = [
        Stroke(left - 30, _TOP, _RIGHT + 30, _TOP, "grid"),
        Stroke(left - 30, (_TOP + _BASE) / 2, _RIGHT + 30, (_TOP + _BASE) / 2, "grid"),
        Stroke(left - 30, _BASE, _RIGHT + 30, _BASE, "rail"),
        *(Words(left - 40, y + 5, end, _SIZE, "soft", "end") for end, y in zip(ends, (_TOP, _BASE), strict=True)),
        Trace("M" + "L".join(f"{x} {y}" for x, y in places), "curve"),
    ]
    lines = 1 if all(text_width(day, _SIZE) <= step - 8 for day, _share in shown) else 2
    for n, ((x, y), (day, _share)) in enumerate(zip(places, shown, strict=True)):
        shapes += [Disc(x, y, 7, "spot"), Words(x, _BASE + 26 + 18 * (n % lines), day, _SIZE, "when")]
    return Drawing(
        f"trend-{name}",
        title,
        " ".join(
            [
                _("All that was looked at, taken together, from look to look:"),
                *(_said(day, share) for day, share in shown),
            ]
        ),
        _WIDTH,
        _HEIGHT - 20,
        tuple(shapes),
        words=tuple(Key("", day, _percent(share)) for day, share in shown),
    )


def _said(day: str, share: float) -> str:
    return _("{day}, {percent} of the way.").format(day=day, percent=_percent(share))


def _percent(share: float) -> str:
    return _("{percent} %").format(percent=round(share * 100))

"""How an organisation's documents look: its name, logo, two colours and fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in a local file: ``kind`` is its media type, such as ``image/png``."""

    content: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Brand:
    """What stands in ``[brand]`` of the settings; "" or ``None``: as the program has it.

    ``name`` is the organisation's, where the plan names none. ``main`` and ``second`` are colours as ``#rrggbb``, the
    first for headings, lines and pictures, the second for what goes beside it. Fonts are those of the reader's system.
    """

    name: str = ""
    logo: Logo | None = None
    main: str = ""
    second: str = ""
    heading_font: str = ""
    text_font: str = ""


def contrast(one: str, other: str) -> float:
    """How much two colours (``#rrggbb``) differ in lightness, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_readable(colour: str) -> bool:
    """Whether text in this colour can be read on white paper (4.5 to 1, WCAG 2.2 level AA)."""
    return contrast(colour, "#ffffff") >= 4.5


# --- shades: one colour becomes all that a page needs of it ----------------------------------------------------------

Shades = Mapping[str, str]
"""Colours by the names that style sheets and pictures have for them (`templates/shared/base.css`)."""

_WHITE, _BLACK = "#ffffff", "#000000"
_PAPER, _CARD, _INK, _FAINT = "#f8f6f1", "#fffefb", "#1c2b2e", "#5d6d70"
_DARK_PAPER, _DARK_CARD, _DARK_FAINT = "#111819", "#182123", "#9daaac"
_TEXT, _SIGN = 4.6, 3.1
"""What WCAG asks of text and of lines, with a little to spare for rounding."""


def light_shades(brand: Brand) -> Shades:
    """The brand's colours on a bright page, and in pictures; empty where it has none."""
    shades: dict[str, str] = {}
    if main := _known(brand.main):
        tint, ring = mixed(_WHITE, main, 0.1), mixed(_WHITE, main, 0.3)
        accent = _until_readable(main, (_PAPER, _CARD, tint), _TEXT, _BLACK)
        band = _until_readable(mixed(accent, _BLACK, 0.2), (_WHITE,), 8, _BLACK)
        shades |= {
            "accent": accent,
            "deep": _until_readable(mixed(accent, _BLACK, 0.25), (tint, ring), 6, _BLACK),
            "on-accent": _WHITE,
            "band": band,
            "on-band": mixed(_WHITE, main, 0.04),
            "band-soft": _until_readable(mixed(_WHITE, main, 0.25), (band,), _TEXT, _WHITE),
            "tint": tint,
            "tint-line": mixed(_WHITE, main, 0.45),
            "faint": _until_readable(_FAINT, (_PAPER, tint), _TEXT, _BLACK),
            "ring-0": ring,
            "ring-1": mixed(_WHITE, main, 0.2),
            "ring-2": mixed(_WHITE, main, 0.12),
            "ring-3": mixed(_WHITE, main, 0.06),
        }
    if second := _known(brand.second):
        shades["second"] = _until_readable(second, (_PAPER, _CARD), _SIGN, _BLACK)
        shades["second-tint"] = mixed(_WHITE, second, 0.1)
    return shades


def dark_shades(brand: Brand) -> Shades:
    """The same for a reader who likes dark pages."""
    shades: dict[str, str] = {}
    if main := _known(brand.main):
        accent = _until_readable(main, (_DARK_CARD,), 7.5, _WHITE)
        ring, on_band = mixed(_DARK_CARD, accent, 0.3), mixed(_WHITE, main, 0.06)
        band = _until_readable(mixed(_DARK_PAPER, main, 0.35), (on_band,), 9, _BLACK)
        shades |= {
            "accent": accent,
            "deep": _until_readable(mixed(accent, _WHITE, 0.3), (ring,), 5, _WHITE),
            "on-accent": _DARK_PAPER,
            "band": band,
            "on-band": on_band,
            "band-soft": _until_readable(mixed(on_band, accent, 0.4), (band,), _TEXT, _WHITE),
            "tint": mixed(_DARK_CARD, accent, 0.13),
            "tint-line": mixed(_DARK_CARD, accent, 0.4),
            "faint": _until_readable(_DARK_FAINT, (mixed(_DARK_CARD, accent, 0.13),), _TEXT, _WHITE),
            "ring-0": ring,
            "ring-1": mixed(_DARK_CARD, accent, 0.23),
            "ring-2": mixed(_DARK_CARD, accent, 0.16),
            "ring-3": mixed(_DARK_CARD, accent, 0.1),
        }
    if second := _known(brand.second):
        shades["second"] = _until_readable(second, (_DARK_CARD,), _SIGN, _WHITE)
        shades["second-tint"] = mixed(_DARK_CARD, shades["second"], 0.16)
    return shades


def print_shades(brand: Brand) -> Shades:
    """The same on white paper, where no ink goes into broad bands."""
    shades = dict(light_shades(brand))
    if _known(brand.main):
        shades |= {"band": _WHITE, "on-band": shades["deep"], "band-soft": "#42534f"}
    return shades


def picture_shades(brand: Brand) -> Shades:
    """The same by the names of `templates/shared/figures.svg.j2`, for those who read SVG without style sheets."""
    shades = {name.replace("-", "_"): colour for name, colour in light_shades(brand).items()}
    if "tint_line" in shades:
        shades |= {"line": shades["tint_line"], "second": shades.get("second", shades["accent"])}
    if "second" in shades:
        shades["on_second"] = max(_WHITE, _INK, key=lambda ink: contrast(ink, shades["second"]))
    return shades


def mixed(one: str, other: str, share: float) -> str:
    """A colour with so much of another in it, from 0 to 1."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _until_readable(colour: str, on: Sequence[str], ratio: float, towards: str) -> str:
    """``colour``, moved ``towards`` black or white until it stands out from all that it is seen on."""
    steps = (mixed(colour, towards, step / 40) for step in range(41))
    return next((one for one in steps if all(contrast(one, ground) >= ratio for ground in on)), towards)


def _known(colour: str) -> str:
    return colour if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else ""

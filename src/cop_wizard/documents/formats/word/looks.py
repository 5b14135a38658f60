"""The colours and fonts of a Word file: the brand's, or the house's own where there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cop_wizard.documents.brand import Brand, light_shades
from cop_wizard.documents.pictures.measure import CALIBRI

HOUSE_COLOUR = "#0d5c61"


@dataclass(frozen=True, slots=True)
class Spread:
    """How generously a document is set: ``space`` is the share of the usual space between paragraphs, ``letters`` that
    of the usual size of type; ``line`` is the distance of lines in 240ths, ``writing`` that of lines to write on, in
    twips, and ``narrow`` asks for narrow margins.
    """

    space: float = 1.0
    letters: float = 1.0
    line: int = 276
    writing: int = 480
    narrow: bool = False


SPREADS = (
    Spread(),
    Spread(0.75, 1.0, 259, 440),
    Spread(0.55, 0.95, 247, 400),
    Spread(0.4, 0.95, 240, 360, narrow=True),
)
"""From the usual one to the closest that is still easy to read, and to write on."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours as Word writes them (``RRGGBB``), and fonts that readers have.

    ``main`` is for headings and lines, ``second`` for the bar beside what stands out; ``tint`` and ``line`` are light
    ones of the first, for grounds and borders. ``letters``: how much of `text_width` words take in the text's font, 1
    where that font is not known.
    """

    main: str
    second: str
    tint: str
    line: str
    heading_font: str
    text_font: str
    ink: str = "1C2B2E"
    soft: str = "4A5D61"
    faint: str = "5D6D70"
    spread: Spread = SPREADS[0]
    letters: float = 1.0


def looks_of(brand: Brand, usual: str = HOUSE_COLOUR) -> Looks:
    """The looks that follow from ``brand``; ``usual`` is the main colour where it names none."""
    shades = light_shades(replace(brand, main=brand.main or usual))
    return Looks(
        main=_written(shades["accent"]),
        second=_written(shades.get("second", shades["accent"])),
        tint=_written(shades["tint"]),
        line=_written(shades["tint-line"]),
        heading_font=brand.heading_font or "Georgia",
        text_font=brand.text_font or "Calibri",
        letters=1.0 if brand.text_font else CALIBRI,
    )


def _written(colour: str) -> str:
    return colour.removeprefix("#").upper()

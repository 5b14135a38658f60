"""The colours and fonts of a Word file: the brand's, or the house's own where there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cop_wizard.documents.brand import Brand, light_shades

HOUSE_COLOUR = "#0d5c61"


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours as Word writes them (``RRGGBB``), and fonts that readers have.

    ``main`` is for headings and lines, ``second`` for the bar beside what stands out; ``tint`` and ``line`` are light
    ones of the first, for grounds and borders.
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
    )


def _written(colour: str) -> str:
    return colour.removeprefix("#").upper()

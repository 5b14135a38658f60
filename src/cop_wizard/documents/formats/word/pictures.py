"""Pictures as PNG, which every Word shows."""

from __future__ import annotations

from functools import lru_cache

from cop_wizard.documents.brand import picture_shades
from cop_wizard.documents.formats.html import HTML
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.environment import fill, make_environment
from cop_wizard.documents.trouble import ComputerLacks
from cop_wizard.extras import needed
from cop_wizard.i18n import _

_FINE = 2.5
"""Dots in the file for each unit that is shown, a 96th of an inch: sharp on paper, and still small."""


def drawn(drawing: Drawing, share: float, subject: Subject) -> bytes:
    """A drawing as PNG in the brand's colours, to be shown at that ``share`` of its size.

    Raises `TemplateTrouble`, and `ComputerLacks` where there is no font.
    """
    if not _has_fonts():
        raise ComputerLacks(
            _("The pictures cannot be drawn: there is no font on this computer."),
            _("Install one, such as DejaVu Sans (on Debian and Ubuntu: apt install fonts-dejavu-core)."),
        )
    environment = make_environment(subject.templates, subject.cache, HTML)
    svg = fill(environment, "shared/picture.svg.j2", {"drawing": drawing, "colours": picture_shades(subject.brand)})
    return png_of(svg, _FINE * share)


def png_of(svg: str, zoom: float) -> bytes:
    """An SVG as PNG. Raises ``ValueError`` for what is none."""
    made: bytes = needed("resvg_py", "docx").svg_to_bytes(svg_string=svg, zoom=zoom)
    return made


@lru_cache(maxsize=1)
def _has_fonts() -> bool:
    """Whether there is any font to write with; without one the text of a picture is left out in silence."""
    sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{}</svg>'
    word = '<text x="2" y="30" font-size="30" font-family="sans-serif">M</text>'
    return png_of(sheet.format(word), 1) != png_of(sheet.format(""), 1)

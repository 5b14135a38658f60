"""The page of a letterhead: its size and margins as they are where Word can use them, else as ours are."""

from __future__ import annotations

import re

from cop_wizard.documents.formats.word.base import SHEETS, SIDES
from cop_wizard.documents.formats.word.xml import Element, qn, w

_SMALLEST, _LARGEST = 1440, 31680
"""Twips: narrower than an inch holds no text, and Word knows no page above 22 inches."""
_BEFORE_SIZE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_COUNTS = {"pgNumType": ("start",), "cols": ("num", "space"), "docGrid": ("linePitch", "charSpace")}
"""What else of a page Word reads as a number."""


def page_of(document: Element, sheet: str, landscape: bool) -> Element:
    """The first page's properties: the one that looks like a letter. ``sheet`` stands in for a size that is none."""
    page = next(document.iter(qn("w:sectPr")), None)
    if page is None:
        page = w("sectPr")
    for old in page.findall(qn("w:sectPrChange")):
        page.remove(old)
    width, height = _sized(page, sheet)
    _turn(page, landscape, width, height)
    _give_margins(page)
    for tag, names in _COUNTS.items():
        for element in page.findall(qn(f"w:{tag}")):
            for name in names:
                if _number(element, name) is None:
                    element.attrib.pop(qn(f"w:{name}"), None)
    return page


def _number(element: Element, name: str) -> int | None:
    given = str(element.get(qn(f"w:{name}"), ""))
    return int(given) if re.fullmatch("-?[0-9]{1,6}", given) else None


def _sized(page: Element, sheet: str) -> tuple[int, int]:
    """The width and height of the page, once it has some that Word can open."""
    size = page.find(qn("w:pgSz"))
    if size is None:
        size = w("pgSz")
        before = [qn(f"w:{tag}") for tag in _BEFORE_SIZE]
        page.insert(max((at for at, child in enumerate(page, 1) if child.tag in before), default=0), size)
    width, height = _number(size, "w"), _number(size, "h")
    if width and height and min(width, height) >= _SMALLEST and max(width, height) <= _LARGEST:
        return width, height
    size.attrib.clear()
    width, height = SHEETS[sheet]
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    return width, height


def _turn(page: Element, landscape: bool, width: int, height: int) -> None:
    if (width > height) == landscape:
        return
    size = page.find(qn("w:pgSz"))
    size.set(qn("w:w"), str(height))
    size.set(qn("w:h"), str(width))
    size.attrib.pop(qn("w:orient"), None)
    if landscape:
        size.set(qn("w:orient"), "landscape")


def _give_margins(page: Element) -> None:
    """Let margins be numbers. Only those above and below may be less than nothing: there Word takes them as exact."""
    sides = page.find(qn("w:pgMar"))
    if sides is None:
        return
    for name, usual in SIDES.items():
        given = _number(sides, name)
        if given is None or abs(given) > _LARGEST or (given < 0 and name not in ("top", "bottom")):
            sides.set(qn(f"w:{name}"), str(usual))

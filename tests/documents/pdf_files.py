"""PDF files, read back by another library than the one that wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader

_ALLOWED = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
"""What may stand in what (ISO 32000-1, 14.8.4.3)."""


class Tag(NamedTuple):
    """An element of the tag tree, the kind of element it stands in, and its language where it names one."""

    kind: str
    within: str
    alt: str
    language: str


class Box(NamedTuple):
    """A place on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class PdfFile:
    """What a reader finds in a file."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page."""
        # where a font also has characters of two units, such as emoji, pypdf reads the others with a zero before them
        return [" ".join(page.extract_text().replace("\0", "").split()) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        """The text of all pages."""
        return " ".join(self.texts)

    @cached_property
    def tags(self) -> list[Tag]:
        """The tag tree, from top to bottom."""
        return list(_tags(self.root["/StructTreeRoot"]["/K"][0].get_object(), ""))

    @property
    def misplaced(self) -> set[tuple[str, str]]:
        """Elements that stand where they must not: which, in what."""
        inside = {kind for kinds in _ALLOWED.values() for kind in kinds} - {"L", "Caption", "Table"}
        wrong = {(tag.kind, tag.within) for tag in self.tags if tag.kind not in _ALLOWED.get(tag.within, {tag.kind})}
        homeless = {
            (tag.kind, tag.within)
            for tag in self.tags
            if tag.kind in inside and tag.kind not in _ALLOWED.get(tag.within, set())
        }
        return wrong | homeless

    @property
    def bookmarks(self) -> list[str]:
        """The titles of all bookmarks, in their order."""
        return list(_bookmarks(self.reader.outline))

    @property
    def fonts(self) -> dict[str, bool]:
        """The fonts, and whether each is in the file."""
        found = {}
        for page in self.reader.pages:
            fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
            for font in fonts.values():
                inner: Any = font.get_object().get("/DescendantFonts", [font])[0].get_object()
                descriptor = inner["/FontDescriptor"].get_object()
                found[str(inner["/BaseFont"])] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
        return found

    @property
    def links(self) -> set[str]:
        """Addresses outside the file."""
        found = set()
        for page in self.reader.pages:
            for annotation in page.get("/Annots", []):
                action = annotation.get_object().get("/A")
                if action:
                    found.add(str(action["/URI"]))
        return found

    def painted(self, number: int) -> list[Box]:
        """Where the pictures made of dots stand on a page."""
        found = []

        def see(operator: bytes, operands: Any, matrix: Any, inner: Any) -> None:
            if operator == b"Do":
                width, _, _, height, left, bottom = map(float, matrix)
                found.append(Box(left, bottom, left + width, bottom + height))

        self.reader.pages[number].extract_text(visitor_operand_before=see)
        return found

    def filled(self, number: int) -> float:
        """How far down the words and pictures of a page go, from 0 to 1, the line at its foot aside."""
        page = self.reader.pages[number]
        height = float(page.mediabox.height)
        lowest = [height, *(box.bottom for box in self.painted(number))]

        def see(text: str, matrix: Any, inner: Any, *_: Any) -> None:
            y = inner[5] * matrix[3] + matrix[5]
            if text.strip() and y > 60:
                lowest.append(y)

        page.extract_text(visitor_text=see)
        return 1 - min(lowest) / height


def _tags(element: Any, within: str) -> Iterator[Tag]:
    kind = str(element["/S"]).lstrip("/")
    yield Tag(kind, within, str(element.get("/Alt", "")), str(element.get("/Lang", "")))
    inside = element.get("/K", [])
    for one in inside if isinstance(inside, list) else [inside]:
        part = one.get_object()
        if isinstance(part, dict) and "/S" in part:
            yield from _tags(part, kind)


def _bookmarks(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one)
        else:
            yield str(one.title)

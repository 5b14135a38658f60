"""A Word file while it is being written: its paragraphs, lists, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote, urlsplit

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.story import StoryPart
from docx.shared import Emu

from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.content.speech import Speech
from cop_wizard.documents.formats.word.base import region_of
from cop_wizard.documents.formats.word.lists import DEEPEST, STEP, Lists
from cop_wizard.documents.formats.word.looks import Looks
from cop_wizard.documents.formats.word.measuring import Ruler
from cop_wizard.documents.formats.word.runs import PLAIN, Link, Linker, Look, content, mark_of
from cop_wizard.documents.formats.word.styles import Styles
from cop_wizard.documents.formats.word.xml import Element, qn, w
from cop_wizard.wording import clean

TWIP = 635
"""A twentieth of a point, the unit of Word's layout, in that of its pictures."""
_LONGEST_LINK = 2000
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*"


@dataclass(frozen=True, slots=True)
class Place:
    """Where pieces are written: ``width`` of the text there, ``style`` of its paragraphs, and how deep in lists.

    ``step`` is how far lists are indented, ``size`` of the text in points (0: that of the style).
    """

    width: int
    style: str = "Normal"
    depth: int = 0
    step: int = STEP
    size: float = 0

    @property
    def indent(self) -> int:
        """How far paragraphs stand in."""
        return self.step * min(self.depth, DEEPEST + 1)


class WordFile(Linker):
    """The document, and what all that is written into it shares."""

    def __init__(self, document: Document, looks: Looks, speech: Speech | None = None) -> None:
        self.document = document
        self.looks = looks
        self.styles = Styles(document.part.styles.element)
        self.styles.add_missing(looks)
        self.lists = Lists(document.part.numbering_part.element)
        self.ruler = Ruler(document.part.styles.element)
        self._speech = speech or Speech()
        self._bookmarks: dict[str, int] = {}
        self._marked: set[str] = set()

    def paragraph(
        self,
        style: str,
        runs: Iterable[Run] | str,
        *,
        indent: int = 0,
        hanging: int = 0,
        look: Look = PLAIN,
        layout: tuple[Element, ...] = (),
        before: Iterable[Element] = (),
    ) -> Element:
        """A paragraph. ``layout`` goes before its direction and indent, ``before`` stands at its beginning; its first
        line stands out by ``hanging``.
        """
        words, from_right = content((Run(runs),) if isinstance(runs, str) else runs, self, look)
        properties = w(
            "pPr",
            w("pStyle", val=self.styles.id(style)),
            *layout,
            w("bidi") if from_right else None,
            w("ind", left=indent, **({"hanging": hanging} if hanging else {})) if indent else None,
            mark_of(look),
        )
        return w("p", properties, *before, *words)

    def numbered(self, paragraph: Element, style: str, number: int, level: int) -> None:
        """Make ``paragraph`` the beginning of an item of the list ``number``."""
        properties = paragraph.find(qn("w:pPr"))
        assert properties is not None
        for indent in properties.findall(qn("w:ind")):
            properties.remove(indent)
        named = properties.find(qn("w:pStyle"))
        assert named is not None
        if style:
            named.set(qn("w:val"), self.styles.id(style))
        place = 1 + sum(child.tag in (qn("w:keepNext"), qn("w:pageBreakBefore")) for child in properties)
        properties.insert(place, w("numPr", w("ilvl", val=min(level, DEEPEST)), w("numId", val=number)))

    def language_of(self, text: str) -> str:
        """The language in which ``text`` is read and its spelling checked, where it is not the document's."""
        return region_of(self._speech.language_of(text))

    def link(self, address: str) -> Link | None:
        """The link to an address, or to the heading of an anchor."""
        style = self.styles.id("Hyperlink")
        if address.startswith("#"):
            return Link({qn("w:anchor"): self.place(address[1:])}, style)
        target = safe_address(address)
        if not target:
            return None
        relation = self.document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return Link({qn("r:id"): relation, qn("w:history"): "1"}, style)

    def place(self, anchor: str) -> str:
        """What the place called ``anchor`` is called in the file."""
        # Word takes no more than 40 letters and digits as the name of a place, so places are counted.
        return f"_place{self._bookmarks.setdefault(anchor, len(self._bookmarks) + 1)}"

    def mark(self, anchor: str) -> tuple[Element, Element] | tuple[()]:
        """The beginning and end of the place called ``anchor``; nothing where there is one already."""
        if anchor in self._marked:
            return ()
        self._marked.add(anchor)
        name = self.place(anchor)
        number = self._bookmarks[anchor]
        return w("bookmarkStart", id=number, name=name), w("bookmarkEnd", id=number)


def safe_address(address: str) -> str:
    """``address`` as it may stand in a file, or "" where Word would take the whole file for damaged."""
    target = quote(clean(address), safe=_IN_ADDRESSES)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host.isascii():
            target = target.replace(quote(host, safe=""), host.encode("idna").decode("ascii"), 1)
            host = "" if "%" in target.split("/")[2] else "known"
        fine = parts.scheme == "mailto" or (parts.scheme in ("http", "https") and _HOST.fullmatch(host) is not None)
        fine = fine and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return target if fine and len(target) <= _LONGEST_LINK else ""


def picture(part: StoryPart, image: bytes, width: int, height: int, title: str, description: str) -> Element:
    """A picture as a run, so many twips wide and high; ``description`` is read to those who do not see it.

    Raises ``docx.image.exceptions.UnrecognizedImageError`` for what is no picture Word can show.
    """
    inline = part.new_pic_inline(BytesIO(image), Emu(width * TWIP), Emu(height * TWIP))
    for named in inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        named.set("name", clean(title) or "Picture")
        named.set("descr", clean(description))
    for side in "TBLR":  # else LibreOffice moves it to the right
        inline.set(f"dist{side}", "0")
    inline.docPr.set("title", clean(title))
    return w("r", w("drawing", inline))

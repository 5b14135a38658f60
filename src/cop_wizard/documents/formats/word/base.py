"""The file before anything is written into it: its parts, the page, and what it says about itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from cop_wizard.documents.content.paper import Paper
from cop_wizard.documents.formats.word.looks import Looks
from cop_wizard.documents.formats.word.styles import empty_styles
from cop_wizard.documents.formats.word.xml import Element, qn, w
from cop_wizard.wording import one_line

SHEETS = {"letter": (12240, 15840), "a4": (11906, 16838)}
"""Width and height in twips."""
SIDES = {"top": 1250, "right": 1250, "bottom": 1130, "left": 1250, "header": 620, "footer": 560, "gutter": 0}
_SIDES_LANDSCAPE = {**SIDES, "top": 1000, "right": 900, "bottom": 900, "left": 900, "header": 480, "footer": 440}
_SIDES_NARROW = {**_SIDES_LANDSCAPE, "right": 1080, "left": 1080}
_COMPATIBLE = "http://schemas.microsoft.com/office/word"
_REGIONS = {"en": "en-CA", "fr": "fr-CA"}
"""Word checks spelling by region. The plan's language names none as a rule, and the program is at home in Canada."""
_LONGEST_PROPERTY = 250


def fresh_document(paper: Paper, looks: Looks, sheet: str) -> Document:
    """An empty document with a page of its own."""
    package = Package()
    width, height = SHEETS[sheet]
    sides = SIDES
    if paper.landscape:
        width, height, sides = height, width, _SIDES_LANDSCAPE
    elif looks.spread.narrow:
        sides = _SIDES_NARROW
    turned = {"orient": "landscape"} if paper.landscape else {}
    page = w("sectPr", w("pgSz", w=width, h=height, **turned), w("pgMar", **sides))
    body = w("document", w("body", page))
    part = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, body, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    styles = empty_styles(looks, languages_of(paper.language))
    _add(part, StylesPart, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles)
    complete(part)
    made: Document = part.document
    return made


def complete(part: DocumentPart, kept: tuple[Element, ...] = ()) -> None:
    """Give the document the parts it needs and has not. ``kept`` are settings that it had before."""
    relations = RELATIONSHIP_TYPE
    there = {relation.reltype for relation in part.rels.values()}
    settings = w("settings", *kept) if kept else w("settings", _newest())
    _add(part, SettingsPart, "settings", CONTENT_TYPE.WML_SETTINGS, relations.SETTINGS, settings)
    if relations.NUMBERING not in there:
        _add(part, NumberingPart, "numbering", CONTENT_TYPE.WML_NUMBERING, relations.NUMBERING, w("numbering"))
    if relations.FONT_TABLE not in there:
        _add(part, XmlPart, "fontTable", CONTENT_TYPE.WML_FONT_TABLE, relations.FONT_TABLE, _fonts())


def _add(to: DocumentPart, kind: type[XmlPart], name: str, content_type: str, relation: str, root: Element) -> None:
    to.relate_to(kind(PackURI(f"/word/{name}.xml"), content_type, root, to.package), relation)


def _newest() -> Element:
    """Without this Word lays the file out as it did in 2007, and says so in its title."""
    return w("compat", w("compatSetting", name="compatibilityMode", uri=_COMPATIBLE, val=15))


def _fonts() -> Element:
    """What stands in for our fonts where they are missing."""
    others = (("Calibri", "Carlito", "swiss"), ("Georgia", "Gelasio", "roman"))
    return w(
        "fonts", *(w("font", w("altName", val=other), w("family", val=kind), name=name) for name, other, kind in others)
    )


def languages_of(language: str) -> Element:
    """In which languages spelling is checked, where a stretch of text says nothing else."""
    return w("lang", val=region_of(language), eastAsia="zh-CN", bidi="ar-SA")


def check_spelling_in(language: str, styles: Element) -> None:
    """Let the styles of a letterhead name the language of the text, in place of that of whoever made it."""
    for named in styles.iter(qn("w:lang")):
        named.set(qn("w:val"), region_of(language))
    if next(styles.iter(qn("w:lang")), None) is None:
        for defaults in styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"):
            defaults.append(languages_of(language))


def region_of(language: str) -> str:
    """A language with the region whose spelling is meant."""
    return _REGIONS.get(language, language)


@dataclass(frozen=True, slots=True)
class Room:
    """The room for text on a page, in twips."""

    width: int
    height: int


def room_on(page: Element) -> Room:
    """The room for text on a page with these properties."""
    size, sides = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    width, height = (_length(size, name, usual) for name, usual in (("w", 12240), ("h", 15840)))
    left, right, gutter = (
        _length(sides, name, usual) for name, usual in (("left", 1440), ("right", 1440), ("gutter", 0))
    )
    top, bottom = (abs(_length(sides, name, 1440)) for name in ("top", "bottom"))
    return Room(max(width - left - right - gutter, 2000), max(height - top - bottom, 3000))


def _length(element: Element | None, name: str, usual: int) -> int:
    given = "" if element is None else str(element.get(qn(f"w:{name}"), ""))
    return int(given) if given.lstrip("-").isdigit() and len(given) < 8 else usual


def say_what_it_is(document: Document, paper: Paper, now: dt.datetime) -> None:
    """Title, author, language and dates, and nothing else about where the file comes from."""
    about = document.core_properties
    about.title = _property(paper.title)
    about.subject = _property(paper.community)
    about.author = about.last_modified_by = _property(paper.organization or paper.community)
    about.language = region_of(paper.language)
    about.created = about.modified = now.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    about.revision = 1


def _property(text: str) -> str:
    return one_line(text)[:_LONGEST_PROPERTY]

"""An organisation's own Word file as the base: its letterhead, page and styles stay, what was written in it goes.

The file is somebody else's, so little of it is trusted. Only parts that are known to be harmless are kept; nothing in
them may lead out of the file, run, or be fetched from elsewhere.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree  # type: ignore[import-untyped]

from cop_wizard.documents.brand import Brand
from cop_wizard.documents.content.paper import Paper
from cop_wizard.documents.formats.word.base import check_spelling_in, complete
from cop_wizard.documents.formats.word.fields import leads_to_a_page, unwanted_field
from cop_wizard.documents.formats.word.looks import Looks, looks_of
from cop_wizard.documents.formats.word.page import page_of
from cop_wizard.documents.formats.word.xml import Element, qn, w
from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _

_MEGABYTE = 2**20
_LARGEST_FILE, _LARGEST_CONTENT, _MOST_PARTS = 20 * _MEGABYTE, 100 * _MEGABYTE, 1000
_OTHER_WORD = b"\xd0\xcf\x11\xe0"
"""How the files of old Words begin, and those with a password."""
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KEPT_PARTS = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
)
_KEPT_SETTINGS = (
    "mirrorMargins",
    "defaultTabStop",
    "autoHyphenation",
    "evenAndOddHeaders",
    "themeFontLang",
    "decimalSymbol",
)
_FETCHING = re.compile(
    r"\W*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|EMBED)\b", re.IGNORECASE
)
_OBJECTS = ("object", "altChunk", "control", "subDoc")
_LINKS_OF_PICTURES = (qn("a:hlinkClick"), qn("a:hlinkHover"))
_FRAMES = ("drawing", "pict", "object")


def letterhead(path: Path, paper: Paper, brand: Brand, sheet: str) -> tuple[Document, Looks]:
    """The file at ``path`` without what was written in it, and the looks that go with it.

    ``sheet`` is the paper where the file names none that can be used. Raises `FileTrouble`.
    """
    part = _opened(path)
    for own in _kept_parts(part):
        _refuse_what_acts(own, path)
        _drop_what_leads_out(own)
    page = page_of(part.element, sheet, paper.landscape)
    body = part.element.find(qn("w:body"))
    for child in [*part.element, *body]:
        if child is not body:
            child.getparent().remove(child)
    body.append(page)
    settings = _settings(part)
    for key in [key for key, one in part.rels.items() if one.is_external or one.reltype not in _KEPT_PARTS]:
        del part.rels[key]
    for lost in [one for one in page if one.get(qn("r:id")) is not None and one.get(qn("r:id")) not in part.rels]:
        page.remove(lost)
    complete(part, settings)
    check_spelling_in(paper.language, part.styles.element)
    package = part.package
    for key in [key for key, one in package.rels.items() if one.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
        del package.rels[key]
    return part.document, replace(looks_of(brand, _own_colour(part.styles.element)), letters=1.0)


# --- opening --------------------------------------------------------------------------------------------------------


def _trouble(path: Path, message: str, hint: str) -> FileTrouble:
    return FileTrouble(message.format(name=path.name or path), hint, path)


def _opened(path: Path) -> DocumentPart:
    content = _read(path)
    try:
        package = Package.open(BytesIO(content))
        part = package.main_document_part
        assert isinstance(part, DocumentPart)
        assert part.element.find(qn("w:body")) is not None
        assert isinstance(part.styles.element.tag, str)
    except Exception:  # whatever a broken package does to the library: there is one thing to say about it
        raise _trouble(
            path,
            _("“{name}” cannot be used as a letterhead: it is damaged, or parts of it are missing."),
            _("Open it in Word or LibreOffice, save it as .docx again, and use that file."),
        ) from None
    return part


def _read(path: Path) -> bytes:
    """The bytes of a Word file that is neither too large nor of a kind that can act by itself."""
    resave = _("Save it in Word or LibreOffice as .docx, without a password, and use that file.")
    try:
        # Ask before opening: opening a pipe would wait for somebody to write into it.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _trouble(path, _("“{name}” is not a file."), _("Name a Word file (.docx)."))
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise _trouble(
            path,
            _("“{name}” cannot be read ({detail}).").replace("{detail}", error.strerror or ""),
            _("Check the name."),
        ) from None
    if len(content) > _LARGEST_FILE:
        raise _trouble(path, _("“{name}” is too large for a letterhead."), _("Use a file of at most 20 MB."))
    if content.startswith(_OTHER_WORD):
        raise _trouble(path, _("“{name}” is from an old Word, or has a password."), resave)
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_CONTENT:
                raise _trouble(path, _("“{name}” unpacks to more than a letterhead can hold."), resave)
            types = packed.read("[Content_Types].xml").decode("utf-8", "replace")
            declares = any(_has_doctype(packed.read(entry)) for entry in entries if not _is_drawing(entry.filename))
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise _trouble(path, _("“{name}” is not a Word file (.docx)."), resave) from error
    if "macroEnabled" in types or "vbaProject" in types:
        raise _trouble(
            path,
            _("“{name}” holds macros, which a letterhead must not."),
            _("Save it in Word as “Word document (.docx)”, which leaves them out."),
        )
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise _trouble(path, _("“{name}” is not a Word file (.docx)."), resave)
    if declares:
        raise _trouble(path, _("“{name}” holds something that no Word writes."), resave)
    return content if _DOCUMENT in types else _as_document(content)


def _is_drawing(name: str) -> bool:
    """Drawing programs do write a DOCTYPE, and nobody here reads what they wrote."""
    return name.lower().endswith(".svg")


def _has_doctype(content: bytes) -> bool:
    """Whether this is XML, in any encoding, that declares something of its own: only there can entities hide."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    except (etree.XMLSyntaxError, LookupError, ValueError):
        return False  # a picture, or damaged, which is told when it is opened
    return bool(root.getroottree().docinfo.doctype)


def _as_document(template: bytes) -> bytes:
    """A template (.dotx) as the document that it makes."""
    made = BytesIO()
    with ZipFile(BytesIO(template)) as given, ZipFile(made, "w", ZIP_DEFLATED) as to:
        for entry in given.infolist():
            content = given.read(entry)
            is_types = entry.filename == "[Content_Types].xml"
            to.writestr(
                entry.filename, content.replace(_TEMPLATE.encode(), _DOCUMENT.encode()) if is_types else content
            )
    return made.getvalue()


# --- what may stay --------------------------------------------------------------------------------------------------


def _kept_parts(part: DocumentPart) -> Iterator[Part]:
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype in _KEPT_PARTS:
            yield relation.target_part


def _refuse_what_acts(part: Part, path: Path) -> None:
    """Letterheads are pictures and words. Raises `FileTrouble` for what fetches or starts something."""
    root = _root(part)
    acts = next(root.iter(*(qn(f"w:{tag}") for tag in _OBJECTS)), None) is not None
    acts = acts or bool(root.getroottree().docinfo.doctype)  # of a part that calls itself a drawing
    linked = any(one.is_external and one.reltype != RELATIONSHIP_TYPE.HYPERLINK for one in part.rels.values())
    field = unwanted_field(root)
    if acts or linked or (field and _FETCHING.match(field)):
        raise _trouble(
            path,
            _("The head or foot of “{name}” fetches something from another file or place."),
            _("In Word, put the picture itself into the letterhead, in place of the link or the object."),
        )
    if field is not None:
        raise _trouble(
            path,
            _("The head or foot of “{name}” holds a field that could bring in something from elsewhere."),
            _("In Word, accept all changes there, then select the field and press Ctrl+Shift+F9: its words stay."),
        )


def _root(part: Part) -> Element:
    root: Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    return root


def _drop_what_leads_out(part: Part) -> None:
    """Take out relations that are not known, and whatever in the part needs one that is not there."""
    known = (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK)
    for key, one in list(part.rels.items()):
        if one.reltype not in known or (one.is_external and not leads_to_a_page(one.target_ref)):
            del part.rels[key]
    if not isinstance(part, XmlPart):
        return
    for element in list(part.element.iter()):
        names = [name for name in element.attrib if isinstance(name, str) and name.startswith(_R)]
        if any(element.get(name) not in part.rels for name in names):
            _remove(element)
        elif isinstance(element.tag, str) and element.tag.startswith("{urn:schemas-microsoft-com:"):
            for name in [name for name in element.attrib if str(name).rpartition("}")[2] in ("href", "src", "althref")]:
                del element.attrib[name]


def _remove(element: Element) -> None:
    """Take out what an element is the heart of; a link's words stay."""
    if element.tag == qn("w:hyperlink"):
        for name in list(element.attrib):
            del element.attrib[name]
        return
    if element.tag in _LINKS_OF_PICTURES:
        element.getparent().remove(element)
        return
    frames = [one for one in element.iterancestors() if one.tag in [qn(f"w:{tag}") for tag in _FRAMES]]
    gone = frames[0] if frames else element
    if (parent := gone.getparent()) is not None:
        parent.remove(gone)


def _settings(part: DocumentPart) -> tuple[Element, ...]:
    """The settings that a letterhead needs to look the same, out of all those a file can have."""
    there = [
        one.target_part
        for one in part.rels.values()
        if one.reltype == RELATIONSHIP_TYPE.SETTINGS and not one.is_external
    ]
    root = _root(there[0]) if there else w("settings")
    found = (root.find(qn(f"w:{name}")) for name in (*_KEPT_SETTINGS[:4], "compat", *_KEPT_SETTINGS[4:]))
    return tuple(one for one in found if one is not None)


def _own_colour(styles: Element) -> str:
    """The colour of the letterhead's own headings, so that what we add goes with them."""
    for style in styles.iter(qn("w:style")):
        name, colour = style.find(qn("w:name")), style.find(f"{qn('w:rPr')}/{qn('w:color')}")
        if name is not None and name.get(qn("w:val"), "").casefold() == "heading 1" and colour is not None:
            value = str(colour.get(qn("w:val"), ""))
            if re.fullmatch("[0-9A-Fa-f]{6}", value):
                return f"#{value}"
    return "#3b4a4d"

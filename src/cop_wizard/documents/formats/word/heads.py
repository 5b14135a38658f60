"""What stands above and below the text on each page: the organisation, the document, the day, the page."""

from __future__ import annotations

from io import BytesIO

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.story import StoryPart

from cop_wizard.documents.brand import Logo
from cop_wizard.documents.content.paper import Paper
from cop_wizard.documents.formats.word.base import room_on
from cop_wizard.documents.formats.word.file import WordFile, picture
from cop_wizard.documents.formats.word.pictures import png_of
from cop_wizard.documents.formats.word.runs import Look
from cop_wizard.documents.formats.word.xml import Element, qn, text_element, w
from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _
from cop_wizard.wording import one_line

_LOGO_HEIGHT, _LOGO_WIDTH = 680, 3200
_LONGEST = 90


def add_header(file: WordFile, paper: Paper, logo: Logo | None, page: Element) -> None:
    """The organisation's name and logo on the first page, the document's title on those that follow."""
    name = _short(paper.organization or paper.community)
    first, later = (_part(file, HeaderPart, f"header-{number}", CONTENT_TYPE.WML_HEADER) for number in (1, 2))
    sign = (_logo(first, logo, name), w("r", w("tab"))) if logo else ()
    under = w("pBdr", w("bottom", val="single", sz=8, space=5, color=file.looks.main))
    stops = w("tabs", w("tab", val="right", pos=room_on(page).width))
    first.element.append(
        file.paragraph("header", name, look=Look(strong=True, size=10), layout=(under, stops), before=sign)
    )
    later.element.append(file.paragraph("header", _short(paper.title)))
    _refer(file, first, RELATIONSHIP_TYPE.HEADER, page, "first")
    _refer(file, later, RELATIONSHIP_TYPE.HEADER, page, "default")
    page.append(w("titlePg"))


def add_footer(file: WordFile, paper: Paper, page: Element) -> None:
    """The day, and the number of the page; in a letter also where the living plan is."""
    stops = w("tabs", w("tab", val="right", pos=room_on(page).width))
    part = _part(file, FooterPart, "footer", CONTENT_TYPE.WML_FOOTER)
    words = [_("As of {date}").format(date=paper.date)]
    words += [_("The living plan: {place}").format(place=_short(paper.home))] if paper.letter and paper.home else []
    made = file.paragraph("footer", " · ".join(words), layout=(stops,))
    several = len(paper.sheets) > 1
    made.extend([w("r", w("tab")), *(_page() if several else _page_of_pages())])
    part.element.append(made)
    if several:
        page.insert(_after(page, "pgSz", "pgMar"), w("pgNumType", start=1))
    for kind in ("first", "default") if page.find(qn("w:titlePg")) is not None else ("default",):
        _refer(file, part, RELATIONSHIP_TYPE.FOOTER, page, kind)


def _part(file: WordFile, kind: type[StoryPart], name: str, content_type: str) -> StoryPart:
    root = w("hdr") if kind is HeaderPart else w("ftr")
    package = file.document.part.package
    there = {str(one.partname) for one in package.iter_parts()}
    free = next(path for path in (f"/word/{name}{more}.xml" for more in ("", *range(1, 99))) if path not in there)
    return kind(PackURI(free), content_type, root, package)


def _page_of_pages() -> list[Element]:
    """The number of the page and of all pages, in the order of the language in use."""
    made: list[Element] = []
    words = _("Page {page} of {pages}").format(page="\0PAGE\0", pages="\0NUMPAGES\0")
    for position, part in enumerate(words.split("\0")):
        if position % 2:
            made += field(part, "1")
        elif part:
            made.append(w("r", text_element(part)))
    return made


def _page() -> list[Element]:
    """The number of the page, where each sheet counts its own."""
    before, _place, after = _("Page {page}").format(page="\0").partition("\0")
    return [w("r", text_element(before)), *field("PAGE", "1"), w("r", text_element(after))]


def field(instruction: str, shown: str) -> list[Element]:
    """A place that Word fills in; ``shown`` stands there until it does."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", text_element(f" {instruction} ", "instrText")),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", text_element(shown)),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _short(text: str) -> str:
    """What fits on a line: a long name must not push the text off the page."""
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _refer(file: WordFile, part: StoryPart, relation: str, page: Element, kind: str) -> None:
    """Let the page have ``part`` on its ``first`` page, or by ``default``."""
    reference = w("headerReference" if relation == RELATIONSHIP_TYPE.HEADER else "footerReference", type=kind)
    reference.set(qn("r:id"), file.document.part.relate_to(part, relation))
    page.insert(_after(page, "headerReference", "footerReference"), reference)


def _after(page: Element, *tags: str) -> int:
    """The place behind the last of these, in the order that Word keeps."""
    names = [qn(f"w:{tag}") for tag in tags]
    return max((at for at, child in enumerate(page, 1) if child.tag in names), default=0)


def _logo(part: StoryPart, logo: Logo, name: str) -> Element:
    """The logo, as large as the header allows. Raises `FileTrouble` where Word cannot show it."""
    try:
        image = png_of(logo.content.decode(), 3) if logo.kind == "image/svg+xml" else logo.content
        inline = part.new_pic_inline(BytesIO(image))
        share = min(_LOGO_HEIGHT / inline.extent.cy, _LOGO_WIDTH / inline.extent.cx)
        return picture(
            part,
            image,
            round(inline.extent.cx * share),
            round(inline.extent.cy * share),
            name,
            _("Logo: {name}").format(name=name),
        )
    except (UnrecognizedImageError, UnicodeDecodeError, ValueError, ZeroDivisionError):
        raise FileTrouble(
            _("The logo cannot be shown in a Word file."),
            _("Save it as PNG or JPEG, and name that file in the settings."),
        ) from None

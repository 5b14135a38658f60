"""A document as a PDF file that can be read by eye, by ear and by machine: the page, laid out for paper, and tagged.

WeasyPrint lays out and tags (PDF/UA-1). It loads nothing: pictures are in the page, fonts are those of the system.
"""

from __future__ import annotations

import base64
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import tostring

from cop_wizard.documents.content.direction import is_from_right, reads_from_right
from cop_wizard.documents.formats.html import HTML, render_html, short, style_sheets
from cop_wizard.documents.formats.pdf_engine import engine, quiet
from cop_wizard.documents.formats.pdf_speech import languages_told
from cop_wizard.documents.formats.pdf_tags import mend_lists
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.environment import make_environment
from cop_wizard.extras import needed

_SVG = "{http://www.w3.org/2000/svg}"
_SHEETS = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
"""Width and height in millimetres."""

_SCALES = (1.0, 0.96, 0.92, 0.88)
_NEARLY_BLANK = 0.25
"""A last page filled less than this is one too many: the whole is set a little smaller, if that saves it."""

_END = "end_of_document"
_LETTER = "letter_"
"""Begins the names of the places where the second letter and each further one begins."""

_UNNUMBERED = "\n@page { @bottom-right { content: none; } @bottom-left { content: none; } }"
"""For letters of a single page, as nearly all are."""

_FINE = 3.0
"""Dots for each unit of a picture, a 96th of an inch."""


def render_pdf(document: str, subject: Subject) -> bytes:
    """A document as a PDF file. Raises `PdfTrouble` and `ExtraMissing`, besides what `render_html` raises."""
    page = render_html(document, subject)
    rules = style_sheets(make_environment(subject.templates, subject.cache, HTML), ["shared/pdf.css"])
    with quiet():
        weasyprint = engine()
        only_inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        read = weasyprint.HTML(string=page, url_fetcher=only_inside)
        _prepare(read.etree_element)
        made, scale = _laid_out(read, rules, subject.wish.sheet)
        moment = subject.now.isoformat(timespec="seconds")
        made.metadata.created = made.metadata.modified = moment
        made.metadata.authors = [subject.view.organization or subject.brand.name or subject.view.title]
        with languages_told():
            content: bytes = made.write_pdf(
                zoom=scale, pdf_variant="pdf/ua-1", finisher=lambda _made, pdf: mend_lists(pdf)
            )
        return content


def _further_letters(page: Any) -> list[Any]:
    """Where the second of several letters begins, and each after it."""
    return list(page.iterfind(".//*[@class='letterhead next-sheet']"))


def _laid_out(read: Any, rules: str, sheet: str) -> tuple[Any, float]:
    """The pages, and the scale at which they have the size of the sheet."""
    style = read.etree_element.find(".//style")
    own = style.text
    lies = "landscape" in (read.etree_element.find("body").get("class") or "").split()
    usual = _UNNUMBERED if _further_letters(read.etree_element) else ""
    best: tuple[float, Any, float] | None = None
    for scale in _SCALES:
        width, height = (f"{side / scale:.3f}mm" for side in sorted(_SHEETS[sheet], reverse=lies))
        style.text = f"{own}\n{rules}\n@page {{ size: {width} {height}; }}{usual}"
        made = read.render(pdf_variant="pdf/ua-1")
        if numbers := _numbers_of_letters(made.pages):
            style.text += numbers
            made = read.render(pdf_variant="pdf/ua-1")
        filled = _filled(made.pages)
        if best is None or filled > best[0]:
            best = filled, made, scale
        if filled >= _NEARLY_BLANK:
            break
    assert best is not None
    return best[1:]


def _numbers_of_letters(pages: Any) -> str:
    """Rules that number the pages of each of several letters by themselves, where one of them has several.

    Style sheets cannot begin to count anew within a document, so the pages are named one by one.
    """
    begin = [number for number, page in enumerate(pages) for name in page.anchors if name.startswith(_LETTER)]
    if len(pages) == len(begin) + 1:
        return ""
    rules = ""
    for first, beyond in pairwise([0, *begin, len(pages)] if begin else []):
        for number in range(first, beyond):
            shown = f'"{number - first + 1} / {beyond - first}"' if beyond - first > 1 else "none"
            left = "@bottom-left { content: none; }" if number == first else ""
            rules += f"\n@page :nth({number + 1}) {{ @bottom-right {{ content: {shown}; }} {left} }}"
    return rules


def _filled(pages: Any) -> float:
    """How much of the last page is used, from 0 to 1; a page alone may be as empty as it is."""
    last = pages[-1]
    top = last.anchors[_END][1] if _END in last.anchors else 0.0  # the end on the page before: this one is blank
    return float(top / last.height) if len(pages) > 1 else 1.0


def _prepare(page: Any) -> None:
    """What browsers do by themselves, or people see without it."""
    for one in page.iter():
        if one.tag == f"{_SVG}svg":
            _tell(one)
            if is_from_right("".join(one.itertext())):
                _paint(one)
        elif one.get("dir") == "auto":
            one.set("dir", "rtl" if reads_from_right("".join(one.itertext())) else "ltr")
    for one in (*page.iterfind(".//h1"), *page.iterfind(".//*[@class='names']/p[last()]")):
        one.set("data-head", short(" ".join("".join(one.itertext()).split())))
    for number, one in enumerate(_further_letters(page)):
        one.set("id", f"{_LETTER}{number}")
    body = page.find("body")
    body.append(body.makeelement("div", {"id": _END}))


def _paint(picture: Any) -> None:
    """WeasyPrint writes the text of pictures letter by letter from the left: a picture with other text becomes dots."""
    told = (picture.findtext(f"{_SVG}title") or "").strip()
    shape, width, tail = picture.get("class", ""), picture.get("width"), picture.tail
    for name in [name for name in picture.attrib if name.endswith("xmlns")]:
        del picture.attrib[name]  # it is written anyway
    png = needed("resvg_py", "pdf").svg_to_bytes(svg_string=tostring(picture, encoding="unicode"), zoom=_FINE)
    picture.clear()
    picture.tag = "img"
    picture.tail = tail
    picture.set("class", f"picture {shape}")
    picture.set("width", width)
    picture.set("alt", told)
    picture.set("src", f"data:image/png;base64,{base64.b64encode(png).decode()}")


def _tell(picture: Any) -> None:
    """The alternative text of a picture is made of its title alone: the description goes there, too."""
    title, description = picture.find(f"{_SVG}title"), picture.find(f"{_SVG}desc")
    if title is not None and description is not None and description.text:
        title.text = f"{title.text}. {description.text}"

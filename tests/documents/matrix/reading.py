"""What a reader finds in a document: its headings and its text, in each format and in the tree they are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from typing import Any, Protocol

from docx import Document
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cop_wizard.documents.content.paper import Boxes, Heading, Paper, words_of
from cop_wizard.documents.content.shapes import Tables, Titled
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.wording import clean
from documents.pdf_files import PdfFile
from documents.word_files import words_in


class Read(Protocol):
    """A document read back."""

    @property
    def headings(self) -> list[str]:
        """Its headings, in their order."""

    @property
    def text(self) -> str:
        """All its text."""


def spaced(text: str) -> str:
    """``text`` on one line."""
    return " ".join(clean(text).split())


def squeezed(text: str) -> str:
    """Letters and digits alone, as lines and columns are broken where the page needs it."""
    return "".join(words_in(text))


# --- the tree that all formats are made of ---------------------------------------------------------------------------

_CONTINUED = "Continued in the plan"

_NOT_READ = ("anchor", "link", "kind", "mark")


class Tree:
    """What a document says, before it has a format; ``told`` are the descriptions of its pictures.

    ``titles`` are those of tables and pictures, which some formats make headings of; ``beside`` is what stands beside
    pictures, where there is room for it; ``boxed`` is what stands in the boxes of the one-page tool.
    """

    def __init__(self, paper: Paper) -> None:
        self.headings = [spaced(heading) for piece in paper.pieces for heading in _headings(piece)]
        self.titles = {spaced(title) for piece in paper.pieces for title in _titles(piece)}
        drawings = [piece for piece in paper.pieces if isinstance(piece, Drawing)]
        self.told = "\n".join(one.description for one in drawings)
        self.beside = "\n".join(_texts(tuple((one.legends, one.words) for one in drawings)))
        boxed = [piece for piece in paper.pieces if isinstance(piece, Boxes)]
        rest = tuple(piece for piece in paper.pieces if not isinstance(piece, Boxes))
        self.boxed = "\n".join(_texts(tuple(boxed)))
        self.text = "\n".join([*_texts(rest), *paper.sources, self.boxed])

    def shown_by(self, page: str) -> str:
        """The text that a page has to show. Boxes that are full say so, and leave the rest to the plan."""
        full = self.boxed and squeezed(_CONTINUED) in squeezed(page)
        return self.text.removesuffix(self.boxed) if full else self.text


def _headings(piece: Any) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield words_of(piece.runs)
    elif isinstance(piece, Boxes):
        yield from (box.title for row in piece.rows for box in row)
    elif isinstance(piece, Titled):
        yield from (title for title, _blocks in piece.texts if title)


def _titles(piece: Any) -> Iterator[str]:
    if isinstance(piece, Tables):
        yield from (table.heading for table in piece.tables if table.heading)
    elif isinstance(piece, Drawing):
        yield piece.title


def _texts(piece: Any) -> Iterator[str]:
    if isinstance(piece, str):
        yield clean(piece)
    elif isinstance(piece, Drawing):
        yield from (piece.title, piece.note)
    elif isinstance(piece, tuple):
        yield from (text for one in piece for text in _texts(one))
    elif is_dataclass(piece):
        parts = (getattr(piece, field.name) for field in fields(piece) if field.name not in _NOT_READ)
        yield from (text for part in parts for text in _texts(part))


# --- Markdown, as markdown-it reads it -------------------------------------------------------------------------------


class Markdown:
    """A text file; ``kinds`` are the kinds of parts in it, ``links`` where it leads."""

    def __init__(self, content: bytes) -> None:
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(content.decode())
        inline = [token for token in tokens if token.type == "inline"]
        after = pairwise(tokens)
        self.headings = [spaced(_plain(words)) for token, words in after if token.type == "heading_open"]
        self.text = "\n".join(map(_plain, inline))
        inside = [child for token in inline for child in token.children or () if child.content != "<br>"]  # ours
        self.kinds = {token.type for token in (*tokens, *inside)}
        self.links = {str(one.attrs["href"]) for one in inside if one.type == "link_open"}


def _plain(inline: Token) -> str:
    breaks = ("softbreak", "hardbreak")
    return "".join(
        "\n" if child.type in breaks or child.content == "<br>" else child.content for child in inline.children or ()
    )


# --- HTML, as Python's own parser reads it ---------------------------------------------------------------------------


class Page(HTMLParser):
    """A page, but for what is told twice, such as words within pictures, and questions that only a page has room for.

    ``tags`` are all its tags and ``attributes`` the names of theirs, ``sources`` what they would load, ``links`` where
    they lead.
    """

    _ALONG = frozenset(("a", "abbr", "b", "em", "span", "strong", "wbr"))
    _EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr"))
    _ASIDE = frozenset(("nav", "style", "text", "title in head", "beside", "prompt"))

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.sources: set[str] = set()
        self.links: set[str] = set()
        self.text = ""
        self._headings: list[str] = []
        self._within: list[str] = []
        self.feed(content.decode())
        self.headings = [spaced(heading) for heading in self._headings]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= given.keys()
        self.sources |= {given[name] for name in ("src", "srcset", "data", "poster", "background") if name in given}
        if "href" in given:
            (self.links if tag == "a" else self.sources).add(given["href"])
        if tag not in self._ALONG:
            self.text += "\n"
        if tag not in self._EMPTY:
            self._within.append(self._place(tag, given.get("class", "")))
        if re.fullmatch("h[1-6]", tag) and not self._is_aside:
            self._headings.append("")

    def _place(self, tag: str, names: str) -> str:
        if tag == "title" and "head" in self._within:
            return "title in head"
        return next((name for name in names.split() if name in self._ASIDE), tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._EMPTY:
            self._within.pop()
        if tag not in self._ALONG:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if self._is_aside:
            return
        self.text += data
        if any(re.fullmatch("h[1-6]", tag) for tag in self._within):
            self._headings[-1] += data

    @property
    def _is_aside(self) -> bool:
        return not self._ASIDE.isdisjoint(self._within)


# --- Word, as python-docx opens it -----------------------------------------------------------------------------------

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Word:
    """A file of Word: its paragraphs, each with the name of its style, and what is told of its pictures."""

    def __init__(self, content: bytes) -> None:
        self.document = Document(BytesIO(content))
        names = {style.style_id: style.name for style in self.document.styles}
        body = self.document.element.body
        self.paragraphs = [(names[_style_of(one)], "".join(_parts(one))) for one in body.iter(f"{_W}p")]
        titles = {"Title", *(style.name for style in self.document.styles if _is_heading(style))}
        self.headings = [spaced(text) for style, text in self.paragraphs if style in titles]
        self.told = [str(one.get("descr", "")) for one in body.iter(f"{_WP}docPr")]
        self.text = "\n".join([*(text for _style, text in self.paragraphs), *self.told])


def _is_heading(style: Any) -> bool:
    """Whether Word lists its paragraphs as parts of the document, whatever it is called."""
    return style.element.find(f"{_W}pPr/{_W}outlineLvl") is not None


def _style_of(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "Normal" if found is None else str(found.get(f"{_W}val"))


def _parts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter(f"{_W}t", f"{_W}br"):
        yield one.text or "" if one.tag == f"{_W}t" else "\n"


# --- PDF, as pypdf opens it ------------------------------------------------------------------------------------------


class Pdf(PdfFile):
    """A PDF file; its headings are its bookmarks, which other programs show beside the text."""

    @property
    def headings(self) -> list[str]:
        """The titles of all bookmarks, in their order."""
        return [spaced(title) for title in self.bookmarks]


READERS: dict[str, Callable[[bytes], Read]] = {"md": Markdown, "html": Page, "docx": Word, "pdf": Pdf}
"""Reads a document of each format."""

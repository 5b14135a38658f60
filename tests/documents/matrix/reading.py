"""What a reader finds in a document: its headings and its words, in each format and in the tree they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from docx import Document
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cop_wizard.documents.content.paper import Boxes, Heading, Paper, words_of
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.wording import clean
from documents.word_files import words_in

_NO_WORDS = {"anchor", "link", "kind", "mark", "name", "legends", "words_on_small_screens"}


def words(text: str) -> set[str]:
    """The words of a text, whatever stands between them."""
    return set(words_in(text))


def squeezed(text: str) -> str:
    """Letters and digits alone, as lines and columns are broken where the page needs it."""
    return "".join(words_in(text))


# --- the tree -------------------------------------------------------------------------------------------------------


def headings_of(paper: Paper) -> list[str]:
    """The headings of a document, in order; a box has one, too."""
    return [_spaced(heading) for piece in paper.pieces for heading in _headings(piece)]


def _headings(piece: Any) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield words_of(piece.runs)
    elif isinstance(piece, Boxes):
        yield from (box.title for row in piece.rows for box in row)


def text_of_tree(piece: Any) -> str:
    """All that a piece says, a line for each of its parts. Of a picture that is the description."""
    return "\n".join(_texts(piece))


def _texts(piece: Any) -> Iterator[str]:
    if isinstance(piece, str):
        yield clean(piece)
    elif isinstance(piece, Drawing):
        yield from (piece.title, piece.description, piece.note)
    elif isinstance(piece, tuple):
        yield from (text for one in piece for text in _texts(one))
    elif is_dataclass(piece):
        for field in fields(piece):
            if field.name not in ("anchor", "link", "kind", "mark"):
                yield from _texts(getattr(piece, field.name))


def _spaced(text: str) -> str:
    return " ".join(clean(text).split())


# --- Markdown -------------------------------------------------------------------------------------------------------


class Markdown:
    """A file as markdown-it reads it, a second implementation of GitHub's dialect."""

    def __init__(self, content: bytes) -> None:
        self.tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(content.decode())

    @property
    def inside(self) -> Iterator[Token]:
        """The parts of running text."""
        return (child for token in self.tokens for child in token.children or ())

    @property
    def kinds(self) -> set[str]:
        """The kinds of parts that there are."""
        return {token.type for token in self.tokens} | {token.type for token in self.inside}

    @property
    def headings(self) -> list[str]:
        """The headings, in order."""
        after = zip(self.tokens, self.tokens[1:], strict=False)
        return [_spaced(_plain(inline)) for token, inline in after if token.type == "heading_open"]

    @property
    def text(self) -> str:
        """All text, a line for each stretch of it."""
        return "\n".join(_plain(token) for token in self.tokens if token.type == "inline")


def _plain(inline: Token) -> str:
    breaks = ("softbreak", "hardbreak")
    return "".join(
        "\n" if child.type in breaks or child.content == "<br>" else child.content for child in inline.children or ()
    )


# --- HTML -----------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What can be read on a page; what only links to its parts, and words within pictures, stand apart."""

    _BLOCKS = frozenset(
        "p h1 h2 h3 h4 h5 h6 li dt dd th td tr div section header footer main title desc figcaption br blockquote".split()
    )

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[str] = []
        self.text = ""
        self.tags: list[str] = []
        self.links: set[str] = set()
        self._within: list[str] = []
        self.feed(content.decode())

    _VOID = frozenset("meta img br wbr hr input".split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.links.add(dict(attrs).get("href") or "")
        if tag in self._BLOCKS:
            self.text += "\n"
        if tag not in self._VOID:
            self._within.append(tag)
        if self._in_heading and re.fullmatch("h[1-6]", tag):
            self.headings.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._within and self._within.pop() != tag:
            pass
        if tag in self._BLOCKS:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        within = set(self._within)
        if within & {"style", "nav", "text"} or ("head" in within and "title" in within):
            return
        self.text += data
        if self._in_heading:
            self.headings[-1] = _spaced(self.headings[-1] + data)

    @property
    def _in_heading(self) -> bool:
        return "nav" not in self._within and any(re.fullmatch("h[1-6]", tag) for tag in self._within)


# --- Word -----------------------------------------------------------------------------------------------------------


class Word:
    """A file as python-docx opens it, with the descriptions of pictures."""

    def __init__(self, content: bytes) -> None:
        self.document = Document(BytesIO(content))
        body = self.document.element.body
        self.paragraphs = [
            (self._style(one), "".join(_parts(one))) for one in body.iter(_w("p"))
        ]

    def _style(self, paragraph: Any) -> str:
        found = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        wanted = found.get(_w("val")) if found is not None else ""
        return next((style.name for style in self.document.styles if style.style_id == wanted), "")

    @property
    def headings(self) -> list[str]:
        """The headings, in order, the title among them."""
        return [_spaced(text) for style, text in self.paragraphs if style == "Title" or style.startswith("Heading ")]

    @property
    def text(self) -> str:
        """All text, a line for each paragraph."""
        told = [one.get("descr", "") for one in self.document.element.body.iter(_wp("docPr"))]
        return "\n".join([*(text for _style, text in self.paragraphs), *told])


def _parts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter(_w("t"), _w("br"), _w("tab")):
        yield one.text or "" if one.tag == _w("t") else "\n"


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _wp(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}}{name}"

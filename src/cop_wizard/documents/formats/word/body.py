"""What is in a Word file: its sheets one after the other, and how far they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from docx.document import Document

from cop_wizard.documents.brand import Logo
from cop_wizard.documents.content.paper import Heading, Paper, Piece, Rule, words_of
from cop_wizard.documents.formats.word.base import Room, room_on
from cop_wizard.documents.formats.word.contents import contents, has_contents
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.heads import add_footer, add_header
from cop_wizard.documents.formats.word.looks import Looks
from cop_wizard.documents.formats.word.measuring import pages
from cop_wizard.documents.formats.word.pieces import Draw, Writer, rule
from cop_wizard.documents.formats.word.ties import begin_page, tie_end
from cop_wizard.documents.formats.word.xml import Element, qn
from cop_wizard.i18n import _
from cop_wizard.wording import one_line

_POINT = 20
"""In twips."""
_TO_SPARE = 0.96
"""The share of a page that is counted on: the fonts of another computer may take a little more."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many pages a document takes, as far as can be told, and the least that is on the last one of several."""

    pages: int
    least: float


def write(paper: Paper, document: Document, looks: Looks, draw: Draw, logo: Logo | None, own_head: bool) -> Extent:
    """Write ``paper`` into ``document``, under a head of ours with ``logo`` unless it has an ``own_head`` already."""
    file = WordFile(document, looks, paper.speech)
    page = document.element.body.find(qn("w:sectPr"))
    named = bool(paper.organization) or _has(page, "headerReference")
    if not own_head:
        add_header(file, paper, logo, page)
    if not _has(page, "footerReference"):
        add_footer(file, paper, page)
    room = room_on(page)
    writer = Writer(file, draw, room.height)
    end = list(_at_the_end(paper, file))
    sheets = []
    for number, sheet in enumerate(paper.sheets, 1):
        after = end if number == len(paper.sheets) else []
        above = [] if number > 1 else _top(sheet, paper, writer, room, named)
        left = round(room.height - _POINT * file.ruler.height([*above, *after], room.width / _POINT))
        text, small = _parted(sheet if number > 1 else sheet[_title(sheet) :])
        below = _text(text, paper, replace(writer, left=left), room)
        after = [*_small_print(small, writer, room), *after]
        tie_end([*above, *below], after)
        sheets.append([*above, *below, *after])
        if number < len(paper.sheets):
            _end_section(sheets[-1], page, file)
    for blocks in sheets:
        for block in blocks:
            page.addprevious(block)
    return _extent(sheets, file, room)


def _has(page: Element, tag: str) -> bool:
    return page.find(qn(f"w:{tag}")) is not None


def _extent(sheets: Sequence[Sequence[Element]], file: WordFile, room: Room) -> Extent:
    width, height = room.width / _POINT, room.height / _POINT * _TO_SPARE
    taken = [pages(file.ruler.parts(blocks, width), height) for blocks in sheets]
    least = min((used / height for number, used in taken if number > 1), default=1.0)
    return Extent(sum(number for number, _used in taken), least)


def _title(sheet: Sequence[Piece]) -> int:
    """How many pieces there are down to the title."""
    return next((at for at, piece in enumerate(sheet, 1) if isinstance(piece, Heading) and piece.level == 1), 0)


def _top(sheet: Sequence[Piece], paper: Paper, writer: Writer, room: Room, named: bool) -> list[Element]:
    """The title, and below it whose document it is (``named``), unless it says so, and where the plan is kept."""
    file, title = writer.file, _title(sheet)
    made = writer.pieces(sheet[:title], Place(room.width))
    words = _words(sheet[title - 1]) if title else ""
    if named and title and not paper.letter and one_line(paper.community).casefold() not in words.casefold():
        made.append(file.paragraph("Subtitle", paper.community))
    if paper.home and not paper.letter:
        copy = _("This is a copy. The living plan is {place}.").format(place=one_line(paper.home))
        made.append(file.paragraph("Living Plan", copy))
    return made


def _words(piece: Piece) -> str:
    return words_of(piece.runs) if isinstance(piece, Heading) else ""


def _text(sheet: Sequence[Piece], paper: Paper, writer: Writer, room: Room) -> list[Element]:
    """What stands below the title, in a long document with the list of its parts before the first of them."""
    place = Place(room.width)
    if not has_contents(paper):
        return writer.pieces(sheet, place)
    first = next((at for at, piece in enumerate(sheet) if isinstance(piece, Heading) and piece.level == 2), 0)
    parts = writer.pieces(sheet[first:], place)
    begin_page(parts[0])
    return [*writer.pieces(sheet[:first], place), *contents(paper, writer.file, room.width), *parts]


def _parted(sheet: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """What a document says, and what stands below the last line across the page, which is set in small print."""
    end = next((at for at in range(len(sheet) - 1, -1, -1) if sheet[at].kind not in ("paragraph", "list")), -1)
    return (sheet[:end], sheet[end + 1 :]) if end > 0 and isinstance(sheet[end], Rule) else (sheet, ())


def _small_print(pieces: Sequence[Piece], writer: Writer, room: Room) -> list[Element]:
    return [*rule(writer.file), *writer.pieces(pieces, Place(room.width, "Small Print"))] if pieces else []


def _end_section(blocks: list[Element], page: Element, file: WordFile) -> None:
    """Let what follows begin on a page of its own, headed as the first page is."""
    blocks.append(file.paragraph("Gap", ""))
    blocks[-1][0].append(deepcopy(page))


def _at_the_end(paper: Paper, file: WordFile) -> Iterator[Element]:
    lines = list(paper.sources)
    if paper.left_out:
        things = _(", ").join(paper.left_out)
        lines.append(_("Left out of this copy: {things}.").format(things=things))
    if lines:
        yield from rule(file)
        yield from (file.paragraph("Small Print", line) for line in lines)

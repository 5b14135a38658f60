"""From a paper to a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from cop_wizard.documents.content.paper import Heading, Paper, Piece, Run, words_of
from cop_wizard.documents.formats.word.base import fresh_document, room_on, say_what_it_is
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.heads import add_footer, add_header, field
from cop_wizard.documents.formats.word.looks import looks_of
from cop_wizard.documents.formats.word.pictures import drawn
from cop_wizard.documents.formats.word.pieces import Writer, rule
from cop_wizard.documents.formats.word.reference import letterhead
from cop_wizard.documents.formats.word.saving import saved
from cop_wizard.documents.formats.word.xml import Element, qn
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.wording import one_line

_LONG = 20
"""A document with as many headings as that gets a list of contents: it takes more than a few pages."""


def word_file(paper: Paper, subject: Subject) -> bytes:
    """The file. Raises as `render_word` does."""
    reference = subject.wish.reference
    if reference is None:
        looks = looks_of(subject.brand)
        document = fresh_document(paper, looks, subject.wish.sheet)
    else:
        document, looks = letterhead(reference, paper, subject.brand, subject.wish.sheet)
    file = WordFile(document, looks, paper.speech)
    page = document.element.body.find(qn("w:sectPr"))
    own_head, own_foot = (_has(page, tag) for tag in ("headerReference", "footerReference"))
    if reference is None:
        add_header(file, paper, subject.brand.logo, page)
    if not own_foot:
        add_footer(file, paper, page)
    room = room_on(page)
    writer = Writer(file, lambda drawing, share: drawn(drawing, share, subject), room.height)
    for number, sheet in enumerate(paper.sheets, 1):
        blocks = list(
            _sheet(sheet, paper, writer, Place(room.width), number == 1, bool(paper.organization) or own_head)
        )
        if number < len(paper.sheets):
            _end_section(blocks, page, file)
        else:
            blocks += _at_the_end(paper, file, Place(room.width))
        for block in blocks:
            page.addprevious(block)
    say_what_it_is(document, paper, subject.now)
    return saved(document)


def _has(page: Element, tag: str) -> bool:
    return page.find(qn(f"w:{tag}")) is not None


def _sheet(
    sheet: Sequence[Piece], paper: Paper, writer: Writer, place: Place, first: bool, named: bool
) -> Iterator[Element]:
    """One sheet. Under the first one's title stands whose document it is (``named``), and where the plan is kept."""
    if not first:
        yield from writer.pieces(sheet, place)
        return
    title = next((at for at, piece in enumerate(sheet, 1) if isinstance(piece, Heading) and piece.level == 1), 0)
    yield from writer.pieces(sheet[:title], place)
    if named and title and not paper.letter and words_of_title(sheet[title - 1]) != paper.community:
        yield writer.file.paragraph("Subtitle", paper.community)
    if paper.home and not paper.letter:
        yield writer.file.paragraph(
            "Living Plan", _("This is a copy. The living plan is {place}.").format(place=one_line(paper.home))
        )
    part = next((at for at, piece in enumerate(sheet) if isinstance(piece, Heading) and piece.level == 2), title)
    yield from writer.pieces(sheet[title:part], place)
    yield from _contents(paper, writer.file)
    yield from writer.pieces(sheet[part:], place)


def words_of_title(piece: Piece) -> str:
    """The words of a heading."""
    return words_of(piece.runs) if isinstance(piece, Heading) else ""


def _contents(paper: Paper, file: WordFile) -> Iterator[Element]:
    """The list of contents of a long document, as a field: Word adds the numbers of the pages when asked to."""
    headings = list(paper.headings())
    filled_in_in_order = paper.document == "worksheet"  # nobody looks a question up in it
    if len(list(paper.headings(3))) < _LONG or len(paper.sheets) > 1 or filled_in_in_order:
        return
    yield file.paragraph("Contents Heading", _("Contents"))
    start, end = field('TOC \\o "1-1" \\h \\u', "")[:3], field("", "")[-1:]
    for number, heading in enumerate(headings, 1):
        runs = [Run(words_of(heading.runs), link=f"#{heading.anchor}")]
        line = file.paragraph("toc 1", runs, before=start if number == 1 else ())
        if number == len(headings):
            line.extend(end)
        yield line


def _end_section(blocks: list[Element], page: Element, file: WordFile) -> None:
    """Let what follows begin on a page of its own, headed as the first page is."""
    blocks.append(file.paragraph("Gap", ""))
    blocks[-1][0].append(deepcopy(page))


def _at_the_end(paper: Paper, file: WordFile, place: Place) -> Iterator[Element]:
    lines = list(paper.sources)
    if paper.left_out:
        things = _(", ").join(paper.left_out)
        lines.append(_("Left out of this copy: {things}.").format(things=things))
    if lines:
        yield from rule(file)
    for line in lines:
        yield file.paragraph("Small Print", line)

"""From a paper to a Word file, set so that it ends well."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from docx.document import Document

from cop_wizard.documents.content.paper import Paper
from cop_wizard.documents.formats.word.base import fresh_document, say_what_it_is
from cop_wizard.documents.formats.word.body import Extent, write
from cop_wizard.documents.formats.word.contents import has_contents
from cop_wizard.documents.formats.word.looks import SPREADS, Spread, looks_of
from cop_wizard.documents.formats.word.pictures import drawn
from cop_wizard.documents.formats.word.pieces import Draw
from cop_wizard.documents.formats.word.reference import letterhead
from cop_wizard.documents.formats.word.saving import saved
from cop_wizard.documents.subject import Subject

_NEARLY_EMPTY = 0.5
"""With less than that share of its last page filled, a document is set more closely if that saves the page."""
_SHORT = 2
"""One of so many pages may become a single sheet, which is read and kept more easily."""


def word_file(paper: Paper, subject: Subject) -> bytes:
    """The file. Raises as `render_word` does."""
    draw = cache(lambda drawing, share: drawn(drawing, share, subject))
    if subject.wish.reference is None:
        document = _set_well(paper, subject, draw)
    else:
        document, looks = letterhead(subject.wish.reference, paper, subject.brand, subject.wish.sheet)
        write(paper, document, looks, draw, None, own_head=True)
    say_what_it_is(document, paper, subject.now)
    return saved(document)


def _set_well(paper: Paper, subject: Subject, draw: Draw) -> Document:
    """The paper as it is usually set, or as closely as it takes to spare a last page with little on it.

    A long one stays as it is: what it takes cannot be told to the page, and nobody minds one more.
    """
    document, extent = _fresh(SPREADS[0], paper, subject, draw)
    ends_well = extent.least >= _NEARLY_EMPTY and extent.pages != _SHORT
    if has_contents(paper) or ends_well:
        return document
    for spread in SPREADS[1:]:
        closer, its_extent = _fresh(spread, paper, subject, draw)
        if its_extent.pages < extent.pages:
            document, extent = closer, its_extent
    return document


def _fresh(spread: Spread, paper: Paper, subject: Subject, draw: Draw) -> tuple[Document, Extent]:
    looks = replace(looks_of(subject.brand), spread=spread)
    document = fresh_document(paper, looks, subject.wish.sheet)
    return document, write(paper, document, looks, draw, subject.brand.logo, own_head=False)

"""The list of contents of a long document."""

from __future__ import annotations

from collections.abc import Iterator

from cop_wizard.documents.content.paper import Paper, Run, words_of
from cop_wizard.documents.formats.word.file import WordFile
from cop_wizard.documents.formats.word.heads import field
from cop_wizard.documents.formats.word.xml import Element, w
from cop_wizard.i18n import _

_LONG = 20
"""A document with as many headings as that gets a list of contents: it takes more than a few pages."""


def has_contents(paper: Paper) -> bool:
    """Whether it is so long that readers look for its parts."""
    filled_in_in_order = paper.document == "worksheet"  # nobody looks a question up in it
    return len(list(paper.headings(3))) >= _LONG and len(paper.sheets) == 1 and not filled_in_in_order


def contents(paper: Paper, file: WordFile, width: int) -> Iterator[Element]:
    """Its parts, as links, each with a field for its page at the right.

    The field is empty until a program fills it in, since only that program knows the pages: LibreOffice does on
    opening the file, Word when its fields are updated. A field that Word would fill in by itself makes it ask a
    question whenever the file is opened.
    """
    if not has_contents(paper):
        return
    yield file.paragraph("Contents Heading", _("Contents"))
    for heading in paper.headings():
        words = [Run(words_of(heading.runs), link=f"#{heading.anchor}")]
        line = file.paragraph("toc 1", words, layout=(w("tabs", w("tab", val="right", pos=width)),))
        line.extend([w("r", w("tab")), *field(f"PAGEREF {file.place(heading.anchor)} \\h", "")])
        yield line

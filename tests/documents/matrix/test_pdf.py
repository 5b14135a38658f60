"""Every document as a PDF file, read back by pypdf: tagged, with bookmarks, complete, and without empty pages."""

from __future__ import annotations

import re
from functools import cache

import pytest

from documents.matrix.cases import Case, cases
from documents.matrix.reading import Pdf, Tree, squeezed
from documents.word_files import words_in

CASES = pytest.mark.parametrize("case", cases("pdf"), ids=str)

_READ_RIGHT = re.compile(r"[A-Za-z0-9À-ÿ]+")
"""Of other letters it depends on the fonts of the computer whether they are there, and pypdf mixes some up."""


@cache
def _file(case: Case) -> Pdf:
    return Pdf(case.made("pdf"))


@CASES
def test_its_bookmarks_are_the_headings(case: Case) -> None:
    tree, file = Tree(case.paper), _file(case)
    said, found = ([one for one in headings if one not in tree.titles] for headings in (tree.headings, file.headings))
    assert [squeezed(one) for one in found] == [squeezed(one) for one in said]


@CASES
def test_its_text_is_that_of_the_document(case: Case) -> None:
    file = _file(case)
    told = " ".join(tag.alt for tag in file.tags)  # pictures, to those who hear the file
    tree, found = Tree(case.paper), squeezed(f"{file.text} {told}")
    said = words_in(f"{tree.shown_by(file.text)}\n{tree.told}")
    assert sorted({word for word in said if _READ_RIGHT.fullmatch(word) and word not in found}) == []


@CASES
def test_its_text_is_in_reading_order(case: Case) -> None:
    """Part after part; the title stands apart, as it may be painted last."""
    tree = Tree(case.paper)
    text, place = squeezed(_file(case).text), 0
    for heading in tree.headings[1:]:
        words = squeezed(heading)
        if _READ_RIGHT.fullmatch(words) and heading not in tree.titles:
            assert words in text[place:], heading
            place = text.index(words, place)


@CASES
def test_every_tag_stands_where_it_may(case: Case) -> None:
    file = _file(case)
    kinds = [tag.kind for tag in file.tags]
    assert file.misplaced == set()
    assert kinds.count("H1") == 1
    assert kinds.count("Table") <= kinds.count("TH")
    assert all(tag.alt for tag in file.tags if tag.kind == "Figure")


@CASES
def test_it_knows_what_it_is_and_brings_all_it_needs(case: Case) -> None:
    file, paper = _file(case), case.paper
    about = file.reader.metadata
    assert about is not None
    assert about.title
    assert file.root["/Lang"] == paper.language
    assert file.root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in file.root["/Metadata"].get_object().get_data()
    assert all(file.fonts.values())
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in file.links)


@CASES
def test_no_page_is_nearly_blank(case: Case) -> None:
    """Where words can be broken into lines at all."""
    file = _file(case)
    filled = [file.filled(number) for number in range(len(file.texts))]
    assert len(filled) == 1 or min(filled) > 0.2 or case.plan == "hostile"


@pytest.mark.parametrize("case", [case for case in cases("pdf") if case.document.startswith("one-page")], ids=str)
def test_one_page_is_one_page(case: Case) -> None:
    assert len(_file(case).texts) == 1

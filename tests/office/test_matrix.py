"""Every document as a Word file, opened by LibreOffice, a second implementation, which shows all that it says."""

from __future__ import annotations

import re

import pytest

from documents.matrix.cases import Case, cases
from documents.matrix.reading import Tree, squeezed
from documents.word_files import words_in
from office.conftest import Convert

pytestmark = [pytest.mark.office, pytest.mark.timeout(1200)]

_SHOWN = re.compile(r"[A-Za-z0-9À-ÿ]+")
"""Other letters are shown where the computer has fonts for them."""


@pytest.fixture(scope="session")
def pages(as_pdf: Convert) -> dict[str, str]:
    """The text of the pages of all of them."""
    return as_pdf({str(case): case.made("docx") for case in cases("docx")})


@pytest.mark.parametrize("case", cases("docx"), ids=str)
def test_its_pages_show_every_word(case: Case, pages: dict[str, str]) -> None:
    """Headings in their order, and all there is in paragraphs, lists and tables."""
    tree, shown = Tree(case.paper), squeezed(page := pages[str(case)])
    place = 0
    for heading in map(squeezed, tree.headings):
        if _SHOWN.fullmatch(heading):
            assert heading in shown[place:]
            place = shown.index(heading, place)
    assert (
        sorted({word for word in words_in(tree.shown_by(page)) if _SHOWN.fullmatch(word) and word not in shown}) == []
    )


@pytest.mark.parametrize("case", cases("docx"), ids=str)
def test_its_pages_are_counted(case: Case, pages: dict[str, str]) -> None:
    text = pages[str(case)]
    if len(case.paper.sheets) == 1:
        assert f"Page 1 of {text.count(chr(12))}" in text

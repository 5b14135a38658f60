"""LibreOffice, a second implementation, opens our Word files, also unusual ones; `test_matrix.py` has the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.documents.content.shapes import Line, Table
from cop_wizard.documents.formats.word.writing import word_file
from documents.document_plans import SPARSE, subject_of
from documents.matrix.reading import squeezed
from documents.test_hostile_text import HOSTILE
from documents.test_word_letterhead import letterhead, on
from documents.word_files import cell, paper_of
from office.conftest import Convert

pytestmark = [pytest.mark.office, pytest.mark.timeout(1200)]


def test_every_piece_is_on_the_pages(as_pdf: Convert) -> None:
    shown = squeezed(as_pdf({"every": word_file(paper_of(), subject_of(SPARSE))})["every"])
    for words in (
        "Not yet agreed",
        "Value 5",
        "inner two",
        "Your thoughts",
        "Bring chairs",
        "Said in a box",
        "Amrit Gill",
    ):
        assert squeezed(words) in shown


def test_a_long_table_repeats_its_heading(as_pdf: Convert) -> None:
    table = Table(("Number", "What happens"), tuple((cell(str(n)), cell("Something")) for n in range(120)))
    text = as_pdf({"long": word_file(paper_of(table), subject_of(SPARSE))})["long"]
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    assert all("What happens" in page for page in pages)


def test_no_text_stops_it(as_pdf: Convert) -> None:
    lines = [Line(text) for text in HOSTILE]
    paper = paper_of(*lines, title=HOSTILE[0], home=HOSTILE[1])
    shown = as_pdf({"hostile": word_file(paper, subject_of(SPARSE))})["hostile"]
    assert "<script>alert(1)</script>" in shown
    assert "漢字と仮名" in shown
    assert "{{ 7*7 }}" in shown


def test_a_letterhead_is_still_one(tmp_path: Path, as_pdf: Convert) -> None:
    shown = as_pdf({"letter": on(letterhead(tmp_path)).content})["letter"]
    assert "Prairie Schools, Box 12" in shown
    assert "Registered charity 4711" in shown
    assert "secret letter" not in shown

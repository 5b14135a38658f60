"""LibreOffice, a second implementation, opens our Word files and shows what they say."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cop_wizard.documents.composing import compose
from cop_wizard.documents.content.paper import Heading, Paper, words_of
from cop_wizard.documents.content.shapes import Line, Table, Tables
from cop_wizard.documents.formats.word.writing import word_file
from cop_wizard.documents.register import DOCUMENTS
from cop_wizard.documents.trouble import NothingToShow
from documents.document_plans import SPARSE, subject_of
from documents.example_plans import EXAMPLES, example
from documents.test_hostile_text import HOSTILE
from documents.test_word_letterhead import letterhead, on
from documents.word_files import cell, paper_of, words_in

pytestmark = [pytest.mark.office, pytest.mark.timeout(1200)]

Files = dict[str, bytes]
Convert = Callable[[Files], dict[str, str]]
MATRIX = {
    f"{plan.stem}-{name}": (plan, name)
    for plan in EXAMPLES
    for name, document in DOCUMENTS.items()
    if "docx" in document.formats
}


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """The text of the pages of Word files, as LibreOffice lays them out. It starts slowly, so it gets many at once."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("soffice or pdftotext is not installed: apt install libreoffice-writer-nogui poppler-utils")
    profile = f"-env:UserInstallation={(tmp_path_factory.mktemp('libreoffice') / 'profile').as_uri()}"

    def convert(files: Files) -> dict[str, str]:
        home = tmp_path_factory.mktemp("files")
        for name, content in files.items():
            (home / f"{name}.docx").write_bytes(content)
        given = sorted(map(str, home.glob("*.docx")))
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(home), *given]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        return {name: _text(home / f"{name}.pdf") for name in files}

    return convert


def _text(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


@pytest.fixture(scope="session")
def papers() -> dict[str, tuple[Paper, bytes]]:
    """Every document of every example plan that has something to show in it, and its Word file."""
    made = {}
    for name, (plan, document) in MATRIX.items():
        subject = example(plan)
        with suppress(NothingToShow):
            paper = compose(document, subject)
            made[name] = paper, word_file(paper, subject)
    return made


@pytest.fixture(scope="session")
def pages(papers: dict[str, tuple[Paper, bytes]], as_pdf: Convert) -> dict[str, str]:
    """What LibreOffice shows of all of them."""
    return as_pdf({name: content for name, (_paper, content) in papers.items()})


def squeezed(text: str) -> str:
    """Letters and digits alone: lines are broken as the page needs it."""
    return "".join(words_in(text))


def expected_of(paper: Paper) -> list[str]:
    """Headings, and what the columns of tables are called, word by word: a narrow column breaks them anywhere."""
    found = []
    for piece in paper.pieces:
        if isinstance(piece, Heading):
            found.append(words_of(piece.runs))
        tables = [piece] if isinstance(piece, Table) else piece.tables if isinstance(piece, Tables) else []
        found += [word for table in tables for column in table.columns for word in words_in(column)]
    return found


@pytest.mark.parametrize("name", MATRIX)
def test_headings_and_tables_are_on_the_pages(
    name: str, papers: dict[str, tuple[Paper, bytes]], pages: dict[str, str]
) -> None:
    if name not in papers:
        return
    paper, _content = papers[name]
    text, shown = pages[name], squeezed(pages[name])
    for words in expected_of(paper):
        assert squeezed(words) in shown
    if len(paper.sheets) == 1:
        assert f"Page 1 of {text.count(chr(12))}" in text


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

"""One person's own file: shown and printed for that person alone, and never part of a community's papers."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from cli.conftest import Cop

EXAMPLES = Path(__file__).parents[2] / "examples/valid"
OWN = """\
community: Numbers
reflections:
  - on: 2026-10-08
    occasion: Our meeting on fractions
    learned: Zyxwvut counts on her fingers, and is right.
    change: I ask how before I say what.
    by: 2030-03-01
    standard: lqs
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "reflections.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_it_is_shown_on_the_screen(cop: Cop, own: Path) -> None:
    shown = cop("reflect", str(own), "--show")
    assert shown.code == 0
    assert "New learning: Zyxwvut counts on her fingers, and is right." in shown.out


@pytest.mark.parametrize("ending", ["html", "md", "docx", "pdf"])
def test_it_becomes_a_paper_that_nobody_else_may_read(cop: Cop, own: Path, ending: str) -> None:
    if ending == "pdf":
        pytest.importorskip("weasyprint")
    paper = own.with_name(f"mine.{ending}")
    assert cop("reflect", str(own), "-o", str(paper)).code == 0
    if os.name == "posix":
        assert paper.stat().st_mode & 0o077 == 0
    if ending in ("html", "md"):
        words = paper.read_text(encoding="utf-8")
    elif ending == "docx":
        words = zipfile.ZipFile(paper).read("word/document.xml").decode()
    else:
        assert paper.read_bytes().startswith(b"%PDF")
        return
    assert "Zyxwvut counts on her fingers" in words
    assert "What I have set myself" in words
    assert "Leadership Quality Standard" in words
    assert "Alberta Education" in words


def test_it_says_what_kind_of_paper_can_be_made(cop: Cop, own: Path) -> None:
    refused = cop("reflect", str(own), "-o", "mine.txt")
    assert refused.code == 2
    assert "html, md, docx, pdf" in refused.err


def test_a_file_without_a_word_makes_no_paper(cop: Cop, own: Path) -> None:
    own.write_text("community: Numbers\nreflections: []\n", encoding="utf-8")
    refused = cop("reflect", str(own), "-o", str(own.with_name("mine.html")))
    assert refused.code == 1
    assert "cop reflect" in refused.err
    assert not own.with_name("mine.html").exists()


def test_nothing_of_it_stands_in_a_paper_of_the_community(cop: Cop, own: Path) -> None:
    plan = own.with_name("plan.yaml")
    plan.write_bytes((EXAMPLES / "handover-circle.yaml").read_bytes())
    made = own.with_name("made")
    assert cop("render", str(plan), "--format", "all", "--audience", "leaders", "-o", str(made)).code == 0
    papers = [path for path in made.rglob("*") if path.suffix in (".html", ".md", ".csv", ".ics")]
    assert len(papers) > 10
    assert not [path for path in papers if "Zyxwvut" in path.read_text(encoding="utf-8")]

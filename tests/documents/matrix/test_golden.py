"""Documents as they were when somebody last looked at them. A change shows what it does to every one of them.

After a change that is meant: ``UPDATE_EXPECTED=1 pytest tests/documents/matrix/test_golden.py``, and look at the
difference. Markdown for three plans; for one each the page, the styles and words of Word, and the words of a PDF file.
Lines with the titles of works are not kept: what the sources are called is no sentence of ours.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cop_wizard.guide.load import BUILT_IN, load_guide
from documents.matrix.cases import Case, every_case
from documents.matrix.plans import FULL
from documents.matrix.reading import Pdf, Word, squeezed

_GOLDEN = Path(__file__).parents[1] / "golden"
_SHAPES = re.compile(r"(</desc>).*?(</svg>)", re.DOTALL)


def _page(content: bytes) -> str:
    """What follows the style sheet, without the shapes of pictures."""
    page = content.decode()
    return _SHAPES.sub(r"\1…\2", page[page.index("<body") :])


def _paragraphs(content: bytes) -> str:
    file = Word(content)
    told = "".join(f"[picture] {words}\n" for words in file.told)
    return "".join(f"[{style}] {text}\n".replace(" \n", "\n") for style, text in file.paragraphs) + told


def _words(content: bytes) -> str:
    """A sentence a line, without what depends on where pages end, and so on the fonts of the computer."""
    file = Pdf(content)
    about = file.reader.metadata
    community = str(about and about.title).rpartition(": ")[2]
    text = re.sub(rf"({re.escape(community)} )?\d+ / \d+( |\Z)|\.{{4,}} \d+ ", "", file.text)
    text = re.sub(r"https?://\S*( \S*[/_]\S*)*", "…", text)
    return text.strip().replace(". ", ".\n") + "\n"


_KEPT: tuple[tuple[str, str, str, Callable[[bytes], str]], ...] = (
    (FULL, "md", "md", bytes.decode),
    ("cercle-gouvernement", "md", "md", bytes.decode),
    ("informal-lunch", "md", "md", bytes.decode),
    (FULL, "html", "html", _page),
    ("cercle-gouvernement", "docx", "docx.txt", _paragraphs),
    ("informal-lunch", "pdf", "pdf.txt", _words),
)
"""The plan, the format, the ending of the file that is kept, and what of the document is kept in it."""

KEPT = [(case, *kept[1:]) for kept in _KEPT for case in every_case(kept[1]) if case.plan == kept[0]]


def _place(case: Case, ending: str) -> Path:
    return _GOLDEN / case.plan / f"{case.document.replace(' ', '-')}.{ending}"


def _without_titles(text: str) -> str:
    titles = [squeezed(work.title) for work in load_guide(BUILT_IN[0]).works]
    return "".join(
        line for line in text.splitlines(keepends=True) if not any(title in squeezed(line) for title in titles)
    )


@pytest.mark.parametrize(("case", "form", "ending", "show"), KEPT, ids=[f"{case}.{form}" for case, form, *_ in KEPT])
def test_it_is_as_it_was(case: Case, form: str, ending: str, show: Callable[[bytes], str]) -> None:
    made, place = _without_titles(show(case.made(form))), _place(case, ending)
    if os.environ.get("UPDATE_EXPECTED"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(made, encoding="utf-8")
    assert place.exists(), "UPDATE_EXPECTED=1 pytest tests/documents/matrix/test_golden.py writes it"
    assert made == place.read_text(encoding="utf-8")


def test_nothing_is_kept_that_is_no_longer_made() -> None:
    made = {_place(case, ending) for case, _form, ending, _show in KEPT}
    assert {path for path in _GOLDEN.rglob("*") if path.is_file()} <= made

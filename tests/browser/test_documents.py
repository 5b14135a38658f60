"""Every piece a document can be made of, in Chromium and in any brand's colours; `test_matrix.py` has the documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser.conftest import HtmlValidate, OpenPage
from cop_wizard.documents.brand import Brand
from documents.document_plans import RICH, subject_of, text_of
from documents.test_page import EVERY_PIECE, own

pytestmark = pytest.mark.browser

GUISES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"scheme": "dark"},
    "narrow": {"width": 320},
    "print": {"media": "print", "scheme": "dark", "width": 720},
}
BRANDS = {
    "none": Brand(),
    "black": Brand(main="#000000", second="#000000"),
    "pale": Brand(main="#ffee88", second="#ddffdd"),
    "loud": Brand(main="#c8102e", second="#00539b", heading_font="Liberation Serif", text_font="DejaVu Sans"),
}


def _axe(open_page: OpenPage, axe: str, text: str, guise: str) -> list[Any]:
    page = open_page(text, **GUISES[guise])
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("guise", GUISES)
@pytest.mark.parametrize("brand", BRANDS)
def test_axe_finds_nothing_in_any_piece_in_any_colour(
    open_page: OpenPage, axe: str, tmp_path: Path, brand: str, guise: str
) -> None:
    text = text_of(own(tmp_path, EVERY_PIECE, brand=BRANDS[brand]), "charter")
    assert _axe(open_page, axe, text, guise) == []


@pytest.mark.parametrize("guise", ["light", "dark"])
@pytest.mark.parametrize("brand", ["black", "pale", "loud"])
def test_axe_finds_nothing_in_the_plan_in_any_colour(open_page: OpenPage, axe: str, brand: str, guise: str) -> None:
    assert _axe(open_page, axe, text_of(subject_of(RICH, brand=BRANDS[brand])), guise) == []


def test_html_validate_finds_nothing(html_validate: HtmlValidate, tmp_path: Path) -> None:
    letters = "# One\n\n## Part\n\n{{ page_break() }}\n\n# Two\n\n## Part\n"
    pages = {"every-piece": EVERY_PIECE, "letters": letters}
    assert html_validate({name: text_of(own(tmp_path, text), "charter") for name, text in pages.items()}) == ""

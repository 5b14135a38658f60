"""Every document as a page, in Chromium: for those who see it, hear it, print it or have a small screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import OpenPage
from cop_wizard.documents.brand import Brand
from documents.document_plans import RICH, subject_of, text_of
from documents.matrix.cases import Case, cases
from documents.test_page import EVERY_PIECE, own

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CASES = [case for case in cases("html") if case.document != "plan"]
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
@pytest.mark.parametrize("case", CASES, ids=str)
def test_axe_finds_nothing(open_page: OpenPage, axe: str, case: Case, guise: str) -> None:
    assert _axe(open_page, axe, case.made("html").decode(), guise) == []


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


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_only_regions_made_for_it_scroll_sideways(open_page: OpenPage, case: Case, width: int) -> None:
    page = open_page(case.made("html").decode(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_document_asks_for_nothing_and_keeps_its_policy(browser: Browser, tmp_path: Path, case: Case) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(case.made("html"))
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    context.close()


def test_html_validate_finds_nothing(html_validate: Path, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is missing: apt-get install nodejs")
    for case in CASES:
        (tmp_path / f"{case}.html").write_bytes(case.made("html"))
    letters = "# One\n\n## Part\n\n{{ page_break() }}\n\n# Two\n\n## Part\n"
    (tmp_path / "every-piece.html").write_text(text_of(own(tmp_path, EVERY_PIECE), "charter"), encoding="utf-8")
    (tmp_path / "letters.html").write_text(text_of(own(tmp_path, letters), "charter"), encoding="utf-8")
    rules = {"long-title": "off"}  # a community may be called what it likes
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps({"extends": ["html-validate:recommended"], "rules": rules}))
    pages = sorted(str(path) for path in tmp_path.glob("*.html"))
    done = subprocess.run(
        [node, str(html_validate), "--formatter", "text", *pages],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"}, check=False,
    )  # fmt: skip
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0

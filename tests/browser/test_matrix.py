"""Every document's page in a browser: accessible in every guise, no wider than the screen, quiet on the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import HtmlValidate, OpenPage
from browser.test_page import GUISES
from documents.matrix.cases import Case, cases

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CASES = pytest.mark.parametrize("case", cases("html"), ids=str)


@CASES
def test_it_can_be_read_by_everybody_in_every_guise(open_page: OpenPage, axe: str, case: Case) -> None:
    """axe-core finds nothing, and only regions made for it scroll sideways."""
    page = open_page(case.made("html").decode())
    page.evaluate(axe)
    for name, guise in GUISES.items():
        page.set_viewport_size({"width": guise.get("width", 1280), "height": 900})
        page.emulate_media(media=guise.get("media", "screen"), color_scheme=guise.get("scheme", "light"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [(name, one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    page.emulate_media(media="screen")
    for width in (320, 800, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_no_page_asks_for_anything_or_breaks_its_own_rules(browser: Browser, tmp_path: Path) -> None:
    """The policy in the page forbids all but its own style sheet; a browser would complain of what it forbids."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    opened = []
    for case in cases("html"):
        path = tmp_path / f"{case}.html"
        path.write_bytes(case.made("html"))
        page.goto(path.as_uri())
        opened.append(path.as_uri())
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    context.close()
    assert asked == opened
    assert said == []


def test_html_validate_finds_nothing(html_validate: HtmlValidate) -> None:
    assert html_validate({str(case): case.made("html") for case in cases("html")}) == ""

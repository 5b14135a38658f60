"""The preview as a browser has it: it follows saves at the same height, and shows what is wrong over the last page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import HtmlValidate
from support.previewing import PATIENCE, Preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

_EXAMPLE = Path(__file__).parents[2] / "examples" / "valid" / "early-numeracy.yaml"
_TEXT = _EXAMPLE.read_text(encoding="utf-8")
TITLE = "Numbers First Circle"
MISTAKEN = _TEXT.replace("schema_version: 2\n", "schema_version: 2\ntitel: <img src=x> & others\n", 1)

_SHOWN = "document.querySelector('iframe:not(.coming)')"
_HEIGHT = f"{_SHOWN}.contentWindow.scrollY"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(_TEXT, encoding="utf-8")
    return path


@pytest.fixture
def preview(plan: Path) -> Iterator[Preview]:
    with Preview(cwd=plan.parent) as running:
        yield running


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address. Unless ``strict``, tests may run their own code in the page, which its policy forbids."""
    contexts = []

    def go(address: str, *, strict: bool = False, width: int = 1280, scheme: str = "light") -> Page:
        options: dict[str, Any] = {"bypass_csp": not strict, "color_scheme": scheme}
        context = browser.new_context(viewport={"width": width, "height": 700}, **options)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield go
    for context in contexts:
        context.close()


def shows(page: Page, title: str) -> None:
    """Wait for a version of the document."""
    page.wait_for_function("title => document.title === title && !document.querySelector('.coming')", arg=title)


def renamed(title: str) -> str:
    return _TEXT.replace(f"title: {TITLE}", f"title: {title}", 1)


def test_a_save_is_shown_at_the_same_height(preview: Preview, plan: Path, visit: Visit) -> None:
    """In each browser at its own, and the keyboard stays in the page."""
    pages = [visit(preview.address), visit(preview.address)]
    for page, height in zip(pages, (1500, 2400), strict=True):
        shows(page, TITLE)
        page.evaluate(f"height => {_SHOWN}.contentWindow.scrollTo(0, height)", height)
    plan.write_text(renamed("Counting Circle"), encoding="utf-8")
    for page, height in zip(pages, (1500, 2400), strict=True):
        shows(page, "Counting Circle")
        assert page.evaluate(_HEIGHT) == height
        assert page.locator("iframe").count() == 1
        assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    pages[0].close()
    again = visit(preview.address)
    shows(again, "Counting Circle")


def test_a_mistake_lies_over_the_last_page_until_it_is_mended(preview: Preview, plan: Path, visit: Visit) -> None:
    """With file, line, reason and hint, all of it as text; the page is dimmed and can still be read."""
    page = visit(preview.address)
    shows(page, TITLE)
    page.evaluate(f"{_SHOWN}.contentWindow.scrollTo(0, 1500)")
    plan.write_text(MISTAKEN, encoding="utf-8")
    alert = page.get_by_role("alert")
    alert.wait_for()
    said = alert.inner_text()
    assert "plan.yaml:" in said
    assert "Did you mean `title`?" in said
    assert "titel: <img src=x> & others" in said
    assert page.locator("#wrong img").count() == 0
    assert page.evaluate(_HEIGHT) == 1500
    assert page.evaluate(f"getComputedStyle({_SHOWN}).visibility") == "visible"
    assert float(page.evaluate(f"getComputedStyle({_SHOWN}).opacity")) < 0.6
    page.mouse.move(10, 650)
    page.mouse.wheel(0, 400)
    page.wait_for_function(f"{_HEIGHT} > 1500")
    page.evaluate(f"{_SHOWN}.contentWindow.scrollTo({{top: 1500, behavior: 'instant'}})")
    plan.write_text(renamed("Counting Circle"), encoding="utf-8")
    alert.wait_for(state="hidden")
    shows(page, "Counting Circle")
    assert page.evaluate(_HEIGHT) == 1500
    assert page.evaluate(f"getComputedStyle({_SHOWN}).opacity") == "1"


def test_a_plan_that_is_wrong_from_the_start_gets_its_page_later(plan: Path, visit: Visit) -> None:
    """Without a page behind, that is said instead."""
    plan.write_text(MISTAKEN, encoding="utf-8")
    with Preview(cwd=plan.parent) as running:
        page = visit(running.address)
        page.get_by_role("alert").wait_for()
        assert page.locator("#nothing-yet").is_visible()
        assert not page.locator("#behind").is_visible()
        plan.write_text(_TEXT, encoding="utf-8")
        shows(page, TITLE)
        assert not page.get_by_role("alert").is_visible()


def test_that_the_preview_has_ended_is_told(preview: Preview, visit: Visit) -> None:
    """And the page stays to be read."""
    page = visit(preview.address)
    shows(page, TITLE)
    assert preview.end()[0] == 0
    page.locator("#gone").wait_for()
    assert page.evaluate(f"{_SHOWN}.contentDocument.title") == TITLE


def test_its_own_policy_is_kept_and_only_its_address_is_asked(preview: Preview, plan: Path, browser: Browser) -> None:
    """Script and style have the right hashes, and a script in a template does not run."""
    own = plan.parent / "templates" / "plan"
    own.mkdir(parents=True)
    (own / "plan.html.j2").write_text(
        "<!DOCTYPE html><title>Mine</title><p id=p>{{ view.title }}<script>p.textContent = 'ran'</script>"
    )
    with Preview("--templates", "templates", cwd=plan.parent) as running:
        context = browser.new_context()
        asked: list[str] = []
        said: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(running.address)
        page.locator("iframe:not(.coming)").wait_for()
        assert page.frame_locator("iframe").locator("#p").inner_text().startswith(TITLE)
        assert all(url.startswith(running.address) for url in asked if not url.startswith("data:"))
        assert [one for one in said if "Content Security Policy" in one] == []
        context.close()


def test_links_of_the_document_open_beside_the_preview(plan: Path, visit: Visit) -> None:
    """Those to its own parts stay in it."""
    own = plan.parent / "templates" / "plan"
    own.mkdir(parents=True)
    links = '<a id="out" href="https://example.org/">out</a><a id="in" href="#here">in</a>'
    (own / "plan.html.j2").write_text(f"<!DOCTYPE html><title>Mine</title><p>{links}</p>", encoding="utf-8")
    with Preview("--templates", "templates", cwd=plan.parent) as running:
        page = visit(running.address)
        shows(page, "Mine")
        targets = f"[...{_SHOWN}.contentDocument.links].map(link => link.target)"
        assert page.evaluate(targets) == ["_blank", ""]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(preview: Preview, plan: Path, visit: Visit, axe: str, width: int, scheme: str) -> None:
    """With a page, with mistakes over it, and after the end; and nothing is wider than the screen."""
    page = visit(preview.address, width=width, scheme=scheme)
    page.evaluate(axe)
    run = "axe.run(document, {resultTypes: ['violations'], iframes: false})"

    def violations() -> list[tuple[str, list[Any]]]:
        found = page.evaluate(run)["violations"]
        return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]

    shows(page, TITLE)
    assert violations() == []
    plan.write_text(MISTAKEN + "  x" * 80 + ": no\n", encoding="utf-8")
    page.get_by_role("alert").wait_for()
    assert violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("document.querySelector('#wrong').scrollWidth") <= width
    preview.end()
    page.locator("#gone").wait_for()
    assert violations() == []


def test_html_validate_finds_nothing(html_validate: HtmlValidate, preview: Preview) -> None:
    assert html_validate({"outer": preview.ask().text}) == ""

"""A browser, axe-core and html-validate for the pages; tests say why they are left out where one is missing.

Chromium: `/usr/bin/chromium`, or where `COP_CHROMIUM` says. The npm packages axe-core and html-validate: in
`node_modules` at the top of the checkout, or in the folder that `COP_NODE_MODULES` names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.tools import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_TOP = Path(__file__).resolve().parents[2]

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

OpenPage = Callable[..., "Page"]
HtmlValidate = Callable[[Mapping[str, str | bytes]], str]


def _package(name: str) -> Path:
    folder = Path(os.environ.get("COP_NODE_MODULES", _TOP / "node_modules"))
    if not (folder / name).exists():
        missing(f"{name} is not in {folder}: npm install axe-core html-validate, or set COP_NODE_MODULES")
    return folder / name


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return (_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def html_validate(tmp_path: Path) -> HtmlValidate:
    """Asks html-validate what is wrong with pages, by the names they get in its report; "" where nothing is."""
    program = _package("html-validate") / "bin" / "html-validate.mjs"
    node = shutil.which("node")
    if node is None:
        missing("node is missing: apt-get install nodejs")
    rules = {
        "long-title": "off",  # a community may be called what it likes
        "no-redundant-role": "off",  # tables say what they are, also where small screens show their rows as cards
    }

    def validate(pages: Mapping[str, str | bytes]) -> str:
        (tmp_path / ".htmlvalidate.json").write_text(
            json.dumps({"extends": ["html-validate:recommended"], "rules": rules})
        )
        for name, page in pages.items():
            (tmp_path / f"{name}.html").write_bytes(page if isinstance(page, bytes) else page.encode())
        done = subprocess.run(
            [node, str(program), "--formatter", "text", *(f"{name}.html" for name in pages)],
            capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"}, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr or "failed" * done.returncode

    return validate


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for all tests of the run."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install playwright")
    program = os.environ.get("COP_CHROMIUM", "/usr/bin/chromium")
    if not Path(program).exists():
        missing(f"{program} is missing: apt-get install chromium, or set COP_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page's text from a file; anything the page asks the network for is noted in ``page.asked``."""
    contexts = []

    def open_it(text: str, *, width: int = 1280, scheme: str = "light", media: str = "screen") -> Page:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        # axe is injected by the test, which the page's own policy would not allow
        options: dict[str, Any] = {"bypass_csp": True, "color_scheme": scheme}
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(path.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()

"""The one-page planning tool in a browser: one sheet of paper whatever the plan says, and readable on any screen."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cop_wizard.documents.subject import Wish
from cop_wizard.guide.load import load_guide
from cop_wizard.yamltext.document import read
from documents.document_plans import RICH, SPARSE, meetings, people, subject_of, text_of
from support.thorough import WHOLE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    OpenPage = Callable[..., Page]

pytestmark = pytest.mark.browser

_EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
_PAPER = {"letter": (279.4, 215.9), "a4": (297, 210)}
_MM = 96 / 25.4


def _example(name: str) -> dict[str, Any]:
    data = read((_EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return data


def _full_of(text: str) -> dict[str, Any]:
    """A plan that says ``text`` wherever the page has a place for it."""
    return {
        "title": text[:200],
        "organization": {"name": text[:150]},
        "purpose": {"statement": text, "shared_competence": text, "purposes": ["shared_learning", text[:300]]},
        "membership": {
            "roster": people(60),
            "required_seats": [{"role": text[:200], "filled_by": text[:200]}] * 9,
            "ideal_member": text,
        },
        "leadership": {"description": text, "communication": text, "duties": {"set_up_meetings": [text[:200]]}},
        "norms": {"statements": {"role_and_voice": text, "conflict": text[:300]}, "process": text},
        "launch": {"place": text[:200], "resources": text},
        "collaborative_plan": {"meetings": meetings(33)},
        "results": {
            "evidence": [{"what": text[:200]}] * 30,
            "reflection": text,
            "celebrating_people": [text[:200]] * 8,
        },
        "professional_practice": {"learning": text, "transfer": text, "reflective_practices": text},
    }


PLANS: dict[str, dict[str, Any]] = {
    "rich": RICH,
    "sparse": SPARSE,
    "early numeracy": _example("early-numeracy"),
    "nurses": _example("nurses-advisory"),
    "french": _example("cercle-gouvernement"),
    "long": _full_of("We speak about all of it. " * 400),
    "wide": _full_of("MMMM WWWW. " * 400),
    "one word": _full_of("W" * 4000),
    "Japanese": _full_of("漢字と仮名の混じった文章です。" * 300),
    "Arabic": _full_of("مرحبا بالعالم كيف حالك اليوم. " * 300),
    "emoji": _full_of("👩‍👩‍👧‍👦🎉 yes. " * 300),
}


_PAGES = [
    (name, sheet)
    for number, name in enumerate([*PLANS, "empty"])
    for turn, sheet in enumerate(_PAPER)
    if WHOLE or number % len(_PAPER) == turn
]
"""Every plan on both papers, or in turn on one of them."""


def _html(name: str, sheet: str = "letter", **options: Any) -> str:
    wish = Wish(sheet=sheet, blank=name == "empty")
    subject = subject_of(PLANS.get(name, {}), load_guide("cass"), wish=wish, **options)
    return text_of(subject, "one-page", "html")


@pytest.mark.parametrize(("name", "sheet"), _PAGES)
def test_it_prints_on_one_landscape_page(open_page: OpenPage, name: str, sheet: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = open_page(_html(name, sheet, home="a/place/" + "x" * 90), media="print")
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) == 1
    size = [float(side) * 25.4 / 72 for side in pages[0].mediabox[2:]]
    assert size == pytest.approx(_PAPER[sheet], abs=0.5)


_OUTSIDE = """() => {
  const page = document.body.getBoundingClientRect();
  return [...document.querySelectorAll('.box')].filter(box => {
    const b = box.getBoundingClientRect();
    const inside = [...box.querySelectorAll('*')].every(one => {
      const o = one.getBoundingClientRect();
      return o.top >= b.top - 1 && o.bottom <= b.bottom + 1 && o.left >= b.left - 1 && o.right <= b.right + 1;
    });
    return !inside || b.bottom > page.bottom + 1 || b.right > page.right + 1;
  }).map(box => box.querySelector('h2').textContent);
}"""


@pytest.mark.parametrize(("name", "sheet"), _PAGES)
def test_nothing_leaves_its_box_on_paper(open_page: OpenPage, name: str, sheet: str) -> None:
    width = round((_PAPER[sheet][0] - 20) * _MM)
    page = open_page(_html(name, sheet), width=width, media="print")
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate("document.querySelectorAll('.box').length") == 7


@pytest.mark.parametrize("guise", [{}, {"scheme": "dark"}, {"width": 320}, {"media": "print", "width": 1000}])
@pytest.mark.parametrize("name", ["early numeracy", "sparse", "empty"])
def test_axe_finds_nothing(open_page: OpenPage, axe: str, name: str, guise: dict[str, Any]) -> None:
    page = open_page(_html(name), **guise)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("name", ["early numeracy", "one word", "Japanese", "empty"])
def test_it_fits_every_screen(open_page: OpenPage, name: str, width: int) -> None:
    page = open_page(_html(name), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_small_screen_the_boxes_stand_one_below_the_other(open_page: OpenPage) -> None:
    page = open_page(_html("early numeracy"), width=400)
    tops = page.evaluate("[...document.querySelectorAll('.box')].map(box => box.getBoundingClientRect().top)")
    assert tops == sorted(set(tops))

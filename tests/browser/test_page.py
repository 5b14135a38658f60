"""The page as a browser has it: accessible in every guise, quiet on the network, and nothing overlapping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import HtmlValidate, OpenPage
from cop_wizard.yamltext.document import read
from documents.document_plans import RICH, SPARSE, meetings, people, subject_of, text_of
from support.thorough import WHOLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_CROWD: dict[str, Any] = {
    **RICH,
    "membership": {"roster": [*people(14, "core"), *people(40), *people(9, "transactional"), *people(3, "peripheral")]},
    "collaborative_plan": {"meetings": meetings(33)},
}
_HARD: dict[str, Any] = {
    "title": "W" * 90,
    "organization": {"name": "שלום עולם — مرحبا بالعالم — 漢字と仮名"},
    "purpose": {
        "focus": "漢字と仮名の混じった文" * 12,
        "learn_to": "مرحبا بالعالم " * 12,
        "statement": "<b>not bold</b> and {{ 7*7 }} and https://example.org/" + "long" * 60,
        "shared_competence": "W" * 120,
    },
    "membership": {
        "roster": [
            {"name": "Wolfeschlegelsteinhausenbergerdorff-Whitford Maria", "level": "core", "email": "x@example.org"},
            {"name": "李伟", "level": "active"},
            {"name": "שרה כהן", "level": "active"},
            {"name": "MMMMMMMM WWWWWWWWW", "level": "occasional"},
        ]
    },
    "collaborative_plan": {"meetings": [{"date": "2026-12-24", "topics": "W" * 90}, {"date": "when the snow is gone"}]},
}
_EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"


def _example(name: str) -> dict[str, Any]:
    data = read((_EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return data


PLANS: dict[str, dict[str, Any]] = {
    "rich": RICH,
    "sparse": SPARSE,
    "empty": {},
    "crowd": _CROWD,
    "hard": _HARD,
    "series": _example("open-source-sig"),
    "charter": _example("nurses-advisory"),
}
GUISES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"scheme": "dark"},
    "narrow": {"width": 320},
    "narrow and dark": {"width": 320, "scheme": "dark"},
    "print": {"media": "print", "scheme": "dark", "width": 720},
}


def _page(name: str, final: bool = False) -> str:
    return text_of(subject_of(PLANS[name], final=final))


@pytest.mark.parametrize(
    ("name", "guise"),
    [
        (name, guise)
        for number, name in enumerate(PLANS)
        for turn, guise in enumerate(GUISES)
        if WHOLE or name == "rich" or turn == number % len(GUISES)
    ],
)
def test_axe_finds_nothing(open_page: OpenPage, axe: str, name: str, guise: str) -> None:
    page = open_page(_page(name), **GUISES[guise])
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("name", PLANS)
def test_only_regions_made_for_it_scroll_sideways(open_page: OpenPage, name: str, width: int) -> None:
    page = open_page(_page(name), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


_BOXES = """() => [...document.querySelectorAll('svg[role=img]')].map(svg => ({
  name: svg.getAttribute('class'),
  view: svg.viewBox.baseVal.width + ' ' + svg.viewBox.baseVal.height,
  boxes: [...svg.querySelectorAll('text')].map(text => {
    const b = text.getBBox(); return [text.textContent, b.x, b.y, b.x + b.width, b.y + b.height];
  }),
}))"""


@pytest.mark.parametrize("name", PLANS)
def test_no_words_in_a_picture_overlap_or_leave_it(open_page: OpenPage, name: str) -> None:
    pictures = open_page(_page(name)).evaluate(_BOXES)
    assert len(pictures) >= 3
    for picture in pictures:
        width, height = map(float, picture["view"].split())
        boxes = picture["boxes"]
        for position, (text, left, top, right, bottom) in enumerate(boxes):
            assert left >= -1, text
            assert top >= -1, text
            assert right <= width + 1, text
            assert bottom <= height + 1, text
            for other in boxes[position + 1 :]:
                apart = right <= other[1] + 1 or other[3] <= left + 1 or bottom <= other[2] + 3 or other[4] <= top + 3
                assert apart, (text, other[0])


_INSIDE = """() => [...document.querySelectorAll('.s-person + text, .s-hoped-for + text')].filter(text => {
  const t = text.getBBox(), r = text.previousElementSibling.getBBox();
  return t.x < r.x - .5 || t.x + t.width > r.x + r.width + .5;
}).map(text => text.textContent)"""


@pytest.mark.parametrize("name", PLANS)
def test_names_stay_inside_their_signs(open_page: OpenPage, name: str) -> None:
    assert open_page(_page(name)).evaluate(_INSIDE) == []


_CONTRAST = """() => {
  const rgb = value => (value.match(/[\\d.]+/g) || []).slice(0, 3).map(Number);
  const light = color => color.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const low = [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const card = rgb(getComputedStyle(svg.closest('.figure')).backgroundColor);
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBBox(), x = box.x + box.width / 2, y = box.y + box.height / 2;
      let below = card;
      for (const shape of svg.querySelectorAll('circle, rect')) {
        if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        const point = svg.createSVGPoint(); point.x = x; point.y = y;
        const style = getComputedStyle(shape);
        if (style.fill === 'none' || !shape.isPointInFill(point)) continue;
        const alpha = Number(style.fillOpacity);
        below = rgb(style.fill).map((v, i) => v * alpha + below[i] * (1 - alpha));
      }
      const [a, b] = [light(rgb(getComputedStyle(text).fill)), light(below)].sort((p, q) => q - p);
      if ((a + .05) / (b + .05) < 4.5) low.push([text.textContent, (a + .05) / (b + .05)]);
    }
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["rich", "empty", "crowd"])
def test_words_in_pictures_stand_out_from_what_is_below(open_page: OpenPage, name: str, scheme: str) -> None:
    """axe does not look into pictures."""
    assert open_page(_page(name), scheme=scheme).evaluate(_CONTRAST) == []


def test_the_page_asks_for_nothing_and_its_policy_is_kept(browser: Browser, tmp_path: Path) -> None:
    """The style sheet's hash is right: the page is styled although nothing else is allowed."""
    path = tmp_path / "page.html"
    path.write_text(_page("hard"), encoding="utf-8")
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


def test_paper_is_white_also_on_a_dark_screen(open_page: OpenPage) -> None:
    page = open_page(_page("rich"), media="print", scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.contents')).display") == "none"


def test_the_page_can_be_read_from_the_keyboard(open_page: OpenPage) -> None:
    """The first stop leads to the plan, and regions that scroll can be reached."""
    page = open_page(_page("rich"), width=320)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.evaluate("[...document.querySelectorAll('.scroll')].every(one => one.tabIndex === 0)")


def test_html_validate_finds_nothing(html_validate: HtmlValidate) -> None:
    assert html_validate({f"{name}{final}": _page(name, final) for name in PLANS for final in (False, True)}) == ""

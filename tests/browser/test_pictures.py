"""Pictures as a browser has them: with its fonts, no two texts meet, none leaves its shape, and all can be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup

from cop_wizard.documents.formats.html import HTML
from cop_wizard.documents.pictures.cycle import draw_cycle
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.figures import PICTURES, draw
from cop_wizard.documents.pictures.ladder import draw_ladder
from cop_wizard.documents.pictures.of_plan.models import Mark
from cop_wizard.documents.pictures.wheel import draw_wheel
from cop_wizard.documents.templating.environment import make_environment, read_source
from cop_wizard.guide.load import load_guide
from documents.document_plans import RICH, meetings, people, subject_of
from documents.picture_plans import EVERYTHING, EXTREMES, SIXTY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    OpenPage = Callable[..., Page]

pytestmark = pytest.mark.browser

PLANS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "rich": RICH,
    "all there is": EVERYTHING,
    "extremes": EXTREMES,
    "sixty": SIXTY,
    "one person": {
        "membership": {"roster": people(1, "core")},
        "leadership": {"structure": "single", "duties": {"convene": ["Maria Santos"]}},
        "collaborative_plan": {"meetings": meetings(1)},
        "groups": [{"name": "x", "layer": "cop"}],
    },
}

_PAGE = """{% import "shared/figures.svg.j2" as svg %}
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{{ style }}</style></head><body>
<main class="wrap"><h1>Pictures</h1>{% for one in drawings %}
<figure class="figure figure-{{ one.name }}"><figcaption>{{ one.title }}</figcaption>
<div class="canvas"><div class="scroll" role="group" tabindex="0" aria-label="{{ one.title }}">
{{ svg.picture(one, colours) }}</div>{{ svg.beside(one) }}</div></figure>
{% endfor %}</main></body></html>"""


@cache
def _drawings(name: str) -> tuple[Drawing, ...]:
    if name == "marked":
        return _marked()
    subjects = subject_of(PLANS[name], load_guide("cass")).view.subjects
    return tuple(drawing for picture in PICTURES if (drawing := draw(picture, subjects)))


def _marked() -> tuple[Drawing, ...]:
    """The models as a review will mark them, each item with words."""
    models = subject_of({}, load_guide("cass")).view.subjects.models

    def marks(model: Any) -> list[Mark]:
        return [Mark(item.key, (n + 1) / 9, "seen in most meetings") for n, item in enumerate(model.items)]

    return (
        draw_wheel(models.principles, marks(models.principles)),
        draw_cycle("cycle", "Cycle", models.improvement, marks(models.improvement)),
        draw_cycle("pdsa", "Plan, do, study, act", models.inquiry, marks(models.inquiry)),
        draw_ladder(models.collaboration, marks(models.collaboration)),
    )


def picture_page(name: str, colours: dict[str, str] | None = None) -> str:
    """All pictures of one of the plans on a page."""
    environment = make_environment(None, None, HTML)
    style = Markup(read_source(environment, "shared/base.css"))
    return environment.from_string(_PAGE).render(drawings=_drawings(name), style=style, colours=colours or {})


_BOXES = """() => [...document.querySelectorAll('svg[role=img]')].map(svg => ({
  name: svg.getAttribute('class'), width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
  boxes: [...svg.querySelectorAll('text')].map(text => {
    const b = text.getBBox(); return [text.textContent, b.x, b.y, b.x + b.width, b.y + b.height];
  }),
}))"""


@pytest.mark.parametrize("name", [*PLANS, "marked"])
def test_no_words_meet_or_leave_the_picture(open_page: OpenPage, name: str) -> None:
    """Lines of one text stand as close as lines do, which a browser's boxes count as a little overlap."""
    for picture in open_page(picture_page(name)).evaluate(_BOXES):
        boxes = picture["boxes"]
        for position, (text, left, top, right, bottom) in enumerate(boxes):
            inside = left >= -1 and top >= -2 and right <= picture["width"] + 1 and bottom <= picture["height"] + 1
            assert inside, (picture["name"], text)
            for other in boxes[position + 1 :]:
                apart = right <= other[1] + 1 or other[3] <= left + 1 or bottom <= other[2] + 4 or other[4] <= top + 4
                assert apart, (picture["name"], text, other[0])


_OUTSIDE = """() => {
  const roles = ['card', 'undated', 'person', 'hoped-for', 'here', 'filled', 'tinted'];
  const out = [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const shapes = [...svg.querySelectorAll(roles.map(role => '.s-' + role).join(','))];
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBBox();
      const within = (shape, x, y) => {
        const point = svg.createSVGPoint(); point.x = x; point.y = y; return shape.isPointInFill(point);
      };
      const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
      const size = shape => { const b = shape.getBBox(); return b.width * b.height; };
      const holding = shapes.filter(shape => within(shape, cx, cy)).sort((a, b) => size(a) - size(b))[0];
      if (!holding) continue;
      const [low, high] = [box.y + box.height * .25, box.y + box.height * .75];
      const corners = [[box.x, low], [box.x + box.width, low], [box.x, high], [box.x + box.width, high]];
      if (!corners.every(([x, y]) => within(holding, x, y)))
        out.push([svg.getAttribute('class'), holding.getAttribute('class'), text.textContent]);
    }
  }
  return out;
}"""


@pytest.mark.parametrize("name", [*PLANS, "marked"])
def test_words_stay_inside_the_shape_they_stand_in(open_page: OpenPage, name: str) -> None:
    assert open_page(picture_page(name)).evaluate(_OUTSIDE) == []


_CONTRAST = """() => {
  const rgb = value => (value.match(/[\\d.]+/g) || []).slice(0, 3).map(Number);
  const light = color => color.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const low = [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const card = rgb(getComputedStyle(svg.closest('.figure')).backgroundColor);
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBBox(), point = svg.createSVGPoint();
      point.x = box.x + box.width / 2; point.y = box.y + box.height / 2;
      let below = card;
      for (const shape of svg.querySelectorAll('circle, rect, path, polygon')) {
        if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        const style = getComputedStyle(shape);
        if (style.fill === 'none' || !shape.isPointInFill(point)) continue;
        const alpha = Number(style.fillOpacity);
        below = rgb(style.fill).map((v, i) => v * alpha + below[i] * (1 - alpha));
      }
      const [a, b] = [light(rgb(getComputedStyle(text).fill)), light(below)].sort((p, q) => q - p);
      if ((a + .05) / (b + .05) < 4.5) low.push([svg.getAttribute('class'), text.textContent, (a + .05) / (b + .05)]);
    }
  }
  return low;
}"""


@pytest.mark.parametrize("guise", [{"scheme": "light"}, {"scheme": "dark"}, {"media": "print", "scheme": "dark"}])
@pytest.mark.parametrize("name", ["all there is", "extremes", "marked"])
def test_words_stand_out_from_what_is_below(open_page: OpenPage, name: str, guise: dict[str, str]) -> None:
    """axe does not look into pictures."""
    assert open_page(picture_page(name), **guise).evaluate(_CONTRAST) == []


def test_attributes_alone_give_the_same_picture(open_page: OpenPage) -> None:
    """Other readers of SVG know nothing of the style sheet: their words have to stand out as well."""
    page = open_page(
        picture_page("all there is").replace("<style>", "<style>.figure { background: white } @media not all {")
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.s-here')).fill") == "rgb(13, 92, 97)"
    assert page.evaluate(_CONTRAST) == []


def test_a_brand_gives_its_own_colours(open_page: OpenPage) -> None:
    """Whatever is named replaces the house's own, all else stays."""
    text = picture_page("all there is", {"accent": "#7a1f3d", "second": "#7a1f3d"}).partition("<main")[2]
    assert 'fill="#7a1f3d"' in text
    assert "#0d5c61" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, axe: str, scheme: str) -> None:
    for width in (1280, 320):
        page = open_page(picture_page("all there is"), width=width, scheme=scheme)
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_small_screens_have_the_words_beside_the_picture(open_page: OpenPage) -> None:
    """The circles fit on the screen with their names alone; the words are hidden where the picture has them all."""
    page = open_page(picture_page("all there is"), width=320)
    shown = "[...document.querySelectorAll('.in-words')].map(one => getComputedStyle(one).display)"
    assert set(page.evaluate(shown)) == {"block"}
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("document.querySelector('.picture-circles').getBoundingClientRect().width") < 320
    names = "[...document.querySelectorAll('.picture-circles text')].filter(one => one.checkVisibility())"
    assert page.evaluate(f"{names}.map(one => one.textContent)") == ["Domain", "Community", "Practice"]
    assert set(open_page(picture_page("all there is")).evaluate(shown)) == {"none"}

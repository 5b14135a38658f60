"""Documents on a small screen: rows of tables are cards, and what is wider than the screen shows that it goes on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import OpenPage
from browser.test_pictures import PLANS, picture_page
from cop_wizard.documents.brand import Brand
from documents.document_plans import RICH, meetings, people, subject_of, text_of
from documents.matrix.cases import Case, cases

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

from documents.test_page import own

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

_TABLE = """\
# Plan

## Who does what

| Who | What | Since <when> |
|---|---|---|
| Ana | chairs & writes | 2024 |
| Ben | | |
| | open to all | 2025 |

{{ facts([view.facts[0]]) }}
"""


@cache
def _agenda() -> str:
    return Case("agenda", "early-numeracy").made("html").decode()


_CUT_OFF = """() => [...document.querySelectorAll('.cards')].flatMap(table => {
  const room = table.closest('.scroll'), right = room.getBoundingClientRect().right + 1;
  const shown = [...table.querySelectorAll('th, td')].filter(cell => cell.checkVisibility());
  const cut = shown.filter(cell => [cell, ...cell.querySelectorAll('*')].some(
    one => one.getBoundingClientRect().right > right || one.getBoundingClientRect().left < 0));
  return [...cut.map(cell => cell.textContent), ...(room.scrollWidth > room.clientWidth ? ['scrolls'] : [])];
})"""


@pytest.mark.parametrize("case", cases("html"), ids=str)
def test_all_that_a_table_says_is_in_sight(open_page: OpenPage, case: Case) -> None:
    page = open_page(case.made("html").decode())
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(_CUT_OFF) == []


def _tree(page: Page) -> list[tuple[str, str]]:
    """What a screen reader gets: roles with the text below them, in the order of the page."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    known = {node["nodeId"]: node for node in nodes}

    def text(node: dict[str, Any]) -> str:
        if node.get("role", {}).get("value") == "StaticText":
            return str(node["name"]["value"])
        return "".join(text(known[child]) for child in node.get("childIds", ()) if child in known)

    shown = (node for node in nodes if not node["ignored"])
    return [(node["role"]["value"], " ".join(text(node).split())) for node in shown]


def test_each_cell_of_a_card_is_told_with_its_column(open_page: OpenPage) -> None:
    """A screen reader still has rows and cells, and reads what is seen: the name of the column, then the answer."""
    told = _tree(open_page(_agenda(), width=390))
    cells = ("rowheader", "cell", "gridcell")
    assert ("cell", "Who: Marlene Spotted Wing") in [("cell" if role in cells else role, text) for role, text in told]
    assert ("rowheader", "1:00 pm") in told
    assert [role for role, _text in told].count("table") == _agenda().count("<table")
    assert any(role == "row" and text.startswith("1:00 pm") for role, text in told)


def test_on_a_wide_screen_the_heads_of_columns_are_told(open_page: OpenPage) -> None:
    told = _tree(open_page(_agenda()))
    assert ("columnheader", "Who") in told
    assert ("cell", "Marlene Spotted Wing") in told


_CARDS = """() => [...document.querySelectorAll('.cards tbody tr')].map(row => [...row.children]
  .filter(cell => cell.checkVisibility()).map(cell => {
    const before = getComputedStyle(cell, '::before').content;
    return (before === 'none' ? '' : JSON.parse(before)) + cell.textContent.trim();
  }))"""


def test_a_card_begins_with_what_the_row_is_about_and_leaves_out_blanks(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(text_of(own(tmp_path, _TABLE), "charter"), width=390)
    assert page.evaluate(_CARDS) == [
        ["Ana", "What: chairs & writes", "Since <when>: 2024"],
        ["Ben"],
        ["What: open to all", "Since <when>: 2025"],
    ]
    wide = open_page(text_of(own(tmp_path, _TABLE), "charter"), width=800)
    assert wide.evaluate(_CARDS) == [["Ana", "chairs & writes", "2024"], ["Ben", "", ""], ["", "open to all", "2025"]]


def test_printed_from_a_phone_a_table_is_a_table(open_page: OpenPage) -> None:
    page = open_page(_agenda(), width=390, media="print")
    shown = (
        "[...document.querySelectorAll('.cards, .cards thead, .cards td')].map(one => getComputedStyle(one).display)"
    )
    assert set(page.evaluate(shown)) == {"table", "table-header-group", "table-cell"}


_FADES = """([part, where]) => {
  const one = document.querySelector(part);
  one.scrollLeft = where * (one.scrollWidth - one.clientWidth);
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
    const style = getComputedStyle(one), beyond = parseFloat(style.maskSize.split('+ ')[1] || '0');
    const share = parseFloat(style.maskPosition) / 100;
    done({left: beyond * share < 48, right: beyond * (1 - share) < 48});
  })));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_fades_where_a_picture_goes_on(open_page: OpenPage, scheme: str) -> None:
    page = open_page(text_of(subject_of(RICH)), width=390, scheme=scheme)
    part = ".figure-timeline .scroll"
    assert page.evaluate(_FADES, [part, 0]) == {"left": False, "right": True}
    assert page.evaluate(_FADES, [part, 0.5]) == {"left": True, "right": True}
    assert page.evaluate(_FADES, [part, 1]) == {"left": True, "right": False}
    assert page.evaluate(_FADES, [".figure-circles .scroll", 0]) == {"left": False, "right": False}


def test_a_picture_is_scrolled_with_the_keyboard_and_has_a_name(open_page: OpenPage) -> None:
    page = open_page(text_of(subject_of(RICH)), width=390)
    region = page.get_by_role("group", name="Picture: The meetings in their order")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert region.evaluate("one => getComputedStyle(one).maskImage") == "none", "its whole outline is seen"


_SMALL = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg =>
  [...svg.querySelectorAll('text')].filter(text => text.checkVisibility()).flatMap(text => {
    const size = parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a;
    return size < 9.95 ? [[svg.getAttribute('class'), text.textContent, size]] : [];
  }))"""


@pytest.mark.parametrize("name", [*PLANS, "marked"])
def test_no_words_in_a_picture_are_too_small_to_read(open_page: OpenPage, name: str) -> None:
    page = open_page(picture_page(name))
    for width in (320, 390, 800, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_SMALL) == []


def test_no_words_in_the_pictures_of_a_plan_are_too_small(open_page: OpenPage) -> None:
    crowd = {**RICH, "membership": {"roster": people(60, "core")}, "collaborative_plan": {"meetings": meetings(70)}}
    for plan in (RICH, crowd):
        page = open_page(text_of(subject_of(plan)))
        for width in (320, 1000, 1130):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_SMALL) == []


def test_a_fact_that_stands_alone_is_a_line(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(text_of(own(tmp_path, _TABLE, brand=Brand()), "charter"))
    label, value = (page.locator(one).bounding_box() for one in (".facts dt", ".facts .value"))
    assert label is not None
    assert value is not None
    assert label["x"] + label["width"] < value["x"]
    assert value["y"] < label["y"] + label["height"]


def test_the_list_of_contents_has_numbers_and_no_other_signs(open_page: OpenPage) -> None:
    page = open_page(Case("plan", "nurses-advisory").made("html").decode(), width=390)
    signs = page.evaluate("[...document.querySelectorAll('.contents .no')].map(one => one.textContent)")
    assert "1" in signs
    assert "" in signs, "a chapter has no number"
    assert all(sign.isdigit() or not sign for sign in signs)

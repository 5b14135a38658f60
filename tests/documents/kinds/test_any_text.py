"""Letters and reports stay whole whatever stands in a plan, in every field, and in any script."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from markdown_it import MarkdownIt

from cop_wizard.guide.load import load_guide
from cop_wizard.plan.plan import Plan
from documents.document_plans import RICH, people, subject_of, text_of
from documents.test_every_value import _full
from documents.test_hostile_text import HOSTILE

PAPERS = ("invitation", "sponsor-brief", "sponsor-update", "report", "reflection")
_TEXT = " ".join(HOSTILE).replace("\ud800", "")


def _everywhere(value: Any, text: str) -> Any:
    """The same data with ``text`` wherever somebody wrote some."""
    if isinstance(value, dict):
        return {key: _everywhere(item, text) for key, item in value.items()}
    if isinstance(value, list):
        return [_everywhere(item, text) for item in value]
    if value.startswith("first"):
        return f"{value}\n\n{text}\n\n" + "\n".join(f"- {one}" for one in HOSTILE).replace("\ud800", "")
    return f"{value} {text}" if value.startswith("word") else value


def _paper(data: dict[str, Any], paper: str, format: str, **options: Any) -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, load_guide("cass"), **options), paper, format)


@pytest.fixture(scope="module")
def hostile() -> dict[str, Any]:
    data: dict[str, Any] = _everywhere(_full(Plan, itertools.count(100), []), _TEXT)
    for one in data["membership"]["roster"]:
        one["status"] = "potential"
    for one in (*data["results"]["evidence"], *data["results"]["stories"]):
        one["consent"] = "yes"
    return data


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_holds_no_markup_of_the_plan(hostile: dict[str, Any], paper: str) -> None:
    page = _paper(hostile, paper, "html")
    for forbidden in ("<script", "<img", 'href="javascript', "onerror=alert(1)>"):
        assert forbidden not in page
    assert page.count("<h1") == 1
    assert page.count("<main") == page.count("</main>") == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_markdown_holds_no_markup_of_the_plan(hostile: dict[str, Any], paper: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(_paper(hostile, paper, "md"))
    inside = [child for token in tokens for child in token.children or () if child.content != "<br>"]  # ours, in cells
    kinds = {token.type for token in tokens} | {token.type for token in inside}
    assert not kinds & {"html_inline", "image", "code_block", "fence", "html_block"}
    assert not [one for one in inside if "javascript" in str(one.attrs.get("href", ""))]
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", ["تعلّم معًا", "一起學習數學", "À bientôt, « cœur »", "👩‍👩‍👧‍👦 שלום"])
def test_every_script_is_kept(paper: str, text: str) -> None:
    meetings = [{"date": day, "topics": text} for day in ("2026-10-01", "2026-12-01")]
    told = {"purpose": {"statement": text, "learn_to": text}, "professional_practice": {"transfer": text}}
    data = {**RICH, **told, "collaborative_plan": {"meetings": meetings}}
    assert text in _paper(data, paper, "html")


@pytest.mark.parametrize("paper", PAPERS)
def test_sixty_people_fit(paper: str) -> None:
    roster = [*people(60), {"name": "Ines", "status": "potential"}]
    assert _paper({**RICH, "membership": {"roster": roster}}, paper, "html")


@pytest.mark.parametrize("paper", ["invitation", "sponsor-brief", "reflection"])
def test_hardly_any_plan_makes_a_whole_paper(paper: str) -> None:
    """No label stands without words, and nothing says that an answer is missing."""
    data = {"title": "Soup", "membership": {"roster": [{"name": "Ute", "status": "potential"}]}}
    page = _paper(data, paper, "md")
    assert not [line for line in page.splitlines() if line.endswith(": ") or line.strip() in ("-", "**", ">")]
    assert "Not answered yet" not in page

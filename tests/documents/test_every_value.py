"""Nothing that stands in a plan gets lost on the way to a page."""

from __future__ import annotations

import html
import itertools
import re
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.plan.fields import asked_keys, choices_of, item_type, kind_of, part_type
from cop_wizard.plan.plan import Plan
from documents.document_plans import small_guide, subject_of, text_of

_SKIPPED = ("schema_version", "guide", "language", "reviews", "done")
"""What is not printed, or in a document of its own, as reviews are; and what would take to-dos off the list."""


def _full(model: type[BaseModel], words: Any, expected: list[str]) -> dict[str, Any]:
    """Data with a word of its own in every field; ``expected`` collects what has to be found again."""
    return {
        name: _value(field.annotation, words, expected)
        for name, field in model.model_fields.items()
        if name not in _SKIPPED and name in asked_keys(model, ())
    }


def _value(annotation: Any, words: Any, expected: list[str]) -> Any:
    part = part_type(annotation)
    if part is not None:
        return _full(part, words, expected)
    inner = item_type(annotation)
    if inner is not None:
        return [_value(inner, words, expected) for _time in range(2)]
    choices = choices_of(annotation)
    number = next(words)
    if choices is not None and not _own(annotation):
        item = list(choices)[number % len(choices)]
        expected.append(item.value.replace("_", " ").capitalize())
        return item.value
    return _plain(kind_of(annotation), number, expected)


def _own(annotation: Any) -> bool:
    return str in get_args(annotation) or any(str in get_args(part) for part in get_args(annotation))


def _plain(kind: str, number: int, expected: list[str]) -> str:
    if kind == "time":
        expected.append(f"9:{number % 60:02d} am")
        return f"09:{number % 60:02d}"
    if kind == "paragraph":
        expected.extend([f"first{number}x", f"second{number}x", f"third{number}x"])
        return f"first{number}x\n\n- second{number}x\n- third{number}x"
    expected.append(f"word{number}x")
    return f"word{number}x of ours"


def _readable(text: str) -> str:
    return html.unescape(text.replace("\\", ""))


@pytest.fixture
def plan() -> tuple[dict[str, Any], list[str]]:
    expected: list[str] = []
    data = _full(Plan, itertools.count(100), expected)
    return data, expected


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    "left_out", [(), ("membership.roster", "norms.statements", "collaborative_plan.meetings", "results.legacy")]
)
def test_every_value_of_a_plan_is_on_the_page(
    form: str, left_out: tuple[str, ...], plan: tuple[dict[str, Any], list[str]]
) -> None:
    """Also what the guide in use does not ask for."""
    data, expected = plan
    page = text_of(subject_of(data, small_guide(left_out)), "plan", form)
    if form == "html":
        page = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)  # a word in a picture alone would not be enough
    lost = [word for word in expected if word not in _readable(page)]
    assert len(expected) > 150
    assert lost == []


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("name", BUILT_IN)
def test_each_guide_prints_every_value(form: str, name: str, plan: tuple[dict[str, Any], list[str]]) -> None:
    """The chapters' answers under their headings; in the one-page tool, which does not ask them, at the end."""
    data, expected = plan
    page = text_of(subject_of(data, load_guide(name)), "plan", form)
    if form == "html":
        page = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    unique = [word for word in expected if re.fullmatch(r"[a-z]+\d+x", word)]
    assert len(unique) > 600
    assert [word for word in unique if word not in _readable(page)] == []


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("final", [False, True])
def test_words_that_keep_a_place_are_printed_as_they_are_written(form: str, final: bool) -> None:
    """Also where a choice, an hour or a number belongs; and the question stays open."""
    data: dict[str, Any] = {
        "launch": {
            "place": "to be announced",
            "start": "to be set",
            "format": "to be decided",
            "length": "3 to 5 hours",
        },
        "membership": {"size": {"ideal": "approximately 650"}, "roster": [{"name": "Ana Li", "level": "TBC"}]},
    }
    page = _readable(text_of(subject_of(data, load_guide("cass"), final=final), "plan", form))
    for word in ("to be announced", "to be set", "to be decided", "3 to 5 hours", "approximately 650", "TBC"):
        assert word in page, word
    assert final or re.search(r"Place.{0,60}open", page, re.DOTALL)


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_to_do_is_shown_whatever_became_of_its_question(form: str) -> None:
    """Answered, unknown, or without a question: the note stays."""
    todos = [
        {"question": "purpose.focus", "note": "answeredx", "owner": "ownerx", "by": "2026-12-01"},
        {"question": "launch.nowhere", "note": "unknownx"},
        {"note": "loosex"},
        {"question": "norms.process", "note": "openx"},
    ]
    page = text_of(subject_of({"purpose": {"focus": "numbers"}, "todo": todos}), "plan", form)
    for word in ("answeredx", "ownerx", "1 December 2026", "unknownx", "nowhere", "loosex", "openx"):
        assert word in page


@pytest.mark.parametrize("form", ["md", "html"])
def test_none_on_purpose_is_an_answer_and_shown_as_one(form: str) -> None:
    """In final documents too."""
    from cop_wizard.values import NONE_ON_PURPOSE

    data: dict[str, Any] = {"launch": {"resources": NONE_ON_PURPOSE}, "leadership": {"duties": {"convene": ["Ana"]}}}
    page = text_of(subject_of(data, final=True), "plan", form)
    assert "None, on purpose" in page

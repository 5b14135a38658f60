"""What a year of life leaves in a plan stays inside: nothing of reviews, logs and inquiries is in a public document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.register import DOCUMENTS, render
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.plan.choices import SeenBy
from cop_wizard.yamltext.document import read
from documents.example_plans import EXAMPLES, example

LIVED = [path for path in EXAMPLES if "\nreviews:\n  - " in path.read_text(encoding="utf-8")]
LOGGED = ("record", "guests", "decisions", "learned", "said", "next_time")
_LONG = 16
"""Shorter words could stand anywhere."""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _private(plan: Path) -> set[str]:
    data: Any = read(plan.read_text(encoding="utf-8")).data
    meetings = data["collaborative_plan"]["meetings"]
    inside = [data["reviews"], data.get("todo"), data["results"].get("cycles")]
    inside += [meeting.get(field) for meeting in meetings for field in LOGGED]
    told = {words for words in _texts(inside) if len(words) >= _LONG}
    public = set(_texts({**data, "reviews": None, "todo": None, "collaborative_plan": None}))
    return told - public


def _papers(plan: Path, audience: SeenBy) -> str:
    papers = []
    for name, document in DOCUMENTS.items():
        form = "md" if "md" in document.formats else next(iter(document.formats))
        try:
            papers.append(render(document=name, format=form, subject=for_audience(example(plan), audience)).decode())
        except NothingToShow:
            continue
    return " ".join(" ".join(papers).replace("\\", "").split())


@pytest.mark.parametrize("plan", LIVED, ids=lambda path: path.stem)
def test_nobody_outside_reads_what_was_said_inside(plan: Path) -> None:
    private, papers = _private(plan), _papers(plan, SeenBy.PUBLIC)
    assert len(private) > 20
    assert len(papers) > 1000
    assert [words for words in private if words in papers] == []


@pytest.mark.parametrize("plan", LIVED, ids=lambda path: path.stem)
def test_those_inside_do(plan: Path) -> None:
    """Or the test above would show nothing."""
    papers = _papers(plan, SeenBy.LEADERS)
    assert len([words for words in _private(plan) if words in papers]) > 10


def test_there_are_two_communities_with_a_year_of_life() -> None:
    for plan in LIVED[:2]:
        data: Any = read(plan.read_text(encoding="utf-8")).data
        days = {review["on"] for review in data["reviews"] if review["instrument"] == "six-elements"}
        people = {review["by"] for review in data["reviews"] if "by" in review}
        held = [one for one in data["collaborative_plan"]["meetings"] if one.get("attended")]
        assert (len(days) >= 3, len(people) >= 3, len(data["results"]["cycles"]), len(held) >= 5) == (
            True,
            True,
            2,
            True,
        )
    assert len(LIVED) == 2

"""The page for reflection belongs to one person and holds nothing of anybody else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.subject import Wish
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, subject_of, text_of


def _page(data: dict[str, Any], person: str = "", format: str = "md") -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, load_guide("cass"), wish=Wish(person=person)), "reflection", format)


def test_a_plan_with_nothing_makes_a_page_to_write_on() -> None:
    page = _page({}, format="html")
    assert page.count('class="room-line"') >= 12
    assert "Name" in page


def test_the_name_stands_on_top_and_nobody_elses_anywhere() -> None:
    page = _page(RICH, "hana kobayashi")
    assert page.startswith("# Hana Kobayashi: from learning to practice")
    assert "Speech-language pathologist" in page
    for other in RICH["membership"]["roster"]:
        assert other["name"] == "Hana Kobayashi" or other["name"] not in page


def test_the_purpose_is_told_as_the_members_wrote_it() -> None:
    page = _page({"purpose": {"statement": "We learn to listen.", "learn_to": "learn how best to listen"}})
    assert "> We learn to listen." in page
    assert "how best" not in page


def test_a_part_of_the_name_is_enough() -> None:
    assert _page(RICH, "kobayashi").startswith("# Hana Kobayashi")


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as caught:
        _page(RICH, "Nobody")
    assert "Maria Santos" in caught.value.hint


@pytest.mark.parametrize(
    ("standards", "shown", "hidden"),
    [
        (["lqs"], ["(LQS)", "Alberta Education (2023a)"], ["(SLQS)", "Which is yours"]),
        (["slqs"], ["(SLQS)", "Alberta Education (2023b)"], ["(LQS)"]),
        (None, ["(LQS)", "(SLQS)", "Which is yours"], []),
        (["our nursing standard"], ["our nursing standard"], ["(LQS)", "(SLQS)"]),
        (NONE_ON_PURPOSE, [], ["(LQS)", "(SLQS)", "What my profession asks"]),
    ],
)
def test_the_standard_is_the_one_the_members_work_under(standards: Any, shown: list[str], hidden: list[str]) -> None:
    page = _page({"professional_practice": {"standards": standards}})
    assert [words for words in shown if words not in page] == []
    assert [words for words in hidden if words in page] == []


def test_the_way_leads_from_learning_to_practice() -> None:
    headings = re.findall(r"^## (.+)$", _page(RICH), re.MULTILINE)
    wanted = ["What I have learned", "What I will change", "Some weeks later"]
    assert [one for one in headings if one in wanted] == wanted


def test_the_moments_that_are_kept_for_it_are_named() -> None:
    assert "19 January 2027: What changed in my school?" in _page(RICH)
    assert "Ten minutes of quiet writing" not in _page(RICH)  # that meeting is over

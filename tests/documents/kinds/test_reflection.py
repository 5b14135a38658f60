"""The page for reflection belongs to one person and holds nothing of anybody else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.formats.pdf import render_pdf
from cop_wizard.documents.subject import Wish
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, subject_of, text_of
from documents.example_plans import EXAMPLES, example
from documents.pdf_files import PdfFile


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
        (None, [], ["(LQS)", "(SLQS)", "Which is yours", "Alberta", "CASS"]),
        (["our nursing standard"], ["our nursing standard"], ["(LQS)", "(SLQS)"]),
        (NONE_ON_PURPOSE, [], ["(LQS)", "(SLQS)", "What my profession asks"]),
    ],
)
def test_the_standard_is_the_one_the_members_work_under(standards: Any, shown: list[str], hidden: list[str]) -> None:
    page = _page({"professional_practice": {"standards": standards}})
    assert [words for words in shown if words not in page] == []
    assert [words for words in hidden if words in page] == []


@pytest.mark.parametrize(
    ("launch", "audience", "told"),
    [
        ({"region": "CA-AB"}, "principals of small schools", True),
        ({"zone": "America/Edmonton"}, "teachers of Grade 1", True),
        ({"region": "CA-AB"}, "nurses of all units", False),
        ({"region": "CA-QC", "zone": "America/Edmonton"}, "principals", False),
        ({"zone": "Europe/Paris"}, "principals", False),
    ],
)
def test_the_standards_of_a_place_are_offered_to_those_who_work_under_them(
    launch: dict[str, str], audience: str, told: bool
) -> None:
    page = _page({"launch": launch, "purpose": {"audience": audience}})
    assert ("Which is yours" in page) == told
    assert ("Alberta Education" in page) == told


@pytest.mark.parametrize("name", ["early-numeracy", "school-network", "cercle-gouvernement", "informal-lunch"])
def test_it_takes_one_side_of_a_sheet(name: str) -> None:
    plan = next(path for path in EXAMPLES if path.stem == name)
    assert len(PdfFile(render_pdf("reflection", example(plan))).texts) == 1


def test_the_way_leads_from_learning_to_practice() -> None:
    headings = re.findall(r"^## (.+)$", _page(RICH), re.MULTILINE)
    wanted = ["What I have learned", "What I will change", "Some weeks later"]
    assert [one for one in headings if one in wanted] == wanted


def test_the_moments_that_are_kept_for_it_are_named() -> None:
    assert "19 January 2027: What changed in my school?" in _page(RICH)
    assert "Ten minutes of quiet writing" not in _page(RICH)  # that meeting is over

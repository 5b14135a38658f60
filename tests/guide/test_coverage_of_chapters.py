"""The lists behind rhythm, risks, life and value keep the names and the lengths their sources give them."""

from __future__ import annotations

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import LifeStage, Phase, RiskKind
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.results import Hopes, ValueCycles, ValueStory
from cop_wizard.plan.types import Choice

FULL = load_guide("cass")
SECTIONS = {section.id: section for section in FULL.sections}

DISORDERS = [
    "Egalitarianism",
    "Imperialism",
    "Disconnectedness",
    "Stratification",
    "Dependence",
    "Mediocrity",
    "Amnesia",
    "Dogmatism",
    "Individualism",
    "Competition",
    "Compliance",
    "Laissez faire leadership",
    "Shift focus",
]
DEFICITS = ["Insufficient infrastructure", "Insufficient interpersonal capacity", "Insufficient facilitation"]
PHASES = ["Inquire", "Design", "Prototype", "Launch", "Grow", "Sustain"]
STAGES = ["Potential", "Coalescing", "Maturing", "Stewardship", "Transformation"]
CYCLES = ["Immediate value", "Potential value", "Applied value", "Realised value"]

LISTS = (
    "Weekday",
    "Certainty",
    "DateChange",
    "Phase",
    "LifeStage",
    "RiskKind",
    "Grade",
    "Repeating",
    "SeenBy",
    "GoalStatus",
)

CHAPTERS = {
    "calendar": (
        "launch.zone launch.last_meeting launch.certainty launch.series launch.turns launch.terms launch.closures"
        " launch.in_breaks launch.exceptions launch.region"
    ),
    "communication": (
        "communication.channels communication.messages communication.public_spaces communication.private_spaces"
    ),
    "care": (
        "care.repeating care.confidentiality care.conduct care.turn_to care.recording care.attribution care.licence"
        " care.languages care.identities care.able_to_take_part care.domains_worth care.member_data"
        " care.conflict_of_interest"
    ),
    "value": (
        "results.hopes results.stories results.shared_measures purpose.goal_changes results.repertoire results.cycles"
    ),
    "life": (
        "life.status life.statuses life.review_on life.phase life.phases life.stage life.pilot life.closing"
        " life.afterwards life.farewell"
    ),
    "risks": "life.risks",
    "document": (
        "document.version document.status document.approved_by document.approved_on document.changed_by"
        " document.replaces document.history document.conflicts"
    ),
    "more": "sections",
}


def labels(choices: type[Choice]) -> list[str]:
    return [FULL.label(choice) for choice in choices]


def test_there_are_thirteen_disorders_and_three_deficits() -> None:
    """The disorders (S3.17) come first and the deficits (S3.4) after them, under the sources' names."""
    found = labels(RiskKind)
    assert found == DISORDERS + DEFICITS
    assert (len(DISORDERS), len(DEFICITS)) == (13, 3)


def test_there_are_six_phases_of_building() -> None:
    """They keep the names of the lifecycle (S3.20)."""
    assert labels(Phase) == PHASES
    assert len(PHASES) == 6


def test_there_are_five_stages_of_growing() -> None:
    """They keep their names (S3.11), and are another list than the phases."""
    assert labels(LifeStage) == STAGES
    assert len(STAGES) == 5
    assert not set(STAGES) & set(PHASES)


@pytest.mark.parametrize("part", [Hopes, ValueStory])
def test_value_is_told_over_four_cycles(part: type[ValueCycles]) -> None:
    """What is hoped for and what is told later can be laid side by side."""
    words = FULL.vocabulary.parts[part.__name__].fields
    assert [words[name].label for name in ValueCycles.model_fields] == CYCLES
    assert len(CYCLES) == 4


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_asks_what_belongs_to_it(chapter: str) -> None:
    """Its questions stand in the order in which they are best answered, and all of them wait."""
    section = SECTIONS[chapter]
    assert [question.asks for question in section.questions] == CHAPTERS[chapter].split()
    assert section.deeper
    assert not section.numbered
    assert all(question.deeper for question in section.questions)


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("S1.2", {"care.identities"}),
        ("S2.5", {"care.able_to_take_part", "care.domains_worth"}),
        ("S2.9", {"communication.public_spaces", "communication.private_spaces", "launch.series"}),
        ("S1.5", {"results.repertoire"}),
        ("S3.4", {"life.risks"}),
        ("S3.9", {"results.shared_measures"}),
        ("S3.11", {"life.stage"}),
        ("S3.17", {"life.risks"}),
        ("S3.18", {"results.cycles"}),
        ("S3.19", {"results.cycles"}),
        ("S3.20", {"life.phase", "life.phases", "life.pilot"}),
    ],
)
def test_an_item_of_the_other_sources_is_asked_about(item: str, asks: set[str]) -> None:
    """Each of the questions that take up the item says so."""
    assert asks <= {question.asks for question in FULL.questions() if item in question.covers}


@pytest.mark.parametrize("name", LISTS)
def test_other_words_mean_one_item_only(name: str) -> None:
    """Every item knows two or more other words, and no word stands for two items."""
    items = FULL.vocabulary.choices[name].values()
    assert all(len(item.also) >= 2 for item in items)
    words = [folded(word) for item in items for word in (item.label, *item.also)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("rhythm", ["second Tuesday of the month", "every other week", "weeks 3 and 7 of each term"])
def test_rhythms_in_words_are_shown_where_they_can_be_used(rhythm: str) -> None:
    """Whoever asks for help about a series sees in what words its rhythm can be put."""
    series = FULL.question("launch.series")
    assert series is not None
    assert rhythm in series.why
    assert rhythm in FULL.vocabulary.parts["Series"].fields["rhythm"].help

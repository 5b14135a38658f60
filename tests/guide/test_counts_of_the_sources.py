"""Every list that the five sources number, as long in the product as there: in a guide, an instrument or a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cop_wizard.guide.load import background, bibliography, load_guide
from cop_wizard.guide.model import Guide
from cop_wizard.instruments.load import load_instrument
from cop_wizard.plan import choices
from cop_wizard.plan.types import Choice

FULL, TOOL = load_guide("cass"), load_guide("planning-tool")
DRAFTS = {"S0 1.5", "S0 2.4", "S0 3.5", "S0 4.6", "S0 5.6", "S0 7.6", "S0 8.5", "S0 9.3"}
TEMPLATES = Path(__file__).parents[2] / "templates"


def _labels(name: str) -> list[str]:
    kind: type[Choice] = getattr(choices, name)
    return [FULL.label(one) for one in kind]


def _fields(part: str, *names: str) -> list[str]:
    fields = FULL.vocabulary.parts[part].fields
    return [words.label for name, words in fields.items() if not names or name in names]


def _points(topic: str) -> list[str]:
    return next([point.name for point in one.points] for one in background() if one.id == topic)


def _items(instrument: str, *ids: str) -> list[str]:
    found = load_instrument(instrument, FULL.vocabulary).items
    return [item.name for item in found if not ids or item.id.startswith(ids)]


def _all_covered(guide: Guide) -> set[str]:
    return {item for question in guide.questions() for item in question.covers}


def _covered(guide: Guide, source: str) -> set[str]:
    return {item for item in _all_covered(guide) if item.startswith(source) and "/" in item}


def _first(guide: Guide, asks: str) -> Iterable[str]:
    question = guide.question(asks)
    return question.first if question else ()


def _titles(*asks: str) -> list[str]:
    found = [FULL.question(one) for one in asks]
    return [question.title for question in found if question]


def _boxes(guide: Guide) -> list[str]:
    return [section.title for section in guide.sections if section.numbered]


def _parts_of_health() -> list[str]:
    lines = (TEMPLATES / "health/health.md.j2").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("## ")]


LINE: list[tuple[str, int, Callable[[], Iterable[str]]]] = [
    # what the sources hold beside the lists they are known by
    ("distinguishing marks", 4, lambda: _points("marks")),
    ("pull quotes", 4, lambda: _points("voices")),
    ("duties of the one-page tool", 3, lambda: _first(TOOL, "leadership.duties")),
    ("standards, explained", 2, lambda: _points("standards")),
    ("embedded questions of the guide", 2, lambda: _all_covered(FULL) & {"S0 1.1", "S0 2.1"}),
    ("drafts of the guide", 8, lambda: _all_covered(FULL) & DRAFTS),
    ("sections of the guide", 9, lambda: _boxes(FULL)),
    ("attributes of a cohort", 3, lambda: _labels("CohortTrait")),
    ("who benefits", 4, lambda: _fields("Benefits")),
    ("steps of plan-do-study-act, as they are asked", 4, lambda: _fields("Cycle", *map(str, choices.InquiryStep))),
    ("improvement steps, as they are asked", 5, lambda: _fields("Cycle", *map(str, choices.ImprovementStep))),
    # the lists
    ("purposes", 8, lambda: _labels("PurposeKind")),
    ("why important", 8, lambda: _points("why_important")),
    ("uses inside the authority", 8, lambda: _labels("PurposeKind")),
    ("membership levels", 5, lambda: _labels("Level")),
    ("leadership duties", 8, lambda: _fields("Duties")),
    ("structures", 3, lambda: _labels("Structure")),
    ("norm topics", 7, lambda: _fields("Statements")),
    ("launch topics", 4, lambda: _titles("launch.rhythm", "launch.format", "launch.content", "launch.tools")),
    ("content kinds", 4, lambda: _labels("ContentKind")),
    ("knowledge jobs", 3, lambda: _fields("KnowledgeTools")),
    ("evidence kinds", 3, lambda: _labels("EvidenceKind")),
    ("celebrations", 2, lambda: _titles("results.celebrating_people", "results.celebrating_community")),
    ("standards", 2, lambda: _labels("Standard")),
    ("guiding principles", 3, lambda: _labels("GuidingPrinciple")),
    ("learning outcomes", 8, lambda: _labels("LearningOutcome")),
    ("characteristics", 3, lambda: _points("characteristics")),
    ("repertoire kinds", 4, lambda: _labels("RepertoireKind")),
    ("elements", 6, lambda: _items("six-elements")),
    ("learning is", 4, lambda: _items("learning-conditions")),
    ("problems of courses", 2, lambda: _points("courses")[:2]),
    ("permissions", 3, lambda: _items("is-it-a-community", "common_concern", "permission", "support_over_time")),
    ("design principles", 9, lambda: _labels("DesignPrinciple")),
    ("sponsor resources", 3, lambda: _fields("Sponsor", "time", "room", "recognition")),
    ("reflection points", 4, lambda: _items("reflection-points")),
    ("beginning questions", 15, lambda: _items("begin-at-the-beginning")),
    ("lines on effect", 7, lambda: _points("effects")),
    ("principles", 10, lambda: _items("ten-principles")),
    ("stages", 5, lambda: _labels("LifeStage")),
    ("questions on the domain", 7, lambda: _items("launching", "d")),
    ("questions on the community", 9, lambda: _items("launching", "c")),
    ("questions on the practice", 6, lambda: _items("launching", "p")),
    ("nested layers", 7, lambda: _labels("Layer")),
    ("layers to sort by", 7, lambda: _items("nested-layers")),
    ("role labels", 9, lambda: _labels("RoleLabel")),
    ("disorders", 13, lambda: _items("disorders")),
    ("steps of plan-do-study-act", 4, lambda: _labels("InquiryStep")),
    ("improvement steps", 5, lambda: _labels("ImprovementStep")),
    ("lifecycle phases", 6, lambda: _labels("Phase")),
    ("phases to review by", 6, lambda: _items("six-phases")),
    ("collaboration levels", 4, lambda: _labels("CollaborationLevel")),
    ("forms of work", 9, lambda: _labels("FormOfWork")),
    ("conditions", 9, lambda: _items("nine-conditions")),
    ("indicators", 14, lambda: _items("fourteen-indicators")),
    ("boxes of the one-page tool", 7, lambda: _boxes(TOOL)),
    ("questions of the one-page tool", 20, lambda: _covered(FULL, "S4 ") | _covered(TOOL, "S4 ")),
    ("listed questions of the guide", 28, lambda: _covered(FULL, "S0 ")),
    ("references of the guide", 19, lambda: [one.title for one in bibliography() if "cass-guide" in one.listed_by]),
    ("reasons to leverage the model", 5, lambda: _labels("Reason")),
    ("deficits", 3, lambda: [one for one in _labels("RiskKind") if one not in _items("disorders")]),
    ("actors", 3, lambda: _fields("SupportMap")),
    ("emphases", 7, lambda: _labels("Emphasis")),
    ("existing formats", 4, lambda: _labels("TeamKind")),
    ("joint work", 4, lambda: _labels("JointWork")),
    ("negative tests", 3, lambda: _items("is-it-a-community", "more_than")),
    ("questions on participation", 5, lambda: _items("participation-questions")),
    ("questions on the stages", 2, lambda: _items("stage-questions")),
    ("questions on the nested model", 3, lambda: _items("nested-questions")),
    ("outcomes of the handout, as parts of a review", 4, _parts_of_health),
]


@pytest.mark.parametrize(("what", "count", "found"), LINE, ids=[what for what, _count, _found in LINE])
def test_a_list_of_the_sources_is_whole(what: str, count: int, found: Callable[[], Iterable[str]]) -> None:
    items = list(found())
    assert len(items) == len(set(items)) == count, items


def test_disorders_that_nobody_has_named_can_be_added() -> None:
    """The source's fourteenth bullet is “Others”."""
    assert load_instrument("disorders", FULL.vocabulary).more


def test_six_of_the_seven_lines_on_effect_have_a_figure() -> None:
    points = next(one.points for one in background() if one.id == "effects")
    figures = [" ".join(point.text.split()) for point in points]
    assert [words for words in figures if words != "–"] == ["0.93", "0.77", "0.72", "0.72", "0.71", "0.60"]

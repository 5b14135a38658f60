"""Guides that people write themselves, and words in other languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_wizard.errors import BrokenFile, FileTrouble, WrongUse
from cop_wizard.guide import kept, load
from cop_wizard.guide.load import UnknownGuide, load_guide
from cop_wizard.values import Data

OWN = """\
title: Our division's guide
sections:
  - id: people
    title: People first
    intro: We begin with the people.
    questions:
      - asks: membership.roster
        prompt: Who will you call first?
        required: yes
      - asks: purpose.focus
      - asks: launch.place
        title: Our room
"""


def own(folder: Path, text: str = OWN) -> Path:
    """An own guide in a folder."""
    (folder / "ours.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, text: str) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong with an own guide."""
    with pytest.raises(BrokenFile) as caught:
        load_guide("ours.yaml", beside=own(folder, text))
    return [(found.code, found.span.start.line if found.span else 0) for found in caught.value.findings]


def test_an_own_guide_rewords_reorders_and_drops(tmp_path: Path) -> None:
    """It asks only what it names, in its order, in its words."""
    guide = load_guide("ours.yaml", beside=own(tmp_path))
    walked = [question.asks for question in guide.questions() if not question.deeper]
    assert walked == ["membership.roster", "purpose.focus", "launch.place"]

    roster = guide.question("membership.roster")
    assert roster is not None
    assert roster.prompt == "Who will you call first?"
    assert roster.required


@pytest.mark.parametrize("name", ["planning-tool", "ours.yaml"])
def test_the_chapters_are_within_reach_of_every_guide(name: str, tmp_path: Path) -> None:
    """They wait at its end, without what the guide asks itself."""
    own(tmp_path)
    guide = load_guide(name, beside=tmp_path)
    chapters = [section.title for section in guide.sections if section.deeper]
    assert chapters == [section.title for section in load_guide("cass").sections if section.deeper]
    assert len({section.id for section in guide.sections}) == len(guide.sections)
    asked = [question.asks for question in guide.questions()]
    assert len(asked) == len(set(asked))


def test_what_an_own_question_leaves_out_comes_from_the_full_guide(tmp_path: Path) -> None:
    """The reason, the example and the source; but whether it is required is for each guide to say."""
    full = load_guide("cass").question("purpose.focus")
    ours = load_guide("ours.yaml", beside=own(tmp_path)).question("purpose.focus")
    assert full is not None
    assert ours is not None
    assert (ours.prompt, ours.why, ours.example) == (full.prompt, full.why, full.example)
    assert full.required
    assert not ours.required


@pytest.mark.parametrize(
    ("wrong", "right", "found"),
    [
        ("asks: purpose.focus", "asks: purpose.fokus", ("COP220", 10)),
        ("asks: purpose.focus", "asks: membership.roster", ("COP221", 10)),
        ("title: Our room", "titel: Our room", ("COP201", 12)),
        ("required: yes", "required: maybe", ("COP206", 9)),
        ("title: Our division's guide", "title: Ours\nextends: nothing", ("COP222", 2)),
        ("questions:", "questions: none", ("COP105", 7)),
        ("title: Our room", "first: [interest]", ("COP224", 12)),
        ("- asks: purpose.focus", "- asks: purpose.focus_kind\n        first: [intrest]", ("COP224", 11)),
        ("- asks: purpose.focus", "- asks: membership.size\n        first: [minimun]", ("COP224", 11)),
        ("title: Our room", "when: {question: leadership.structure, any_of: [shared, sharde]}", ("COP224", 12)),
        ("title: Our room", "when: {question: purpose.purposes, any_of: [sharing_knowlege]}", ("COP224", 12)),
        ("asks: launch.place", "asks: launch.first_meeting\n        preset: 31 June 2026", ("COP225", 12)),
        ("asks: launch.place", "asks: purpose.focus_kind\n        preset: intrest", ("COP225", 12)),
        ("required: yes", "preset: everybody", ("COP225", 9)),
        ("asks: launch.place", "asks: membership.size\n        preset: '12'", ("COP225", 12)),
        ("title: Our division's guide", "title: Ours\nlanguage: ../../..", ("COP218", 2)),
    ],
)
def test_a_broken_guide_is_told_with_its_line(tmp_path: Path, wrong: str, right: str, found: tuple[str, int]) -> None:
    """File, line, and what would be right; never a plan with half a guide."""
    assert found in problems(tmp_path, OWN.replace(wrong, right))


def test_guides_are_looked_for_beside_the_plan_and_nowhere_else(tmp_path: Path) -> None:
    """A plan from elsewhere cannot make the program read other files."""
    inner = tmp_path / "inner"
    inner.mkdir()
    own(tmp_path)
    with pytest.raises(WrongUse):
        load_guide("../ours.yaml", beside=inner)
    with pytest.raises(WrongUse):
        load_guide(str(tmp_path / "ours.yaml"), beside=inner)
    with pytest.raises(FileTrouble):
        load_guide("theirs.yaml", beside=inner)
    with pytest.raises(UnknownGuide, match="There is no guide called `cas`"):
        load_guide("cas")


def test_what_an_own_guide_may_offer_first_and_fill_in(tmp_path: Path) -> None:
    """Items of a list, fields of a form or of a row; any answer that the question takes."""
    text = OWN + (
        "      - asks: purpose.focus_kind\n        preset: concern\n        first: [concern]\n"
        "      - asks: membership.size\n        first: [maximum]\n"
        "      - asks: launch.first_meeting\n        preset: early autumn\n"
        "        when: {question: purpose.purposes, any_of: [a garden of our own, solving_problems]}\n"
    )
    text = text.replace("required: yes", "first: [name, level]")
    assert load_guide("ours.yaml", beside=own(tmp_path, text)).question("purpose.focus_kind") is not None


def test_two_sections_cannot_have_one_id(tmp_path: Path) -> None:
    """The second is pointed at."""
    more = "  - id: people\n    title: Again\n    questions:\n      - asks: title\n"
    assert problems(tmp_path, OWN + more) == [("COP226", 13)]


@pytest.mark.parametrize("sections", ["sections: []", "sections:\n  - id: a\n    title: A\n    questions: []"])
def test_a_guide_that_asks_nothing_is_no_guide(tmp_path: Path, sections: str) -> None:
    """Otherwise a plan would be finished before it begins."""
    assert [code for code, _line in problems(tmp_path, f"title: Ours\n{sections}\n")] == ["COP227"]


@pytest.mark.parametrize("name", ["loop.yaml", "n" * 5_000 + ".yaml", "a/" * 3_000 + "x.yaml", "zero\0.yaml"])
def test_a_name_that_leads_nowhere_is_trouble_with_a_file(tmp_path: Path, name: str) -> None:
    """A link to itself, a name too long, one that no file can have."""
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(FileTrouble):
        load_guide(name, beside=tmp_path)


@pytest.mark.parametrize("language", ["../../..", "/etc", "x" * 300, "en" + "-abcdefgh" * 40, "en/..", "", "fr\n"])
def test_what_names_no_language_never_becomes_a_path(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """English is used, and nothing outside the guide's own folders is looked at."""
    asked: list[str] = []

    def content(language: str) -> dict[str, Data]:
        asked.append(language)
        return kept.content(language)

    monkeypatch.setattr(load, "content", content)
    load._built_in.cache_clear()
    assert load_guide("cass", language).language == "en"
    assert load.glossary(language) == load.glossary()
    assert set(asked) == {"en"}


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The content with a French overlay of two entries."""
    content = tmp_path / "content"
    shutil.copytree(kept.CONTENT, content)
    overlay = content / "fr" / "cass"
    overlay.mkdir(parents=True)
    (overlay / "purpose.yaml").write_text(
        "title: Raison d'être\nquestions:\n  - asks: purpose.focus\n    prompt: Qu'est-ce qui vous réunit?\n",
        encoding="utf-8",
    )
    (content / "fr" / "vocabulary.yaml").write_text(
        "choices:\n  Level:\n    core:\n      label: Noyau\n", encoding="utf-8"
    )
    monkeypatch.setattr(kept, "CONTENT", content)
    for forget in (load._built_in.cache_clear, kept.content.cache_clear):
        forget()
    yield
    for forget in (load._built_in.cache_clear, kept.content.cache_clear):
        forget()


def test_another_language_is_laid_over_english(french: None) -> None:
    """What is translated is said; what is not stays English."""
    guide = load_guide("cass", "fr")
    focus, audience = guide.question("purpose.focus"), guide.question("purpose.audience")
    assert focus is not None
    assert audience is not None
    assert focus.prompt == "Qu'est-ce qui vous réunit?"
    assert audience.prompt == "Who is the community for?"
    assert [section.title for section in guide.sections][1] == "Raison d'être"
    assert guide.vocabulary.choices["Level"]["core"].label == "Noyau"
    assert guide.vocabulary.choices["Level"]["active"].label == "Active"

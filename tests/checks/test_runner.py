"""Checking one plan: everything at once, each thing once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import Report, check
from cop_wizard.diagnostic import Severity

TODAY = dt.date(2026, 9, 1)
HEAD = "schema_version: 2\nguide: cass\ntitle: Bridge Builders\n"


def checked(text: str, path: Path = Path("plan.yaml"), today: dt.date = TODAY) -> Report:
    return check(text, path, today)


def codes(report: Report, *severities: Severity) -> list[str]:
    return [finding.code for finding in (report.of(*severities) if severities else report.findings)]


def test_a_plan_with_nothing_but_its_version_is_not_wrong() -> None:
    """Unanswered is not invalid."""
    report = checked("schema_version: 2\n")
    assert report.errors == ()
    assert report.plan is not None
    assert report.passes()
    assert not report.passes(strict=True)


def test_all_mistakes_are_told_in_the_order_of_the_text() -> None:
    """A broken section does not silence the others."""
    report = checked(
        HEAD + "purpose:\n  focus: [a]\nmembership: x\nlaunch:\n  start: 9\ntodo:\n  - question: nothing\n"
    )
    assert codes(report, Severity.ERROR) == ["COP204", "COP202", "COP209", "COP217"]
    assert report.plan is None


def test_unfinished_parts_are_told_beside_mistakes() -> None:
    """Somebody who mends a plan wants to know all that is left to do."""
    report = checked(HEAD + "launch:\n  start: 9\n")
    assert "COP209" in codes(report, Severity.ERROR)
    assert "COP301" in codes(report, Severity.UNFINISHED)


def test_each_thing_is_told_once() -> None:
    """A to-do without a question that exists is a mistake, and not an open end as well."""
    report = checked(HEAD + "todo:\n  - question: purpose.fokus\n    note: ask Ines\n")
    assert codes(report).count("COP217") == 1
    assert "COP302" not in codes(report)


@pytest.mark.parametrize("asks", ["purpose", "purpose.fokus", "schema_version", "title.x", "", "membership.size.least"])
def test_a_to_do_names_a_question(asks: str) -> None:
    """A section is none, nor is what no guide could ask for."""
    report = checked(HEAD + f"todo:\n  - question: {asks}\n")
    assert codes(report, Severity.ERROR) == (["COP217"] if asks else [])


@pytest.mark.parametrize("asks", ["title", "purpose.focus", "membership.size.minimum", "norms.statements.conflict"])
def test_a_to_do_may_name_a_part_of_an_answer(asks: str) -> None:
    """One norm, one number."""
    assert codes(checked(HEAD + f"todo:\n  - question: {asks}\n"), Severity.ERROR) == []


def test_a_newer_plan_is_told_to_be_newer_and_nothing_else() -> None:
    """Its other keys may mean something that this program does not know."""
    assert codes(checked("schema_version: 99\nguide: nowhere\nfuture: yes\n")) == ["COP213"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "just text\n", "- a list\n"])
def test_a_text_that_is_no_plan_has_one_mistake_and_no_gaps(text: str) -> None:
    """There is nothing to be unfinished yet."""
    report = checked(text)
    assert len(report.errors) == len(report.findings) == 1
    assert report.standings == ()


def test_a_guide_of_ones_own_is_found_beside_the_plan(tmp_path: Path) -> None:
    """Its questions decide what is open."""
    (tmp_path / "ours.yaml").write_text(
        "title: Ours\nsections:\n  - id: a\n    title: A\n    questions:\n"
        "      - asks: purpose.focus\n        required: yes\n"
    )
    report = checked("schema_version: 2\nguide: ours.yaml\n", tmp_path / "plan.yaml")
    assert [finding.path for finding in report.unfinished] == [("purpose", "focus")]


def test_a_broken_guide_is_told_under_its_own_name(tmp_path: Path) -> None:
    """The plan's line is marked, and the guide's own mistakes are listed with its file."""
    (tmp_path / "ours.yaml").write_text("title: Ours\nsections: none at all\n")
    report = checked("schema_version: 2\nguide: ours.yaml\n", tmp_path / "plan.yaml")
    assert codes(report) == ["COP216"]
    assert report.findings[0].span is not None
    assert report.findings[0].span.start.line == 2
    assert [(one.path.name, codes(one)) for one in report.beside] == [("ours.yaml", ["COP203"])]


def test_a_guide_that_is_no_text_is_one_mistake() -> None:
    """The structure says it; the search for the guide stays silent."""
    assert codes(checked("schema_version: 2\nguide: [cass]\n")) == ["COP204"]


@pytest.mark.parametrize("guide", ["none", "~", ""])
def test_without_a_guide_the_full_one_counts(guide: str) -> None:
    """A plan need not say which."""
    report = checked(f"schema_version: 2\nguide: {guide}\n")
    assert report.guide is not None
    assert report.guide.name == "cass"


@pytest.mark.parametrize(
    "todo",
    [
        "[purpose.focus]",
        "none",
        "~",
        "5",
        "{question: purpose.focus}",
        "[{question: [1, 2]}]",
        "[{question: {a: b}}]",
        "[none]",
    ],
)
def test_no_shape_of_the_to_do_list_stops_the_check(todo: str) -> None:
    """Wrong shapes are findings, never exceptions."""
    checked(HEAD + f"todo: {todo}\n")


@pytest.mark.parametrize("language", ["../../..", "/etc/passwd", "x" * 300, "English", "e", "en_GB"])
def test_a_language_that_is_none_is_told_with_its_line(language: str) -> None:
    """It is part of a path; the rest is checked in English."""
    report = checked(HEAD + f"language: {language}\n")
    assert codes(report, Severity.ERROR) == ["COP218"]
    assert report.errors[0].span is not None
    assert report.errors[0].span.start.line == 4
    assert len(report.errors[0].message) < 120
    assert report.guide is not None
    assert report.guide.language == "en"


@pytest.mark.parametrize("language", ["en", "fr", "FR", "fr-CA", "zh-Hant-TW", "' fr '", "none", "~"])
def test_names_of_languages_are_taken(language: str) -> None:
    """Whether or not there are words in them yet."""
    assert codes(checked(HEAD + f"language: {language}\n"), Severity.ERROR) == []


def test_a_language_that_is_a_list_is_one_mistake() -> None:
    """The structure says it."""
    assert codes(checked(HEAD + "language: [fr]\n"), Severity.ERROR) == ["COP204"]


@pytest.mark.parametrize("name", ["loop.yaml", "n" * 5_000 + ".yaml", "a/" * 3_000 + "x.yaml"])
def test_a_guide_that_cannot_be_reached_is_a_finding(tmp_path: Path, name: str) -> None:
    """A link to itself, a name too long: never an end of the program."""
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    report = checked(f"schema_version: 2\nguide: {name}\n", tmp_path / "plan.yaml")
    assert codes(report) == ["COP214"]
    assert len(report.errors[0].message) < 400

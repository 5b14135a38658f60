"""What was meant: labels, other languages, the wrong key, the wrong place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.refusals import distance, nearest

HEAD = "schema_version: 2\n"


def only(text: str) -> Diagnostic:
    report = check(HEAD + text, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert len(report.pointed_out) == 1, report.pointed_out
    return report.pointed_out[0]


@pytest.mark.parametrize(
    ("level", "meant"),
    [
        ("noyau", "core"),
        ("Noyau", "core"),
        ("périphérique", "peripheral"),
        ("Core group", "core"),
        ("ACTIVE", "active"),
    ],
)
def test_an_answer_in_other_words_is_understood(level: str, meant: str) -> None:
    """Its label, a French word, another case."""
    found = only(f"membership:\n  roster:\n    - level: {level}\n")
    assert found.code == "COP206"
    assert found.meant == meant
    assert f"`{meant}`" in found.hint


def test_own_words_that_are_an_item_of_the_list_are_noted() -> None:
    """They are allowed, but the program cannot count with them."""
    found = only("launch:\n  content: [points permanents]\n")
    assert (found.code, found.meant) == ("COP219", "standing_items")
    assert found.severity.value == "note"


@pytest.mark.parametrize("rhythm", ["Every month", "every week", "Mensuel", "toutes les deux semaines"])
def test_a_rhythm_that_is_understood_as_it_stands_is_left_alone(rhythm: str) -> None:
    """Its dates are the same, whichever way it is written."""
    report = check(HEAD + f"launch:\n  rhythm: {rhythm}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert report.pointed_out == ()


def test_an_answer_to_another_question_is_told_where_it_belongs() -> None:
    """A status under ``level``."""
    found = only("membership:\n  roster:\n    - level: invited\n")
    assert found.hint == "`invited` is an answer to `status`."


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("purpose:\n  roster:\n", "Its place is in `membership`."),
        ("purpose:\n  membership:\n", "`membership` begins at the left margin, with nothing in front of it."),
        ("rhythm: weekly\n", "Its place is in `launch`."),
        (
            "organization: {values: Every child, every day.}\n",
            "If this belongs to the text before the comma, put that whole text in quotation marks.",
        ),
    ],
)
def test_a_key_in_the_wrong_place_is_told_where_it_belongs(text: str, hint: str) -> None:
    """Instead of a list of everything that could stand there."""
    assert only(text).hint == hint


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "abc", 3), ("norms", "norms", 0), ("nroms", "norms", 1), ("norm", "norms", 1), ("noems", "norms", 1)],
)
def test_letters_added_left_out_changed_or_swapped_are_counted(one: str, other: str, steps: int) -> None:
    """A swap of neighbours is one step, as it is one slip of the hand."""
    assert distance(one, other) == distance(other, one) == steps


@pytest.mark.parametrize(
    ("given", "meant"),
    [("memebrship", "membership"), ("Lauch", "launch"), ("résults", "results"), ("norm", "norms"), ("weather", "")],
)
def test_the_nearest_name_is_found(given: str, meant: str) -> None:
    """By the number of slips, accents and case aside."""
    assert nearest(given, ["membership", "launch", "results", "norms", "leadership"]) == meant

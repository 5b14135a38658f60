"""Answers from elsewhere: our own sheet filled in, and the tables of forms on the web."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.instruments.forms import Answers, Headings, from_form, from_sheet, is_sheet, sheet_rows
from cop_wizard.instruments.load import instrument_names, load_instrument
from cop_wizard.spreadsheet import Table, read_table

GUIDE = load_guide("cass")
WORDS = GUIDE.vocabulary.parts["Rating"]
ELEMENTS = load_instrument("six-elements", GUIDE.vocabulary)
TODAY = dt.date(2026, 11, 22)
NOTHING = ("Nothing in “{path}” is known.", "Name the instrument.")


def _table(rows: Sequence[Sequence[str]], headings: Headings) -> Table:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return read_table(out.getvalue().encode(), Path("answers.csv"), headings.likeness, NOTHING)


def _form(*rows: Sequence[str]) -> Answers:
    headings = Headings(ELEMENTS, WORDS)
    return from_form(_table(rows, headings), headings, TODAY)


def test_a_form_has_a_row_for_each_person_and_its_questions_are_known_by_their_text() -> None:
    question = ELEMENTS.items[0].question
    found = _form(
        ["Id", "Start time", "Completion time", "Email", "Name", question, "What shows it", "Mutual Engagement"],
        [
            "1",
            "11/20/26 9:00",
            "11/20/26 9:14:33",
            "a@b.example",
            "Ana Ruiz",
            "As a rule",
            "Bread, cut",
            "In places",
        ],
        ["2", "11/20/26 9:00", "11/21/26 10:00:00", "anonymous", "", "not yet", "", ""],
    )
    assert found.unmatched == ()
    assert found.reviews == (
        {
            "instrument": "six-elements",
            "on": "2026-11-20",
            "by": "Ana Ruiz",
            "ratings": [
                {"item": "joint_enterprise", "level": "as_a_rule", "evidence": "Bread, cut"},
                {"item": "mutual_engagement", "level": "in_places"},
            ],
        },
        {
            "instrument": "six-elements",
            "on": "2026-11-21",
            "by": "anonymous",
            "ratings": [{"item": "joint_enterprise", "level": "not_yet"}],
        },
    )


def test_what_cannot_be_matched_is_told_and_nothing_else_is_lost() -> None:
    found = _form(
        ["Timestamp", "Mutual Engagement", "Favourite biscuit", "Identity (Positionality)"],
        ["2026/11/20 9:00:00", "sort of", "Oreo", "As a rule"],
    )
    told = [(one.line, one.words) for one in found.unmatched]
    assert told == [(0, "Favourite biscuit"), (2, "Mutual Engagement: sort of")]
    assert found.reviews[0]["ratings"] == [{"item": "identity", "level": "as_a_rule"}]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Mutual Engagement",
        "How far are we? [Mutual Engagement]",
        "mutual engagement",
        "Mutual Engagement: Is everybody drawn into the work, or do a few do it while the others look on?",
        "Question 2: Is everybody drawn into the work, or do a few do it while the others look on?",
    ],
)
def test_a_heading_is_known_however_the_form_writes_it(heading: str) -> None:
    (review,) = _form(["Name", heading, "Participation"], ["Ana", "2", "As a rule"]).reviews
    assert review["ratings"] == [
        {"item": "mutual_engagement", "level": "in_places"},  # the second of three on a scale
        {"item": "participation", "level": "as_a_rule"},
    ]


@pytest.mark.parametrize(
    ("noted", "day"),
    [
        ("2026-11-20T09:14", "2026-11-20"),
        ("20/11/2026 09:14", "2026-11-20"),
        ("11/20/26 9:14", "2026-11-20"),
        ("", "2026-11-22"),
    ],
)
def test_the_day_is_the_one_that_the_form_noted(noted: str, day: str) -> None:
    (review,) = _form(["Completion time", "Participation", "Identity"], [noted, "As a rule", ""]).reviews
    assert review["on"] == day


@pytest.mark.parametrize("name", [name for name in instrument_names() if name != "topic-sorter"])
def test_a_sheet_that_is_filled_in_reads_back(name: str) -> None:
    instrument = load_instrument(name, GUIDE.vocabulary)
    headings = Headings(instrument, WORDS)
    rows = list(sheet_rows(instrument, WORDS))
    first = len(rows[0]) - 1 if not instrument.usual_levels else 2
    for row, item in zip(rows[1:-1], instrument.items, strict=True):
        row[first] = item.levels[-1].label if item.levels else "We said so."
    rows[-1][1] = "Ana Ruiz"
    table = _table(rows, headings)
    assert is_sheet(table.headings)
    found = from_sheet(table, headings, TODAY)
    assert found.unmatched == ()
    (review,) = found.reviews
    assert review["by"] == "Ana Ruiz"
    ratings = review["ratings"]
    assert isinstance(ratings, list)
    assert [one["item"] for one in ratings if isinstance(one, dict)] == [item.id for item in instrument.items]
    if instrument.usual_levels:
        levels = [one["level"] for one in ratings if isinstance(one, dict)]
        assert levels == [item.levels[-1].id for item in instrument.items]

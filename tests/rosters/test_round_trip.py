"""The roster as a table for a spreadsheet comes back as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cop_wizard.documents.register import render
from cop_wizard.documents.subject import Subject
from cop_wizard.guide.load import load_guide
from cop_wizard.plan import choices
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice, misspelt
from cop_wizard.rosters.cells import guarded, joined, parted, unguarded
from cop_wizard.rosters.columns import columns, known_headings, likeness, no_headings
from cop_wizard.rosters.merge import merge
from cop_wizard.rosters.people import people
from cop_wizard.spreadsheet import read_table
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.wording import clean, one_line
from documents.document_plans import subject_of

GUIDE = load_guide("cass")
KNOWN = known_headings(GUIDE.vocabulary)


def back(subject: Subject) -> list[dict[str, Any]]:
    content = render(document="roster", format="csv", subject=subject)
    table = read_table(content, Path("roster.csv"), lambda cells: likeness(cells, KNOWN), no_headings())
    found = people(table, columns(table.headings, KNOWN), GUIDE.vocabulary)
    return [dict(one.data) for one in merge(None, found).added]


def _settled(text: str) -> str:
    return one_line(text)


LINES = st.text(max_size=30).map(_settled).filter(bool) | st.sampled_from(
    [
        "=1+1",
        "'=1+1",
        "''none",
        "none",
        "'none",
        "@x",
        "-",
        "+1 780",
        "a;b",
        'say "x", twice',
        "’s-Hertogenbosch",
        "李伟",
    ]
)
_LABELS = {folded(words) for words in GUIDE.vocabulary.meanings["RoleLabel"]} | {
    folded(one) for one in choices.RoleLabel
}
OWN = LINES.filter(lambda text: folded(text) not in _LABELS and not misspelt(text, tuple(choices.RoleLabel)))


def _one(kind: type[Choice]) -> Any:
    return st.sampled_from([str(one) for one in kind])


PEOPLE = st.fixed_dictionaries(
    {"name": LINES},
    optional={
        "role": LINES | st.just(NONE_ON_PURPOSE),
        "organization": LINES,
        "email": LINES,
        "level": _one(choices.Level),
        "status": _one(choices.Status) | st.just("TBD"),
        "labels": st.lists(_one(choices.RoleLabel) | OWN, min_size=1, max_size=3),
        "voting": _one(choices.YesNo),
        "since": st.dates().map(str) | st.just("spring 2024"),
        "may_be_named": _one(choices.YesNo) | st.just(NONE_ON_PURPOSE),
        "note": LINES,
    },
)


def _distinct(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without people of one name and one address, who are one person."""
    return list({(folded(str(one["name"])), str(one.get("email")).casefold()): one for one in people}.values())


@settings(max_examples=150)
@given(st.lists(PEOPLE, min_size=1, max_size=4).map(_distinct))
@example([{"name": "none"}, {"name": "=1", "labels": ["a;b"], "note": "'none"}])
def test_what_is_written_is_read_back_the_same(roster: list[dict[str, Any]]) -> None:
    """Into an empty plan, whatever stands in the cells."""
    held = Plan.model_validate({"schema_version": "2", "membership": {"roster": roster}})
    read = back(subject_of({"membership": {"roster": roster}}, GUIDE))
    assert Plan.model_validate({"schema_version": "2", "membership": {"roster": read}}).membership == held.membership


@given(st.text())
@example("none")
@example("'=x")
@example("\t=x")
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    """And the apostrophe that sees to it comes off again."""
    cell = guarded(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert unguarded(cell) == clean(text)


@given(st.lists(st.text().map(one_line).filter(bool), min_size=1))
def test_several_items_in_a_cell_stay_several(items: list[str]) -> None:
    assert parted(joined(items)) == items


def test_the_table_is_one_that_excel_opens_with_its_accents() -> None:
    """A mark for UTF-8, lines that end as the standard says, and the guide's own headings."""
    made = render(
        document="roster", format="csv", subject=subject_of({"membership": {"roster": [{"name": "Zoé"}]}}, GUIDE)
    ).decode()
    assert made.startswith("\ufeff")
    assert made.count("\r\n") == made.count("\n") == 2
    head, row = csv.reader(io.StringIO(made[1:], newline=""))
    words = GUIDE.vocabulary.parts["Member"].fields
    assert head[:2] == [words["name"].label, words["role"].label]
    assert row[0] == "Zoé"


def test_filler_is_no_answer_but_is_kept() -> None:
    assert is_filler("TBD")
    assert back(subject_of({"membership": {"roster": [{"name": "Ana", "level": "TBD"}]}}, GUIDE)) == [
        {"name": "Ana", "level": "TBD"}
    ]

"""The schema and the models agree on what a plan can hold; each exception is listed with its reason."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.cli.plans import is_plan
from cop_wizard.plan.fields import choices_of, item_type, keys_at, kind_of, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.structure import read_as
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.yamltext.splice import write
from schema.agreement import (
    DISAGREEMENTS,
    PLACES,
    Disagreement,
    Judge,
    explained,
    is_structural,
    model_places,
    plan_with,
    unexplained,
)

TOP = Path(__file__).parents[2]
VALID = sorted(path for path in (TOP / "examples").glob("valid/*.yaml") if is_plan(path))
PLANS = sorted(path for folder in ("examples", "tests") for path in (TOP / folder).rglob("*.yaml") if is_plan(path))


def readable(path: Path) -> bool:
    """Whether the file is YAML for us, so that its structure is the only question."""
    try:
        return all(map(is_structural, read_as(Plan, path.read_text(encoding="utf-8")).problems))
    except UnicodeDecodeError:
        return False


STRUCTURAL = [path for path in PLANS if readable(path)]


@pytest.mark.parametrize("plan", STRUCTURAL, ids=lambda path: str(path.relative_to(TOP)))
def test_plans_of_this_project(plan: Path, judge: Judge) -> None:
    """Both say the same of every example and every plan of the tests, place by place."""
    assert unexplained(plan.read_text(encoding="utf-8"), judge) == []


def test_check_jsonschema_itself(schema_file: Path, tmp_path: Path) -> None:
    """The real program refuses the plans that the models refuse, and no others."""
    plans = {path: path.read_text(encoding="utf-8") for path in STRUCTURAL}
    said = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", schema_file, *plans],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    refused = {Path(error["filename"]) for error in json.loads(said.stdout)["errors"]}
    ours = {path for path, text in plans.items() if model_places(text)}
    for path in ours ^ refused:
        assert all(explained(plans[path], place, "models") for place in model_places(plans[path])), path
    assert refused.isdisjoint(VALID)
    assert len(refused) > 10


@pytest.mark.parametrize(
    ("known", "sort", "value"),
    [(known, sort, value) for known in DISAGREEMENTS for sort in known.sorts for value in known.examples],
)
def test_each_exception_is_still_one(known: Disagreement, sort: str, value: str, judge: Judge) -> None:
    """The one that the table calls stricter refuses it, the other does not; the table holds nothing outdated."""
    text = plan_with(sort, value)
    ours, theirs = model_places(text), judge.places(text)
    assert (bool(ours), bool(theirs)) == (known.stricter == "models", known.stricter == "schema")
    assert unexplained(text, judge) == []


MANY = settings(max_examples=max(300, settings().max_examples))


# --- generated plans -----------------------------------------------------------------------------------------------

GOOD = {
    "date": ["2026-09-15", "15 September 2026", "Sept. 5, 2027", "10th week of term", "2027", "TBD", "2028-2-29"],
    "time": [
        "9:30",
        "15:30",
        "3.30 pm",
        "15h30",
        "noon",
        "9 am",
        "12:00 a.m.",
        "7 h",
        "Midday",
        "15.30",
        "midnight",
        "MIDI",
        "half past nine",
        "after school",
        "12:30 or 18:00",
        "TBD",
    ],
    "length": ["90 minutes", "1 h 30", "1.5 hours", "1:30", "half a day", "24 hours", "1,5 h"],
    "count": ["12", "0", "100000", "more than 50", "007", "twelve"],
    "zone": ["America/Edmonton", "UTC", "Mountain Time", "TBD", "America/Argentina/Buenos_Aires"],
}
WRONG = {
    "date": ["2026-02-30", "2026-13-01", "15/09/2026", "15.09.26", "12", "0000-01-01", "2026/4/31", "20260915"],
    "time": ["25:30", "9", "9:60", "13 pm", "24:00", "0 am", "12."],
    "zone": ["America/Edmunton", "Europe/Atlantis"],
    "length": ["90", "1,5", "1.5", "0 minutes", "25 hours"],
    "count": ["12.5", "-3", "100001", "12 000", "1234567", "3-4"],
}
WORDS = st.sampled_from(
    ["reading", "12", "yes", "true", "False", "1e3", "no: really", "# none", "a\nb", "- x", "2026-09-15", "weekly", "é"]
) | st.text("ab 0129:.-/'\"#é\n", max_size=12).filter(str.strip)
BLANK: st.SearchStrategy[Data] = st.sampled_from([None, "", NONE_ON_PURPOSE])
MISFITS: st.SearchStrategy[Data] = st.sampled_from(
    [
        None,
        "",
        "  ",
        "none",
        NONE_ON_PURPOSE,
        "text",
        "12",
        "true",
        [],
        ["a"],
        [None],
        {},
        {"a": "b"},
        {"x-a": "b"},
        [[]],
    ]
)


def quoted(value: str) -> str:
    """A value as it can stand between brackets."""
    return f"'{value}'" if "," in value else value


def filled(form: str, *parts: Sequence[Any]) -> st.SearchStrategy[str]:
    """``form`` filled with a number from each pair of bounds and an item of each other sequence."""
    drawn = [st.integers(*part) if isinstance(part, tuple) else st.sampled_from(part) for part in parts]
    return st.tuples(*drawn).map(lambda found: form.format(*found))


def values(path: KeyPath, wrong: bool) -> st.SearchStrategy[Data]:
    """What can stand at ``path``; with ``wrong``, also what cannot."""
    right = answers(path, wrong)
    if not isinstance(path[-1], int):
        right = BLANK | right
    return right if not wrong else st.one_of(right, right, right, right, MISFITS)


def answers(path: KeyPath, wrong: bool) -> st.SearchStrategy[Data]:
    annotation: Any = type_at(Plan, path)
    if part_type(annotation):
        return mappings(path, wrong)
    if item_type(annotation) is not None:
        return st.lists(values((*path, 0), wrong), max_size=3).map(list)
    choices = choices_of(annotation)
    if choices is not None:
        return st.sampled_from([*(str(one) for one in choices), "TBD", "xxx"])
    kind = kind_of(annotation)
    return st.sampled_from(GOOD[kind] + (WRONG[kind] if wrong else [])) if kind in GOOD else WORDS


def mappings(path: KeyPath, wrong: bool) -> st.SearchStrategy[Data]:
    """Some of the keys at ``path``, one of the person's own, and with ``wrong`` perhaps an unknown one."""
    own = ["x-mine"] + (["foucs"] if wrong else [])
    known = {key: st.deferred(lambda key=key: values((*path, key), wrong)) for key in keys_at(Plan, path)}  # type: ignore[misc]
    chosen = st.lists(st.sampled_from([*known, *own]), unique=True, max_size=4)
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: known.get(key, MISFITS) for key in keys}))


def plans(wrong: bool) -> st.SearchStrategy[str]:
    """The text of a plan."""
    versions = st.sampled_from(["2"] * 8 + (["1", "3", "one", "0", None] if wrong else []))
    sections = [key for key in Plan.model_fields if key != "schema_version"]
    known = {key: st.deferred(lambda key=key: values((key,), wrong)) for key in sections}  # type: ignore[misc]
    chosen = st.lists(st.sampled_from(sections), unique=True, max_size=5)
    rest = chosen.flatmap(lambda keys: st.fixed_dictionaries({key: known[key] for key in keys}))
    return st.builds(lambda version, data: write({"schema_version": version, **data}), versions, rest)


@pytest.mark.parametrize("sort", PLACES)
def test_known_values_at_every_sort_of_place(sort: str, judge: Judge) -> None:
    """Right and wrong ones, also where they do not belong."""
    for value in [value for group in (GOOD, WRONG) for some in group.values() for value in some]:
        assert unexplained(plan_with(sort, quoted(value)), judge) == []


SINGLE = st.one_of(
    st.tuples(st.sampled_from(["date", "time", "length", "count"]), st.integers(-9, 120_000).map(str)),
    st.tuples(st.just("date"), st.integers(1890, 2110).map(str)),
    st.tuples(st.just("date"), filled("{}{}{}{}{}", (1999, 2029), "-/.", (0, 13), "-/.", (0, 32))),
    st.tuples(st.just("date"), filled("{}{}{}{}{}", (0, 32), "-/.", (0, 13), "-/.", (24, 28))),
    st.tuples(
        st.sampled_from(["time", "length"]), filled("{}{}{:02}{}", (0, 25), ":.h", (0, 61), ["", " ", "h", "pm"])
    ),
    st.tuples(st.just("time"), filled("{}{}", (0, 25), [" am", "PM", " a.m.", "p.M.", "h", " H", " a.m", " o'clock"])),
    st.tuples(st.just("length"), filled("{}{}", (0, 2000), [" minutes", " h", " hours", "", " weeks", "m.", " h 5"])),
)


@settings(max_examples=5 * MANY.max_examples)
@given(single=SINGLE)
def test_of_single_values_both_say_the_same(single: tuple[str, str], judge: Judge) -> None:
    """Dates, times, lengths and numbers of all sorts, right and wrong, each at a place of its own."""
    sort, value = single
    assert unexplained(plan_with(sort, quoted(value)), judge) == []


@MANY
@given(text=plans(wrong=False))
def test_what_the_models_take_the_schema_takes(text: str, judge: Judge) -> None:
    """Plans made of answers that are right, whatever the mixture."""
    assert model_places(text) == set()
    assert unexplained(text, judge) == []


@MANY
@given(text=plans(wrong=True))
def test_of_mistaken_plans_both_say_the_same(text: str, judge: Judge) -> None:
    """Plans with wrong values, wrong shapes and unknown keys: both name the same places."""
    assert unexplained(text, judge) == []

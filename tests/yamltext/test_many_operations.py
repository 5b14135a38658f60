"""Many operations at once: as if they had been made one by one, but read far less often."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import splice
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.splice import Insert, Operation, Put, Remove, SpliceRefused, apply, changed
from yamltext.test_wild_edits import WildFile, data, paths

_REMARK = re.compile(r"# remark \d+\.")

ROSTER: KeyPath = ("membership", "roster")
PLAN = """\
title: Bridge Builders
membership:
  # Who might belong?
  roster:
    - name: Zoé Tremblay # the first

    # He knows everybody.
    - name: Halvard Lindqvist
      role: Teacher
      # until June

    - {name: Ben, role: Coach}
  invitation: none
"""


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the splice reads."""
    found: list[str] = []

    def counting(text: str) -> Document:
        found.append(text)
        return read(text)

    monkeypatch.setattr(splice, "read", counting)
    return found


def test_new_rows_stand_where_they_would_one_by_one() -> None:
    """Between the old ones, with the blank lines of the list, and no comment gets another owner."""
    new: list[Operation] = [
        Insert(ROSTER, 1, {"name": "Ana", "role": "Coach"}),
        Insert(ROSTER, 2, {"name": "Cho"}),
        Insert(ROSTER, 0, {"name": "Ada"}),
        Insert(ROSTER, 6, {"name": "Mia"}),
    ]
    together = apply(PLAN, new)
    assert together == one_by_one(PLAN, new)
    assert "# the first\n\n    - name: Ana\n      role: Coach\n\n    - name: Cho\n\n    # He knows" in together


def test_fields_of_many_rows_stand_where_they_would_one_by_one() -> None:
    """Each behind the fields that come before it, with its own comment."""
    order = ("name", "role", "note")
    new: list[Operation] = [
        Put((*ROSTER, 2, "note"), "comes by bus", order=order),
        Put((*ROSTER, 0, "role"), "Principal", comment="What does she do?", order=order),
        Remove((*ROSTER, 1, "role")),
    ]
    assert apply(PLAN, new) == one_by_one(PLAN, new)


def test_a_thousand_rows_are_read_once(readings: list[str]) -> None:
    """Whoever brings a large roster does not wait."""
    document = read(PLAN)
    rows: list[Operation] = [Insert(ROSTER, 3 + number, {"name": f"Person {number}"}) for number in range(1000)]
    document = changed(document, rows)
    assert len(readings) == 1
    roles: list[Operation] = [Put((*ROSTER, number, "role"), f"Role {number}") for number in range(1000)]
    changed(document, [*roles, *(Put((*ROSTER, number, "note"), "A note") for number in range(1000))])
    assert len(readings) == 3


def test_one_odd_row_keeps_the_others_together(readings: list[str]) -> None:
    """A blank line would become part of the text above it; that row is found by halves, the rest is done together."""
    document = read("rows:\n- a: 1\n\n  b: |+\n    text\n" + "- a: 2\n" * 150)
    fields: list[Operation] = [Put(("rows", row, "c"), "new") for row in range(151)]
    done = changed(document, fields)
    assert 1 < len(readings) < 25
    assert done.text == one_by_one(document.text, fields)


def test_where_one_operation_makes_no_sense_none_is_made() -> None:
    """As with one by one: the text given is never half changed."""
    with pytest.raises(SpliceRefused):
        apply(PLAN, [Insert(ROSTER, 3, {"name": "Ana"}), Insert(ROSTER, 7, {"name": "Cho"})])
    with pytest.raises(SpliceRefused):
        apply("a: &x [1]\nb: *x\n", [Insert(("b",), 1, "2"), Insert(("b",), 2, "3")])


def test_a_value_that_stays_is_not_written_anew() -> None:
    """Also among others that change."""
    text = "list:\n- a: 'x'\n- a: 'y'\n"
    assert apply(text, [Put(("list", 0, "a"), "x"), Put(("list", 1, "a"), "z")]) == "list:\n- a: 'x'\n- a: z\n"


def many(rng: Random, found: Data) -> list[Operation]:
    """New items of one list, or fields of its rows, in any order."""
    lists: list[tuple[KeyPath, Data]] = [
        (path, value) for path, value in paths(found) if path and (isinstance(value, list) or value is None)
    ]
    rows = [(path, value) for path, value in lists if isinstance(value, list) and any(map(_is_row, value))]
    if rows and rng.random() < 0.4:
        holder, held = rng.choice(rows)
        places = [place for place, row in enumerate(held) if _is_row(row)]
        return [_field(rng, (*holder, place), held[place]) for place in rng.sample(places, len(places))]
    path, value = rng.choice([*lists, (("new",), None)])
    count = len(value) if isinstance(value, list) else 0
    return [Insert(path, rng.randrange(count + more + 1), data(rng)) for more in range(rng.randrange(2, 8))]


def _is_row(row: Data) -> bool:
    return row is None or isinstance(row, dict)


def _field(rng: Random, path: KeyPath, row: Data) -> Operation:
    keys = list(row) if isinstance(row, dict) else []
    if keys and rng.random() < 0.2:
        return Remove((*path, rng.choice(keys)))
    order = tuple(rng.sample(("a", "b", "fresh", "name", "focus", "role"), 4))
    return Put((*path, rng.choice([*keys, "a", "fresh"])), data(rng), rng.choice(("", "Why?")), order)


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**48))
def test_together_is_as_good_as_one_by_one(seed: int) -> None:
    """Whatever the file looks like: the same data, and line by line the same text; only a remark may sit elsewhere."""
    rng = Random(seed)
    document = read(WildFile(rng).write())
    if document.problems:
        return
    operations = many(rng, document.data)
    together, single = apply(document.text, operations), one_by_one(document.text, operations)
    assert read(together).data == read(single).data
    assert sorted(_REMARK.findall(together)) == sorted(_REMARK.findall(single))
    assert _lines(together) == _lines(single)


def one_by_one(text: str, operations: list[Operation]) -> str:
    for operation in operations:
        text = apply(text, [operation])
    return text


def _lines(text: str) -> list[str]:
    """What stands in the lines, but for remarks: of a list that was blank, the remark may come to any new row."""
    bare = (re.sub(r"# remark \d+\..*", "", line).strip() for line in re.split(r"\r\n|\n|\r", text))
    return sorted(line for line in bare if line)

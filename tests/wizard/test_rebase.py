"""Two people change one plan: what they did comes together, or they are told where they did the same."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.structure import read_as
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, value_at
from cop_wizard.wizard.rebase import Clash, rebase
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, Rename, SpliceRefused, apply, edited, write

OLD: Any = {"a": "x", "rows": [{"n": "1"}, {"n": "2"}, {"n": "3"}], "words": ["p", "q"]}
NEW: Any = {"a": "y", "rows": [{"n": "0"}, {"n": "1"}, {"n": "2", "more": "m"}, {"n": "3"}], "words": ["p", "q"]}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Put(("b",), "v"), Put(("b",), "v")),
        (Put(("rows", 2, "n"), "9"), Put(("rows", 3, "n"), "9")),
        (Put(("rows", 1, "n"), "9"), Put(("rows", 2, "n"), "9")),
        (Remove(("rows", 0)), Remove(("rows", 1))),
        (Insert(("rows",), 3, {"n": "4"}), Insert(("rows",), 4, {"n": "4"})),
        (Insert(("rows",), 1, {"n": "4"}), Insert(("rows",), 2, {"n": "4"})),
        (Insert(("rows",), 0, {"n": "4"}), Insert(("rows",), 1, {"n": "4"})),
        (Move(("rows",), 2, 0), Move(("rows",), 3, 1)),
        (Move(("rows",), 0, 2), Move(("rows",), 1, 3)),
        (Rename(("a",), "x-a"), Rename(("a",), "x-a")),
        (Insert(("words",), 2, "r"), Insert(("words",), 2, "r")),
    ],
)
def test_positions_follow_their_rows(operation: Operation, expected: Operation) -> None:
    """And the result makes sense on the new data."""
    assert rebase([operation], OLD, NEW) == [expected]
    edited(NEW, expected)


def test_several_changes_build_on_each_other() -> None:
    """The second sees the work of the first, in both versions."""
    first, second = Remove(("rows", 0)), Put(("rows", 0, "n"), "two")
    merged: Any = NEW
    for operation in rebase([first, second], OLD, NEW):
        merged = edited(merged, operation)
    assert merged["rows"] == [{"n": "0"}, {"n": "two", "more": "m"}, {"n": "3"}]


@pytest.mark.parametrize(
    ("operation", "new"),
    [
        (Put(("a",), "mine"), {"a": "theirs"}),
        (Put(("a",), None), {"a": "theirs"}),
        (Remove(("rows", 0)), {"rows": [{"n": "2"}, {"n": "7"}]}),
        (Remove(("rows", 0)), {"rows": [{"n": "1"}, {"n": "1"}]}),
        (Remove(("rows", 0)), {"rows": [{"n": "1", "more": "m"}, {"n": "2"}, {"n": "3"}]}),
        (Put(("rows", 0, "n"), "9"), {"rows": [{"n": "2"}, {"n": "3"}]}),
        (Insert(("rows",), 0, {"n": "0"}), {"rows": NONE_ON_PURPOSE}),
        (Insert(("words",), 0, "r"), {"words": ["p", "s"]}),
        (Put(("words", 0), "r"), {"words": ["s", "q"]}),
        (Remove(("words", 0)), {"words": ["q"]}),
        (Move(("rows",), 0, 2), {"rows": [{"n": "2"}, {"n": "1"}, {"n": "3"}]}),
        (Rename(("a",), "b"), {"c": "x"}),
    ],
)
def test_what_both_changed_is_a_clash(operation: Operation, new: Data) -> None:
    """Never decided without asking; what would let mine win makes sense on their version."""
    with pytest.raises(Clash) as clash:
        rebase([operation], OLD, new)
    for forced in clash.value.forced:
        new = edited(new, forced)
    rebase([operation], OLD, new, mine_wins=True)


@pytest.mark.parametrize(
    ("operation", "new"),
    [
        (Put(("a",), "same"), {"a": "same"}),
        (Remove(("rows", 0)), {"rows": [{"n": "2"}, {"n": "3"}]}),
        (Insert(("rows",), 3, {"n": "4"}), {"rows": [*OLD["rows"], {"n": "4"}]}),
        (Put(("b",), {"c": "1"}), {"b": {"c": "1", "d": "2"}}),
        (Rename(("a",), "b"), {"b": "x"}),
    ],
)
def test_what_both_did_alike_is_done_once(operation: Operation, new: Data) -> None:
    """The same answer twice is one answer."""
    assert rebase([operation], OLD, new) == []


def test_two_people_begin_the_same_section_and_the_same_list() -> None:
    """A section that was not there before takes the answers of both, in the guide's order."""
    mine = Put(("membership",), {"roster": [{"name": "Ana"}]}, order=("membership",))
    theirs: Data = {"membership": {"roster": [{"name": "Ben"}], "size": None}}
    (placed,) = rebase([mine], {}, theirs)
    assert placed == Insert(("membership", "roster"), 1, {"name": "Ana"})
    (placed,) = rebase([mine], {}, {"membership": {"size": None}})
    assert placed == Put(("membership", "roster"), [{"name": "Ana"}], order=keys_at(Plan, ("membership",)))


# --- any changes by two people --------------------------------------------------------------------------------------

SINGLE: list[KeyPath] = [("title",), ("purpose", "focus"), ("purpose", "audience"), ("purpose", "learn_to")]
LISTS: list[KeyPath] = [("membership", "roster"), ("collaborative_plan", "meetings")]
FIELDS = {"roster": ("name", "level"), "meetings": ("date", "resources")}
ID = {"roster": "role", "meetings": "topics"}
"""A field that the test never changes and never uses twice, so that it knows which row is which."""
WORDS = {"name": "name", "date": "day", "resources": "book"}


class Person:
    """Makes random changes to a plan that fit its form.

    Nobody takes somebody out and adds another one of the same name: that is the same person, changed.
    """

    def __init__(self, rng: Random, mark: str) -> None:
        self.rng, self.mark, self.count = rng, mark, 0

    def word(self) -> str:
        self.count += 1
        return f"{self.mark}{self.count}"

    def value(self, field: str) -> str:
        """One of a few values, so that some come twice."""
        return (
            self.rng.choice([f"{WORDS[field]} {self.mark}{number}" for number in (1, 2, 3)])
            if field != "level"
            else self.rng.choice(("core", "active"))
        )

    def row(self, kind: str) -> dict[str, Data]:
        first, second = FIELDS[kind]
        row: dict[str, Data] = {first: self.value(first), ID[kind]: self.word()}
        return row | ({second: self.value(second)} if self.rng.random() < 0.5 else {})

    def plan(self) -> dict[str, Data]:
        data: dict[str, Data] = {"schema_version": "2"}
        for path in SINGLE:
            if self.rng.random() < 0.6:
                data = edited(data, Put(path, self.rng.choice((None, NONE_ON_PURPOSE, self.word()))))  # type: ignore[assignment]
        for path in LISTS:
            rows: Data = [self.row(str(path[-1])) for _ in range(self.rng.randrange(5))]
            if self.rng.random() < 0.8:
                data = edited(data, Put(path, rows or None))  # type: ignore[assignment]
        if self.rng.random() < 0.7:
            data = edited(data, Put(("purpose", "purposes"), [self.word(), self.word()]))  # type: ignore[assignment]
        return data

    def change(self, data: Data) -> Operation:
        rng = self.rng
        kind = rng.random()
        words = value_at(data, ("purpose", "purposes"))
        if kind < 0.3:
            return Put(rng.choice(SINGLE), rng.choice((None, NONE_ON_PURPOSE, self.word(), self.word())))
        if kind < 0.4:
            return Insert(
                ("purpose", "purposes"), rng.randrange(len(words) + 1) if isinstance(words, list) else 0, self.word()
            )
        path = rng.choice(LISTS)
        rows = value_at(data, path)
        if not isinstance(rows, list) or kind < 0.55:
            return Insert(path, rng.randrange(len(rows) + 1) if isinstance(rows, list) else 0, self.row(str(path[-1])))
        place = rng.randrange(len(rows))
        if kind < 0.65:
            return Remove((*path, place))
        if kind < 0.75:
            return Move(path, place, rng.randrange(len(rows)))
        field = rng.choice(FIELDS[str(path[-1])])
        return Put((*path, place, field), self.value(field))

    def changes(self, data: Data) -> tuple[list[Operation], Data]:
        made = []
        for _ in range(self.rng.randrange(1, 4)):
            made.append(self.change(data))
            data = edited(data, made[-1])
        return made, data


def answers(data: Data, path: KeyPath = ()) -> dict[tuple[Any, ...], Data]:
    """Every answer by its place, rows by what identifies them; a list of words is one answer."""
    found: dict[tuple[Any, ...], Data] = {}
    if isinstance(data, dict):
        for key, value in data.items():
            found |= answers(value, (*path, key))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        for row in data:
            found |= answers(row, (*path, str(value_at(row, (ID[str(path[-1])],)))))
    elif data is not None:
        found[path] = data
    return found


def changed(before: Data, after: Data) -> dict[tuple[Any, ...], Data]:
    """What became of every answer that is another one, or gone (``None``)."""
    old, new = answers(before), answers(after)
    return {place: new.get(place) for place in {**old, **new} if old.get(place) != new.get(place)}


@given(seed=st.integers(0, 2**48))
def test_both_persons_changes_are_in_the_result_or_a_clash_is_told(seed: int) -> None:
    """On random valid plans: nothing either of them did is lost, and nothing else changes."""
    rng = Random(seed)
    base = Person(rng, "base").plan()
    text = write(base)
    _ops, theirs = Person(rng, "theirs").changes(base)
    mine, wanted = Person(rng, "mine").changes(base)
    try:
        placed = rebase(mine, base, theirs)
    except Clash:
        return
    merged: Data = theirs
    for operation in placed:
        merged = edited(merged, operation)
    now = answers(merged)
    expected = {**changed(base, theirs), **changed(base, wanted)}
    for place, value in expected.items():
        assert now.get(place) == value, (place, value)
    untouched = {place: value for place, value in answers(base).items() if place not in expected}
    assert {place: value for place, value in now.items() if place not in expected} == untouched
    try:
        result = apply(write(dict(theirs)) if isinstance(theirs, dict) else text, placed)
    except SpliceRefused:
        return
    assert read(result).data == merged
    assert not [found for found in read_as(Plan, result).problems if found not in read_as(Plan, text).problems]

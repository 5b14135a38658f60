"""A key gets another name: its value, its comments and its place stay, and nothing else changes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.values import Data
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Rename, SpliceRefused, apply, edited
from yamltext.test_wild_edits import KEYS, WildFile, paths


@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 2**48))
def test_only_the_name_changes(seed: int) -> None:
    """On random files: everything before and behind the name is the same, byte for byte, and the data are right."""
    rng = Random(seed)
    text = WildFile(rng).write()
    document = read(text)
    named = [path for path, _value in paths(document.data) if path and isinstance(path[-1], str)]
    if document.problems or not named:
        return
    path, name = rng.choice(named), rng.choice((*KEYS, "x-focus", "fresh"))
    try:
        wanted = edited(document.data, Rename(path, name))
    except SpliceRefused:
        return
    result = apply(text, [Rename(path, name)])
    after = read(result)
    assert after.data == wanted
    span = document.key_span(path)
    assert span is not None
    assert result.startswith(text[: span.start.offset])
    assert result.endswith(text[span.end.offset :])
    assert order(after.data) == order(wanted)


def order(data: Data) -> list[object]:
    """Every key and position in the order of the data."""
    return [path for path, _value in paths(data)]


@pytest.mark.parametrize(
    ("text", "path", "name", "expected"),
    [
        ("fokus: a # why\n", ("fokus",), "focus", "focus: a # why\n"),
        ("\ufeffa:\r\n  # so\r\n  fokus:\r\n  - b", ("a", "fokus"), "focus", "\ufeffa:\r\n  # so\r\n  focus:\r\n  - b"),
        ('{"a":1, b: 2}\n', ("a",), "c", '{"c":1, b: 2}\n'),
        ("a: {fokus: x}\n", ("a", "fokus"), "x-a, b", 'a: {"x-a, b": x}\n'),
        ("? a\n: 1\n", ("a",), "b", "? b\n: 1\n"),
        ("a: &n x\nb: *n\n", ("a",), "c", "c: &n x\nb: *n\n"),
    ],
)
def test_every_style_of_key(text: str, path: tuple[str, ...], name: str, expected: str) -> None:
    """Plain, quoted, in braces, behind a question mark, over a value with an anchor."""
    assert apply(text, [Rename(path, name)]) == expected


@pytest.mark.parametrize("path", [("b",), ("a", "c"), ("list", 0), ()])
def test_what_is_not_there_has_no_name(path: tuple[str | int, ...]) -> None:
    """Nor has an item of a list."""
    with pytest.raises(SpliceRefused):
        apply("a: 1\nlist: [x]\n", [Rename(path, "c")])


def test_two_keys_of_one_name_are_refused() -> None:
    """Else one of the two values would be lost."""
    with pytest.raises(SpliceRefused, match="already"):
        apply("a: 1\nb: 2\n", [Rename(("a",), "b")])


def test_a_key_inside_a_shared_place_is_left_alone() -> None:
    """It would change in two places at once."""
    with pytest.raises(SpliceRefused):
        apply("a: &n {k: 1}\nb: *n\n", [Rename(("a", "k"), "l")])

"""Changes to a file that leave the rest of it alone, one small example for each promise."""

from __future__ import annotations

import pytest

from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, SpliceRefused, apply

PLAN = """\
# Our plan
name:   Reading circle   # a working title

focus:
# Who takes part
members:
  - name: Ann
    role: lead

  # joined later
  - name: Bob
    # perhaps core
    role: none
dates: [ 2026-02-01, '2026-03-01' ]
"""

CASES: dict[str, tuple[str, Operation, str]] = {
    "a value is replaced, its spaces and comment stay": (
        "a:   old   # why\nb: 1\n",
        Put(("a",), "new"),
        "a:   new   # why\nb: 1\n",
    ),
    "a blank is filled behind its colon": ("a:\nb: 1\n", Put(("a",), "x"), "a: x\nb: 1\n"),
    "a blank with a comment keeps it": ("a: # why\nb: 1\n", Put(("a",), "x"), "a: x # why\nb: 1\n"),
    "a value becomes blank": ("a: x # why\nb: 1\n", Put(("a",), None), "a: # why\nb: 1\n"),
    "none on purpose is a plain word": ("a: x\n", Put(("a",), NONE_ON_PURPOSE), "a: none\n"),
    "several lines become a block, the comment stays in the key's line": (
        "a: x # why\nb: 1\n",
        Put(("a",), "one\ntwo"),
        "a: |- # why\n  one\n  two\nb: 1\n",
    ),
    "a block becomes a word": ("a: | # why\n  one\n  # two\n\nb: 1\n", Put(("a",), "x"), "a: x # why\n\nb: 1\n"),
    "a list gives way to a word, the comment above it stays": (
        "a: # why\n  # each\n  - 1\n  - 2\nb: 1\n",
        Put(("a",), "x"),
        "a: x # why\n  # each\nb: 1\n",
    ),
    "a new key goes behind the nearest earlier one": (
        "a: 1\nb: 2\nd: 4\n",
        Put(("c",), "3", order=("a", "b", "c", "d")),
        "a: 1\nb: 2\nc: 3\nd: 4\n",
    ),
    "a new key that precedes all goes first, below the file's own comments": (
        "# about\nb: 2\nd: 4\n",
        Put(("a",), "1", order=("a", "b")),
        "# about\na: 1\nb: 2\nd: 4\n",
    ),
    "a new key nobody ordered goes last": ("a: 1 # one\n# end\n", Put(("b",), "2"), "a: 1 # one\nb: 2\n# end\n"),
    "a new key brings its comment": (
        "a:\n  b: 1\n",
        Put(("a", "c"), "2", comment="Two\n\nlines"),
        "a:\n  b: 1\n  # Two\n  #\n  # lines\n  c: 2\n",
    ),
    "a new key keeps to the blank lines between the others": (
        "a: 1\n\nb: 2\n",
        Put(("c",), "3"),
        "a: 1\n\nb: 2\n\nc: 3\n",
    ),
    "a first key goes behind the dash": (
        "a:\n- b: 1\n",
        Put(("a", 0, "x"), "2", order=("x", "b")),
        "a:\n- x: 2\n  b: 1\n",
    ),
    "missing levels are created": ("a: 1\n", Put(("b", "c", "d"), "x"), "a: 1\nb:\n  c:\n    d: x\n"),
    "none gives way to a mapping": ("a: none # yet\n", Put(("a", "b"), "x"), "a: # yet\n  b: x\n"),
    "empty braces give way to a mapping": ("a: {}\n", Put(("a", "b"), "x"), "a:\n  b: x\n"),
    "an empty document gives way to a mapping": ("{}\n", Put(("a", "b"), "x"), "a:\n  b: x\n"),
    "braces stay braces": ("a: {b: 1}\n", Put(("a", "c"), ["x, y", None]), 'a: {b: 1, c: ["x, y", null]}\n'),
    "an item goes between others": ("a:\n- x # 1\n- y\n", Insert(("a",), 1, "n"), "a:\n- x # 1\n- n\n- y\n"),
    "a first item goes above the comment of the old one": (
        "a:\n  # about x\n  - x\n",
        Insert(("a",), 0, "n"),
        "a:\n  - n\n  # about x\n  - x\n",
    ),
    "a mapping is written compactly behind its dash": (
        "a:\n  - x\n",
        Insert(("a",), 1, {"b": "1", "c": ["2"]}),
        "a:\n  - x\n  - b: 1\n    c:\n      - 2\n",
    ),
    "a list is created where there was nothing": ("a:\nb: 1\n", Insert(("a",), 0, "x"), "a:\n  - x\nb: 1\n"),
    "a created list is indented as the others are": (
        "a:\n- x\nb:\n",
        Insert(("b",), 0, {"c": "1"}),
        "a:\n- x\nb:\n- c: 1\n",
    ),
    "a list in brackets stays in brackets": ("a: [x, y]  # z\n", Insert(("a",), 2, "n"), "a: [x, y, n]  # z\n"),
    "an item goes with the comments that belong to it": (
        "a:\n  - x\n  # about y\n  - y\n    # below y\n  # end\nb: 1\n",
        Remove(("a", 1)),
        "a:\n  - x\n  # end\nb: 1\n",
    ),
    "the last item leaves its key blank": ("a: # why\n  - x\nb: 1\n", Remove(("a", 0)), "a: # why\nb: 1\n"),
    "a first key is removed from behind its dash": ("a:\n- b: 1\n  c: 2\n", Remove(("a", 0, "b")), "a:\n- c: 2\n"),
    "removing leaves no double gap": ("a: 1\n\nb: 2\n\nc: 3\n", Remove(("b",)), "a: 1\n\nc: 3\n"),
    "an item leaves its brackets": ("a: [x, y, z]\n", Remove(("a", 2)), "a: [x, y]\n"),
    "an item moves with its own comments only": (
        "a:\n  # about x\n  - x\n\n  # free\n\n  - y: 1\n    # below\n  - z\n",
        Move(("a",), 0, 2),
        "a:\n  - y: 1\n    # below\n\n  # free\n\n  - z\n  # about x\n  - x\n",
    ),
    "items in brackets change places": ("a: [ x,  y ] # z\n", Move(("a",), 0, 1), "a: [ y,  x ] # z\n"),
}


@pytest.mark.parametrize(("before", "operation", "after"), CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_only_the_lines_concerned_change(before: str, operation: Operation, after: str, newline: str, bom: str) -> None:
    """Whatever the newlines, with or without a byte order mark."""
    assert apply(bom + before.replace("\n", newline), [operation]) == bom + after.replace("\n", newline)


def test_a_row_of_changes_leaves_a_plan_as_its_author_wrote_it() -> None:
    """Each operation sees the work of those before it."""
    changed = apply(
        PLAN,
        [
            Put(("name",), "Writing circle"),
            Put(("focus",), "How we read: aloud"),
            Insert(("members",), 1, {"name": "Cy", "role": "core"}),
            Move(("members",), 0, 2),
            Put(("members", 1, "role"), "core"),
            Insert(("dates",), 0, "2026-01-05"),
        ],
    )
    assert changed == (
        "# Our plan\nname:   Writing circle   # a working title\n\n"
        'focus: "How we read: aloud"\n# Who takes part\nmembers:\n'
        "  - name: Cy\n    role: core\n\n  # joined later\n  - name: Bob\n    # perhaps core\n    role: core\n\n"
        "  - name: Ann\n    role: lead\ndates: [ 2026-01-05, 2026-02-01, '2026-03-01' ]\n"
    )


def test_putting_what_is_there_changes_nothing() -> None:
    """Not even the quotation marks of the value."""
    assert apply("a: 'x'\n", [Put(("a",), "x")]) == "a: 'x'\n"


def test_a_missing_newline_at_the_end_stays_missing() -> None:
    """Editors differ, and it is not ours to decide."""
    assert apply("a: 1\nb: 2", [Put(("b",), "3"), Put(("c",), "4")]) == "a: 1\nb: 3\nc: 4"


def test_a_block_text_that_ends_the_file_does_not_change_when_more_follows() -> None:
    """Without a newline at its end it means something else than with one."""
    changed = apply("a: |\n  text", [Put(("b",), "1")])
    assert read(changed).data == {"a": "text", "b": "1"}


def test_a_comment_never_turns_into_text() -> None:
    """A deeper comment below a value would become part of a block text put above it."""
    changed = apply("a:\n      # hint\nb: 1\n", [Put(("a",), "one\ntwo")])
    assert read(changed).data == {"a": "one\ntwo", "b": "1"}
    assert "      # hint\n" in changed


def test_removing_a_key_does_not_feed_its_comments_to_the_text_above() -> None:
    """Comments deeper than the removed key would have become text."""
    changed = apply("a: |\n  text\nb:\n  # deep\n\n  # deeper\nc: 1\n", [Remove(("b",))])
    assert changed == "a: |\n  text\nc: 1\n"


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("a: [x\n", Put(("a",), "1")),
        ("a: 1\na: 2\n", Put(("b",), "1")),
        ("a: &x {b: 1}\nc: *x\n", Put(("c",), "1")),
        ("a: &x {b: 1}\nc: *x\n", Put(("a", "b"), "2")),
        ("a: &x [1]\nc: *x\n", Insert(("a",), 0, "1")),
        ("a: [*x, &x 1]\n", Remove(("a", 0))),
        ("a: &x 1\nb:\n  - *x\n  - 2\n", Move(("b",), 0, 1)),
        ("? a\n: 1\n", Put(("a",), "2")),
        ("a: 1\n", Remove(("a",))),
        ("a: 1\n", Remove(("b",))),
        ("a: text\n", Put(("a", "b"), "1")),
        ("a: [x]\n", Put(("a", 1), "1")),
        ("a: [x]\n", Insert(("a",), 2, "1")),
        ("a: [x]\n", Move(("a",), 0, 1)),
        ("a: 1\n", Put((), "1")),
        ("a: 1\n", Put(("b",), "\ud800")),
    ],
)
def test_what_cannot_be_done_safely_is_refused_in_words(text: str, operation: Operation) -> None:
    """The message names the place, the hint says what to do."""
    with pytest.raises(SpliceRefused) as refusal:
        apply(text, [operation])
    assert refusal.value.message
    assert refusal.value.hint

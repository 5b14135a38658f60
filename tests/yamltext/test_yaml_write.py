"""Whole new files: they read back exactly, and look as if a person had written them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import SpliceRefused, write


def _short(name: str) -> bool:
    return len(name) < 100


_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(alphabet="ab \n\t:#-'\"\\,[]{}|>?!&*%@`~.\r\x85\u2028\ufeff\x00", max_size=20),
    st.sampled_from(["none", "None", "null", "~", "", "- x", "# y", "a: b", "a\n", "a\n\n", " a\nb", "---", "<<"]),
    st.lists(st.sampled_from(["we", "meet", "every:", "week", "# 1", "-", "it's"]), max_size=60).map(" ".join),
)
_DATA = st.recursive(
    st.one_of(_TEXTS, st.none(), st.just(NONE_ON_PURPOSE)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_TEXTS.filter(_short), inner, max_size=3)),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(_TEXTS.filter(_short), _DATA, max_size=4), _TEXTS)
def test_what_is_written_reads_back_exactly(data: dict[str, Data], remark: str) -> None:
    """Any text at all, with any text as comment above it."""
    comments: dict[KeyPath, str] = {(name,): remark for name in data}
    document = read(write(data, {**comments, (): remark}, blank_before=list(comments)))
    assert document.problems == ()
    assert document.data == data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("2026-02-01", "2026-02-01"),
        ("90 minutes", "90 minutes"),
        ("it's here", "it's here"),
        ("none", '"none"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        (" a", '" a"'),
        ("a: b", '"a: b"'),
        ("a # b", '"a # b"'),
        ("- x", '"- x"'),
        ('"so", she said', "'\"so\", she said'"),
        ("a\x00b", '"a\\x00b"'),
        ("a\nb", "|-\n  a\n  b"),
        ("a\nb\n", "|\n  a\n  b"),
        (" a\nb", "|2-\n   a\n  b"),
        ("a\n\nb", "|-\n  a\n\n  b"),
        ("a\n\n", '"a\\n\\n"'),
    ],
)
def test_texts_are_written_as_people_would(text: str, written: str) -> None:
    """Plain where that means the same, quoted only where it must be, several lines as a block."""
    expected = written.replace("\\x00", "\\0")
    assert write({"a": text, "z": "no"}) == f"a: {expected}\nz: no\n"


def test_a_long_paragraph_is_folded() -> None:
    """No line is longer than the width, and the text stays one line."""
    text = ("We meet to read together. " * 12).strip()
    written = write({"a": {"b": text}})
    assert written.startswith("a:\n  b: >-\n    We meet")
    assert max(map(len, written.splitlines())) <= 88
    assert read(written).data == {"a": {"b": text}}


def test_a_long_text_that_folding_would_change_stays_on_its_line() -> None:
    """A web address has no place to break."""
    address = "https://example.org/" + "x" * 100
    assert write({"a": address}) == f"a: {address}\n"


def test_a_new_file_has_comments_blank_lines_and_blanks() -> None:
    """The skeleton of a plan."""
    data: dict[str, Data] = {
        "version": "1",
        "purpose": {"focus": None, "goals": ["a", {"b": "1", "c": NONE_ON_PURPOSE}]},
        "end": [],
    }
    comments: dict[KeyPath, str] = {(): "A plan", ("purpose", "focus"): "What is it about?\n\nIn a word."}
    assert write(data, comments, blank_before=[("purpose",), ("end",)]) == (
        "# A plan\n\nversion: 1\n\npurpose:\n  # What is it about?\n  #\n  # In a word.\n  focus:\n  goals:\n"
        "    - a\n    - b: 1\n      c: none\n\nend: []\n"
    )


def test_half_a_character_is_refused_in_words() -> None:
    """It can be in no file."""
    with pytest.raises(SpliceRefused, match="cannot be written"):
        write({"a": "\ud800"})

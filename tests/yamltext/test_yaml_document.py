"""What a YAML text says, where it says it, and what is wrong with it."""

from __future__ import annotations

import gc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.diagnostic import Severity
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.yamltext import builder
from cop_wizard.yamltext.document import Document, read


def the_problem(text: str) -> tuple[str, int, str]:
    """Code, line and message of the one thing wrong with a text."""
    document = read(text)
    assert len(document.problems) == 1, document.problems
    problem = document.problems[0]
    assert problem.severity is Severity.ERROR
    assert problem.hint
    return problem.code, problem.span.start.line if problem.span else 0, problem.message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("none", NONE_ON_PURPOSE),
        ("None", NONE_ON_PURPOSE),
        ("NONE", NONE_ON_PURPOSE),
        ("'none'", "none"),
        ('"null"', "null"),
        ("''", ""),
        ("|-\n  none", "none"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        ("2026-02-01", "2026-02-01"),
        ("0x1f", "0x1f"),
        ("[]", []),
        ("{}", {}),
        ("[a, none, ~]", ["a", NONE_ON_PURPOSE, None]),
    ],
)
def test_every_scalar_is_text_unless_it_means_nothing(written: str, meant: Data) -> None:
    """Types come from the models, so YAML's own guesses never show."""
    document = read(f"a: {written}\n")
    assert document.problems == ()
    assert document.data == {"a": meant}


def test_keys_stay_text_even_if_they_look_like_something_else() -> None:
    """A key called null, none or no is a key."""
    assert read("null: 1\nnone: 2\nno: 3\n7: 4\n").data == {"null": "1", "none": "2", "no": "3", "7": "4"}


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("", "COP103", 0, "empty"),
        ("# only a remark\n", "COP103", 0, "empty"),
        ("- a\n- b\n", "COP104", 1, "list"),
        ("just words\n", "COP104", 1, "one piece of text"),
        ("a: b\nfocus: reading: writing\n", "COP105", 2, "colon"),
        ("a: x\n  b: y\n", "COP105", 2, "further right than the names"),
        ("a:\n  - x\n  b: y\n", "COP105", 3, "further right than the names"),
        ("a:\n    - x\n  - y\n", "COP105", 3, "further left than the other dashes"),
        ("a:\n  b: 1\n c: 2\n", "COP105", 3, "further left than the names"),
        ("a: 1\nb:2\nc: 3\n", "COP105", 2, "no space after the colon"),
        ("a: 1\nb\nc: 3\n", "COP105", 2, "no colon behind this name"),
        ("a: 1\nb: 'open\nc: 2\n", "COP105", 2, "never closed"),
        ("a: 'it's'\n", "COP105", 1, "after its closing quotation mark"),
        ('a: "c:\\dir"\n', "COP105", 1, "backslash"),
        ("a: [x, y\nb: 1\n", "COP105", 1, "bracket is never closed"),
        ("a: x\nb: @home\n", "COP105", 2, "cannot start with @"),
        ("a: *bold* words\n", "COP105", 1, "cannot start with *"),
        ("a: *name\n", "COP105", 1, "asterisk"),
        ("a: - x\n", "COP105", 1, "same line as its name"),
        ("a: 1\n- b\n", "COP105", 2, "list starts here"),
        ("a: |x\n  y\n", "COP105", 1, "| or >"),
        ("a: x]\nb: ]\n", "COP105", 2, "one too many"),
        (": x\n", "COP105", 1, "no name in front"),
        ("a:\n\tb: 1\n", "COP106", 2, "tab"),
        ("a:\n  b: 1\n\tc: 2\n", "COP106", 3, "tab"),
        ("a: 1\nb: 2\na: 3\n", "COP107", 3, "second time"),
        ("a: !foo x\n", "COP108", 1, "exclamation mark"),
        ("a: !!python/object:os.system x\n", "COP108", 1, "exclamation mark"),
        ("a: !x!y z\n", "COP108", 1, "exclamation mark"),
        ("a: &a [*a]\n", "COP109", 1, "too large"),
        ("a: 1\n---\nb: 2\n", "COP111", 2, "second document"),
        ("a: 1\nb: \x07\n", "COP112", 2, "U+0007"),
        ("a: \ud800\n", "COP112", 1, "U+D800"),
        ("a: 1\n{b: c}: d\n", "COP113", 2, "simple name"),
        ("a: {{ name }}\n", "COP113", 1, "simple name"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "COP114", 3, "not supported"),
    ],
)
def test_a_mistake_is_named_in_plain_words_with_its_line(text: str, code: str, line: int, said: str) -> None:
    """Each mistake people make has its own words."""
    found_code, found_line, message = the_problem(text)
    assert (found_code, found_line) == (code, line)
    assert said in message


def test_bearable_problems_are_all_listed_and_the_rest_is_read() -> None:
    """A duplicate and a tag do not hide each other; of a duplicate the first value counts."""
    document = read("a: 1\na: !x 2\nb: !y [p, q]\nc:\n  d: 1\n  d: {e: 2}\n")
    assert [problem.code for problem in document.problems] == ["COP107", "COP108", "COP108", "COP107"]
    assert document.data == {"a": "1", "b": ["p", "q"], "c": {"d": "1"}}
    twice = document.problems[-1]
    assert twice.path == ("c", "d")
    assert twice.span is not None
    assert twice.span.start.line == 6
    assert [span.start.line for span in twice.further] == [5]


def test_aliases_within_bounds_are_resolved_to_copies() -> None:
    """A repeated value can be changed later without changing the other."""
    document = read("a: &x\n  b: [1]\nc: *x\n")
    assert document.problems == ()
    assert isinstance(document.data, dict)
    assert document.data["a"] == document.data["c"] == {"b": ["1"]}
    assert document.data["a"] is not document.data["c"]


def test_an_alias_bomb_is_stopped_at_once() -> None:
    """Ten lines that mean a billion values: the test ends."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]" for i in range(9)]
    assert the_problem("\n".join(lines))[0] == "COP109"


@pytest.mark.parametrize("opening", ["a: " + "[" * 20_000, "- " * 20_000, "a: " + "{a: " * 20_000])
def test_endless_nesting_is_stopped_at_once(opening: str) -> None:
    """Twenty thousand brackets neither hang the program nor exhaust its stack."""
    assert the_problem(opening)[0] == "COP110"


def test_aliases_cannot_build_a_tower_too_deep_either() -> None:
    """Depth counts where an alias stands, too."""
    lines = ["a: &a " + "[" * 20 + "]" * 20]
    lines += [f"b{i}: &b{i} {'[' * 20}*{'a' if i == 0 else f'b{i - 1}'}{']' * 20}" for i in range(5)]
    assert the_problem("\n".join(lines))[0] == "COP110"


def place(document: Document, path: KeyPath, key: bool = False) -> tuple[int, int, str]:
    """Line, column and text of a value or key."""
    span = document.key_span(path) if key else document.span(path)
    assert span is not None
    return span.start.line, span.start.column, document.text[span.start.offset : span.end.offset]


def test_values_and_keys_know_where_they_stand() -> None:
    """Spans hold the value without the comments behind it."""
    text = "a: one # x\nb:\n  - two\n  # no - dash\n  -\n    c: |\n      three\n\n# end\nd: [p, {q: r}]\n"
    document = read(text)
    assert place(document, ("a",)) == (1, 4, "one")
    assert place(document, ("a",), key=True) == (1, 1, "a")
    assert place(document, ("b", 0)) == (3, 5, "two")
    assert place(document, ("b", 1), key=True) == (5, 3, "-")
    assert place(document, ("b", 1, "c")) == (6, 8, "|\n      three")
    assert place(document, ("d", 1, "q")) == (10, 12, "r")
    assert document.line_text(3) == "  - two"


def test_what_is_blank_or_missing_points_at_the_nearest_thing() -> None:
    """Findings about missing values still have a place, unless only the whole file is left."""
    document = read("a:\nb:\n  - c: 1\n  -\n")
    assert place(document, ("a",)) == (1, 1, "a")
    assert place(document, ("a", "deeper", "still")) == (1, 1, "a")
    assert place(document, ("b", 0, "missing")) == (3, 3, "-")
    assert place(document, ("b", 1)) == (4, 3, "-")
    assert place(document, ("b", 7)) == (2, 1, "b")
    assert document.span(("missing",)) is None
    assert document.key_span(("a", "deeper")) is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_lines_are_counted_as_editors_count_them(newline: str, bom: str) -> None:
    """Neither a byte order mark nor the separators nobody sees shift a position."""
    document = read(bom + newline.join(['a: "x\u2028y"', "# \u0085", "", "b: 😀 c", "d: e"]))
    assert document.problems == ()
    assert place(document, ("b",)) == (4, 4, "😀 c")
    assert place(document, ("d",)) == (5, 4, "e")
    assert document.line_text(1) == 'a: "x\u2028y"'
    assert place(document, ("a",), key=True) == (1, 1, "a")


def test_a_large_text_leaves_the_garbage_collector_as_it_was() -> None:
    """It is paused while reading, and no longer."""
    assert gc.isenabled()
    document = read("".join(f"k{number}: [a, b]\n" for number in range(5_000)))
    assert isinstance(document.data, dict)
    assert len(document.data) == 5_000
    assert gc.isenabled()


def test_too_much_text_is_refused_before_parsing() -> None:
    """Two megabytes are the limit."""
    assert the_problem("a: " + "x" * 2_000_000)[0] == "COP102"


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="ab:- \n\t#'\"[]{},&*!|>%@?~<.\r\ufeff\u2028", max_size=60)))
def test_reading_never_raises(text: str) -> None:
    """Whatever the text, there are data or there is a finding, and all places lie within the text."""
    document = read(text)
    assert isinstance(document.data, dict) or document.problems
    for problem in document.problems:
        assert problem.message
        assert problem.hint
        if problem.span:
            assert 0 <= problem.span.start.offset <= problem.span.end.offset <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab:- \n#'\"[]{},&*!|>?~", max_size=40))
def test_the_slow_parser_agrees_with_the_fast_one(text: str) -> None:
    """Where PyYAML comes without its C library, the same text means the same."""
    fast = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert isinstance(builder.parser("a"), yaml.BaseLoader)
        slow = read(text)
    if not fast.problems and not slow.problems:
        assert fast.data == slow.data

"""The line of the file and the carets below it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.cells import cells, room
from cop_wizard.checks.report.snippet import snippet
from cop_wizard.yamltext.lines import Lines

TEXT = st.text("ab :-\té王", max_size=60)


def under_carets(line: str, carets: str) -> str:
    """The part of ``line`` that stands above the carets on a screen."""
    start, column, found = len(carets) - len(carets.lstrip()), 0, ""
    for shown, taken in cells(line):
        if start <= column < len(carets):
            found += shown
        column += taken
    return found


@given(TEXT, st.text("xyz王", min_size=1, max_size=10), TEXT, st.integers(30, 90))
def test_carets_stand_exactly_under_the_value(before: str, value: str, after: str, width: int) -> None:
    """Whatever stands around it, and however narrow the screen is."""
    lines = Lines(f"first: line\n{before}{value}{after}\n")
    start = len("first: line\n") + len(before)
    line, carets = snippet(lines, lines.span(start, start + len(value)), width)
    assert under_carets(line, carets) == value
    assert room(line) <= width


def test_a_value_of_several_lines_is_marked_on_its_first() -> None:
    """The carets end with the line."""
    lines = Lines("purpose:\n  - reading\n  - writing\n")
    line, carets = snippet(lines, lines.span(11, 31), None)
    assert (line, carets) == ("  - reading", "  ^^^^^^^^^")


def test_a_value_wider_than_the_screen_is_marked_as_far_as_it_is_shown() -> None:
    """Neither the line nor the carets run over the edge."""
    lines = Lines("focus: " + "x" * 500)
    line, carets = snippet(lines, lines.span(7, 507), 40)
    assert room(line) <= 40
    assert len(carets) <= 40
    assert under_carets(line, carets).strip("…").strip("x") == ""


def test_an_empty_span_gets_one_caret() -> None:
    """There is always something to look at."""
    lines = Lines("focus:\n")
    assert snippet(lines, lines.span(6, 6), None) == ("focus:", "      ^")

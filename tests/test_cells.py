"""How much room text takes, and where it is broken."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from cop_wizard.cells import cells, room, wrapped

# Marks come from a sample: in some scripts what a mark takes depends on letters further on, which wcwidth follows and
# the cells, which go from left to right, do not.
ACCENTS = [chr(number) for number in range(0x300, 0x370)]
PRINTABLE = st.text(
    st.characters(exclude_categories=["C", "Z", "M"]) | st.sampled_from([*"é王👩\u200d🏽\ufe0f ", *ACCENTS]),
    max_size=40,
)


@given(PRINTABLE)
@example("अनुराधा क्षत्रिय")
@example("สมชาย ใจดี")
@example("နန်းခင်")
@example("0\u1a61")
@example("עֲדִינָה")
@example("مُحَمَّد")
def test_room_is_what_a_terminal_takes(text: str) -> None:
    """The quick way for plain letters and the thorough way for all others agree with wcwidth."""
    assert room(text) == wcswidth(text)
    assert len(cells(text)) == len(text)


def test_joined_letters_are_never_counted_too_narrow() -> None:
    """Where letters join around a virama, terminals differ; a line must fit on each of them."""
    assert wcswidth("முத்துலட்சுமி") <= room("முத்துலட்சுமி") <= len("முத்துலட்சுமி")


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    """A Chinese name is twice as wide as it is long."""
    assert room("王小明") == 6
    assert room("e\u0301") == 1
    assert room("👩🏽\u200d🏫") == 2


def test_tabs_and_control_characters_take_what_is_shown_for_them() -> None:
    """A tab is four spaces here; an escape is a picture of one."""
    assert cells("\t") == [("    ", 4)]
    assert cells("\x1b") == [("␛", 1)]
    assert cells("\u202e") == [("\\u202e", 6)]


@given(st.lists(st.text("abc王é", min_size=1, max_size=12), min_size=1), st.integers(10, 50))
def test_wrapped_lines_fit_and_lose_nothing(words: list[str], width: int) -> None:
    """No line is wider than asked for, and the words come out in their order."""
    lines = wrapped(" ".join(words), width, "- ", "  ")
    assert all(room(line) <= width for line in lines)
    assert "".join(line[2:].replace(" ", "") for line in lines) == "".join(words)


def test_without_a_width_nothing_is_broken() -> None:
    """Lines for other programs stay whole."""
    assert wrapped("word " * 100, None, "  ") == ["  " + "word " * 100]

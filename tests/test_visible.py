"""Text made safe to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.visible import visible, visible_line


@given(st.text())
def test_nothing_that_steers_a_terminal_gets_through(text: str) -> None:
    """Only newlines and tabs are left of the control characters, and nothing turns text round."""
    shown = visible(text)
    assert not any(ord(one) < 32 and one not in "\n\t" for one in shown)
    assert not any(one in shown for one in "\x7f\x9b\u202e\u2066\ufeff\u2028")
    shown.encode("utf-8")


def test_ordinary_text_stays_as_it_is() -> None:
    """Accents, other scripts, joined emoji."""
    for text in ("Zoë’s café – naïve", "王小明", "नमस्ते", "👩🏽\u200d🏫", "a\tb\nc"):
        assert visible(text) == text


def test_a_line_is_folded() -> None:
    """Names cannot break a heading in two."""
    assert visible_line(" a\n b\t\x1b ") == "a b ␛"

"""Text that only keeps a place is told from text that says something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.plan.filler import is_filler

FILLERS = [
    "TBD", "T.B.D.", "tbc", "(TBD)", "TBA", "xxx", "XX-XX", "to be completed", "To be determined.",
    "still to be decided", "not yet known", "à définir", "À COMPLÉTER", "reste à préciser", "lorem ipsum",
    "Lorem ipsum dolor sit amet. " * 20,
    "blah blah", "test test test", "word word", "...", "…", "???", "—", "- -", "[insert name here]", "<name here>",
    "asdf", "placeholder", "to come", "coming soon",
]  # fmt: skip
ANSWERS = [
    "no", "none yet", "Wagga Wagga", "Pago Pago", "the bar", "Bar", "TBD by the board in June", "to be or not to be",
    "x", "Xx Smith", "3 to 5 times a semester", "approximately 650", "more than 50", "10th week of the semester",
    "Todd", "Here", "A name", "en cours", "12", "no, no, but yes", "Ha Long", "insertion of a new topic",
]  # fmt: skip


@pytest.mark.parametrize("text", FILLERS)
def test_a_filler_is_no_answer(text: str) -> None:
    """In any case, with accents, brackets and stops."""
    assert is_filler(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_words_that_say_something_are_an_answer(text: str) -> None:
    """However few, vague or odd they are."""
    assert not is_filler(text)


@given(st.text("xX-./ tbdTBD[]<>?insert here", max_size=300))
def test_no_text_takes_long(text: str) -> None:
    """Each is told one way or the other; a pattern that tries everything would never end."""
    assert is_filler(text) in (True, False)

"""Choices beside which own words can stand: what is taken for which of the two."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.fields import convert
from cop_wizard.plan.plan import Plan

RHYTHM = ("launch", "rhythm")


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("every two weeks", Rhythm.EVERY_TWO_WEEKS),
        ("Every Two-Weeks", Rhythm.EVERY_TWO_WEEKS),
        ("Monthly", Rhythm.MONTHLY),
        ("weekly ", Rhythm.WEEKLY),
        ("EVERY_THREE_MONTHS", Rhythm.EVERY_THREE_MONTHS),
    ],
)
def test_a_rhythm_is_known_however_it_is_written(text: str, rhythm: Rhythm) -> None:
    """It is what anybody would say."""
    assert convert(Plan, RHYTHM, text) is rhythm


@pytest.mark.parametrize("text", ["wekly", "every_tow_weeks", "Montly", "evry two weeks"])
def test_a_misspelt_rhythm_is_still_a_slip(text: str) -> None:
    """No calendar would understand it as own words."""
    with pytest.raises(ValidationError):
        convert(Plan, RHYTHM, text)


@pytest.mark.parametrize("text", ["Solving problems", "SOLVING_PROBLEMS"])
def test_the_items_of_other_lists_are_taken_as_they_are_written(text: str) -> None:
    """Their names are keys, not what people say."""
    with pytest.raises(ValidationError):
        convert(Plan, ("purpose", "purposes"), [text])

"""What stands among the words of a rhythm although it has a place of its own."""

from __future__ import annotations

import pytest

from cop_wizard.schedule.elsewhere import better_place, without_hour


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("Tuesdays at 7:45", ("Tuesdays", "7:45")),
        ("second Tuesday of the month at 7:45", ("second Tuesday of the month", "7:45")),
        ("second Tuesday of the month, 3.30 pm", ("second Tuesday of the month", "3.30 pm")),
        ("Every Tuesday, 4 p.m., September to June", ("Every Tuesday, September to June", "4 p.m.")),
        ("7:45 every Tuesday", ("every Tuesday", "7:45")),
        ("first Monday at noon", ("first Monday", "noon")),
        ("le mardi à 15h30", ("le mardi", "15h30")),
        ("deuxième mardi du mois, 16 h", ("deuxième mardi du mois", "16 h")),
    ],
)
def test_an_hour_is_taken_out_of_a_rhythm(words: str, apart: tuple[str, str]) -> None:
    """What is left is a rhythm that is understood, and what to write is said."""
    assert without_hour(words) == apart
    assert better_place(words).endswith(f"write `rhythm: {apart[0]}` and `start: {apart[1]}`.")


@pytest.mark.parametrize(
    "words",
    ["twice a month, Tuesdays", "Tuesdays, 3:30 to 5:00", "some Tuesday at 7:45", "every Tuesday", "Tuesdays 99:99"],
)
def test_other_words_are_told_where_hours_and_breaks_belong(words: str) -> None:
    """Nothing is guessed."""
    assert without_hour(words) is None
    assert "`closures`" in better_place(words)


@pytest.mark.parametrize("words", ["as needed", "3 to 5 times a semester", ""])
def test_words_that_leave_the_days_open_are_left_alone(words: str) -> None:
    """They say what was meant."""
    assert better_place(words) == ""

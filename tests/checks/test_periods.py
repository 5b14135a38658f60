"""From one day to another, written into one text."""

from __future__ import annotations

import pytest

from cop_wizard.checks.periods import period_in

WEEK = {"begins": "2027-02-01", "ends": "2027-02-05"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2027-02-01 to 2027-02-05", WEEK),
        ("2027-02-01 until 2027-02-05", WEEK),
        ("2027-02-01 - 2027-02-05", WEEK),
        ("2027-02-01–2027-02-05", WEEK),
        ("from 1 February 2027 to 5 February 2027", WEEK),
        ("February 1, 2027 – February 5, 2027", WEEK),
        ("du 1er février 2027 au 5 février 2027", WEEK),
        ("Winter break (2027-02-01 to 2027-02-05)", {"name": "Winter break", **WEEK}),
        ("Winter break: February 1, 2027 to February 5, 2027", {"name": "Winter break", **WEEK}),
        ("2027-02-01", {"begins": "2027-02-01"}),
        ("Family Day 2027-02-15", {"name": "Family Day", "begins": "2027-02-15"}),
        ("2027-02-01 to 2027-02-31", None),
        ("01/02/2027 to 05/02/2027", None),
        ("2027-02-01 to the snow", None),
        ("Winter break", None),
        ("2027-02-01 to 2027-02-05 and 2027-03-01 to 2027-03-05", None),
        ("x" * 300, None),
    ],
)
def test_days_in_a_text_are_found(text: str, period: dict[str, str] | None) -> None:
    """With a name before them, in English and French; what is no day leaves all as it is."""
    assert period_in(text) == period

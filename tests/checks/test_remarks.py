"""A ``#`` that cuts an answer short is pointed out; a person's own remark is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("title: room #12, upstairs", True),
        ("title: room 12 # ask Ana", False),
        ("title: 'room' #12", False),
        ("title: room#12", False),
        ("title: |\n  room #12", False),
    ],
)
def test_a_cut_off_answer_is_pointed_out(line: str, found: bool) -> None:
    """It is a note: the plan is not wrong."""
    report = check(f"schema_version: 1\n{line}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert (["COP115"] if found else []) == [one.code for one in report.pointed_out]
    assert not report.errors

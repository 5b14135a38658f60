"""Answers that YAML reads as something else than they look like are pointed out; what a person means is not."""

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
        ("title: #numeracy", True),
        ("title: # ask Ana", False),
        ("title:\n#ask", False),
    ],
)
def test_a_cut_off_answer_is_pointed_out(line: str, found: bool) -> None:
    """It is a note: the plan is not wrong."""
    report = check(f"schema_version: 2\n{line}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert (["COP115"] if found else []) == [one.code for one in report.pointed_out]
    assert not report.errors


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("norms:\n  other:\n    - Ana\n     - Ben\n    - Cy", [5]),
        ("title: Ana\n  - Ben", [3]),
        ("norms:\n  other:\n    - Ana\n    - Ben", []),
        ("title: |\n  Ana\n    - Ben", []),
        ("title: 'Ana\n  - Ben'", []),
        ("title: Ana\n  and - Ben", []),
    ],
)
def test_a_dash_too_far_in_is_pointed_out(lines: str, found: list[int]) -> None:
    """It joins two lines of a list to one answer, and YAML does not mind."""
    report = check(f"schema_version: 2\n{lines}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found == [one.span.start.line for one in report.findings if one.code == "COP118" and one.span]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("title: &co reading", True),
        ("title: R&D reading", False),
        ("title: '&co reading'", False),
        ("x-a: &co reading\ntitle: *co", False),
    ],
)
def test_a_word_lost_to_an_ampersand_is_pointed_out(lines: str, found: bool) -> None:
    """Unless the place it marks is repeated somewhere."""
    report = check(f"schema_version: 2\n{lines}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found == any(one.code == "COP119" for one in report.findings)


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("purpose:\n  focus_kind: worry: x\nlaunch:\n  first_meeting: 2026-02-30", ["COP105", "COP207"]),
        ("purpose:\n  focus_kind: }\nmembership: }\nlaunch:\n  start: 9", ["COP105", "COP105", "COP209"]),
        ("purpose:\n  why_now: because\n  - of that", ["COP105"]),
        ("purpose:\n\tfocus_kind: worry", ["COP106", "COP206"]),
        ("launch:\n  start: 9:30\n   first_meeting: 2026-02-30\n  format: both", ["COP105", "COP207"]),
        ("norms:\n  process: x\n   focus: y\n  own: none", ["COP105"]),
    ],
)
def test_a_mistake_in_the_syntax_silences_only_what_it_makes_uncertain(lines: str, codes: list[str]) -> None:
    """The answer on a line that was guessed at is not judged; everything else is."""
    report = check(f"schema_version: 2\n{lines}\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert [one.code for one in report.errors] == codes

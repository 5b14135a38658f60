"""``--fix``: slips are put right, everything else is left to the person."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.fixing import fixed

HEAD = "schema_version: 2\n"
SLIPS = [
    ("purpose:\n  focsu: reading\n", "purpose:\n  focus: reading\n"),
    ("Purpose:\n  focus: reading\n", "purpose:\n  focus: reading\n"),
    ("lunch:\n  format: virtual\n", "launch:\n  format: virtual\n"),
    ("membership:\n  roster:\n    - roel: coach\n", "membership:\n  roster:\n    - role: coach\n"),
    (
        "membership:\n  roster:\n    - {name: Ana, level: Core}\n",
        "membership:\n  roster:\n    - {name: Ana, level: core}\n",
    ),
    ("membership:\n  roster:\n    - level: noyau # hm\n", "membership:\n  roster:\n    - level: core # hm\n"),
    ("launch:\n  first_meeting: 15/09/2026\n", "launch:\n  first_meeting: 2026-09-15\n"),
    ("purpose:\n  purposes: solving_problems\n", "purpose:\n  purposes:\n    - solving_problems\n"),
    ("purpose:\n  purposes: Sharing knowledge\n", "purpose:\n  purposes:\n    - sharing_knowledge\n"),
    ("purpose:\n  focus: [reading]\n", "purpose:\n  focus: reading\n"),
    (
        "launch:\n  closures: 2027-02-01 to 2027-02-05\n",
        "launch:\n  closures:\n    - begins: 2027-02-01\n      ends: 2027-02-05\n",
    ),
    (
        "launch:\n  terms:\n    - Hiver, du 4 janvier 2027 au 26 mars 2027\n",
        "launch:\n  terms:\n    - name: Hiver\n      begins: 2027-01-04\n      ends: 2027-03-26\n",
    ),
    ("launch:\n  closures: 2027-02-01\n", "launch:\n  closures:\n    - begins: 2027-02-01\n"),
    ("launch:\n  content: [points permanents]\n", "launch:\n  content: [standing_items]\n"),
]
GUESSES = [
    "launch:\n  first_meeting: 05/09/2026\n",
    "membership:\n  roster:\n    - level: cosmic\n",
    "purpose:\n  focus: [reading, writing]\n",
    "purpose:\n  favourite_colour: green\n",
    "purpose:\n  focus: reading\n  focsu: writing\n",
    "purpose:\n  focus:\n    why: reading\n",
    "membership:\n  roster:\n    - level: joined\n",
    "title:\n  # above\n  - Bridge Builders  # ours\n",
    "title: [Bridge Builders # ours\n  ]\n",
]


@pytest.mark.parametrize(("before", "after"), SLIPS)
def test_a_slip_is_put_right(before: str, after: str) -> None:
    """Only the slip: the rest of the line stays."""
    found = fixed(HEAD + before, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found.text == HEAD + after
    assert len(found.done) == 1
    assert found.report.errors == ()


@pytest.mark.parametrize("text", GUESSES)
def test_what_a_person_has_to_decide_is_left(text: str) -> None:
    """Two meanings, no meaning, or something that would be lost."""
    found = fixed(HEAD + text, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found.text == HEAD + text
    assert found.done == ()


def test_many_slips_are_put_right_in_one_go() -> None:
    """Of the form and of the contents, comments and all else untouched."""
    pieces = "".join(SLIPS[place][0] for place in (0, 5, 6))
    before = f"# ours\n{pieces}x-own:  {{a: 1}}   # kept\n"
    found = fixed(HEAD + before, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found.report.errors == ()
    assert found.text.startswith(HEAD + "# ours\n")
    assert found.text.endswith("x-own:  {a: 1}   # kept\n")


def test_a_missing_version_is_added_on_top() -> None:
    """Where the guide is named, above it."""
    found = fixed("guide: cass\ntitle: Ours\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert found.text == "schema_version: 2\nguide: cass\ntitle: Ours\n"


def test_fixing_twice_changes_nothing_more() -> None:
    """What is right stays."""
    once = fixed(HEAD + SLIPS[0][0], Path("plan.yaml"), dt.date(2026, 9, 1)).text
    assert fixed(once, Path("plan.yaml"), dt.date(2026, 9, 1)).done == ()


def test_hundreds_of_slips_are_put_right_together() -> None:
    """More than are told at once, and beside one that has to be left."""
    rows = "".join(f"    - nmae: Person {number}\n      level: Core\n" for number in range(150))
    found = fixed(f"{HEAD}membership:\n  roster:\n{rows}  favourite: green\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    assert [one.code for one in found.report.errors] == ["COP201"]
    assert len(found.done) == 300
    assert found.text.count("      level: core\n") == 150


def test_a_correction_that_another_one_makes_possible_is_made() -> None:
    """In the same run, so that a second one finds nothing to do."""
    text = HEAD + "purpose:\n  focus: Re: reading\n\taudience: us\nlaunch:\n  first_meeting: 15/09/2026\n"
    found = fixed(text, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert fixed(found.text, Path("plan.yaml"), dt.date(2026, 9, 1)).done == ()
    assert "first_meeting: 2026-09-15" in found.text

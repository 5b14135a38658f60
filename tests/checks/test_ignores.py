"""``# cop: ignore[…]``: what a person knows and means is not told again, and a remark that does nothing is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check

HEAD = "schema_version: 2\ntitle: Bridge Builders\n"
RULE = """\
membership:
  size:
    minimum: 9
    maximum: 5{beside}
"""


def told(text: str) -> list[str]:
    report = check(HEAD + text, Path("plan.yaml"), dt.date(2026, 9, 1))
    return [one.code for one in report.findings if one.code in ("COP414", "COP116", "COP117", "COP201")]


def test_a_remark_beside_the_line_silences_its_code() -> None:
    """With or without a reason, in either case, with other codes beside it."""
    assert told(RULE.format(beside="")) == ["COP414"]
    for remark in ("ignore[COP414] told by mail", "ignore[cop414]", "Ignore[ COP414 ]"):
        assert told(RULE.format(beside=f"  # cop: {remark}")) == []


def test_a_remark_on_a_line_of_its_own_is_about_the_line_below() -> None:
    """Also with further remarks in between."""
    above = RULE.replace("    maximum", "    # cop: ignore[COP414] told by mail\n    # Amina said so\n    maximum")
    assert told(above.format(beside="")) == []


def test_a_remark_that_ignores_nothing_is_told() -> None:
    """Another code, another line, or a finding that is gone."""
    assert told(RULE.format(beside="  # cop: ignore[COP410]")) == ["COP116", "COP414"]
    assert told("purpose:\n  focus: reading  # cop: ignore[COP414]\n") == ["COP116"]
    assert told(RULE.format(beside="  # cop: ignore")) == ["COP117", "COP414"]
    assert told(RULE.format(beside="  # cop: ignore[]")) == ["COP117", "COP414"]


@pytest.mark.parametrize(
    "remark", ["cop ignore[COP414]", "cop: ingore[COP414]", "COP: ignore COP414", "cop: ignore[COP699]"]
)
def test_a_remark_that_is_almost_right_is_told(remark: str) -> None:
    """Or it would seem to work."""
    assert told(RULE.format(beside=f"  # {remark}")) == ["COP117", "COP414"]


@pytest.mark.parametrize("remark", ["cop is our name", "copy of last year", "[cop]"])
def test_other_remarks_are_nobodys_business(remark: str) -> None:
    """They belong to the person."""
    assert told(RULE.format(beside=f"  # {remark}")) == ["COP414"]


def test_where_there_are_mistakes_a_remark_is_not_called_useless() -> None:
    """A mistake may hold back the very finding that it is about."""
    assert told("purpose:\n  favourite: green\n  focus: reading  # cop: ignore[COP414]\n") == ["COP201"]


def test_a_mistake_cannot_be_ignored() -> None:
    """It stays, and the remark is told."""
    assert told("purpose:\n  favourite: green  # cop: ignore[COP201] we like it\n") == ["COP201", "COP117"]


def test_a_finding_without_a_place_is_ignored_beside_the_first_key() -> None:
    """Advice about something that is not in the file has no line of its own."""
    text = "schema_version: 2  # cop: ignore[COP301]\n"
    report = check(text, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert [one for one in report.findings if one.code in ("COP301", "COP116")] == []


@pytest.mark.parametrize(
    "text",
    [
        'purpose:\n  focus: "reading # cop: ignore[COP414]"\n',
        "purpose:\n  shared_competence: |\n    reading\n    # cop: ignore[COP414]\n",
    ],
)
def test_words_of_an_answer_are_no_remark(text: str) -> None:
    """In quotation marks and in a text of several lines, ``#`` is a letter like any other."""
    assert told(text) == []

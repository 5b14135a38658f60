"""The report as people read it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from cop_wizard.cells import room
from cop_wizard.checks.report.text import render
from cop_wizard.checks.runner import Report, check
from cop_wizard.look import Look

HEAD = "schema_version: 2\nguide: cass\ntitle: Bridge Builders\n"
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def report(text: str, name: str = "plan.yaml") -> Report:
    return check(text, Path(name), dt.date(2026, 9, 1))


def test_a_mistake_is_shown_with_place_line_caret_and_hint() -> None:
    """In the manner of a compiler, in the words of a colleague."""
    said = render([report(HEAD + "purpose:\n  focus_kind: intrest\n")], Look())
    assert said.startswith(
        "plan.yaml:5:15: `intrest` is not one of the answers here. [COP206]\n"
        "  5 |   focus_kind: intrest\n"
        "    |               ^^^^^^^\n"
        "      Did you mean `interest`?\n"
    )


def test_unfinished_parts_are_grouped_in_the_order_of_the_guide() -> None:
    """Wherever they stand in the file."""
    said = render([report(HEAD + "results:\nlaunch:\npurpose:\n")], Look())
    headings = [line.strip() for line in said.splitlines() if re.fullmatch(r"  [A-Z][^-+:]*", line)]
    assert headings == ["Purpose", "Membership", "Leadership", "Launch", "Collaborative Plan", "Results & Celebration"]


@pytest.mark.parametrize("width", [30, 40, 80])
def test_every_line_fits_the_screen(width: int) -> None:
    """Messages, the file's own lines and carets alike; only a path is left whole, alone on its line."""
    text = HEAD + "membership:\n  roster:\n    - {name: 王小明, note: " + "a long story " * 20 + ", level: corr}\n"
    said = render([report(text, "a/rather/long/path/to/the/plan-of-this-year.yaml")], Look(width))
    too_wide = [line for line in said.splitlines() if room(line) > width]
    assert all(re.fullmatch(r"a/rather/\S+:6:\d+:", line) for line in too_wide)


def test_colour_changes_nothing_but_colour() -> None:
    """And without it there is no escape at all."""
    reports = [report(HEAD + "purpose:\n  focus_kind: x\nlaunch:\n  length: an hour or so\n")]
    plain, coloured = render(reports, Look(60)), render(reports, Look(60, colour=True))
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain
    assert coloured != plain


def test_text_from_a_plan_cannot_steer_the_terminal() -> None:
    """Escapes and characters that turn text round are shown, not sent."""
    text = (
        HEAD + 'purpose:\n  focus_kind: "\\e[2J\\u202E"\ntodo:\n  - question: purpose.focus\n    note: "\\e]0;x\\a"\n'
    )
    said = render([report(text, "a\x1b[2Jb.yaml")], Look())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert "␛[2J\\u202e" in said


def test_the_summary_tells_one_plan_from_several() -> None:
    """One plan: how far it is. Several: how many are in order."""
    good, wrong = report(HEAD), report(HEAD + "purpose: x\n")
    assert render([good], Look()).splitlines()[-1].startswith("No mistakes. Answered so far: 1 of ")
    assert render([wrong], Look()).splitlines()[-1].startswith("1 mistake. ")
    assert render([good, wrong], Look()).splitlines()[-1] == "2 plans checked: 1 with mistakes, 1 unfinished."

"""Every check explains itself, with an example that is true; the page of all checks says the same.

After a change of words that is meant, ``UPDATE_EXPECTED=1 pytest tests/checks/test_codes.py`` writes the page anew.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from checks.checks_page import page
from checks.test_rules import PLAIN_CRAFT
from cop_wizard.checks.codes import (
    FIXABLE,
    GUIDE,
    INSTRUMENT,
    PLAN,
    SETTINGS,
    codes,
    group_of,
    groups,
    reasons_of,
    severity_of,
)
from cop_wizard.checks.fixing import fixed
from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.errors import BrokenFile
from cop_wizard.guide.load import BUILT_IN, bibliography, load_guide
from cop_wizard.instruments.own import load_own
from cop_wizard.settings.find import settings_for

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
WHOLE = {"COP103", "COP104", "COP212", "COP213", "COP231"}
"""Their examples are whole files: the line with the version would be in the way, or is what they are about."""
NOT_SHOWN = {
    "COP102": "an example would be two megabytes long",
    "COP200": "no file is known that leads to it",
}
WHAT_THE_REMARK_TELLS = {
    "COP216": ("requierd: yes", "required: yes"),  # what is wrong is in the guide's file, not in the plan
}
OTHERS_LEFT = {"COP301", "COP304"}
"""A short piece leaves most questions of the guide open, and these are told as well."""

RIGHT_GUIDE = "title: Our division's guide\nsections:\n  - id: a\n    title: A\n    questions:\n      - asks: title\n"

every_code = pytest.mark.parametrize("code", codes())
every_shown_code = pytest.mark.parametrize("code", [code for code in codes() if code not in NOT_SHOWN])


def plan_text(code: str, piece: str) -> str:
    return piece if code in WHOLE else "schema_version: 2\n" + piece


def found(code: str, piece: str, folder: Path) -> list[Diagnostic]:
    """What is told about an example, as a file in ``folder``, and about the files beside it."""
    file = group_of(code).file
    if file == SETTINGS:
        (folder / SETTINGS).write_text(piece, encoding="utf-8")
        return settings_findings(folder)
    if file == INSTRUMENT:
        (folder / INSTRUMENT).write_text(piece, encoding="utf-8")
        return instrument_findings(folder / INSTRUMENT)
    text = plan_text(code, piece) if file == PLAN else f"schema_version: 2\nguide: {GUIDE}\n"
    (folder / GUIDE).write_text(piece if file == GUIDE else guide_beside(code, piece), encoding="utf-8")
    report = check(text, folder / PLAN, TODAY)
    return [finding for one in (report, *report.beside) for finding in one.findings]


def guide_beside(code: str, piece: str) -> str:
    added = next((words for words in WHAT_THE_REMARK_TELLS.get(code, ()) if words in piece), "")
    return RIGHT_GUIDE + (f"        {added}\n" if added else "")


def settings_findings(folder: Path) -> list[Diagnostic]:
    try:
        settings_for(folder / PLAN)
    except BrokenFile as broken:
        return list(broken.findings)
    return []


def instrument_findings(path: Path) -> list[Diagnostic]:
    try:
        load_own(path, load_guide(BUILT_IN[0]).vocabulary)
    except BrokenFile as broken:
        return list(broken.findings)
    return []


def of(code: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.code == code]


def test_every_code_of_the_program_is_explained() -> None:
    """The codes named in its sources, and no others."""
    named = set()
    for source in (ROOT / "src" / "cop_wizard").rglob("*.py"):
        if source.name != "codes.py" and source.parent.name != "explained":
            named |= set(re.findall(r'"(COP\d{3})"', source.read_text(encoding="utf-8")))
    assert named == set(codes())


def test_every_code_is_in_one_group() -> None:
    """The list of all checks leaves none out and names none twice."""
    assert sorted(code for group in groups() for code in group.codes) == list(codes())


@every_shown_code
def test_the_example_before_shows_what_it_is_about(code: str, tmp_path: Path) -> None:
    """A plan with that piece in it gets the finding, and it matters as much as the explanation says."""
    told = of(code, found(code, reasons_of(code).before, tmp_path))
    assert told
    assert {finding.severity for finding in told} == {severity_of(code)}


@every_shown_code
def test_the_example_after_is_right(code: str, tmp_path: Path) -> None:
    """The finding is gone, with nothing wrong in its place."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
    reasons = reasons_of(code)
    before = {(one.path, one.message) for one in of(code, found(code, reasons.before, tmp_path / "before"))}
    after = found(code, reasons.after, tmp_path / "after")
    assert [one for one in after if one.code[:4] in ("COP1", "COP2")] == []
    left = {(one.path, one.message) for one in of(code, after)}
    assert before - left
    assert not left or code in OTHERS_LEFT


@every_code
def test_an_explanation_is_complete(code: str) -> None:
    """A title without a full stop, whole sentences, a work of the bibliography or plain craft, lines that fit."""
    reasons = reasons_of(code)
    assert reasons.title[0].isupper()
    assert not reasons.title.endswith(".")
    assert reasons.why.endswith((".", "?"))
    assert reasons.do.endswith((".", "?"))
    works = {work.key for work in bibliography()}
    assert reasons.source in (works if code >= "COP4" and code not in PLAIN_CRAFT else {""})
    assert all(len(line) <= 88 for line in (reasons.before + reasons.after).splitlines())
    assert bool(reasons.before) == bool(reasons.after) == (code != "COP200")


def test_what_is_called_fixable_is_fixed(tmp_path: Path) -> None:
    """The examples of these codes, and of no others, are put right by ``--fix``."""
    put_right = set()
    for code in codes():
        if group_of(code).file == PLAN and code not in NOT_SHOWN:
            text = plan_text(code, reasons_of(code).before)
            put_right |= {one.code for one in fixed(text, tmp_path / PLAN, TODAY).done if one.code == code}
    assert put_right == FIXABLE


def test_the_page_of_all_checks_is_current() -> None:
    """It is written from the explanations; ``UPDATE_EXPECTED=1`` does it."""
    kept = ROOT / "docs" / "checks.md"
    if os.environ.get("UPDATE_EXPECTED"):
        kept.write_text(page(), encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == page(), "UPDATE_EXPECTED=1 pytest tests/checks/test_codes.py writes it"

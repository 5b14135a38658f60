"""Advice leads to where it can be followed: every answer that a hint names can be reached from it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from cop_wizard.checks.codes import codes, reasons_of
from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.fields import choices_of, item_type, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.wizard.concerned import places
from support.patterns import patterns

HEAD = "schema_version: 2\n"
DAYS = (dt.date(2026, 9, 1), dt.date(2026, 12, 1))
KEYS = {key for path, _kind in patterns(Plan) for key in path}


def found(code: str, text: str) -> Diagnostic | None:
    reports = (check(HEAD + text, Path("plan.yaml"), day) for day in DAYS)
    return next((one for report in reports for one in report.findings if one.code == code), None)


def reached(place: KeyPath) -> set[str]:
    """The keys of the answers that are asked for from a place, and the choices they have: its own, its rows or form."""
    annotation = type_at(Plan, place)
    part = part_type(item_type(annotation)) or part_type(annotation)
    fields = {key: type_at(part, (key,)) for key in part.model_fields} if part else {}
    lists = filter(None, (choices_of(item_type(field) or field) for field in fields.values()))
    return {str(place[-1]), ".".join(map(str, place)), *fields, *(str(item) for items in lists for item in items)}


ADVICE = [code for code in codes() if code >= "COP4"]


@pytest.mark.parametrize("code", ADVICE)
def test_every_answer_that_a_hint_names_can_be_reached(code: str) -> None:
    """In one step from the advice, by the example of each rule; a row's list too, to add another row."""
    finding = found(code, reasons_of(code).before)
    if finding is None:
        pytest.skip("its example needs another day")
    assert finding.severity is Severity.ADVICE
    offered = places(load_guide("cass"), finding)
    assert offered
    inside = set().union(*map(reached, offered))
    named = {word.partition(":")[0] for word in re.findall(r"`([^`]+)`", finding.hint)}
    assert {word for word in named if word.rpartition(".")[2] in KEYS} <= inside
    for place in offered:
        rows = next((place[:step] for step, part in enumerate(place) if isinstance(part, int)), place)
        assert rows in offered or rows[:2] in offered


@pytest.mark.parametrize(
    ("code", "first", "also"),
    [
        ("COP417", ("membership", "required_seats", 0, "filled_by"), ("membership", "required_seats")),
        ("COP607", ("collaborative_plan", "meetings", 0), ("launch", "closures")),
        ("COP808", ("collaborative_plan", "meetings", 1), ("collaborative_plan", "meetings")),
        ("COP416", ("membership", "door"), ("membership", "joining")),
    ],
)
def test_the_nearest_place_comes_first(code: str, first: KeyPath, also: KeyPath) -> None:
    """What the hint names in the row, then the row, its list, and other questions it names."""
    finding = found(code, reasons_of(code).before)
    assert finding is not None
    offered = places(load_guide("cass"), finding)
    assert offered[0] == first
    assert also in offered

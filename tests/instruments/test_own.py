"""An instrument of one's own: a few lines are enough, and every mistake has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.errors import BrokenFile
from cop_wizard.guide.load import load_guide
from cop_wizard.instruments.model import Kind
from cop_wizard.instruments.own import holds_instrument, load_own, used_instruments
from cop_wizard.plan.plan import Plan

GUIDE = load_guide("cass")
SHORT = """\
title: How our mornings go
levels: [Not yet, Sometimes, Always]
items:
  - We greet each other by name
  - name: Being there
    question: Is somebody there before the first child?
    concerns: [norms.statements]
"""


def _file(folder: Path, text: str, name: str = "ours.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_few_lines_are_enough(tmp_path: Path) -> None:
    found = load_own(_file(tmp_path, SHORT), GUIDE.vocabulary)
    assert (found.id, found.title, found.kind) == ("ours.yaml", "How our mornings go", Kind.REVIEW)
    assert [(item.id, item.name) for item in found.items] == [
        ("we_greet_each_other_by_name", "We greet each other by name"),
        ("being_there", "Being there"),
    ]
    assert [level.id for level in found.usual_levels] == ["not_yet", "sometimes", "always"]


COLUMN = "  - {field: note, label: A, prompt: B}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SHORT + "  - We greet each other by name\n", [("COP240", 8)]),
        (SHORT.replace("Sometimes", "Not yet"), [("COP240", 2)]),
        (SHORT.replace("norms.statements", "norms.statement"), [("COP242", 7)]),
        (SHORT.replace("levels: [Not yet, Sometimes, Always]", "levels: [Not yet]"), [("COP241", 2)]),
        ("title: X\nlevels: [A, B]\nitems: []\n", [("COP241", 3)]),
        ("title: X\nitems:\n  - Are we well?\n", [("COP241", 3)]),
        ("title: X\nlevels: [A, B]\nitems:\n  - name: Being there\n", [("COP241", 4)]),
        ("title: X\nnames: Nonsense\nlevels: [A, B]\nitems: [One]\n", [("COP242", 2)]),
        (SHORT + "colour: red\n", [("COP201", 8)]),
        ("title: X\n", [("COP241", 0)]),
        (f"title: X\nitems: [One]\ncolumns:\n{COLUMN}{COLUMN}", [("COP240", 5)]),
        ("title: [\n", [("COP105", 1)]),
    ],
)
def test_every_mistake_has_its_line(tmp_path: Path, text: str, told: list[tuple[str, int]]) -> None:
    with pytest.raises(BrokenFile) as raised:
        load_own(_file(tmp_path, text), GUIDE.vocabulary)
    found = [(one.code, one.span.start.line if one.span else 0) for one in raised.value.findings]
    assert found[:1] == told or told[0] in found


def test_those_in_use_are_found_beside_the_plan_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    _file(tmp_path / "below", SHORT)
    _file(tmp_path, SHORT, "outside.yaml")
    reviews = [
        {"instrument": name, "on": "2026-10-01"}
        for name in ("ours.yaml", "../outside.yaml", "six-elements", "lost.yaml", "unknown")
    ]
    plan = Plan.model_validate({"schema_version": "2", "reviews": reviews})
    assert list(used_instruments(plan, GUIDE, tmp_path / "below")) == ["ours.yaml", "six-elements"]


def test_an_instrument_is_told_from_a_guide(tmp_path: Path) -> None:
    assert holds_instrument(_file(tmp_path, SHORT))
    assert not holds_instrument(_file(tmp_path, "title: G\nsections: []\n", "guide.yaml"))
    assert not holds_instrument(tmp_path / "missing.yaml")

"""What a new community takes over from an existing one: ways of working, never people and days."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.migrate import read_plan
from cop_wizard.plan.fields import single_texts
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data
from cop_wizard.wizard.prompter import Option
from cop_wizard.wizard.seeding import choose, offers, seed
from support.scripted import ENTER, SAVE, Scripted

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))


def _data(path: Path) -> Data:
    return read_plan(path.read_text(encoding="utf-8")).document.data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_person_and_no_day_goes_along(path: Path) -> None:
    data = _data(path)
    taken = seed(data, [option.value for option in offers(data)])
    kinds = {place.kind for _path, _text, place in single_texts(Plan, taken)}
    assert not kinds & {"name", "date", "stamp"}
    assert "roster" not in taken.get("membership", {})  # type: ignore[operator]
    assert not {"collaborative_plan", "reviews", "todo", "title", "document"} & set(taken)


def test_only_what_was_chosen_goes_along() -> None:
    data = _data(next(path for path in EXAMPLES if path.stem == "handover-circle"))
    taken = seed(data, ["norms"])
    assert list(taken) == ["norms"]
    assert "decision_rules" in taken["norms"]  # type: ignore[operator]


def test_what_is_not_in_the_plan_is_not_offered() -> None:
    data: Data = {"title": "Small", "norms": {"process": "We talk."}}
    assert [option.value for option in offers(data)] == ["norms"]


def test_a_person_chooses() -> None:
    options = [Option("norms", "Norms"), Option("care", "Care")]
    assert choose(Scripted(("take over from “Old”", ["care"])), "Old", options) == ["care"]
    assert choose(Scripted(("", ENTER)), "Old", options) == ["norms", "care"]
    assert choose(Scripted(("", SAVE)), "Old", options) is None

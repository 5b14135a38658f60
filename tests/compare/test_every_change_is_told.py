"""Whatever is edited: nothing that changed goes untold, and nothing is told that did not change."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cop_wizard.compare.changes import changes
from cop_wizard.compare.report import data as json_report
from cop_wizard.compare.report import markdown, text
from cop_wizard.guide.load import load_guide
from cop_wizard.look import Look
from cop_wizard.plan.fields import asked_keys
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.yamltext.document import read
from support.thorough import WHOLE

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/valid/*.yaml"))
PLANS: list[Any] = [read(path.read_text(encoding="utf-8")).data for path in EXAMPLES]
VALUES: list[Any] = [
    None, "", [], {}, NONE_ON_PURPOSE, "core", "alumni", "2026-09-22", "22 September 2026", "90 minutes", "7", "Ana Li",
    "our own words", "a\nb", "a b", ["Ana Li"], [None], {"name": "Ana Li"}, {"x-a": "1"}, "\x1b[31m\u202e", ["b", "a"],
]  # fmt: skip
KEYS = ["x-own", "name", "date", "focus", "roster", "meetings", "nonsense", "todo", "purpose", "guide"]


def edited(data: Any, chance: random.Random) -> Any:
    """The plan with one edit somewhere, sensible or not."""
    data = copy.deepcopy(data)
    place, key = data, None
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = chance.choice(keys)
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.2:
            break
        place = place[key]
    what = chance.randrange(5)
    if isinstance(place, list) and what == 0:
        chance.shuffle(place)
    elif isinstance(place, list) and what == 1:
        place.insert(chance.randint(0, len(place)), copy.deepcopy(chance.choice([*place, *VALUES])))
    elif isinstance(place, dict) and what == 1:
        place[chance.choice(KEYS)] = copy.deepcopy(chance.choice(VALUES))
    elif key is not None and what == 2:
        del place[key]
    elif key is not None:
        place[key] = copy.deepcopy(chance.choice(VALUES))
    return data


def meaning(value: Any, ordered: bool = False) -> Any:
    """What the models make of a plan, blanks left out, order only where it counts: a second opinion."""
    if isinstance(value, BaseModel):
        fields = {name: meaning(getattr(value, name), name == "purposes") for name in asked_keys(type(value), ())}
        return {name: kept for name, kept in fields.items() if kept not in (None, {}, [])}
    if isinstance(value, list):
        items = [kept for item in value if (kept := meaning(item)) not in (None, {}, [])]
        return items if ordered else sorted(items, key=repr)
    return value


def own(value: Any) -> Any:
    """All that stands under keys of the person's own."""
    if isinstance(value, dict):
        return [(key, item if key.startswith("x-") else own(item)) for key, item in value.items()]
    return [own(item) for item in value] if isinstance(value, list) else None


@pytest.mark.parametrize("place", range(len(PLANS)), ids=[path.stem for path in EXAMPLES])
@settings(max_examples=100 if WHOLE else 20)
@given(st.integers(0, 2**32), st.integers(1, 6))
def test_empty_exactly_where_two_plans_mean_the_same(place: int, seed: int, edits: int) -> None:
    """Never an error, as many changes one way as the other, and every report can tell them."""
    plan = PLANS[place]  # given by its place, since a whole plan is too long for hypothesis to name
    chance, guide = random.Random(seed), load_guide("cass")
    new = plan
    for _ in range(edits):
        new = edited(new, chance)
    found, back = changes(plan, new, guide), changes(new, plan, guide)
    assert len(found) == len(back)
    assert len(set(found_said := [(change.path, change.said, change.kind) for change in found])) == len(found_said)
    assert all(change.said and change.section and change.title for change in found)
    for width in (40, None):
        text.render(found, "a", "b", Look(width))
    markdown.render(found, "a", "b", "")
    json_report.render(found, "a", "b")
    try:
        same = meaning(Plan.model_validate(plan)) == meaning(Plan.model_validate(new))
    except ValidationError:
        return
    if own(plan) == own(new) or not same:
        assert (found == ()) == same


@given(st.integers(0, 2**32))
def test_a_plan_is_never_different_from_itself(seed: int) -> None:
    """However odd it is."""
    chance = random.Random(seed)
    plan = chance.choice(PLANS)
    for _ in range(20):
        plan = edited(plan, chance)
    assert changes(plan, copy.deepcopy(plan), load_guide("planning-tool"), load_guide("cass")) == ()

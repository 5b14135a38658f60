"""The instruments that come with the program: every item of the sources, each in our words, leading into the plan."""

from __future__ import annotations

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.instruments.load import UnknownInstrument, instrument_names, load_instrument
from cop_wizard.instruments.model import Instrument, Kind
from cop_wizard.plan.fields import type_at
from cop_wizard.plan.plan import Plan

GUIDE = load_guide("cass")

COUNTS = {
    "six-elements": 6,
    "nine-design-principles": 9,
    "ten-principles": 10,
    "fourteen-indicators": 14,
    "nine-conditions": 9,
    "disorders": 13,
    "five-stages": 5 + 1,  # and how much life is in it
    "six-phases": 6,
    "collaboration-levels": 4,
    "nested-layers": 7,
    "is-it-a-community": 3 + 3 + 4,
    "learning-conditions": 4,
    "launching": 7 + 9 + 6,
    "norms-over-time": 7,
    "reflection-points": 4,
    "begin-at-the-beginning": 15,
    "stage-questions": 2,
    "nested-questions": 3,
    "participation-questions": 5,
    "forms-of-work": 9,
    "improvement-cycle": 5,
    "topic-sorter": 0,  # the printed examples are lost: all topics are the group's own
}
"""How many items the sources list."""


def instrument(name: str) -> Instrument:
    return load_instrument(name, GUIDE.vocabulary)


def test_there_is_one_for_each_list_of_the_sources() -> None:
    assert {name: len(instrument(name).items) for name in instrument_names()} == COUNTS


@pytest.mark.parametrize("name", COUNTS)
def test_every_item_has_a_name_a_question_and_levels_of_its_own(name: str) -> None:
    found = instrument(name)
    ids = [item.id for item in found.items]
    assert len(set(ids)) == len(ids)
    assert all(item.name and item.question for item in found.items)
    for item in found.items:
        levels = [level.id for level in item.levels]
        assert len(set(levels)) == len(levels)
        assert (len(levels) >= 2) == (found.kind is not Kind.CONVERSATION)
    assert found.columns
    assert found.about
    assert found.minutes
    assert found.stages
    assert found.covers


@pytest.mark.parametrize("name", COUNTS)
def test_it_cites_a_source_and_leads_to_places_that_are_in_the_plan(name: str) -> None:
    found = instrument(name)
    assert GUIDE.cite(found.source)
    places = {place for item in found.items for place in item.concerns}
    assert [place for place in sorted(places) if type_at(Plan, tuple(place.split("."))) is None] == []


def test_names_of_closed_lists_are_those_of_the_vocabulary() -> None:
    """Each stands in one place."""
    names = [item.name for item in instrument("nine-design-principles").items]
    assert names == [label.label for label in GUIDE.vocabulary.choices["DesignPrinciple"].values()]
    assert [item.name for item in instrument("disorders").items][:2] == ["Egalitarianism", "Imperialism"]
    assert instrument("norms-over-time").items[0].name != instrument("norms-over-time").items[0].question


def test_a_name_that_is_nearly_right_is_recognised() -> None:
    with pytest.raises(UnknownInstrument) as caught:
        instrument("six-element")
    assert caught.value.hint == "Did you mean `six-elements`?"

"""Domain, community and practice in balance; purposes that a community can carry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

DOMAIN = """\
  focus: early numeracy
  shared_competence: Most of us have taught in the early grades
  audience: school leaders in the north
  why_now: [engaging_staff]
  purposes: [solving_problems]
"""
COMMUNITY = """\
membership:
  ideal_member: Somebody who visits classrooms
  invitation: Amina Yusuf phones each principal
  roster:
    - name: Amina Yusuf
norms:
  process: Each table writes down what helped
leadership:
  description: Amina Yusuf and Tomás Herrera lead together
"""
PRACTICE = """\
launch:
  experiences: One case in each meeting, played rather than told
  tools:
    gather_knowledge: A notebook
results:
  legacy: A box of cards in every school
professional_practice:
  reflective_practices: Ten quiet minutes
"""
DATES = "collaborative_plan:\n  meetings:\n    - date: 2055-09-15\n"
LEARN = "  learn_to: help every child make sense of numbers\n"


def test_a_plan_without_practice_is_told_what_is_missing(said: Said) -> None:
    """The words are about what members do, and the place is where to begin."""
    (one,) = said("COP402", f"purpose:\n{DOMAIN}{COMMUNITY}{DATES}")
    assert "what they do there" in one.message
    assert one.path == ("purpose", "learn_to")


def test_a_plan_without_people_is_told_what_is_missing(said: Said) -> None:
    """The words are about people."""
    (one,) = said("COP402", f"purpose:\n{DOMAIN}{LEARN}{PRACTICE}{DATES}")
    assert "people" in one.message
    assert one.path == ("membership", "roster")


def test_a_plan_without_a_subject_is_told_what_is_missing(said: Said) -> None:
    """The words are about what members care about."""
    (one,) = said("COP402", f"purpose:\n{LEARN}{COMMUNITY}{PRACTICE}{DATES}")
    assert "care about" in one.message
    assert one.path == ("purpose", "focus")


def test_circles_can_wait_until_there_are_dates(said: Said) -> None:
    """Who fills the guide in its order has a purpose before people, and people before practice."""
    assert said("COP402", f"purpose:\n{DOMAIN}{COMMUNITY}") == []
    assert said("COP403", f"purpose:\n{DOMAIN}{LEARN}{COMMUNITY}") == []


def test_none_on_purpose_fills_a_circle_as_well(said: Said) -> None:
    """Somebody who wants no tools, no legacy and no evidence has thought about them."""
    none = "launch:\n  tools: none\n  experiences: none\nresults: none\nprofessional_practice: none\n"
    assert said("COP402", f"purpose:\n{DOMAIN}{COMMUNITY}{none}{DATES}") == []
    assert said("COP403", f"purpose:\n{DOMAIN}{COMMUNITY}{none}{DATES}") == []


def test_two_answers_are_no_longer_thin(said: Said) -> None:
    """A circle need not be as full as the others."""
    thin = f"purpose:\n{DOMAIN}{LEARN}{COMMUNITY}{DATES}"
    assert len(said("COP403", thin)) == 1
    assert said("COP403", thin + "      topics: What a number interview shows us\n") == []


def test_blank_lines_fill_no_circle(said: Said) -> None:
    """Keys without an answer are as good as not there."""
    blank = "launch:\n  tools:\n    gather_knowledge:\nresults:\n  evidence: []\n"
    assert len(said("COP402", f"purpose:\n{DOMAIN}{COMMUNITY}{blank}{DATES}")) == 1


def test_a_plan_that_is_thin_all_round_is_young(said: Said) -> None:
    """One circle stands out as empty beside three answers on each of the others, as thin beside four."""
    three = "".join(DOMAIN.splitlines(keepends=True)[:3])
    two = "".join(DOMAIN.splitlines(keepends=True)[:2])
    assert len(said("COP402", f"purpose:\n{three}{COMMUNITY}{DATES}")) == 1
    assert said("COP402", f"purpose:\n{two}{COMMUNITY}{DATES}") == []
    assert said("COP403", f"purpose:\n{three}{LEARN}{COMMUNITY}{DATES}") == []


@pytest.mark.parametrize(
    "change",
    [
        ("kind: product", "kind: learning"),
        ("    - building_resources\n", "    - building_resources\n    - somebody to call\n"),
        ("      kind: product\n", ""),
        ("      kind: product\n", "      kind: product\n    - kind: learning\n"),
        ("purposes:\n    - building_resources\n", "purposes:\n    - solving_problems\n"),
    ],
)
def test_a_community_that_makes_things_may_still_learn(said: Said, change: tuple[str, str]) -> None:
    """One sign of learning, a purpose in own words, or evidence of no stated kind, and the rule is silent."""
    piece = """\
purpose:
  purposes:
    - building_resources
results:
  evidence:
    - what: A kit of twelve number talks
      kind: product
"""
    assert len(said("COP404", piece)) == 1
    assert change[0] in piece
    assert said("COP404", piece.replace(change[0], change[1], 1)) == []


def test_support_for_own_practice_makes_a_community_of_it(said: Said) -> None:
    """Where members' own learning is looked after, products alone do not make a project team."""
    piece = "purpose:\n  purposes: [building_resources]\nresults:\n  evidence:\n    - kind: product\n"
    assert len(said("COP404", piece)) == 1
    assert said("COP404", piece + "professional_practice:\n  transfer: Each member changes one routine\n") == []


def test_five_purposes_are_still_few_enough(said: Said) -> None:
    """And one that stands there twice counts once."""
    five = "purpose:\n  purposes: [solving_problems, shared_learning, building_resources, building_capacity, lunch"
    assert said("COP405", five + "]\n") == []
    assert said("COP405", five + ", lunch]\n") == []
    assert len(said("COP405", five + ", somebody to call]\n")) == 1

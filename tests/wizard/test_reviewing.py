"""A look at the community: asked item by item, saved as it is said, gone on with, followed up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.instruments.load import load_instrument
from cop_wizard.wizard.following_up import follow_up
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.reviewing import Reviewing, Which, half_done
from support.scripted import BACK, SAVE, SKIP
from wizard.conftest import Sitting

TODAY = "2026-09-01"

OPEN = ("", "\0open")


def _reviewing(sitting: Sitting, name: str, by: str = "") -> Reviewing:
    instrument = load_instrument(name, sitting.guide.vocabulary)
    return Reviewing(sitting.desk, instrument, Which(name, TODAY, by))


def _ratings(sitting: Sitting, review: int = 0) -> list[dict[str, Any]]:
    rows: Any = sitting.desk.value(("reviews", review, "ratings"))
    return list(rows)


def _rows(sitting: Sitting, key: str) -> list[dict[str, Any]]:
    rows: Any = sitting.desk.value((key,))
    return list(rows)


def test_each_item_is_asked_how_far_it_is_and_what_shows_it(sitting: Callable[..., Sitting]) -> None:
    said = [("", "in_places"), ("", "Three brought lessons")]
    at = sitting(*said, *[("", "as_a_rule"), ("", "")] * 5)
    _reviewing(at, "six-elements").ask()
    assert at.desk.value(("reviews", 0, "instrument")) == "six-elements"
    assert at.desk.value(("reviews", 0, "on")) == TODAY
    ratings = _ratings(at)
    assert ratings[0] == {"item": "joint_enterprise", "level": "in_places", "evidence": "Three brought lessons"}
    assert [one["level"] for one in ratings[1:]] == ["as_a_rule"] * 5


def test_where_a_level_calls_for_something_the_next_step_is_asked_with_who_and_when(
    sitting: Callable[..., Sitting],
) -> None:
    low = [("", "not_yet"), ("", ""), ("", "Ask each school"), ("", "Ana"), ("", "2026-10-01")]
    none = [("", "not_yet"), ("", ""), ("", "")]
    at = sitting(*low, *none, *[OPEN] * 4)
    reviewing = _reviewing(at, "six-elements")
    reviewing.ask()
    follow_up(reviewing)
    step = {"next_step": "Ask each school", "owner": "Ana", "by": "2026-10-01"}
    assert _ratings(at)[0] == {"item": "joint_enterprise", "level": "not_yet", **step}
    (todo,) = _rows(at, "todo")
    assert todo == {
        "note": "Ask each school",
        "owner": "Ana",
        "by": "2026-10-01",
        "origin": f"six-elements, {TODAY}",
    }
    follow_up(reviewing)
    assert len(_rows(at, "todo")) == 1


def test_what_cannot_be_said_is_left_open_and_asked_again(sitting: Callable[..., Sitting]) -> None:
    at = sitting(("", "in_places"), ("", ""), ("", SKIP), ("", SAVE))
    reviewing = _reviewing(at, "six-elements")
    with pytest.raises(SaveAndLeave):
        reviewing.ask()
    assert [one["item"] for one in _ratings(at)] == ["joint_enterprise"]
    assert half_done(at.desk, reviewing.instrument) == Which("six-elements", TODAY)
    again = sitting(*[("", "in_places"), ("", "")] * 5)
    _reviewing(again, "six-elements").ask()
    assert len(_ratings(again)) == 6
    assert half_done(again.desk, reviewing.instrument) is None


def test_going_back_leads_to_what_was_asked_before_also_across_items(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        ("", "in_places"),
        ("", "First"),
        ("", BACK),  # to what showed the first
        ("", BACK),
        ("", "as_a_rule"),
        ("", "Second"),
        ("", SAVE),
    )
    with pytest.raises(SaveAndLeave):
        _reviewing(at, "six-elements").ask()
    assert _ratings(at) == [{"item": "joint_enterprise", "level": "as_a_rule", "evidence": "Second"}]


def test_there_is_nothing_before_the_first(sitting: Callable[..., Sitting]) -> None:
    at = sitting(("", BACK), ("", SAVE))
    with pytest.raises(SaveAndLeave):
        _reviewing(at, "six-elements").ask()
    assert any("first one" in said for said in at.prompter.said)


def test_a_conversation_keeps_what_was_said(sitting: Callable[..., Sitting]) -> None:
    at = sitting(("", "We begin in May."), *[("", "")] * 3)
    _reviewing(at, "reflection-points").ask()
    (rating,) = _ratings(at)
    assert rating["note"] == "We begin in May."
    assert list(rating) == ["item", "note"]


def test_a_conversation_in_which_nothing_was_said_leaves_nothing(sitting: Callable[..., Sitting]) -> None:
    at = sitting(*[("", "")] * 4)
    _reviewing(at, "reflection-points").ask()
    assert not at.desk.value(("reviews",))


def test_a_disorder_that_is_seen_can_become_a_risk_and_others_can_be_added(sitting: Callable[..., Sitting]) -> None:
    seen = [("", "seen"), ("", "Two speak"), ("", "A round"), ("", "")]
    first_signs = [("", "first_signs"), ("", ""), ("", ""), ("", "")]
    own = [("", "The room is cold"), ("", "seen"), ("", ""), ("", ""), ("", "")]
    at = sitting(*seen, *first_signs, *[("", "not_seen")] * 11, *own, ("", ""), ("", ["egalitarianism"]))
    reviewing = _reviewing(at, "disorders")
    reviewing.ask()
    follow_up(reviewing)
    assert _ratings(at)[-1] == {"item": "The room is cold", "level": "seen"}
    assert at.desk.value(("life", "risks")) == [{"risk": "egalitarianism", "sign": "Two speak", "response": "A round"}]


def test_two_people_have_reviews_of_their_own(sitting: Callable[..., Sitting]) -> None:
    for by in ("Ana", "Ben"):
        at = sitting(*[("", "in_places"), ("", "")] * 6)
        _reviewing(at, "six-elements", by).ask()
    assert [row["by"] for row in _rows(at, "reviews")] == ["Ana", "Ben"]

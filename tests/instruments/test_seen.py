"""What several reviews say together, and what changed from one look to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from cop_wizard.guide.load import load_guide
from cop_wizard.instruments.load import load_instrument
from cop_wizard.instruments.seen import Course, Look, course, goodness, looks
from cop_wizard.plan.reviews import Review

VOCABULARY = load_guide("cass").vocabulary
ELEMENTS = load_instrument("six-elements", VOCABULARY)
DISORDERS = load_instrument("disorders", VOCABULARY)


def _review(on: str, levels: Mapping[str, str], by: str = "", instrument: str = "six-elements") -> Review:
    ratings = [{"item": item, "level": level} for item, level in levels.items()]
    return Review.model_validate({"instrument": instrument, "on": on, "by": by or None, "ratings": ratings})


def _looks(*reviews: Review, of: Any = ELEMENTS) -> list[Look]:
    return looks(reviews, of)


def test_reviews_of_one_day_are_one_look_and_the_oldest_comes_first() -> None:
    found = _looks(
        _review("2027-01-10", {"identity": "in_places"}, "Ana"),
        _review("2026-09-01", {"identity": "not_yet"}),
        _review("2027-01-10", {"identity": "as_a_rule"}, "Ben"),
        _review("2026-12-01", {"amnesia": "seen"}, instrument="disorders"),
    )
    assert [(look.on, len(look.reviews)) for look in found] == [(dt.date(2026, 9, 1), 1), (dt.date(2027, 1, 10), 2)]


def test_votes_are_counted_and_the_middle_one_speaks_for_all() -> None:
    chosen = ["not_yet", "in_places", "in_places", "as_a_rule"]
    (look,) = _looks(*(_review("2026-09-01", {"identity": level}, f"P{n}") for n, level in enumerate(chosen)))
    seen = look.of("identity")
    assert seen is not None
    assert seen.level is not None
    assert seen.spread is not None
    assert (seen.votes, seen.answered, seen.level.id, seen.mean) == ((1, 2, 1), 4, "in_places", 0.5)
    assert [level.id for level in seen.spread] == ["not_yet", "as_a_rule"]
    assert not seen.calls
    nobody = look.of("participation")
    assert nobody is not None
    assert (nobody.level, nobody.mean, nobody.spread, nobody.calls) == (None, None, None, False)


def test_of_two_in_the_middle_the_lower_one_speaks() -> None:
    (look,) = _looks(*(_review("2026-09-01", {"identity": level}) for level in ("not_yet", "as_a_rule")))
    assert [seen.item.id for seen in look.weak] == ["identity"]


def test_what_somebody_added_is_seen_as_well() -> None:
    (look,) = _looks(_review("2026-09-01", {"The room is too cold": "seen"}, instrument="disorders"), of=DISORDERS)
    assert look.seen[-1].item.name == "The room is too cold"
    assert look.seen[-1].calls


def test_a_level_that_the_instrument_has_not_counts_for_nothing() -> None:
    (look,) = _looks(_review("2026-09-01", {"identity": "splendid"}))
    seen = look.of("identity")
    assert seen is not None
    assert (seen.answered, len(seen.ratings)) == (0, 1)


def test_what_became_of_it_depends_on_which_end_is_the_good_one() -> None:
    before, now = _looks(
        _review("2026-09-01", {"identity": "not_yet", "participation": "in_places"}),
        _review("2027-09-01", {"identity": "in_places", "participation": "in_places", "mutual_engagement": "not_yet"}),
    )
    found = {seen.item.id: course(before.of(seen.item.id), seen) for seen in now.seen if seen.answered}
    assert found == {"identity": Course.BETTER, "participation": Course.SAME, "mutual_engagement": Course.NEW}
    earlier, later = _looks(
        _review("2026-09-01", {"amnesia": "not_seen", "compliance": "seen"}, instrument="disorders"),
        _review("2027-09-01", {"amnesia": "first_signs", "compliance": "first_signs"}, instrument="disorders"),
        of=DISORDERS,
    )
    amnesia, compliance = later.of("amnesia"), later.of("compliance")
    assert amnesia is not None
    assert compliance is not None
    assert course(earlier.of("amnesia"), amnesia) is Course.WORSE
    assert course(earlier.of("compliance"), compliance) is Course.BETTER
    assert goodness(compliance) == 0.5


def test_where_no_end_is_the_good_one_it_only_moved() -> None:
    phases = load_instrument("six-phases", VOCABULARY)
    first = phases.items[0]
    low, high = first.levels[0].id, first.levels[-1].id
    before, now = _looks(
        _review("2026-09-01", {first.id: low}, instrument="six-phases"),
        _review("2027-09-01", {first.id: high}, instrument="six-phases"),
        of=phases,
    )
    assert course(before.seen[0], now.seen[0]) is Course.MOVED
    assert goodness(now.seen[0]) is None

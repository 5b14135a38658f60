"""How the community is: what reviews, logs, to-dos and risks say, in four parts."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.composing import compose
from cop_wizard.documents.formats.markdown import render_markdown
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import subject_of

ITEMS = ("joint_enterprise", "mutual_engagement", "shared_repertoire", "identity")


def _review(on: str, by: str, level: str, instrument: str = "six-elements", **more: Any) -> dict[str, Any]:
    ratings: list[dict[str, Any]] = [{"item": item, "level": level} for item in ITEMS]
    ratings[0] |= more
    return {"instrument": instrument, "on": on, "by": by, "ratings": ratings}


def _meeting(day: str, *came: str) -> dict[str, Any]:
    return {"date": day, "status": "held", "record": "We met.", "attended": list(came), "next_time": ["More of it"]}


LIVED: dict[str, Any] = {
    "title": "Numbers",
    "membership": {
        "roster": [
            {"name": "Ana Ruiz", "level": "core", "status": "member"},
            {"name": "Ben Okafor", "level": "core", "status": "member"},
            {"name": "Cat Lee", "level": "peripheral", "status": "member"},
        ]
    },
    "collaborative_plan": {"meetings": [_meeting(f"2026-0{month}-01", "Ana Ruiz", "Cat Lee") for month in (4, 5, 6)]},
    "life": {"risks": [{"risk": "dependence", "sign": "Nobody wrote"}], "review_on": "2027-05-01"},
    "todo": [
        {"note": "Ask the schools", "owner": "Ana Ruiz", "by": "2026-10-01"},
        {"note": "Buy chalk", "done": "2026-05-01"},
    ],
    "reviews": [
        _review("2026-04-01", "Ana Ruiz", "not_yet"),
        _review("2026-10-01", "Ana Ruiz", "in_places", evidence="Bread, cut"),
        _review("2026-10-02", "Ben Okafor", "as_a_rule"),
    ],
}


def _words(plan: dict[str, Any], audience: SeenBy = SeenBy.LEADERS) -> str:
    return render_markdown("health", for_audience(subject_of(plan), audience))


def _pictures(plan: dict[str, Any]) -> list[str]:
    paper = compose("health", subject_of(plan))
    return [piece.name for piece in paper.pieces if isinstance(piece, Drawing)]


def test_it_has_four_parts() -> None:
    said = _words(LIVED)
    parts = ["## Where we are", "## What we do next", "## What is hard", "## What carries us"]
    places = [said.find(part) for part in parts[:3]]
    assert places == sorted(places)
    assert min(places) >= 0
    for told in (
        "In places, better than before",
        "Bread, cut",
        "Ask the schools",
        "More of it",
        "Dependence",
        "1 May 2027",
    ):
        assert told in said
    assert "Buy chalk" not in said


def test_a_look_is_a_web_and_bars_where_many_answered() -> None:
    assert _pictures(LIVED) == ["radar-six-elements", "bars-six-elements"]
    third = {**LIVED, "reviews": [*LIVED["reviews"], _review("2027-03-01", "Ana Ruiz", "as_a_rule")]}
    assert _pictures(third) == ["radar-six-elements", "trend-six-elements"]


def test_levels_without_a_good_end_are_no_web() -> None:
    stages = [{"item": name, "level": "here"} for name in ("potential", "coalescing", "maturing", "stewardship")]
    plan = {"title": "Numbers", "reviews": [{"instrument": "six-phases", "on": "2026-10-01", "ratings": stages}]}
    assert _pictures(plan) == []


def test_only_leaders_read_whose_part_has_changed() -> None:
    assert "Ben Okafor (core) came to 0 of the last 3. What would bring Ben Okafor back in?" in _words(LIVED)
    assert "What brought Cat Lee further in?" in _words(LIVED)
    assert "Ben Okafor" not in _words(LIVED, SeenBy.MEMBERS)


def test_nobody_outside_reads_what_was_seen() -> None:
    with pytest.raises(NothingToShow):
        _words(LIVED, SeenBy.PUBLIC)


def test_a_community_at_which_nobody_has_looked_has_none() -> None:
    with pytest.raises(NothingToShow, match="Nobody has looked"):
        _words({"title": "Numbers"})


def test_the_curve_is_marked_where_the_last_look_says_we_are() -> None:
    stages = [{"item": "potential", "level": "behind"}, {"item": "maturing", "level": "here"}]
    looked = {"instrument": "five-stages", "on": "2026-10-01", "ratings": stages}
    plan = {**LIVED, "life": {"stage": "coalescing"}}
    assert "curve" in _pictures(plan)
    assert "Coalescing (we are here)" in _words(plan)
    assert "Maturing (we are here)" in _words({**plan, "reviews": [looked]})


def test_each_purpose_shows_its_evidence() -> None:
    plan = {
        **LIVED,
        "purpose": {"purposes": ["shared_learning", "solving_problems"]},
        "results": {
            "evidence": [
                {"what": "Nine of twelve teach it", "number": "9", "shows": ["shared_learning"]},
                {"what": "A test in spring", "when": "2030-03-01", "shows": ["shared_learning"]},
            ]
        },
    }
    said = _words(plan)
    assert "| Shared learning | Nine of twelve teach it<br>1 is awaited |" in said
    assert "| Solving problems | nothing yet |" in said


def test_it_says_what_goals_and_meetings_have_served() -> None:
    meetings = [{**_meeting("2026-04-01", "Ana Ruiz"), "outcomes": ["engage"], "emphases": ["inquiry"]}]
    said = _words({**LIVED, "collaborative_plan": {"meetings": meetings}})
    assert "Engage (1)" in said
    assert "1 of 8" in said
    assert "1 of 7" in said
    assert "Guiding principles" not in said


def test_an_inquiry_that_goes_on_is_a_ring_with_its_own_words() -> None:
    over = {"title": "The old one?", "method": "pdsa", "ends": "2026-03-01", "plan": "Try it"}
    open_one = {"title": "Fewer calls?", "analyze": "31 calls a week"}
    plan = {**LIVED, "results": {"cycles": [over, open_one]}}
    assert [name for name in _pictures(plan) if name.startswith("inquiry")] == ["inquiry-1"]
    drawn = next(
        piece for piece in compose("health", subject_of(plan)).pieces if getattr(piece, "name", "") == "inquiry-1"
    )
    assert isinstance(drawn, Drawing)
    assert "Analyze (31 calls a week)" in drawn.description


def test_members_read_the_same_of_a_look_as_leaders_but_for_the_names() -> None:
    reviews = [
        *[_review("2026-06-10", name, "as_a_rule") for name in ("Ana Ruiz", "Ben Okafor")],
        *[
            _review(f"2026-11-{20 + n}", name, "not_yet")
            for n, name in enumerate(("Ana Ruiz", "Ben Okafor", "anonymous"))
        ],
    ]
    for audience in (SeenBy.LEADERS, SeenBy.MEMBERS):
        said = _words({**LIVED, "reviews": reviews}, audience)
        assert "22 November 2026, 3 answers" in said
        assert "Not as good as last time" in said
        assert "20 November" not in said

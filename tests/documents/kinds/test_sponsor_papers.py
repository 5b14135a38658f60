"""What a sponsor gets: the brief that asks, and the regular word that tells."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, subject_of, text_of

SPONSORS = [
    {"name": "Ingeborg Tran", "time": "Half a day a month", "gets": "Two pages a term", "told": "each term"},
    {"name": "Wilhelmina Stack", "room": "The chapel"},
]
TWO: dict[str, Any] = {**RICH, "leadership": {**RICH["leadership"], "sponsors": SPONSORS}}
PAPERS = ("sponsor-brief", "sponsor-update")


def _paper(data: dict[str, Any], document: str = "sponsor-brief", person: str = "", **options: Any) -> str:
    subject = subject_of(data, load_guide("cass"), wish=Wish(person=person), **options)
    return text_of(subject, document, "md")


def _part(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("paper", PAPERS)
def test_one_sponsor_hears_nothing_of_what_another_promised(paper: str) -> None:
    text = _paper(TWO, paper, "ingeborg tran")
    assert "Ingeborg Tran" in text
    assert "Half a day a month" in text
    assert "chapel" not in text


@pytest.mark.parametrize("paper", PAPERS)
def test_each_sponsor_has_a_paper_of_their_own(paper: str) -> None:
    first, second = re.split(r"^##? (?:A brief|News) for our sponsor$", _paper(TWO, paper), flags=re.MULTILINE)[1:]
    assert "Half a day a month" in first
    assert "chapel" not in first
    assert "The chapel" in second
    assert "Half a day" not in second


@pytest.mark.parametrize("paper", PAPERS)
def test_a_part_of_the_name_is_enough(paper: str) -> None:
    assert "Wilhelmina Stack" in _paper(TWO, paper, "stack")


@pytest.mark.parametrize("paper", PAPERS)
def test_an_unknown_sponsor_is_answered_with_those_there_are(paper: str) -> None:
    with pytest.raises(WrongUse) as caught:
        _paper(TWO, paper, "Nobody")
    assert "Ingeborg Tran and Wilhelmina Stack" in caught.value.hint


# --- the brief ----------------------------------------------------------------------------------------------------


def test_a_plan_with_hardly_anything_makes_a_whole_brief() -> None:
    text = _paper({"title": "Tuesday Soup"})
    assert "Tuesday Soup is a community of practice: " in text
    assert text.count("\n- **") == 3 + 2  # what is asked, what comes back
    assert text.index("What we ask of you") < text.index("What comes back") < text.index("why not a course")
    for gone in ("Not set yet", "None yet", "What it costs", "Who takes part", "Agreed so far"):
        assert gone not in text


def test_a_sponsor_is_asked_only_for_what_the_plan_says_of_this_one() -> None:
    asked = _part(_paper(TWO, person="Ingeborg Tran"), "What we ask of you")
    assert "**Time to attend:** Half a day a month" in asked
    assert "A room" not in asked
    assert "**You hear from us:** each term" in _paper(TWO, person="Ingeborg Tran")


def test_of_whom_the_plan_says_nothing_the_three_things_are_asked() -> None:
    asked = _part(_paper({"title": "Soup", "leadership": {"sponsors": [{"name": "Ute"}]}}), "What we ask of you")
    assert [words for words in ("Time to attend", "A room", "Recognition") if words not in asked] == []


def test_a_goal_that_was_reached_is_not_hoped_for() -> None:
    goals = [{"text": "Leeks for all", "status": "reached"}, {"text": "Bread for all"}]
    known = _part(_paper({"purpose": {"goals": goals}}), "How we will know")
    assert "Leeks" in known.split("What we hope for:")[0]
    assert "Bread" in known.split("What we hope for:")[1]


def test_research_in_schools_is_shown_with_six_numbers_to_those_it_concerns() -> None:
    about = _part(_paper(RICH), "What it is, and why not a course")
    for number in ("0.93", "0.77", "0.72", "0.71", "0.60"):
        assert number in about
    assert about.count("0.72") == 2
    assert "Hattie (2015), page 26" in about
    assert "0.93" not in _paper({"title": "Soup"})


def test_what_it_draws_on_stands_at_its_end() -> None:
    end = _paper(RICH).split("\n---\n")[1]
    for work in ("Boud", "Forrester", "Staempfli", "Cambridge", "Hattie", "Troen"):
        assert work in end


def test_no_money_on_purpose_is_said() -> None:
    assert "We ask for no money." in _paper({"resources": {"money_out": NONE_ON_PURPOSE}})
    assert "money" not in _paper({"title": "Soup"})


def test_costs_stand_in_one_table() -> None:
    resources = {
        "hours": [{"what": "Coordination", "amount": "2 hours", "per": "month"}],
        "in_kind": [{"what": "Soup", "source": "the canteen"}],
        "money_in": [{"what": "TBD"}],
        "money_out": [
            {"what": "Printing", "amount": "TBD", "per": "term", "note": "The shop waits"},
            {"what": "Tea", "per": "meeting"},
        ],
    }
    costs = _part(_paper({"resources": resources}), "What it costs")
    assert "| Coordination<br>Hours | 2 hours per month |  |  |" in costs
    assert "| Soup<br>Help in kind |  | the canteen |  |" in costs
    assert "| Printing<br>Money going out | TBD per term |  | The shop waits |" in costs
    assert "| Tea<br>Money going out | per meeting |" in costs


# --- the regular word ---------------------------------------------------------------------------------------------


def test_news_tell_what_happened_and_what_is_next() -> None:
    met = [
        {**one, "status": "held"} if one["date"] == "2026-11-17" else one
        for one in RICH["collaborative_plan"]["meetings"]
    ]
    text = _paper({**TWO, "collaborative_plan": {"meetings": met}}, "sponsor-update")
    assert "17 November 2026 | Visit to Elk Valley School" in _part(text, "What happened")
    assert "15 December 2026 | Coaching conversations" in _part(text, "What is next")
    assert "CASS Annual Conference (18 March 2027)" in _part(text, "What is next")


def test_of_meetings_that_were_held_days_and_topics_are_told_and_nothing_of_the_minutes() -> None:
    meetings = [
        {"date": "2026-10-01", "topics": "Soup", "status": "held", "record": "We chose leeks."},
        {"date": "2026-10-08", "topics": "Bread", "status": "cancelled", "record": "Nobody came."},
    ]
    text = _paper({"collaborative_plan": {"meetings": meetings}}, "sponsor-update")
    assert "| 1 October 2026 | Soup |" in text
    for gone in ("leeks", "Bread"):
        assert gone not in text


def test_a_past_meeting_that_nobody_marked_is_not_told_as_held() -> None:
    meetings = [{"date": "2026-10-01", "topics": "Soup"}, {"date": "2026-12-01", "topics": "Bread"}]
    text = _paper({"collaborative_plan": {"meetings": meetings}}, "sponsor-update")
    assert "Soup" not in text
    assert "not told here" not in text
    assert "One past meeting is not told here" in _paper(
        {"collaborative_plan": {"meetings": meetings}}, "sponsor-update", audience=SeenBy.LEADERS
    )


def test_what_comes_next_is_only_announced_where_something_does() -> None:
    met = {"collaborative_plan": {"meetings": [{"date": "2026-10-01", "topics": "Soup", "status": "held"}]}}
    text = _paper(met, "sponsor-update")
    assert "Here is what has happened." in text
    assert "what comes next" not in text


def test_of_many_meetings_those_with_something_to_tell_are_told() -> None:
    busy = [{"date": f"2026-11-{day:02}", "series": "Kitchen", "status": "held"} for day in range(1, 11)]
    met = [{"date": "2026-09-02", "topics": "Soup", "status": "held"}]
    text = _paper({"collaborative_plan": {"meetings": [*busy, *met]}}, "sponsor-update")
    assert "Soup" in text
    assert "And 5 more meetings." in text


def test_long_ago_is_not_lately_unless_nothing_has_happened_since() -> None:
    old = {"date": "2025-03-01", "topics": "Old soup", "status": "held"}
    new = {"date": "2026-11-01", "topics": "New soup", "status": "held"}
    assert "Old soup" not in _paper({"collaborative_plan": {"meetings": [old, new]}}, "sponsor-update")
    assert "Old soup" in _paper({"collaborative_plan": {"meetings": [old]}}, "sponsor-update")


def test_a_sponsor_is_reminded_only_of_what_is_open_between_us() -> None:
    todo = [
        {"question": "launch.place", "note": "Ask for the key", "owner": "Ingeborg Tran", "by": "2026-12-01"},
        {"question": "launch.start", "note": "Ask the cook", "owner": "Ute"},
    ]
    needed = _part(_paper({**TWO, "todo": todo}, "sponsor-update", "Ingeborg Tran"), "A word back")
    assert "Ask for the key (by 1 December 2026)" in needed
    assert "Ask the cook" not in needed
    assert "settled" not in needed


def test_quotes_are_repeated_with_consent_only() -> None:
    quotes = [
        {"what": "A word", "quote": "I sleep again.", "quoted": "a nurse", "consent": "yes"},
        {"what": "Another", "number": "1", "quote": "I do not.", "consent": "no"},
        {"what": "A third", "when": "2026-01-01", "quote": "Perhaps.", "quoted": "a guest"},
    ]
    text = _paper({"results": {"evidence": quotes}}, "sponsor-update")
    assert "> I sleep again.\n\n*a nurse*" in text
    assert "A word |" not in text  # its title alone shows nothing
    assert "I do not" not in text
    assert "Perhaps" not in text


def test_where_nothing_happened_there_is_nothing_to_tell() -> None:
    with pytest.raises(NothingToShow) as caught:
        _paper({"title": "Soup", "leadership": {"sponsors": SPONSORS}}, "sponsor-update")
    assert "brief" in caught.value.hint

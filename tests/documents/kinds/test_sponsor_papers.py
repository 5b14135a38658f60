"""What a sponsor gets: the brief that asks, and the regular word that tells."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.formats.pdf import render_pdf
from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, subject_of, text_of
from documents.example_plans import EXAMPLES, example
from documents.pdf_files import PdfFile

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
    assert text.count("\n- **") == 3
    order = ("is a community of practice", "What we ask of you", "What comes back", "Why not a course?", "Your answer")
    assert sorted(order, key=text.index) == list(order)
    assert "We have not settled that yet. What would you want to see?" in text
    assert "Please tell whoever gave you this paper." in text
    for gone in ("Not set yet", "None yet", "What it costs", "Who takes part", "Agreed so far"):
        assert gone not in text


def test_a_sponsor_is_asked_only_for_what_the_plan_says_of_this_one() -> None:
    asked = _part(_paper(TWO, person="Ingeborg Tran"), "What we ask of you")
    assert "**Time to attend:** Half a day a month" in asked
    assert "A room" not in asked
    assert "This is what our plan counts on:" in asked
    assert "**You hear from us:** Each term" in _paper(TWO, person="Ingeborg Tran")


def test_of_whom_the_plan_says_nothing_the_three_things_are_asked() -> None:
    asked = _part(_paper({"title": "Soup", "leadership": {"sponsors": [{"name": "Ute"}]}}), "What we ask of you")
    assert [words for words in ("Time to attend", "A room", "Recognition") if words not in asked] == []
    assert "Three things help every community of practice." in asked
    assert "our plan" not in asked


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_none_of_the_three_usual_things_stands_without_a_label(paper: str) -> None:
    data = {"leadership": {"sponsors": [{"name": "Ute", "gives": "the board's word"}]}}
    meetings = {"collaborative_plan": {"meetings": [{"date": "2026-12-01"}]}}
    assert "\n- The board's word\n" in _paper({**data, **meetings}, paper)


def test_the_brief_says_who_writes_and_whom_to_tell() -> None:
    roster = [{"name": "Ute Berg", "status": "member", "email": "ute@example.org"}]
    text = _paper({"membership": {"roster": roster}, "leadership": {"duties": {"convene": ["Ute Berg"]}}})
    assert "**From:** Ute Berg\n" in text
    assert "Please tell us:\n\n- **Ute Berg**: <ute@example.org>" in text
    assert "In a community of practice, people" in text  # it has no name yet


def test_a_sponsor_reads_nothing_of_whom_else_we_want_to_ask() -> None:
    roster = [{"name": "Ute", "status": "member"}, {"name": "Ada", "status": "potential"}]
    assert "- **Members:** 1 person\n" in _paper({"membership": {"roster": roster}})


def test_a_goal_that_was_reached_is_not_hoped_for() -> None:
    goals = [{"text": "Leeks for all", "status": "reached"}, {"text": "Bread for all"}]
    known = _part(_paper({"purpose": {"goals": goals}}), "How we will know that it works")
    assert "Leeks" in known.split("What we hope for:")[0]
    assert "Bread" in known.split("What we hope for:")[1]


def test_research_in_schools_is_shown_with_six_numbers_to_those_it_concerns() -> None:
    about = _part(_paper(RICH), "Why not a course?")
    for number in ("0.93", "0.77", "0.72", "0.71", "0.60"):
        assert number in about
    assert about.count("0.72") == 2
    assert "Hattie (2015), page 26" in about
    assert "The higher the number, called the effect size, the more students gain" in about
    assert "0.93" not in _paper({"title": "Soup"})


def test_what_it_draws_on_stands_at_its_end() -> None:
    end = _paper(RICH).split("\n---\n")[1]
    for work in ("Boud", "Forrester", "Staempfli", "Cambridge", "Hattie", "Troen"):
        assert work in end


def test_no_money_on_purpose_is_said() -> None:
    assert "It costs no money." in _paper({"resources": {"money_out": NONE_ON_PURPOSE}})
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
    costs = _part(_paper({"resources": resources}), "What it costs, and who pays")
    assert "| What | How much | Per | From | Note |" in costs
    assert "| Coordination<br>Hours | 2 hours | month |  |  |" in costs
    assert "| Soup<br>Help in kind |  |  | The canteen |  |" in costs
    assert "| Printing<br>Money going out | TBD | term |  | The shop waits |" in costs
    assert "| Tea<br>Money going out |  | meeting |" in costs


def test_the_fullest_plan_makes_two_pages() -> None:
    plan = next(path for path in EXAMPLES if path.stem == "school-network")
    assert len(PdfFile(render_pdf("sponsor-brief", example(plan))).texts) == 2


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


def test_what_has_happened_is_only_announced_where_something_did() -> None:
    text = _paper({"collaborative_plan": {"meetings": [{"date": "2026-12-01"}]}}, "sponsor-update")
    assert "Thank you for standing behind us. Here is what comes next." in text
    assert "| 1 December 2026 | A meeting |" in text


@pytest.mark.parametrize(
    ("seats", "asked"),
    [
        (["a cook"], "One place is still empty. Do you know somebody for it?\n\n- A cook\n"),
        (["a cook", "a baker"], "2 places are still empty. Do you know somebody for them?\n\n- A cook\n- A baker\n"),
        ([], ""),
    ],
)
def test_empty_places_are_listed(seats: list[str], asked: str) -> None:
    membership = {"required_seats": [{"role": one} for one in seats]}
    meetings = {"meetings": [{"date": "2026-12-01"}]}
    text = _paper({"membership": membership, "collaborative_plan": meetings}, "sponsor-update")
    assert asked in text
    assert ("still empty" in text) == bool(seats)


def test_a_result_is_told_to_a_sponsor_without_its_sorting() -> None:
    evidence = [{"what": "answers", "number": "7", "kind": "decision", "shows": ["advancing_initiatives"]}]
    text = _paper({"results": {"evidence": evidence}}, "sponsor-update")
    assert "| Answers | 7 |" in text
    assert "Advancing" not in text


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

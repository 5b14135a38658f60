"""The report shows what came of it, and keeps to what people agreed to have told."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import RICH, subject_of, text_of

EVIDENCE = [
    {
        "what": "Teachers who use the interview",
        "kind": "learning",
        "shows": ["building_capacity", "shared_learning"],
        "number": "9",
        "unit": "teachers",
        "base": "12 who were asked",
        "baseline": "2",
        "target": "11",
        "when": "2026-06-01",
        "for_event": "Evening of maps",
    },
    {"what": "Clip library", "shows": ["shared_learning"], "when": "2027-03-01"},
    {"what": "A word", "quote": "I see it now.", "quoted": "a principal", "consent": "yes"},
    {"what": "Another word", "number": "1", "quote": "I saw nothing.", "consent": "no"},
]
STORY = {
    "title": "The letter",
    "told_by": "Aïssatou",
    "on": "2026-06-19",
    "immediate": "We laughed.",
    "realised": "She said thank you.",
    "consent": "yes",
}
PLAN: dict[str, Any] = {
    "title": "Tuesday Soup",
    "purpose": {"purposes": ["shared_learning", "building_capacity"]},
    "membership": {
        "roster": [
            {"name": "Bertille", "organization": "Canteen", "status": "member", "may_be_named": "yes"},
            {"name": "Hamza", "organization": "Office", "status": "member"},
        ]
    },
    "results": {
        "evidence": EVIDENCE,
        "stories": [STORY],
        "sharing_events": [{"event": "Evening of maps", "date": "2027-06-08", "what": "Forty maps"}],
        "celebrating_community": ["Cake"],
        "legacy": "A box of cards.",
    },
}


def _report(data: dict[str, Any], event: str = "", **options: Any) -> str:
    return text_of(subject_of(data, load_guide("cass"), wish=Wish(event=event), **options), "report", "md")


def _with_results(**results: Any) -> dict[str, Any]:
    return {**PLAN, "results": {**PLAN["results"], **results}}


def test_a_number_stands_with_its_unit_its_base_and_where_it_came_from() -> None:
    row = next(line for line in _report(PLAN).splitlines() if "Teachers who use" in line)
    for words in ("9 teachers of 12 who were asked", "**Before:** 2", "**Hoped for:** 11", "1 June 2026"):
        assert words in row


def test_a_share_reads_as_one_and_what_was_not_known_is_not_told() -> None:
    evidence = [{"what": "Soups", "number": "38", "base": "of 154", "baseline": "not known before"}]
    text = _report(_with_results(evidence=evidence))
    assert "38 of 154" in text
    assert "not known" not in text


def test_evidence_stands_once_under_the_purpose_that_matters_most() -> None:
    text = _report(PLAN)
    assert text.count("Teachers who use the interview") == 1
    assert "### Shared learning" in text
    assert "### Building professional capacity" not in text
    assert "**Also speaks for:** Building professional capacity" in text


def test_what_is_still_to_come_is_not_shown_as_reached() -> None:
    shown, to_come = _report(PLAN).split("This is still being gathered:")
    assert "Clip library" not in shown
    assert "| Clip library" in to_come
    assert "A word" not in to_come
    assert "Clip library" not in _report(PLAN, final=True)


def test_only_what_people_agreed_to_is_quoted() -> None:
    text = _report(PLAN)
    assert "> I see it now.\n\n*a principal*" in text
    assert "I saw nothing" not in text


def test_what_waits_for_consent_is_counted_and_not_told() -> None:
    data = _with_results(stories=[{**STORY, "consent": None}])
    text = _report(data)
    assert "We laughed" not in text
    assert "One quote or story is not told here" in text
    assert "not told here" not in _report(data, final=True)


def test_a_story_is_told_cycle_by_cycle() -> None:
    story = _report(PLAN).split("## Stories")[1].split("\n## ")[0]
    assert "*Aïssatou, 19 June 2026*" in story
    assert story.index("We laughed.") < story.index("She said thank you.")
    assert "Wenger, Trayner" in story


def test_only_those_are_named_who_said_that_they_may_be() -> None:
    text = _report(PLAN)
    assert "Bertille" in text
    assert "Hamza" not in text
    assert "Canteen and Office" in text


def test_it_is_called_what_came_of_it_only_once_something_did() -> None:
    assert _report(PLAN).startswith("# What came of it\n")
    hopes = _report({"title": "Soup", "results": {"evidence": EVIDENCE[1:2], "celebrating_community": ["Cake"]}})
    assert hopes.startswith("# Where we stand\n")
    assert "Nothing can be shown here yet." in hopes
    assert "Nothing can be shown" not in _report(PLAN)


def test_what_belongs_to_no_purpose_needs_no_heading_where_nothing_else_is_shown() -> None:
    assert "### Other results" in _report(PLAN)
    alone = _report(_with_results(evidence=[{"what": "Soups", "number": "38"}]))
    assert "Other results" not in alone
    assert "the purpose it speaks for" not in alone


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("12 who were asked", "9 teachers of 12 who were asked"),
        ("about 12", "9 teachers of about 12"),
        ("of 154", "9 teachers of 154"),
        ("pour mille lettres", "9 teachers pour mille lettres"),
        ("in the lessons so far", "9 teachers in the lessons so far"),
    ],
)
def test_whatever_a_number_is_read_with_makes_a_sentence(base: str, told: str) -> None:
    text = _report(_with_results(evidence=[{"what": "Asked", "number": "9", "unit": "teachers", "base": base}]))
    assert f"| {told} |" in text


def test_how_it_will_be_known_is_told_in_words_and_in_what_all_look_at() -> None:
    known = _report(_with_results(signs_of_achievement="Empty pots.", shared_measures="We count bowls."))
    part = known.split("## How we will know that it works")[1].split("\n## ")[0]
    assert "Empty pots." in part
    assert "What all of us look at in the same way:\n\nWe count bowls." in part


def test_hopes_are_told_in_words_of_what_is_to_come() -> None:
    hopes = {"immediate": "We laugh.", "realised": "Newcomers stay."}
    text = _report({"title": "Soup", "results": {"hopes": hopes, "legacy": "A pot."}})
    assert "**What it will be like:** We laugh." in text
    assert "**What will be better for it:** Newcomers stay." in text


def test_words_that_say_when_begin_with_a_capital() -> None:
    text = _report(_with_results(evidence=[{"what": "answers", "number": "7", "when": "each June"}]))
    assert "| Answers | 7 | Each June |" in text


def test_the_next_meeting_is_told_without_a_topic_too() -> None:
    meetings = [{"date": "2026-12-01"}, {"date": "2026-12-08"}]
    text = _report({**PLAN, "collaborative_plan": {"meetings": meetings}})
    assert text.count("Our next meeting") == 1
    assert "| 1 December 2026 | Our next meeting |" in text


def test_for_an_event_only_what_is_marked_for_it_is_shown() -> None:
    text = _report(PLAN, "evening of MAPS")
    assert text.startswith("# What came of it\n")
    assert "**Prepared for: Evening of maps**, 8 June 2027" in text
    assert "Forty maps" in text
    assert "Teachers who use the interview" in text
    for gone in ("Clip library", "I see it now", "We laughed"):
        assert gone not in text


def test_a_story_for_everybody_is_told_at_an_event_too() -> None:
    assert "We laughed" in _report(_with_results(stories=[{**STORY, "seen_by": "public"}]), "Evening of maps")


def test_an_event_of_several_days_shows_its_first_and_its_last() -> None:
    event = {"event": "Evening of maps", "date": "2027-06-08", "ends": "2027-06-09"}
    assert "8 June 2027 to 9 June 2027" in _report(_with_results(sharing_events=[event]), "Evening of maps")


def test_a_part_of_an_events_name_is_enough_if_only_one_has_it() -> None:
    assert "Prepared for: Evening of maps" in _report(PLAN, "MAPS")
    events = [{"event": "Evening of maps"}, {"event": "Evening of songs"}]
    with pytest.raises(WrongUse) as caught:
        _report(_with_results(sharing_events=events), "evening")
    assert "Evening of maps and Evening of songs" in caught.value.hint


def test_those_who_are_told_get_the_whole_report() -> None:
    data = _with_results(told_to=[{"who": "Board of trustees", "when": "2027-06-16"}])
    text = _report(data, "trustees")
    assert "**Prepared for: Board of trustees**, 16 June 2027" in text
    for there in ("Teachers who use the interview", "I see it now", "We laughed"):
        assert there in text


def test_goals_that_were_reached_are_told() -> None:
    goals = [{"text": "Leeks for all", "status": "reached"}, {"text": "Bread for all"}]
    text = _report({"title": "Soup", "purpose": {"goals": goals}})
    assert "- Leeks for all" in text.split("## What we reached")[1].split("\n## ")[0]
    assert "Goal: Bread for all" in text


def test_only_meetings_that_were_held_are_counted_and_further_series_by_their_name() -> None:
    meetings = [
        {"date": "2026-09-01", "status": "held"},
        {"date": "2026-09-08", "record": "We chose leeks."},
        {"date": "2026-09-15", "status": "planned"},
        {"date": "2026-09-16", "status": "held", "series": "Kitchen"},
    ]
    data = {**PLAN, "launch": {"series": [{"title": "Kitchen"}]}, "collaborative_plan": {"meetings": meetings}}
    text = _report(data)
    assert "**Meetings so far:** 2 (since 1 September 2026; Kitchen: 1)" in text
    assert "not counted" not in text
    assert "One past meeting is not counted" in _report(data, audience=SeenBy.LEADERS)
    assert "not counted" not in _report(data, audience=SeenBy.LEADERS, final=True)


def test_what_comes_next_comes_after_the_event() -> None:
    meetings = [{"date": "2026-12-01", "topics": "Leeks"}, {"date": "2027-09-01", "topics": "Bread"}]
    text = _report({**PLAN, "collaborative_plan": {"meetings": meetings}}, "Evening of maps")
    assert "Bread" in text
    assert "Leeks" not in text


def test_at_most_twelve_things_come_next_and_the_others_are_counted() -> None:
    meetings = [{"date": f"2027-01-{day:02}", "topics": "Soup"} for day in range(1, 20)]
    text = _report({**PLAN, "collaborative_plan": {"meetings": meetings}})
    assert text.count("| Meeting: Soup |") == 12
    assert "more things |" in text


def test_an_occasion_of_several_days_is_told_with_both() -> None:
    event = {"event": "Open days", "date": "2027-04-29", "ends": "2027-04-30"}
    text = _report({**PLAN, "results": {**PLAN["results"], "sharing_events": [event]}})
    assert "| 29 April 2027 to 30 April 2027 | We show our work: Open days |" in text


def test_an_extra_date_is_told_with_what_it_is_for() -> None:
    extra = {"date": "2027-02-04", "change": "extra", "note": "Election of the chair"}
    assert "| 4 February 2027 | Meeting: Election of the chair |" in _report(
        {**PLAN, "launch": {"exceptions": [extra]}}
    )


def test_it_ends_with_somebody_to_ask() -> None:
    data = {**PLAN, "leadership": {"duties": {"convene": ["Hamza", "Bertille"]}}}
    roster = [{**one, "may_be_named": "no"} if one["name"] == "Hamza" else one for one in PLAN["membership"]["roster"]]
    end = _report({**data, "membership": {"roster": roster}}).split("## If you want to hear more")[1]
    assert "**Bertille**, Canteen" in end
    assert "Hamza" not in end


def test_an_unknown_event_is_answered_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as caught:
        _report(PLAN, "Morning of maps")
    assert "Evening of maps" in caught.value.hint


def test_an_event_without_evidence_says_what_to_do() -> None:
    with pytest.raises(NothingToShow) as caught:
        _report(RICH, "CASS Annual Conference")
    assert "CASS Annual Conference" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("data", [{}, {"title": "Soup", "results": {"signs_of_achievement": "More soup"}}])
def test_where_there_is_nothing_there_is_no_report(data: dict[str, Any]) -> None:
    with pytest.raises(NothingToShow):
        _report(data)


def test_a_legacy_alone_is_a_report() -> None:
    text = _report({"results": {"legacy": "A box of cards."}})
    assert "## What is to stay\n\nA box of cards." in text
    assert text.count("## ") == 1


def test_what_comes_next_is_in_the_order_of_its_days() -> None:
    nexts = _report(RICH).split("## What comes next")[1]
    days = [line.split(" | ")[0].strip("| ") for line in nexts.splitlines() if line.startswith("| ")][2:]
    assert days[:2] == ["15 December 2026", "19 January 2027"]
    assert "18 March 2027" in days


def test_a_story_is_told_against_what_was_hoped() -> None:
    story = {"title": "The ladle", "consent": "yes", "immediate": "We laughed.", "applied": "Two cooks taste first."}
    hopes = {"immediate": "A good hour.", "realised": "Newcomers stay."}
    text = _report({"title": "Soup", "results": {"hopes": hopes, "stories": [story]}})
    assert "| Step | What we hoped | What came of it |" in text
    assert "| What happened | A good hour. | We laughed. |" in text
    assert "| What is done differently |  | Two cooks taste first. |" in text
    assert "| What is better for it | Newcomers stay. |  |" in text

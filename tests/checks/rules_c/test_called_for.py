"""Words that call for another answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]


def norm(text: str) -> str:
    return f"norms:\n  own: [{{topic: Ours, statement: {text!r}}}]\n"


CALLS = [
    ("COP427", "After a year inactive members are asked", "membership: {exit: {leave: A year at most}}"),
    ("COP427", "Une personne en congé garde sa place", "membership: {exit: none}"),
    ("COP516", "The chair is elected in May", "leadership: {handover: none, offices: [{role: Chair}]}"),
    ("COP516", "Two terms of office at most", "leadership: {offices: none}"),
    ("COP623", "We do not meet in the school breaks", "launch: {closures: [{name: Spring}]}"),
    ("COP623", "Pas de rencontre pendant les vacances", "launch: {region: CA-QC}"),
    ("COP816", "Members pay a fee once a year", "resources: {money_in: none}"),
    ("COP816", "Une cotisation de chaque membre", "resources: {money_out: none}"),
    ("COP817", "Each working group reports in June", "groups: [{name: Readers}]"),
    ("COP817", "Les sous-comités se réunissent à part", "groups: none"),
    ("COP818", "News go out by the mailing list", "communication: {channels: [{name: List}]}"),
    ("COP818", "Nous écrivons une infolettre", "communication: {messages: none}"),
    ("COP819", "What we hear is confidential", "care: {repeating: nothing}"),
    ("COP819", "Les échanges restent confidentiels", "care: {confidentiality: Rien ne sort}"),
    ("COP820", "We record the meetings for the night shift", "care: {recording: We ask first}"),
    ("COP820", "Les séances sont enregistrées", "care: {recording: none}"),
]


@pytest.mark.parametrize(("code", "text", "answer"), CALLS)
def test_a_word_calls_for_the_answer_until_it_is_there(said: Said, code: str, text: str, answer: str) -> None:
    """In English and in French; "none, on purpose" is an answer, and an ended community is not asked."""
    (one,) = said(code, norm(text))
    assert one.message.startswith("`norms.own[1].statement` speaks of “")
    assert one.hint.endswith("`cop edit` takes you there.")
    assert said(code, norm(text) + answer + "\n") == []
    assert said(code, norm(text) + "life: {status: closed, statuses: none}\n") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("COP816", "There is no budget, and never a fee"),
        ("COP816", "We grant everybody time to think"),
        ("COP820", "Decisions are recorded, and somebody records what we heard"),
        ("COP820", "No meeting is recorded"),
        ("COP817", "We work in small teams"),
        ("COP818", "We talk to our teams about it"),
        ("COP516", "A select few, electric with ideas"),
        ("COP819", "We are confident, and what is said stays in the room"),
    ],
)
def test_words_that_mean_something_else_call_for_nothing(said: Said, code: str, text: str) -> None:
    """Whole words, and none with a "no" right before it."""
    assert said(code, norm(text)) == []


def test_what_a_community_is_about_is_no_call(said: Said) -> None:
    """A circle of treasurers speaks of budgets all day."""
    assert (
        said("COP816", norm("We read each budget together") + "purpose:\n  focus: School budgets and a fair budget\n")
        == []
    )
    assert len(said("COP816", norm("We read each budget together") + "purpose:\n  focus: Counting\n")) == 1


def test_topics_of_meetings_are_no_call(said: Said) -> None:
    """People may talk about anything."""
    meetings = "collaborative_plan:\n  meetings: [{date: 2051-01-10, topics: The newsletter and its budget}]\n"
    assert said("COP816", meetings) == said("COP818", meetings) == []


def test_the_first_place_is_told_and_every_other_one_marked(said: Said) -> None:
    """Each word once, as it is written there."""
    piece = norm("A fee, a stipend; the Fee is small") + "life:\n  closing: What is left of the budget is given away\n"
    (one,) = said("COP816", piece)
    assert one.message.startswith("`norms.own[1].statement` speaks of “fee” and “stipend”, and the plan")
    assert len(one.further) == 2


def test_a_free_section_counts_as_well(said: Said) -> None:
    """Whatever a charter says where no question asked."""
    (one,) = said("COP819", "sections: [{title: Trust, text: We keep it confidential}]\n")
    assert one.message.startswith("`sections[1].text` speaks of “confidential”")


ONLINE = "membership:\n  ideal_member: Nurses across the country\nlaunch:\n  format: FORMAT\n  start: START\n"


@pytest.mark.parametrize(
    ("form", "start", "told"),
    [("virtual", "15:30", 1), ("both", "15:30", 1), ("in_person", "15:30", 0), ("virtual", "after work", 0)],
)
def test_an_hour_on_screen_across_the_country_has_a_zone(said: Said, form: str, start: str, told: int) -> None:
    """In one room there is one clock, and an hour in words has none."""
    piece = ONLINE.replace("FORMAT", form).replace("START", start)
    assert len(said("COP624", piece)) == told
    assert said("COP624", piece + "  zone: America/Edmonton\n") == []

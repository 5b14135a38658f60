"""Norms: agreed by whom, on what, and how a decision counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

ROSTER = """\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
    - name: Rosalind Okafor
      level: peripheral
      status: member
    - name: Joanne Cardinal
      status: invited
"""


def agreed(*who: str, on: str = "2026-09-15") -> str:
    return "norms:\n  agreements:\n" + "".join(f"    - who: {one}\n      on: {on}\n" for one in who)


def test_those_who_have_not_said_yes_are_named(said: Said) -> None:
    """Not people at the edge, nor those who have only been invited."""
    (one,) = said("COP510", ROSTER + agreed("Amina Yusuf"))
    assert one.message == "Tomás Herrera and Devi Ramsaran have not agreed to the norms yet, by this list."


def test_a_first_name_is_enough_for_a_yes(said: Said) -> None:
    """It is one member's yes, and the others' is still missing."""
    (one,) = said("COP510", ROSTER + agreed("Amina", "D. Ramsaran"))
    assert one.message == "Tomás Herrera has not agreed to the norms yet, by this list."


@pytest.mark.parametrize(
    "who",
    [
        ("All members present",),
        ("Amina Yusuf", "everybody else"),
        ("Amina Yusuf", "the two schools in the south"),
        ("Amina", "Herrera", "D. Ramsaran"),
        ("Amina Yusuf, Tomás Herrera and Devi Ramsaran",),
        ("Amina Yusuf", "11 others"),
        ("Amina Yusuf & al.",),
        ("Amina Yusuf", "Tous les autres"),
        ("Ingrid Sorensen",),
    ],
)
def test_an_agreement_that_may_cover_all_is_believed(said: Said, who: tuple[str, ...]) -> None:
    """A group, a short form, or names that have nothing to do with the roster."""
    assert said("COP510", ROSTER + agreed(*who)) == []


@pytest.mark.parametrize("on", ["2026-11-10", "2027-01-20", "next meeting"])
def test_signatures_may_still_be_coming_in(said: Said, on: str) -> None:
    """For a month after the last yes, and as long as one is planned."""
    assert said("COP510", ROSTER + agreed("Amina Yusuf") + f"    - who: Tomás Herrera\n      on: {on}\n") == []


def test_without_a_date_the_first_meeting_counts(said: Said) -> None:
    """Signatures before the beginning are early, not incomplete."""
    undated = ROSTER + "norms:\n  agreements:\n    - who: Amina Yusuf\n"
    assert said("COP510", undated) == []
    assert said("COP510", undated + "launch:\n  first_meeting: 2026-11-10\n") == []
    assert len(said("COP510", undated + "launch:\n  first_meeting: 2026-09-10\n")) == 1


THREE = """\
norms:
  statements:
    role_and_voice: Everybody speaks once before anybody speaks twice.
    stay_on_track: We begin with the purpose sentence.
    conflict: We say it in the room.
"""
BEGUN = "launch:\n  first_meeting: 2026-09-15\n"


def test_norms_may_grow_until_they_are_in_use(said: Said) -> None:
    """Before the first meeting and before anybody agreed, blanks are merely blanks."""
    assert said("COP511", THREE) == []
    assert said("COP511", THREE + "launch:\n  first_meeting: 2026-12-15\n") == []
    (one,) = said("COP511", THREE + BEGUN)
    assert "how you decide, where shared things go or how you will know that you are done" in one.message


def test_a_topic_may_be_settled_elsewhere_or_not_needed(said: Said) -> None:
    """Rules for decisions, a shared folder and a day to look back say it as well; newcomers have their rule."""
    elsewhere = THREE + "  decision_rules:\n    - subject: Money\n"
    elsewhere += BEGUN + "  tools:\n    share_resources: A folder\nlife:\n  review_on: 2027-06-01\n"
    assert said("COP511", elsewhere) == []
    none = "    decisions: none\n    shared_resources: none\n    purpose_achieved: none\n"
    assert said("COP511", THREE + none + BEGUN) == []


def test_a_group_with_two_norms_has_chosen_to_have_few(said: Said) -> None:
    """They are not asked for five more."""
    two = "\n".join(THREE.splitlines()[:4]) + "\n"
    assert said("COP511", two + BEGUN) == []
    assert said("COP511", "norms:\n  statements: none\n" + BEGUN) == []


RULE = "norms:\n  decision_rules:\n    - subject: Money\n      method: {method}\n"


@pytest.mark.parametrize("method", ["vote", "simple majority", "secret vote", "vote à la majorité"])
def test_a_vote_wants_a_number(said: Said, method: str) -> None:
    """By the list's own word, or in words of their own."""
    (one,) = said("COP512", RULE.format(method=method))
    assert one.message == "You vote on “Money”, and nothing says how many must be there."
    assert said("COP512", RULE.format(method=method) + "      quorum: half of us\n") == []
    assert said("COP512", RULE.format(method=method) + "      quorum: none\n") == []


def test_several_votes_are_one_matter(said: Said) -> None:
    """No subject is named, and all the places are."""
    (one,) = said("COP512", RULE.format(method="vote") + "    - subject: New members\n      method: vote\n")
    assert one.message == "You decide by vote, and nothing says how many must be there."
    assert len(one.further) == 1


@pytest.mark.parametrize(
    "method", ["consensus", "consent", "we never vote", "majority of at least eight", "vote of all members", "none"]
)
def test_other_ways_of_deciding_need_none(said: Said, method: str) -> None:
    """And a method that holds a number has one."""
    assert said("COP512", RULE.format(method=method)) == []


NORM = "norms:\n  statements:\n    decisions: {words}\n"


@pytest.mark.parametrize(
    "words", ["If we cannot agree, we vote.", "The majority decides.", "La majorité l’emporte.", "A show of hands."]
)
def test_a_norm_that_speaks_of_voting_wants_a_number_too(said: Said, words: str) -> None:
    """Unless there are rules for decisions, where it belongs."""
    assert len(said("COP512", NORM.format(words=words))) == 1
    assert said("COP512", NORM.format(words=words) + "  decision_rules: none\n") == []
    with_rule = NORM.format(words=words) + "  decision_rules:\n    - method: vote\n      quorum: eight\n"
    assert said("COP512", with_rule) == []


@pytest.mark.parametrize(
    "words",
    [
        "We talk until all can live with it. If time runs out, two thirds of those present decide.",
        "We do not vote; we talk.",
        "We don’t vote.",
        "No votes. Not yet is also an answer.",
        "Nous cherchons un accord, sans vote.",
        "We look for what everybody can live with. If that fails, the majority of those present decides.",
        "A vote counts if nine of us are there.",
        "We devote the last half hour to it.",
    ],
)
def test_a_norm_that_has_a_number_or_no_vote_is_fine(said: Said, words: str) -> None:
    """Numbers in words count, and so does a word against voting."""
    assert said("COP512", NORM.format(words=words)) == []


def test_agreeing_may_take_two_months(said: Said) -> None:
    """Norms are often settled at the second or third meeting."""
    assert said("COP515", THREE + "launch:\n  first_meeting: 2026-10-15\n") == []
    assert len(said("COP515", THREE + BEGUN)) == 1
    assert said("COP515", THREE + "  agreements: none\n" + BEGUN) == []
    assert said("COP515", BEGUN) == []
    assert len(said("COP515", "norms:\n  own:\n    - statement: Phones in the bag\n" + BEGUN)) == 1

"""Names in the new places, leaves and duties, the gardener, and how votes are counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

PEOPLE = """\
membership:
  roster:
    - {name: Amina Yusuf, status: member}
    - {name: Tomás Herrera, status: member}
    - {name: Devi Ramsaran, status: member}
    - {name: Ingrid Sorensen, status: alumni}
"""


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        ("leadership:\n  gardener: NAME\n", "leadership.gardener"),
        ("leadership:\n  order: [Amina Yusuf, NAME]\n", "leadership.order"),
        ("leadership:\n  handover: none\n  offices: [{role: Chair, filled_by: NAME}]\n", "leadership.offices"),
        ("launch:\n  series: [{title: Book club, led_by: [NAME]}]\n", "launch.series"),
        ("groups: [{name: Readers, liaisons: [NAME]}]\n", "groups.liaisons"),
        ("communication:\n  channels: [{name: Page, owner: NAME}]\n", "communication.channels"),
        ("communication:\n  messages: [{message: A letter, owner: NAME}]\n", "communication.messages"),
        ("care:\n  turn_to: [NAME]\n", "care.turn_to"),
    ],
)
def test_a_name_of_somebody_who_left_is_noticed_wherever_it_stands(said: Said, piece: str, place: str) -> None:
    """Members and words that are no name pass."""
    (one,) = said("COP506", PEOPLE + piece.replace("NAME", "Ingrid Sorensen"))
    assert one.message == f"Ingrid Sorensen has left or said no, and is still named under `{place}`."
    for fine in ("Devi", "to be elected", "TBD", "the library"):
        assert said("COP506", PEOPLE + piece.replace("NAME", fine)) == []


def test_only_leading_is_for_members_alone(said: Said) -> None:
    """Somebody from outside may look after a page, but hardly the people."""
    (one,) = said("COP506", PEOPLE + "leadership:\n  gardener: Rosalind Okafor\n")
    assert one.message == "Rosalind Okafor is named under `leadership.gardener`, but is not on the roster."
    assert said("COP506", PEOPLE + "communication:\n  channels: [{name: Page, owner: Rosalind Okafor}]\n") == []
    sponsor = "leadership:\n  gardener: Rosalind Okafor\n  sponsors: [{name: Rosalind Okafor}]\n"
    assert said("COP506", PEOPLE + sponsor) == []


def test_who_is_known_from_an_office_or_a_group_is_no_stranger(said: Said) -> None:
    """A duty may be with somebody who sits in a sub-group."""
    duty = "leadership:\n  duties:\n    take_notes: [Rosalind Okafor]\n"
    assert len(said("COP502", PEOPLE + duty)) == 1
    assert said("COP502", PEOPLE + duty + "groups: [{name: Readers, members: [Rosalind Okafor]}]\n") == []


AWAY = """\
membership:
  roster:
    - {name: Amina Yusuf, status: member}
    - {name: Tomás Herrera, status: on_leave, back_on: BACK}
leadership:
  handover: none
  duties: {take_notes: [NOTES]}
  offices: [{role: Secretary, filled_by: Tomás Herrera, state: STATE}]
collaborative_plan:
  meetings:
    - {date: 2026-12-01, topics: First interviews, led_by: [Tomás Herrera]}
    - {date: 2027-05-01, topics: Games, led_by: [Tomás Herrera]}
"""


def away(back: str = "2027-03-01", notes: str = "Tomás Herrera", state: str = "filled") -> str:
    return AWAY.replace("BACK", back).replace("NOTES", notes).replace("STATE", state)


def test_what_nobody_does_during_a_leave_is_told_at_once(said: Said) -> None:
    """Duties, offices, and the meetings before the day of return."""
    (one,) = said("COP507", away())
    assert one.message == (
        "Tomás Herrera is on leave: meanwhile nobody sees that notes are taken, holds the office “Secretary” and leads "
        "the meeting of Tuesday 1 December 2026."
    )
    (one,) = said("COP507", away(notes="Tomás Herrera, Amina Yusuf", state="acting"))
    assert one.message.endswith("meanwhile nobody leads the meeting of Tuesday 1 December 2026.")


def test_after_the_leave_only_the_leave_is_asked_about(said: Said) -> None:
    """One question is enough."""
    assert said("COP507", away(back="2026-10-01")) == []
    assert len(said("COP422", away(back="2026-10-01"))) == 1


SIX = "membership:\n  roster: [" + ", ".join(f"{{name: {one}}}" for one in "ABCDEF") + "]\n"


@pytest.mark.parametrize(
    ("role", "told"),
    [("Chair", 1), ("President", 1), ("Co-chair", 0), ("Vice chair", 0), ("Past president", 0), ("Secretary", 0)],
)
def test_a_gardener_may_hold_any_office_but_the_only_chair(said: Said, role: str, told: int) -> None:
    """A second pair of hands is no chair."""
    lead = f"leadership:\n  gardener: Rosalind\n  offices: [{{role: {role}, filled_by: Rosalind Okafor}}]\n"
    assert len(said("COP508", SIX + lead)) == told
    assert said("COP508", lead) == []


def test_two_chairs_share_the_weight(said: Said) -> None:
    """One of them can watch the clock."""
    lead = "leadership:\n  gardener: R. Okafor\n  offices: [{role: Chair, filled_by: R. Okafor}, "
    assert said("COP508", SIX + lead + "{role: Chair, filled_by: D. Ramsaran}]\n") == []


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("filled_by: Ana Lopes, term: two years", 1),
        ("filled_by: Ana Lopes, until: 2027-06-01", 1),
        ("filled_by: Ana Lopes, limit: twice", 1),
        ("filled_by: Ana Lopes", 0),
        ("filled_by: vacant, term: two years", 0),
        ("filled_by: Ana Lopes, term: TBD", 0),
    ],
)
def test_an_office_that_passes_on_has_something_to_hand_over(said: Said, office: str, told: int) -> None:
    """Only where somebody holds it and it is to end."""
    lead = f"leadership:\n  offices: [{{role: Chair, {office}}}]\n"
    assert len(said("COP509", lead)) == told
    assert said("COP509", lead + "  handover: none\n") == []
    assert said("COP509", lead + "  succession: The deputy follows after a year beside the chair\n") == []


def rule(*answers: str) -> str:
    return "norms:\n  decision_rules:\n    - {subject: Money, " + ", ".join(answers) + "}\n"


BEGUN = PEOPLE + "launch:\n  first_meeting: 2026-09-15\n"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("quorum: 4", 1),
        ("quorum: 4 members", 1),
        ("quorum: 3", 0),
        ("quorum: 60 %", 0),
        ("quorum: four", 0),
        ("quorum: half of us", 0),
        ("quorum: 4, quorum_of: those_present", 0),
        ("quorum: 4, quorum_of: those_who_may_vote", 1),
        ("quorum: TBD", 0),
    ],
)
def test_a_quorum_counts_no_more_people_than_there_are(said: Said, answers: str, told: int) -> None:
    """Once the community is under way; before that people still come in."""
    assert len(said("COP513", BEGUN + rule(answers))) == told
    assert said("COP513", PEOPLE + rule(answers)) == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("method: vote, quorum: half", ["You vote on “Money”, and nothing says how many must be in favour."]),
        ("method: vote, quorum: none", ["You vote on “Money”, and nothing says how many must be in favour."]),
        ("method: vote", []),
        ("method: consent, quorum: half", []),
        ("method: vote, quorum: half, majority: none", []),
        (
            "method: vote, quorum: half, majority: simple majority",
            ["2 people may vote, and nothing says what happens when both sides are equal."],
        ),
        ("method: vote, quorum: half, majority: two thirds", []),
        ("method: vote, quorum: half, majority: more than half, tie: the chair decides", []),
    ],
)
def test_a_vote_can_be_counted(said: Said, answers: str, told: list[str]) -> None:
    """How many in favour, and what of a tie where an even number may vote."""
    voters = "membership:\n  roster: [{name: A, voting: yes}, {name: B, voting: yes}, {name: C, voting: no}]\n"
    assert [one.message for one in said("COP514", voters + rule(answers))] == told

"""Leaves, terms, seats, moves, and what a goal or a problem still lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

NAMES = ("Amina Yusuf", "Tomás Herrera", "Devi Ramsaran", "Rosalind Okafor", "Lucie Tremblay", "Kwame Boateng")


def roster(*rows: str) -> str:
    """Rows of the roster, each as ``name, key: value, …``."""
    return "membership:\n  roster:\n" + "".join(f"    - {{name: {row}}}\n" for row in rows)


def test_a_leave_with_an_end_in_words_is_an_end(said: Said) -> None:
    """No day is asked for twice, none where it is open on purpose, and none of those who are there."""
    for known in ("back_on: after the harvest", "back_on: none", "back_on: 2027-03-01"):
        assert said("COP422", roster(f"Amina Yusuf, status: on_leave, {known}")) == []
    assert said("COP422", roster("Amina Yusuf, status: member")) == []
    (one,) = said("COP422", roster("Amina Yusuf, status: on_leave", "Tomás Herrera, status: on_leave"))
    assert one.message == "Amina Yusuf and Tomás Herrera are on leave, and nothing says until when."


def test_a_leave_that_is_over_is_asked_about(said: Said) -> None:
    """From the day after; to-be-decided is no day."""
    (one,) = said("COP422", roster("Amina Yusuf, status: on_leave, back_on: 2026-11-21"))
    assert one.message == "Amina Yusuf was to be back on Saturday 21 November 2026, and is still on leave."
    assert said("COP422", roster("Amina Yusuf, status: on_leave, back_on: 2026-11-22")) == []
    assert said("COP422", roster("Amina Yusuf, status: on_leave, back_on: TBD")) == []


def test_who_has_gone_needs_no_end(said: Said) -> None:
    """A last day in the past is only strange beside somebody who still counts."""
    assert said("COP423", roster("Amina Yusuf, status: alumni, until: 2020-06-01")) == []
    assert said("COP423", roster("Amina Yusuf, until: 2027-06-01")) == []
    (one,) = said("COP423", roster("Amina Yusuf, status: member, until: 2020-06-01"))
    assert one.path == ("membership", "roster", 0, "until")


OFFICES = """\
leadership:
  handover: none
  offices:
    - {role: Chair, filled_by: Rosalind Okafor, until: 2026-08-31}
"""


def test_a_term_that_somebody_took_over_is_history(said: Said) -> None:
    """Another row with the same office, now or open ended, is the successor."""
    (one,) = said("COP423", OFFICES)
    assert one.message == "Rosalind Okafor held “Chair” until Monday 31 August 2026, and nobody is named after that."
    assert said("COP423", OFFICES + "    - {role: chair, filled_by: Devi Ramsaran, since: 2026-09-01}\n") == []
    assert said("COP423", OFFICES.replace("Rosalind Okafor", "TBD")) == []
    assert said("COP423", OFFICES + "life: {status: closed, statuses: none}\n") == []


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        ("state: filled", "Somebody has “Secretary”, by its state, and nobody is named."),
        ("state: acting, filled_by: nobody yet", "Somebody has “Secretary”, by its state, and nobody is named."),
        ("state: vacant, filled_by: Ana Lopes", "Ana Lopes is named for “Secretary”, which is vacant by its state."),
        (
            "state: acting, filled_by: Ana Lopes, since: 2026-03-01",
            "Ana Lopes has been acting as “Secretary” since Sunday 1 March 2026.",
        ),
        ("state: acting, filled_by: Ana Lopes, since: 2026-09-01", ""),
        ("state: acting, filled_by: Ana Lopes, since: spring", ""),
        ("state: vacant, filled_by: to be elected", ""),
        ("state: filled, filled_by: none", ""),
        ("state: filled, filled_by: TBD", ""),
        ("filled_by: Ana Lopes", ""),
        ("state: TBD", ""),
    ],
)
def test_the_state_of_an_office_fits_the_name(said: Said, seat: str, told: str) -> None:
    """A name where it says so, none where it says vacant, and acting only for a time."""
    found = said("COP424", f"leadership:\n  offices:\n    - {{role: Secretary, {seat}}}\n")
    assert [one.message for one in found] == ([told] if told else [])


VACANT = "membership:\n  required_seats: [{role: Night shift, state: STATE}]\nlaunch:\n  first_meeting: DAY\n"


@pytest.mark.parametrize(
    ("state", "day", "told"),
    [("", "2026-09-15", 1), ("vacant", "2026-09-15", 0), ("vacant", "2026-12-15", 1), ("", "2051-12-15", 0)],
)
def test_a_seat_that_is_openly_vacant_is_left_alone_after_the_beginning(
    said: Said, state: str, day: str, told: int
) -> None:
    """Before it, it is worth a last try."""
    assert len(said("COP417", VACANT.replace("STATE", state).replace("DAY", day))) == told


def moves(*rows: str) -> str:
    return "  movements:\n" + "".join(f"    - {{name: {row}}}\n" for row in rows)


def test_only_the_latest_move_counts(said: Said) -> None:
    """Whatever the order of the rows; days to come and moves without a day leave it open."""
    one = roster("Devi Ramsaran, level: active")
    first, second = "Devi Ramsaran, level: peripheral, on: 2025-01-10", "devi ramsaran, level: active, on: 2026-01-10"
    assert said("COP425", one + moves(second, first)) == []
    assert len(said("COP425", one + moves(first))) == 1
    assert said("COP425", one + moves(first, "Devi Ramsaran, level: active")) == []
    assert said("COP425", one + moves("Devi Ramsaran, level: core, on: 2027-01-10")) == []
    assert said("COP425", roster("Devi Ramsaran") + moves(first)) == []
    assert said("COP425", roster("Devi Ramsaran, level: active, status: alumni") + moves(first)) == []


def test_a_move_of_a_stranger_is_asked_about(said: Said) -> None:
    """Once the roster is more than a beginning."""
    move = moves("Ingrid Sorensen, level: core, on: 2026-01-10")
    (one,) = said("COP425", roster(*NAMES) + move)
    assert one.message == "Ingrid Sorensen is said to have moved, and is not on the roster."
    assert said("COP425", roster(*NAMES[:2]) + move) == []


FULL = """\
membership:
  door: DOOR
  size: {maximum: 2, maximum_is: FIRM}
  entry: {when_full: WHEN}
  roster: [{name: Amina Yusuf}, {name: Tomás Herrera}, {name: Ana Lopes, status: invited}]
"""


@pytest.mark.parametrize(
    ("door", "firm", "when", "told"),
    [
        ("open", "hard", "", 1),
        ("on_request", "hard", "", 1),
        ("by_invitation", "hard", "", 0),
        ("closed", "hard", "", 0),
        ("open", "soft", "", 0),
        ("open", "hard", "We keep a list", 0),
        ("open", "hard", "none", 0),
    ],
)
def test_a_full_house_with_an_open_door_needs_a_word(said: Said, door: str, firm: str, when: str, told: int) -> None:
    """Only where the limit binds and people may knock."""
    piece = FULL.replace("DOOR", door).replace("FIRM", firm).replace("WHEN", when)
    assert len(said("COP426", piece)) == told


def test_a_problem_is_seen_from_the_side_of_those_it_hits(said: Said) -> None:
    """Either question of fairness will do; a blank problem asks for nothing."""
    problem = "purpose:\n  problem:\n    problem: PROBLEM\n"
    assert len(said("COP406", problem.replace("PROBLEM", "Counting stays in the ear"))) == 1
    assert said("COP406", problem.replace("PROBLEM", "TBD")) == []
    assert said("COP406", problem.replace("PROBLEM", "Counting") + "    fair: Small schools read it first\n") == []
    assert said("COP406", problem.replace("PROBLEM", "Counting") + "    served_least: none\n") == []


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("by: 2026-10-01", 1),
        ("by: 2026-10-01, status: open", 1),
        ("by: 2026-10-01, status: dropped", 0),
        ("by: 2026-10-01, status: revised", 0),
        ("by: 2026-11-15", 0),
        ("by: 10th week of term", 0),
        ("by: 2026-10-01, status: TBD", 0),
    ],
)
def test_a_goal_is_asked_about_two_weeks_after_its_day(said: Said, goal: str, told: int) -> None:
    """However it came out is fine."""
    assert len(said("COP407", f"purpose:\n  goals:\n    - {{text: Everybody tried one interview, {goal}}}\n")) == told

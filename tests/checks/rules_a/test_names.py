"""Names in seats and duties, held against the roster without pedantry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.checks.rules.names import looks_like_a_person
from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

ROSTER = """\
membership:
  roster:
    - name: Amina Yusuf
      role: Principal
    - name: Dr. Emeka Nwosu
      role: Numeracy Coach
      organization: Elk Valley School
    - name: Nguyễn Thị Lan
    - name: Declan O’Hanrahan
    - name: Ingrid Sorensen
      status: alumni
    - name: Zoë
      status: declined
"""


def duty(*names: str) -> str:
    return "leadership:\n  duties:\n    take_notes:\n" + "".join(f"      - {name!r}\n" for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "Amina",
        "Yusuf",
        "amina yusuf",
        "A. Yusuf",
        "Principal Amina Yusuf",
        "Emeka K. Nwosu",
        "Nguyen Thi Lan",
        "Lan Nguyen",
        "Declan O'Hanrahan (until March)",
        "Amina Yusuf and Emeka Nwosu",
        "Amina Yussuf",
        "Ingrid Blom",
        "Sorensen",
        "everybody in turn",
        "the host of the day",
        "Early Years Steering Group",
        "Board Chair",
        "Human Resources",
        "Elk Valley",
        "Numeracy Coach",
        "all members",
        "nobody yet",
        "Two Volunteers",
        "Rosalind",
        "TBD",
        "王小明",
        "Superintendent’s Office",
    ],
)
def test_whoever_may_be_meant_is_not_missed(said: Said, name: str) -> None:
    """Short forms, titles, slips of the pen, groups and roles are no strangers."""
    assert said("COP502", ROSTER + duty(name.replace("'", "’"))) == []


@pytest.mark.parametrize("name", ["Rosalind Okafor", "Superintendent Joanne Cardinal", "Bram de Wit", "Jean-Luc Côté"])
def test_a_person_nobody_has_written_down_is_missed(said: Said, name: str) -> None:
    """A first and a last name, and neither is on the roster."""
    (one,) = said("COP502", ROSTER + duty(name))
    assert one.message == f"{name} sees that notes are taken, but is not on the roster."


def test_a_roster_that_has_hardly_begun_misses_nobody(said: Said) -> None:
    """With two names on it, the rest are simply not written down yet."""
    short = "membership:\n  roster:\n    - name: Amina Yusuf\n    - name: Tomás Herrera\n"
    assert said("COP502", short + duty("Rosalind Okafor")) == []
    assert said("COP502", duty("Rosalind Okafor")) == []


def test_somebody_who_left_is_told_even_from_a_short_roster(said: Said) -> None:
    """Here the roster says so itself."""
    short = "membership:\n  roster:\n    - name: Ingrid Sorensen\n      status: declined\n"
    (one,) = said("COP502", short + duty("Ingrid Sorensen"))
    assert one.message.startswith("Ingrid Sorensen said no, but")


@pytest.mark.parametrize("name", ["Ingrid Sorensen", "Ingrid Marie Sorensen", "Sorensen Ingrid", "Zoe"])
def test_whoever_left_is_known_by_two_words_or_the_whole_name(said: Said, name: str) -> None:
    """A first name alone could be anybody's, unless the roster has no more than that."""
    (one,) = said("COP502", ROSTER + duty(name))
    assert one.message.startswith(f"{name} said no, but" if name == "Zoe" else f"{name} has left, but")


def test_somebody_who_came_back_has_not_left(said: Said) -> None:
    """A row for the time before and one for now."""
    back = ROSTER + "    - name: Ingrid Sorensen\n      status: member\n"
    assert said("COP502", back + duty("Ingrid Sorensen")) == []


def test_several_people_are_one_piece_of_advice(said: Said) -> None:
    """With their names, and all the places."""
    duties = duty("Rosalind Okafor", "Amina Yusuf") + "    liaise: [Joanne Cardinal]\n"
    (one,) = said("COP502", ROSTER + duties)
    assert one.message == "Rosalind Okafor and Joanne Cardinal hold duties, but are not on the roster."
    assert len(one.further) == 1


SEAT = "  required_seats:\n    - role: A trustee\n      filled_by: {}\n"


@pytest.mark.parametrize("name", ["Amina Yusuf", "Invited through the councils", "Emeka or Amina", "none", "Rosalind"])
def test_a_seat_may_be_filled_in_words(said: Said, name: str) -> None:
    """Only a full name that nobody knows is missed."""
    assert said("COP419", ROSTER + SEAT.format(name)) == []
    assert len(said("COP419", ROSTER + SEAT.format("Rosalind Okafor"))) == 1


def test_somebody_who_left_a_seat_is_told(said: Said) -> None:
    """Their seat is in truth vacant."""
    (one,) = said("COP419", ROSTER + SEAT.format("Ingrid Sorensen"))
    assert one.message.startswith("Ingrid Sorensen has left, but")


def test_a_stranger_with_a_seat_and_a_duty_is_told_once(said: Said) -> None:
    """To put them on the roster mends both."""
    plan = ROSTER + SEAT.format("Rosalind Okafor") + duty("Rosalind Okafor")
    assert len(said("COP419", plan)) == 1
    assert said("COP502", plan) == []


def test_a_sponsor_with_a_duty_need_not_be_a_member(said: Said) -> None:
    """The plan knows them; and a post is no person's name."""
    sponsor = "  sponsors:\n    - name: Rosalind Okafor\n"
    assert said("COP502", ROSTER + duty("Rosalind Okafor") + sponsor) == []
    assert said("COP502", ROSTER + duty("HR Business Partner")) == []


@pytest.mark.parametrize("text", ["", " ", "Anna", "ANNA BERG", "Room 12", "de la", "one of us", "Ann " * 9])
def test_odd_text_is_no_person(text: str) -> None:
    """And nothing odd is a mistake."""
    assert not looks_like_a_person(text)

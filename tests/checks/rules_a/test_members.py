"""Who belongs, how closely, how many, and how people come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]


def roster(*rows: str) -> str:
    """People as ``name, level, status``; either of the last two may be blank."""
    return "membership:\n  roster:\n" + "".join(_row(*[part.strip() for part in row.split(",")]) for row in rows)


def _row(name: str, level: str = "", status: str = "") -> str:
    return f"    - name: {name}\n" + _key("level", level) + _key("status", status)


def _key(key: str, value: str) -> str:
    return f"      {key}: {value}\n" if value else ""


def several(count: int, level: str = "", status: str = "") -> Iterable[str]:
    return (f"Member {'I' * number}, {level}, {status}" for number in range(1, count + 1))


# --- levels ----------------------------------------------------------------------------------------------------------


def test_somebody_without_a_level_may_be_the_core(said: Said) -> None:
    """A missing core is told only once everybody has a place."""
    assert len(said("COP410", roster(*several(4, "active")))) == 1
    assert said("COP410", roster(*several(4, "active"), "Amina Yusuf")) == []
    assert said("COP410", roster(*several(3, "active"))) == []


def test_people_from_outside_make_no_core(said: Said) -> None:
    """A core member who left is not one any more."""
    assert len(said("COP410", roster(*several(4, "active"), "Amina Yusuf, core, alumni"))) == 1


def test_founders_may_all_be_core(said: Said) -> None:
    """Five people who begin together are not told that nobody else has a place."""
    assert said("COP411", roster(*several(5, "core"))) == []
    assert said("COP411", roster(*several(6, "core"), "Amina Yusuf, peripheral, invited")) == []
    assert len(said("COP411", roster(*several(6, "core"), "Amina Yusuf, transactional"))) == 1


def test_a_wide_circle_around_a_strong_middle_is_welcome(said: Said) -> None:
    """Communities have most of their people at the edge; only a few who carry many are told."""
    edge = several(9, "peripheral")
    assert len(said("COP412", roster("Amina Yusuf, core", "Tomás Herrera, active", *edge))) == 1
    assert said("COP412", roster("Amina Yusuf, core", *several(3, "active"), *edge)) == []
    assert said("COP412", roster("Amina Yusuf, core", *several(30, "occasional"), *edge)) == []
    assert said("COP412", roster("Amina Yusuf, core", *several(30, "transactional"))) == []


def test_one_who_carries_alone_is_one(said: Said) -> None:
    """The words fit a single person too."""
    (one,) = said("COP412", roster("Amina Yusuf, core", *several(4, "peripheral")))
    assert one.message == "One person carries the community, and 4 look on."


def test_people_without_a_level_may_be_inside(said: Said) -> None:
    """They could turn out to be the ones who carry."""
    people = ["Amina Yusuf, core", *several(2, "peripheral"), "Tomás Herrera", "Devi Ramsaran"]
    assert said("COP412", roster(*people)) == []


def test_without_a_core_only_that_is_said(said: Said) -> None:
    """Two rules do not speak of one matter."""
    people = ["Amina Yusuf, active", *several(4, "peripheral")]
    assert said("COP412", roster(*people)) == []
    assert len(said("COP410", roster(*people))) == 1


# --- size ------------------------------------------------------------------------------------------------------------

SEAT = "  required_seats:\n    - role: A trustee\n      filled_by: currently vacant\n"
SIZE = "  size:\n    minimum: 3\n    ideal: 4\n    maximum: 5\n"
BEGUN = "launch:\n  first_meeting: 2026-09-15\n"
SOON = "launch:\n  first_meeting: 2026-12-10\n"
FAR = "launch:\n  first_meeting: 2027-02-10\n"


def test_a_list_of_ideas_may_be_longer_than_the_community(said: Said) -> None:
    """Before the beginning only those who have joined are counted against the maximum."""
    assert said("COP413", roster(*several(9, "", "potential")) + SIZE + SOON) == []
    assert said("COP413", roster(*several(9)) + SIZE + SOON) == []
    (one,) = said("COP413", roster(*several(9, "", "member")) + SIZE + SOON)
    assert one.path == ("membership", "size", "maximum")
    assert "9 people" in one.message


def test_a_roster_that_has_been_begun_may_be_short(said: Said) -> None:
    """Too few is told from a month before the first meeting on, and counts those who may still say yes."""
    assert said("COP413", "membership:\n" + SIZE + SOON) == []
    assert said("COP413", roster(*several(2, "", "invited")) + SIZE + FAR) == []
    assert said("COP413", roster(*several(3, "", "invited")) + SIZE + SOON) == []
    (one,) = said("COP413", roster(*several(2, "", "invited")) + SIZE + SOON)
    assert "Thursday 10 December 2026" in one.message
    assert said("COP413", roster(*several(3, "", "member")) + SIZE + BEGUN) == []
    assert len(said("COP413", roster("Amina Yusuf,, member", *several(4, "", "invited")) + SIZE + BEGUN)) == 1


def test_too_few_have_said_yes_when_it_is_time_to_begin(said: Said) -> None:
    """Those who were asked do not hide it, unless nobody keeps the list; a vacant seat tells who is missing."""
    people = ["Amina Yusuf,, member", "Devi Ramsaran,, member", *several(4, "", "invited")]
    (one,) = said("COP413", roster(*people) + SIZE + SOON)
    assert "2 people have said yes so far" in one.message
    assert said("COP413", roster(*people) + SIZE + FAR) == []
    assert said("COP413", roster(*people) + SIZE + SEAT + SOON) == []


def test_people_who_help_from_outside_do_not_fill_the_room(said: Said) -> None:
    """Transactional people and those who left are no members."""
    people = [*several(5, "", "member"), "Wanda Friesen, transactional, member", "Bram de Wit,, alumni"]
    assert said("COP413", roster(*people) + SIZE + BEGUN) == []


def test_after_the_last_meeting_nobody_is_missing(said: Said) -> None:
    """Advice on the size comes while it can still be taken."""
    over = "collaborative_plan:\n  meetings:\n    - date: 2026-09-15\n    - date: 2026-10-15\n"
    assert said("COP413", roster(*several(2, "", "member")) + SIZE + over) == []


def test_a_size_in_words_is_left_alone(said: Said) -> None:
    """A size such as "about a dozen" is not held against anything."""
    words = "  size:\n    minimum: a handful\n    maximum: about a dozen\n"
    assert said("COP413", roster(*several(2, "", "member")) + words + BEGUN) == []
    assert said("COP414", "membership:\n" + words) == []


def test_limits_that_contradict_each_other_are_told_once(said: Said) -> None:
    """Nothing is held against them then."""
    wrong = "  size:\n    minimum: 12\n    maximum: 8\n"
    (one,) = said("COP414", roster(*several(2, "", "member")) + wrong + BEGUN)
    assert one.message.startswith("At least 12 and at most 8 members")
    assert said("COP413", roster(*several(2, "", "member")) + wrong + BEGUN) == []
    assert said("COP414", "membership:\n  size:\n    minimum: 8\n    ideal: 8\n    maximum: 8\n") == []


# --- coming in -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["voluntary", "expected", "none", ""])
def test_only_an_order_to_come_is_spoken_of(said: Said, how: str) -> None:
    """Where taking part is expected, somebody has chosen that word on purpose."""
    assert said("COP415", f"membership:\n  taking_part: {how}\n") == []


@pytest.mark.parametrize(
    "told",
    [
        "  door: on_request\n",
        "  door: none\n",
        "  joining: Write to Tomás\n",
        "  joining: none\n",
        "norms:\n  statements:\n    new_members: Any member may bring a colleague\n",
        "norms:\n  statements:\n    new_members: none\n",
        "norms:\n  statements: none\n",
    ],
)
def test_one_word_on_newcomers_is_enough(said: Said, told: str) -> None:
    """It may stand in any of three places, and "none" is one."""
    people = roster(*several(4, "", "member"))
    begun = "launch:\n  first_meeting: 2026-09-15\n"
    assert len(said("COP416", people + begun)) == 1
    assert said("COP416", people + told + begun) == []


def test_newcomers_can_wait_for_two_months(said: Said) -> None:
    """Nobody thinks of the second wave while the first one is coming in."""
    people = roster(*several(4, "", "member"))
    assert said("COP416", people + "launch:\n  first_meeting: 2026-10-15\n") == []
    assert said("COP416", roster(*several(3, "", "member")) + "launch:\n  first_meeting: 2026-08-15\n") == []


def test_a_closed_door_with_a_word_on_it_is_fine(said: Said) -> None:
    """Somebody who says when it opens again has thought of it."""
    assert len(said("COP416", "membership:\n  door: closed\n")) == 1
    assert said("COP416", "membership:\n  door: closed\n  joining: none\n") == []


SEATS = """\
membership:
  required_seats:
    - role: A Kindergarten teacher
      filled_by: {filled}
    - role: A principal
      filled_by: Amina Yusuf
"""


@pytest.mark.parametrize("filled", ["", "vacant", "nobody yet", "TBD", '"?"', "to be found before May", "personne"])
def test_a_vacant_seat_is_told_when_it_presses(said: Said, filled: str) -> None:
    """However it is written; not half a year ahead, and not once all is over."""
    seats = SEATS.format(filled=filled)
    (one,) = said("COP417", seats + SOON)
    assert "“A Kindergarten teacher”" in one.message
    assert "Thursday 10 December 2026" in one.message
    assert said("COP417", seats + FAR) == []
    assert said("COP417", seats) == []
    assert said("COP417", seats + "collaborative_plan:\n  meetings:\n    - date: 2026-06-01\n") == []


@pytest.mark.parametrize("filled", ["none", "Invited through the councils", "Oluwaseun Adeyemi"])
def test_a_seat_that_somebody_has_thought_about_is_not_vacant(said: Said, filled: str) -> None:
    """Empty on purpose, or on its way to being filled."""
    assert said("COP417", SEATS.format(filled=filled) + SOON) == []


def test_two_people_may_share_a_name(said: Said) -> None:
    """Another school or another address tells them apart, and so does a goodbye."""
    twice = "membership:\n  roster:\n    - name: Maria Garcia\n{one}    - name: María  García\n{two}"
    school = "      organization: {}\n"
    assert len(said("COP418", twice.format(one="", two=""))) == 1
    assert len(said("COP418", twice.format(one=school.format("Riverbend"), two=""))) == 1
    assert said("COP418", twice.format(one=school.format("Riverbend"), two=school.format("Elk Valley"))) == []
    assert said("COP418", twice.format(one="      status: alumni\n", two="      status: member\n")) == []


def test_somebody_three_times_is_told_once(said: Said) -> None:
    """One matter, one piece of advice, with all the places."""
    (one,) = said("COP418", roster("Amina Yusuf", "Amina Yusuf", "amina yusuf"))
    assert one.message == "Amina Yusuf is on the roster more than once."
    assert len(one.further) == 2


def test_meetings_without_members_are_told_only_if_the_roster_says_so(said: Said) -> None:
    """A blank status may mean anything."""
    assert len(said("COP421", roster("Amina Yusuf,, invited", "Tomás Herrera,, potential") + BEGUN)) == 1
    assert said("COP421", roster("Amina Yusuf,, invited", "Tomás Herrera") + BEGUN) == []
    assert said("COP421", roster("Amina Yusuf,, invited") + SOON) == []

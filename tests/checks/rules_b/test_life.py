"""Sponsors, the day to look back, and what could go wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[..., list[Diagnostic]]
Meetings = Callable[..., str]

PEOPLE = "membership:\n  roster:\n    - name: Amina Yusuf\n    - name: Tomás Herrera\n    - name: Ingrid Sorensen\n"
DATES = ("date: 2051-09-20", "date: 2051-10-18", "date: 2051-11-15")


# --- COP801, COP802: sponsors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "times"),
    [
        ("", 1),
        ("leadership:\n  sponsors: none\n", 0),
        ("leadership:\n  support: Half a day a month, from the superintendent\n", 0),
        ("leadership:\n  support: none\n", 0),
        ("todo:\n  - question: leadership.sponsors\n", 0),
    ],
)
def test_a_sponsor_is_missed_where_there_is_no_support_either(
    said: Said, meetings: Meetings, rest: str, times: int
) -> None:
    """Whoever can count on time and rooms has somebody who gives them."""
    assert len(said("COP801", PEOPLE + meetings(*DATES) + rest)) == times


def test_a_sponsor_on_the_roster_is_a_sponsor(said: Said, meetings: Meetings) -> None:
    """Wherever it is written down."""
    row = "    - {name: Margaret Osei-Tutu, note: 'Sponsor; comes when asked'}\n"
    assert said("COP801", PEOPLE + row + meetings(*DATES)) == []


def test_somebody_who_decides_and_is_in_touch_is_as_good(said: Said, meetings: Meetings) -> None:
    """They have a say and hear of it."""
    decides = "  decision_makers:\n    - {name: Joanne Cardinal, at_the_table: Comes in May}\n"
    assert said("COP801", PEOPLE + decides + meetings(*DATES)) == []


def test_a_plan_with_two_dates_is_too_young_for_a_sponsor(said: Said, meetings: Meetings) -> None:
    """It is not known yet what they would stand behind."""
    assert said("COP801", PEOPLE + meetings(*DATES[:2])) == []


@pytest.mark.parametrize(
    ("row", "rest", "times"),
    [
        ("name: Joanne Cardinal, gives: A room", "", 1),
        ("name: Joanne Cardinal", "", 0),
        ("name: Joanne Cardinal, gives: A room, told: none", "", 0),
        ("gives: A room", "", 0),
        ("name: Joanne Cardinal, gives: A room", "results:\n  told_to:\n    - who: Superintendent Cardinal\n", 0),
        ("name: Amina Yusuf, gives: A room", PEOPLE, 0),
    ],
)
def test_a_sponsor_who_hears_in_another_way_is_told(said: Said, row: str, rest: str, times: int) -> None:
    """As a member, or among those who are told of results."""
    assert len(said("COP802", f"leadership:\n  sponsors:\n    - {{{row}}}\n{rest}")) == times


# --- COP803, COP804: the review ---------------------------------------------------------------------------------------

LONG = ("date: 2051-09-20, topics: Norms", "date: 2051-12-13, topics: Cases", "date: 2052-04-17, topics: Showing")


@pytest.mark.parametrize(
    ("rows", "rest", "times"),
    [
        (LONG, "", 1),
        (LONG[:2], "", 0),
        (LONG, "life:\n  review_on: in June\n", 0),
        (LONG, "life: none\n", 0),
        (LONG, "norms:\n  statements:\n    purpose_achieved: Each May we ask whether we are done.\n", 0),
        (LONG, "norms:\n  statements:\n    purpose_achieved: When nobody needs us.\n", 1),
        (LONG, "todo:\n  - question: life.review_on\n", 0),
        ((*LONG, "date: 2052-05-15, topics: Do we go on?"), "", 0),
        ((*LONG, "date: 2052-05-15, outcomes: [evaluate]"), "", 0),
        (("date: 2019-09-20", "date: 2020-05-20"), "", 0),
    ],
)
def test_a_long_season_without_a_review(
    said: Said, meetings: Meetings, rows: tuple[str, ...], rest: str, times: int
) -> None:
    """A norm with a time in it and a meeting that looks back are reviews by another name."""
    assert len(said("COP803", meetings(*rows) + rest)) == times


@pytest.mark.parametrize(("day", "times"), [("2026-11-21", 1), ("2026-11-22", 0), ("last June", 0)])
def test_a_review_is_past_the_day_after(said: Said, day: str, times: int) -> None:
    """Not on the day itself, and not in words."""
    assert len(said("COP804", f"life:\n  review_on: {day}\n")) == times


# --- COP805 to COP807: risks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("risk: Newcomers stay strangers", "COP805"),
        ("risk: Newcomers stay strangers, owner: Tomás", "COP807"),
        ("risk: Newcomers stay strangers, owner: nobody yet, response: A partner each", "COP805"),
        ("risk: Newcomers stay strangers, owner: none, response: none", ""),
        ("risk: Newcomers stay strangers, owner: everybody, response: A partner each", ""),
        ("risk: Newcomers stay strangers, owner: Tomás, response: A partner each", ""),
        ("risk: Newcomers stay strangers, owner: Wilma Feuerstein, response: A partner each", "COP806"),
        ("risk: Newcomers stay strangers, owner: the board, response: A partner each", ""),
        ("owner: Tomás", ""),
    ],
)
def test_what_a_risk_lacks(said: Said, row: str, codes: str) -> None:
    """An owner, a response, or an owner who is there; groups and first names are fine."""
    piece = PEOPLE + f"life:\n  risks:\n    - {{{row}}}\n"
    assert " ".join(code for code in ("COP805", "COP806", "COP807") if said(code, piece)) == codes


def test_risks_without_an_owner_are_said_together(said: Said) -> None:
    """Two are named and the rest counted."""
    rows = "".join(f"    - risk: {risk}\n" for risk in ("The same few talk", "Nobody writes", "Roads close"))
    (one,) = said("COP805", f"life:\n  risks:\n{rows}")
    told = "“The same few talk”, “Nobody writes” and 1 more have nobody who watches them and no first step."
    assert one.message == told
    assert len(one.further) == 2

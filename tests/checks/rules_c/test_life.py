"""Status and history, money, channels, groups, and the plan as a document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]


@pytest.mark.parametrize(
    ("status", "history", "told"),
    [
        ("active", "[{status: dormant, on: 2026-01-01}]", "The community is active, and by its history it has been"),
        ("dormant", "[{status: active, on: 2025-01-01}, {status: dormant, on: 2026-01-01}]", ""),
        ("dormant", "[{status: dormant, on: 2026-01-01}, {status: active, on: 2025-01-01}]", ""),
        ("active", "[{status: active, on: 2025-01-01}, {status: closed, on: 2027-06-30}]", ""),
        ("active", "[{status: dormant, on: last year}]", ""),
        ("closed", "", "The community is closed, and nothing says since when."),
        (
            "merged",
            "[{status: active, on: 2025-01-01}]",
            "The community is merged into another, and nothing says since",
        ),
        ("closed", "none", ""),
        ("active", "", ""),
        ("TBD", "[{status: dormant, on: 2026-01-01}]", ""),
    ],
)
def test_the_status_is_the_last_of_its_history(said: Said, status: str, history: str, told: str) -> None:
    """By the day, not by the row; days to come are plans."""
    found = said("COP809", f"life:\n  status: {status}\n  statuses: {history}\n")
    assert [one.message[: len(told)] for one in found] == ([told] if told else [])


def money(coming: str, going: str) -> str:
    return f"resources:\n  money_in: {coming}\n  money_out: {going}\n"


@pytest.mark.parametrize(
    ("coming", "going", "told"),
    [
        ("[{amount: $800}]", "[{amount: '$1,200'}]", "1200 in all are to go out, and 800 come in."),
        ("[{amount: 800 €}]", "[{amount: '600,50 €'}, {amount: 300 €}]", "900.50 in all are to go out, and 800 come"),
        ("none", "[{amount: 300}]", "Money goes out, 300 in all, and by the plan none comes in."),
        ("[{amount: $1200}]", "[{amount: $1200}]", ""),
        ("[{amount: 800 CAD}]", "[{amount: 1200 USD}]", ""),
        ("[{amount: $800, per: month}]", "[{amount: $1200, per: year}]", ""),
        ("[{amount: about 800}]", "[{amount: 1200}]", ""),
        ("[{amount: 800}]", "[{amount: '1.200'}]", ""),
        ("[{amount: 800}]", "[{amount: 1200, source: The library}]", ""),
        ("[{amount: TBD}]", "[{amount: 1200}]", ""),
        ("", "[{amount: 1200}]", ""),
    ],
)
def test_money_is_only_added_up_where_it_can_be(said: Said, coming: str, going: str, told: str) -> None:
    """Plain numbers, one currency, one stretch of time, and nobody who pays directly."""
    found = said("COP810", money(coming, going))
    assert [one.message[: len(told)] for one in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("open_to: public", 1),
        ("open_to: public, owner: nobody yet", 1),
        ("open_to: public, owner: none", 0),
        ("open_to: public, owner: TBD", 0),
        ("open_to: public, owner: Ana Lopes", 0),
        ("open_to: members", 0),
        ("purpose: Questions", 0),
    ],
)
def test_somebody_looks_after_a_public_channel(said: Said, channel: str, told: int) -> None:
    """What only members see looks after itself."""
    assert len(said("COP811", f"communication:\n  channels: [{{name: Page, {channel}}}]\n")) == told


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("kind: subgroup", 1),
        ("kind: subgroup, status: active", 1),
        ("kind: subgroup, status: proposed", 0),
        ("kind: subgroup, status: closed", 0),
        ("kind: subgroup, members: none", 0),
        ("kind: subgroup, led_by: [Kwame Boateng]", 0),
        ("kind: parent", 0),
        ("purpose: News", 0),
    ],
)
def test_a_sub_group_at_work_has_somebody_in_it(said: Said, group: str, told: int) -> None:
    """Other bodies look after their own people."""
    assert len(said("COP812", f"groups: [{{name: Night shift, {group}}}]\n")) == told


CLOSED = """\
groups: [{name: Night shift, GROUP}]
launch:
  LAST
  series: [{title: Night hour, group: night shift, SERIES}]
collaborative_plan:
  meetings: [{date: 2051-03-01, series: MEETING}]
"""


@pytest.mark.parametrize(
    ("group", "series", "last", "meeting", "told"),
    [
        ("status: closed", "rhythm: monthly", "", "", 1),
        ("until: 2020-06-10", "rhythm: monthly", "", "", 1),
        ("status: active", "rhythm: monthly", "", "", 0),
        ("status: closed", "rhythm: monthly, last_meeting: 2020-06-10", "", "", 0),
        ("status: closed", "rhythm: monthly", "last_meeting: 2020-06-10", "", 0),
        ("status: closed", "rhythm: monthly, last_meeting: 2020-06-10", "", "Night hour", 1),
        ("status: closed", "place: Room 2", "", "", 0),
    ],
)
def test_a_group_that_has_closed_meets_no_more(
    said: Said, group: str, series: str, last: str, meeting: str, told: int
) -> None:
    """Neither by its rhythm nor by a date."""
    piece = CLOSED.replace("GROUP", group).replace("SERIES", series).replace("LAST", last).replace("MEETING", meeting)
    assert len(said("COP813", piece)) == told


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("status: approved", "The plan is approved, and nothing says by whom or when."),
        ("status: approved, approved_by: Council", "The plan is approved, and nothing says when."),
        ("status: approved, approved_on: 2026-10-01", "The plan is approved, and nothing says by whom."),
        ("status: approved, approved_by: Council, approved_on: last autumn", ""),
        ("status: approved, approved_by: none, approved_on: none", ""),
        ("status: approved, approved_by: Council, approved_on: 2027-10-01", "The plan is approved, by a day that is"),
        ("status: draft, approved_on: 2026-10-01", "The plan is a draft, and was approved on Thursday 1 October 2026."),
        ("status: draft, approved_on: 2027-10-01", ""),
        ("status: TBD", ""),
        ("approved_on: 2026-10-01", ""),
    ],
)
def test_an_approval_has_a_name_and_a_day(said: Said, document: str, told: str) -> None:
    """And a draft has none yet."""
    found = said("COP814", f"document: {{{document}}}\n")
    assert [one.message[: len(told)] for one in found] == ([told] if told else [])


def test_a_disagreement_says_what_holds(said: Said) -> None:
    """Even if it is not settled for good."""
    conflict = "document:\n  conflicts: [{document: Terms of 2019, about: The chair, holds: HOLDS}]\n"
    assert len(said("COP815", conflict.replace("HOLDS", ""))) == 1
    assert said("COP815", conflict.replace("HOLDS", "none")) == []
    assert said("COP815", conflict.replace("HOLDS", "This plan for now")) == []


def test_a_community_at_rest_is_left_in_peace(said: Said) -> None:
    """Its status is enough; it need not have had a last meeting."""
    piece = "document:\n  conflicts: [{document: Terms of 2019}]\nlife:\n  status: STATUS\n"
    assert len(said("COP815", piece.replace("STATUS", "active"))) == 1
    for status in ("closed", "merged", "dormant"):
        assert said("COP815", piece.replace("STATUS", status)) == []

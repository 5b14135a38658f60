"""Rows as a table: cells under one another, as far as the window has room."""

from __future__ import annotations

import pytest

from cop_wizard.cells import room
from cop_wizard.wizard.columns import labels_of, says_all
from cop_wizard.wizard.prompter import Ask, Option

HEADINGS = ("Name", "Role", "Level")
LONG = "Everything there is to say about it, and then some more of it"


def row(*cells: str) -> Option:
    return Option(cells[0], " · ".join(cell for cell in cells if cell), cells=cells)


def test_cells_stand_under_their_headings() -> None:
    """Also where a letter takes two columns; what is no row stays as it is."""
    ask = Ask("Who?", columns=HEADINGS)
    options = [row("Ana", "Coach", "Core"), row("陳偉", "", "Active"), Option("+done", "Done (2 people)")]
    assert labels_of(ask, options, 73) == (
        "Name  Role   Level",
        ["Ana   Coach  Core", "陳偉         Active", "Done (2 people)"],
    )


def test_a_column_that_says_nothing_is_left_out() -> None:
    """The first is never left out; a blank in it shows that something is missing."""
    headings, labels = labels_of(Ask("Who?", columns=HEADINGS), [row("", "Coach", "")], 73)
    assert (headings, labels) == ("Name  Role", ["—     Coach"])


@pytest.mark.parametrize("width", [56, 73, 93])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    """Texts give way before dates do; the widest first."""
    rows = [row("Tuesday 15 September 2026", "15:30", LONG, LONG), row("陳" * 40, "9:00", "", "a")]
    headings, labels = labels_of(Ask("When?", columns=("Date", "Start", "Topics", "Place")), rows, width)
    assert max(map(room, (headings, *labels))) <= width
    assert "15:30" in labels[0]
    short, _labels = labels_of(
        Ask("When?", columns=("Date", "Topics")), [row("Tuesday 15 September 2026", LONG)], width
    )
    assert short.index("Topics") == len("Tuesday 15 September 2026") + 2


def test_in_a_narrow_window_a_row_is_one_line() -> None:
    """Its answers side by side, cut off where they have to be."""
    headings, labels = labels_of(
        Ask("Who?", columns=HEADINGS), [row("Amina Yusuf", "Principal at the school", "Core")], 33
    )
    assert headings == ""
    assert labels == ["Amina Yusuf · Principal at the…"]


def test_what_is_not_seen_is_shown_below() -> None:
    """A row of which nothing is missing is not said twice."""
    whole = row("Ana", "Coach", "")
    assert says_all(whole, "Ana  Coach")
    assert not says_all(whole, "Ana  Coa…")
    assert not says_all(Option("1", "Ana · Coach · ana@example.org", cells=("Ana", "Coach")), "Ana  Coach")

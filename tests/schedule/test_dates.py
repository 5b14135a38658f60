"""The dates of every kind of rule, against the slow way of finding them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.plan.choices import Rhythm
from cop_wizard.schedule.dates import Stretch, dates_of, moved, next_dates, years_later
from cop_wizard.schedule.recurrence import read_recurrence
from cop_wizard.schedule.rules import MonthlyByDate, Recurrence, Weekly
from schedule.oracle import dates_by_asking_each_day
from schedule.rule_examples import FIRST, RULES, three_terms


@pytest.mark.parametrize("kind", RULES)
@given(data=st.data())
def test_dates_are_those_that_each_day_by_itself_would_give(kind: str, data: st.DataObject) -> None:
    """In their order, each once, from the first day to the last, both included."""
    rule, first, terms = data.draw(RULES[kind]), data.draw(FIRST), data.draw(three_terms())
    until = first + dt.timedelta(days=data.draw(st.integers(-1, 800)))
    weekday = data.draw(st.one_of(st.none(), st.integers(0, 6)))
    found = list(dates_of(rule, first, until, terms, weekday))
    assert found == dates_by_asking_each_day(rule, first, until, terms, weekday)


@pytest.mark.parametrize("rhythm", Rhythm)
@given(first=FIRST)
def test_a_choice_of_the_list_begins_with_the_first_meeting(rhythm: Rhythm, first: dt.date) -> None:
    """Unless it is in the fifth week of its month, the last such weekday is always meant."""
    rule = read_recurrence(rhythm)
    assert rule is not None
    dates = next_dates(rule, first, 5)
    assert dates[0] == first
    assert {day.weekday() for day in dates} == {first.weekday()}


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("first", [dt.date.min, dt.date(9999, 12, 1), dt.date.max])
@given(data=st.data())
def test_the_ends_of_the_calendar_are_no_trouble(kind: str, first: dt.date, data: st.DataObject) -> None:
    """A slip in the year gives few dates or none, and no error."""
    rule: Recurrence = data.draw(RULES[kind])
    terms = (Stretch(first, years_later(first, 1)),)
    assert all(first <= day for day in next_dates(rule, first, 20, terms))


def test_a_rule_that_never_gives_a_date_ends() -> None:
    """There is no 31 February."""
    assert next_dates(MonthlyByDate((31,), 1, (2,)), dt.date(2026, 1, 1), 5) == []


def test_the_last_day_counts() -> None:
    """A meeting on it takes place, whatever its hour."""
    first, last = dt.date(2026, 9, 1), dt.date(2026, 9, 29)
    assert list(dates_of(Weekly(2), first, last))[-1] == last


def test_days_stay_within_the_calendar() -> None:
    """Moving beyond it stops at its ends."""
    assert moved(dt.date.min, -3) == dt.date.min
    assert moved(dt.date.max, 3) == dt.date.max
    assert years_later(dt.date(2024, 2, 29), 1) == dt.date(2025, 2, 28)

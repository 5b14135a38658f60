"""The number by which calendars tell which of two entries is the newer, over the whole life of a plan."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.documents.formats.occasions import Occasion, occasions
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.schedule import schedule_of
from cop_wizard.yamltext.operations import edited
from documents.document_plans import subject_of

P0: dict[str, Any] = {
    "rhythm": "every Tuesday",
    "first_meeting": "2026-11-24",
    "last_meeting": "2026-12-08",
    "start": "15:30",
}
NOVEMBER = dt.date(2026, 11, 18)
Seen = dict[uuid.UUID, Occasion]


class Life:
    """A plan whose launch changes, and which is scheduled and put into calendars after each change."""

    def __init__(self) -> None:
        self.data: Any = {"schema_version": "2", "title": "Bridge Builders", "launch": {}}
        self.seen: Seen = {}

    def goes_on(self, today: dt.date = NOVEMBER, **launch: Any) -> tuple[Seen, Seen]:
        """Make a change; returns what calendars knew before, and what they are told now."""
        said = {**self.data["launch"], **launch}
        self.data = {**self.data, "launch": {key: value for key, value in said.items() if value is not None}}
        for operation in schedule_of(Plan.model_validate(self.data), self.data, today, "e7f2").operations:
            self.data = edited(self.data, operation)
        subject = subject_of(self.data)
        told = {one.name: one for one in occasions(subject.plan, subject.answers, today)}
        before, self.seen = self.seen, told
        return before, told

    def number(self, day: str) -> int:
        (found,) = (one for one in self.seen.values() if one.date.isoformat() == day)
        return found.revision


def slot(one: Occasion) -> tuple[object, ...]:
    return one.date, one.start, one.zone, one.cancelled


def test_a_meeting_that_comes_back_at_another_hour_is_newer_than_its_cancellation() -> None:
    """Though its hour changed while it was called off."""
    life, numbers = Life(), []
    for launch in (P0, {"last_meeting": "2026-12-01"}, {"start": "16:00"}, {"last_meeting": "2026-12-08"}):
        life.goes_on(**launch)
        numbers.append(life.number("2026-12-08"))
    assert numbers == [0, 3, 3, 4]


@pytest.mark.parametrize("zones", [("America/Edmonton", "Europe/Paris"), (None, "Europe/Paris"), ("UTC", None)])
def test_another_zone_is_another_moment(zones: tuple[str | None, str | None]) -> None:
    """Calendars are told, and once is enough."""
    life = Life()
    life.goes_on(**P0, zone=zones[0])
    _before, told = life.goes_on(zone=zones[1])
    assert {(one.revision, one.zone) for one in told.values()} == {(1, zones[1] or "")}
    _before, again = life.goes_on()
    assert again == told


def test_what_is_over_stays_as_it_was() -> None:
    """A new hour is for the meetings to come."""
    life = Life()
    life.goes_on(**P0, zone="America/Edmonton")
    _before, told = life.goes_on(dt.date(2026, 11, 25), start="16:00", zone="UTC")
    assert sorted((one.date.day, one.start, one.zone, one.revision) for one in told.values()) == [
        (1, dt.time(16), "UTC", 1),
        (8, dt.time(16), "UTC", 1),
        (24, dt.time(15, 30), "America/Edmonton", 0),
    ]


DAYS = st.dates(dt.date(2026, 11, 20), dt.date(2027, 1, 20)).map(str)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "rhythm": st.sampled_from(["every Tuesday", "every Thursday", "biweekly", "first Tuesday", "as needed"]),
        "start": st.sampled_from([None, "15:30", "16:00"]),
        "zone": st.sampled_from([None, "America/Edmonton", "Europe/Paris"]),
        "last_meeting": DAYS,
        "closures": st.lists(st.fixed_dictionaries({"begins": DAYS}, optional={"ends": DAYS}), max_size=2),
        "turns": st.sampled_from([None, [{"start": "9:00"}, {"zone": "UTC", "place": "Hall"}]]),
        "exceptions": st.lists(
            st.fixed_dictionaries({"date": DAYS, "change": st.sampled_from(["cancelled", "moved"]), "to": DAYS}),
            max_size=1,
        ),
    },
)
TOPICS = st.dictionaries(st.integers(0, 8), st.sampled_from(["Fractions", "Ratios"]), max_size=2)
STEPS = st.lists(st.tuples(EDITS, TOPICS, st.integers(0, 20)), min_size=2, max_size=6)


@given(STEPS)
def test_it_never_falls_and_rises_with_every_other_moment(
    steps: list[tuple[dict[str, Any], dict[int, str], int]],
) -> None:
    """Whatever becomes of rhythm, hour, zone and breaks, also for meetings that somebody filled in."""
    life, today = Life(), NOVEMBER
    life.goes_on(**P0)
    for launch, topics, days in steps:
        today += dt.timedelta(days=days)
        for place, row in enumerate(life.data.get("collaborative_plan", {}).get("meetings", [])):
            if place in topics:
                row["topics"] = topics[place]
        before, told = life.goes_on(today, **launch)
        assert set(before) <= set(told)
        for name, one in before.items():
            assert told[name].revision >= one.revision
            if slot(told[name]) != slot(one):
                assert told[name].revision > one.revision

"""Small plans with a rhythm, and what scheduling makes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.changes import Change, What
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.schedule import Schedule, schedule_of
from cop_wizard.schedule.series import all_dates
from cop_wizard.values import Data
from cop_wizard.yamltext.operations import edited

TODAY = dt.date(2026, 8, 1)
CALENDAR = "6a3b2c1d-0000-4000-8000-000000000000"
WEEKLY: Mapping[str, Any] = {
    "rhythm": "every Tuesday",
    "first_meeting": "2026-09-01",
    "last_meeting": "2026-10-27",
    "start": "15:30",
}
"""Nine Tuesdays: 1 September to 27 October 2026."""


def plan_data(*meetings: Mapping[str, Any], **launch: Any) -> Data:
    """A plan as it stands in a file: ``WEEKLY``, but for what is given."""
    data: dict[str, Any] = {"schema_version": "2", "launch": {**WEEKLY, **launch}}
    if meetings:
        data["collaborative_plan"] = {"meetings": [dict(meeting) for meeting in meetings]}
    return data


def model(data: Data) -> Plan:
    return Plan.model_validate(data)


def dates_in(data: Data, title: str = "") -> Dates:
    """One series of a plan with its dates."""
    return next(dates for dates in all_dates(model(data))[0] if dates.title == title)


def days(data: Data, title: str = "") -> list[str]:
    """The days of one series as ``09-01``."""
    return [f"{one.date:%m-%d}" for one in dates_in(data, title).occasions]


def schedule(data: Data, today: dt.date = TODAY) -> Schedule:
    return schedule_of(model(data), data, today, CALENDAR)


def scheduled(data: Data, today: dt.date = TODAY) -> Data:
    """The plan after its schedule was written into it."""
    for operation in schedule(data, today).operations:
        data = edited(data, operation)
    return data


def meetings(data: Data) -> list[dict[str, Any]]:
    found: Any = data
    return list(((found.get("collaborative_plan") or {}).get("meetings")) or [])


def changes(data: Data, what: What, today: dt.date = TODAY) -> list[Change]:
    """The meetings that this happens to."""
    return [one for sheet in schedule(data, today).sheets for one in sheet.changes if one.what is what]


def with_launch(data: Data, **launch: Any) -> Data:
    """The same plan with other answers in its launch section."""
    found: Any = data
    return {**found, "launch": {**found["launch"], **launch}}


def with_meeting(data: Data, row: int, /, **values: Any) -> Data:
    """The same plan with another value in one of its meetings; ``None`` takes one out."""
    found: Any = data
    rows = meetings(data)
    rows[row] = {key: value for key, value in {**rows[row], **values}.items() if value is not None}
    return {**found, "collaborative_plan": {**found["collaborative_plan"], "meetings": rows}}

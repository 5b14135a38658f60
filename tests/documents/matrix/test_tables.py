"""Every calendar and table, read back by another library than the one that wrote it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import warnings
from importlib import import_module
from typing import Any

import pytest

from cop_wizard.values import rows
from cop_wizard.wording import clean
from documents.matrix.cases import Case, every_case

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # about Python, on being imported
    vobject: Any = import_module("vobject")

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _days(case: Case) -> list[dt.date]:
    """The days of the plan's meetings and of the occasions it shares at."""
    plan = case.subject.plan
    dated = (*rows(plan.collaborative_plan.meetings), *rows(plan.results.sharing_events))
    return sorted(one.date for one in dated if isinstance(one.date, dt.date))


@pytest.mark.parametrize("case", every_case("ics"), ids=str)
def test_a_calendar_has_every_day(case: Case) -> None:
    content = case.made("ics")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    events = list(vobject.readOne(content.decode()).contents["vevent"])
    begin = (one.dtstart.value for one in events)
    assert sorted(one.date() if isinstance(one, dt.datetime) else one for one in begin) == _days(case)
    assert len({one.uid.value for one in events}) == len(events)
    assert all(one.summary.value and one.dtstamp.value for one in events)


@pytest.mark.parametrize("case", every_case("csv"), ids=str)
def test_a_table_has_every_row(case: Case) -> None:
    """And no cell that a spreadsheet would take for a formula."""
    table = list(csv.reader(io.StringIO(case.made("csv").decode("utf-8-sig"), newline=""), strict=True))
    head, *body = table
    assert {len(row) for row in table} == {len(head)}
    assert not [cell for row in body for cell in row if cell.startswith(_FORMULA)]
    first = [row[0].removeprefix("'") for row in body if row[0]]
    if case.document == "calendar":
        assert [one for one in sorted(first) if _ISO.fullmatch(one)] == [day.isoformat() for day in _days(case)]
    else:
        people = rows(case.subject.plan.membership.roster)
        assert first == [clean(one.name) for one in people if isinstance(one.name, str)]

"""How quick a calendar file is: five hundred meetings, against the plainest program that makes one."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import COP, HERE, compare, timed

MEETINGS = 500
HEAD = """\
schema_version: 2
title: Bridge Builders
launch:
  start: "15:30"
  length: 90 minutes
  zone: America/Edmonton
  place: Room 12, Riverbend School
collaborative_plan:
  meetings:
"""


def full_plan(folder: Path) -> Path:
    """A plan of so many meetings, one every fourth day."""
    first = dt.date(2026, 9, 1)
    rows = (
        f"    - date: {first + dt.timedelta(days=4 * number)}\n      topics: What we heard in round {number}\n"
        f"      activities: Watch three recordings in pairs, then compare what we noticed.\n"
        for number in range(MEETINGS)
    )
    plan = folder / "plan.yaml"
    plan.write_text(HEAD + "".join(rows), encoding="utf-8")
    return plan


def measure() -> list[bool]:
    """Print the figure; false where the aim is missed."""
    with tempfile.TemporaryDirectory() as name:
        plan = full_plan(Path(name))
        plain = [sys.executable, str(HERE / "baselines/plain_calendar.py")]
        return [
            compare(
                f"ICS of {MEETINGS} meetings: cop render : icalendar alone",
                3.0,
                timed(*COP, "render", str(plan), "--format", "ics"),
                timed(*plain, str(plan), f"{name}/plain.ics"),
                runs=7,
            )
        ]

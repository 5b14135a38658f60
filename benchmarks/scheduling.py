"""How quick dates are found: ten series over five years, against the plainest program that finds the same dates."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.measure import COP, HERE, compare, timed

HEAD = """\
schema_version: 2
title: Bridge Builders
launch:
  rhythm: every Tuesday
  first_meeting: 2026-09-01
  last_meeting: 2031-08-31
  start: "15:30"
  zone: America/Edmonton
  closures:
"""
RHYTHMS = (
    "every Thursday",
    "every two weeks on Monday",
    "alternating Tuesday and Thursday",
    "un jeudi sur deux",
    "second Tuesday of the month",
    "2nd and 4th Wednesday",
    "last Friday",
    "Wednesday after the fourth Tuesday",
    "monthly on the 15th",
)


def busy_plan(folder: Path) -> Path:
    """A plan of ten series that each run for five years, with two breaks a year."""
    closures = "".join(
        f"    - name: {name}\n      begins: {year}-{begins}\n      ends: {year}-{ends}\n"
        for year in range(2026, 2032)
        for name, begins, ends in (("Fall break", "11-08", "11-14"), ("Spring break", "03-20", "03-28"))
    )
    series = "".join(f"    - title: Series {n}\n      rhythm: {rhythm}\n" for n, rhythm in enumerate(RHYTHMS))
    plan = folder / "plan.yaml"
    plan.write_text(f"{HEAD}{closures}  series:\n{series}", encoding="utf-8")
    return plan


def measure() -> list[bool]:
    """Print the figures; false for each aim that is missed."""
    with tempfile.TemporaryDirectory() as name:
        plan = busy_plan(Path(name))
        plain = [sys.executable, str(HERE / "baselines/plain_dates.py"), str(plan)]
        found = compare(
            "10 series over 5 years: cop schedule : dateutil",
            6.0,
            timed(*COP, "schedule", str(plan), "--dry-run"),
            timed(*plain),
            runs=7,
        )
        timed(*COP, "schedule", str(plan), "--yes")()
        held = compare(
            "the same, held against the meetings in the plan",
            6.0,
            timed(*COP, "schedule", str(plan), "--dry-run"),
            timed(*plain),
            runs=7,
        )
        return [found, held]

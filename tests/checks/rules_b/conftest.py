"""The coach on small pieces of plans, on any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic, Severity

Said = Callable[..., list[Diagnostic]]
TODAY = "2026-11-22"


@pytest.fixture
def said() -> Said:
    """What one rule says on a piece of a plan, by the rule's code."""

    def _said(code: str, piece: str, today: str = TODAY) -> list[Diagnostic]:
        report = check("schema_version: 2\n" + piece, Path("plan.yaml"), dt.date.fromisoformat(today))
        assert not report.errors, report.errors
        return [one for one in report.of(Severity.ADVICE) if one.code == code]

    return _said


@pytest.fixture
def meetings() -> Callable[..., str]:
    """A schedule, each meeting as the inside of a flow mapping: ``date: 2051-09-20, topics: Norms``."""

    def _meetings(*rows: str) -> str:
        return "collaborative_plan:\n  meetings:\n" + "".join(f"    - {{{row}}}\n" for row in rows)

    return _meetings

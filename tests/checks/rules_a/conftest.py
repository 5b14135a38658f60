"""The coach on small pieces of plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic, Severity

TODAY = dt.date(2026, 11, 22)

Said = Callable[[str, str], list[Diagnostic]]


@pytest.fixture
def said() -> Said:
    """What one rule says on a piece of a plan, by the rule's code."""

    def _said(code: str, piece: str) -> list[Diagnostic]:
        report = check("schema_version: 2\n" + piece, Path("plan.yaml"), TODAY)
        assert not report.errors, report.errors
        return [one for one in report.of(Severity.ADVICE) if one.code == code]

    return _said

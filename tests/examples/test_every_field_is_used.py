"""The valid examples together show all that a plan can hold: no field is without somebody who needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.migrate import read_plan
from cop_wizard.plan.fields import matches, patterns
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data, NoneOnPurpose

VALID = sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))


@pytest.fixture(scope="module")
def plans() -> list[Data]:
    """The examples as plain data."""
    return [read_plan(path.read_text(encoding="utf-8")).document.data for path in VALID]


def said(value: Data) -> bool:
    """Whether something stands there; a blank and ``none`` show that a field may be left out, not what it is for."""
    return bool(value) and not isinstance(value, NoneOnPurpose)


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in patterns(Plan)], ids=".".join)
def test_every_field_is_used(pattern: tuple[str, ...], plans: list[Data]) -> None:
    """Some example has an answer there."""
    assert any(said(value) for data in plans for _, value in matches(data, pattern))

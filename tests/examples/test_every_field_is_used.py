"""The valid examples together show all that a plan can hold: no field is without somebody who needs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_wizard.migrate import read_plan
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data, NoneOnPurpose
from support.patterns import ITEM, patterns

VALID = sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))


@pytest.fixture(scope="module")
def plans() -> list[Data]:
    """The examples as plain data."""
    return [read_plan(path.read_text(encoding="utf-8")).document.data for path in VALID]


def said(value: Data) -> bool:
    """Whether something stands there; a blank and ``none`` show that a field may be left out, not what it is for."""
    return bool(value) and not isinstance(value, NoneOnPurpose)


def matches(data: Data, pattern: tuple[str, ...]) -> Iterator[Data]:
    """Each value that stands where ``pattern`` says."""
    if not pattern:
        yield data
    elif pattern[0] == ITEM:
        for item in data if isinstance(data, list) else ():
            yield from matches(item, pattern[1:])
    elif isinstance(data, dict) and pattern[0] in data:
        yield from matches(data[pattern[0]], pattern[1:])


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in patterns(Plan)], ids=".".join)
def test_every_field_is_used(pattern: tuple[str, ...], plans: list[Data]) -> None:
    """Some example has an answer there."""
    assert any(said(value) for data in plans for value in matches(data, pattern))

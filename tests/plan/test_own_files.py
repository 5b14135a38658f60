"""A person's own files: the example can be read, and belongs to nobody's plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.cli.plans import is_plan
from cop_wizard.plan.reflections import ReflectionFile
from cop_wizard.structure import read_as

OWN = sorted((Path(__file__).parents[2] / "examples" / "own").glob("*.yaml"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_an_example_of_own_reflections_can_be_read(path: Path) -> None:
    reading = read_as(ReflectionFile, path.read_text(encoding="utf-8"))
    assert reading.problems == ()
    assert reading.model is not None
    assert isinstance(reading.model.reflections, list)
    assert len(reading.model.reflections) == 3
    assert not is_plan(path)

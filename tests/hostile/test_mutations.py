"""However an example is spoilt, checking it ends with a word about it and never with an exception."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.mutations import ALL, mutation
from hostile.validating import validate
from support.thorough import WHOLE

_FEW = 300
_PARTS = 4
"""So that every processor has some."""


def _check(numbers: range, folder: Path) -> None:
    for number in numbers:
        name, content = mutation(number)
        try:
            validate(content, folder)
        except Exception as error:
            error.add_note(f"mutation {number} of {name}: {content[:2000]!r}")
            raise


def test_spoilt_examples_end_with_a_diagnostic(tmp_path: Path) -> None:
    """The first few hundred."""
    _check(range(_FEW), tmp_path)


@pytest.mark.hostile
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(_PARTS))
def test_all_spoilt_examples_end_with_a_diagnostic(tmp_path: Path, part: int) -> None:
    """A thousand or more in one process: of the ten thousand, all or every third."""
    _check(range(_FEW + part, ALL, _PARTS if WHOLE else 3 * _PARTS), tmp_path)

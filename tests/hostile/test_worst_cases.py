"""Files made to cost as much as possible end with a word about them, like any other.

How long they take is measured by ``python -m benchmarks.hostile``; here the timeout alone would tell.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.validating import validate
from hostile.worst_cases import WORST, worst

MOST_SHOWN = 1_000_000
"""Characters of a report. Nobody reads more."""


@pytest.mark.parametrize("name", WORST)
def test_a_costly_file_ends_with_a_diagnostic(name: str, tmp_path: Path) -> None:
    """At a size where even what grows with the square of it would be quick."""
    validate(worst(name, 20_000), tmp_path)


@pytest.mark.hostile
@pytest.mark.parametrize("name", WORST)
def test_the_costliest_file_that_is_read_ends_with_a_short_report(name: str, tmp_path: Path) -> None:
    """As large as a file may be."""
    ended = validate(worst(name), tmp_path)
    assert len(ended.out) < MOST_SHOWN

"""Programs and libraries that some tests need and not every computer has."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Leave the test out, saying ``what`` is missing; where ``COP_TOOLS=required``, as in ``.ci/run``, it fails."""
    if os.environ.get("COP_TOOLS") == "required":
        pytest.fail(what)
    pytest.skip(what)

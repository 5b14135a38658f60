"""What holds for all tests.

They have the same random examples in every run, so that a red test is about the change at hand. To look for new ones:
``HYPOTHESIS_PROFILE=search python -m pytest``.

Where the computer has no font, or not the library that PDF files are made with, the tests that need it are left out.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from cop_wizard.documents.trouble import ComputerLacks
from support.tools import missing

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None, None, None]:
    return (yield from _left_out_where_something_is_missing())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, None, None]:
    return (yield from _left_out_where_something_is_missing())


def _left_out_where_something_is_missing() -> Generator[None, None, None]:
    try:
        return (yield)
    except ComputerLacks as lacking:
        missing(lacking.message)

"""The same random examples in every run, so that a red test is about the change at hand.

To look for new ones: ``HYPOTHESIS_PROFILE=search python -m pytest``.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

"""How thorough the tests are: ``COP_MATRIX=whole`` tries all of what is otherwise sampled, and takes much longer."""

from __future__ import annotations

import os

WHOLE = os.environ.get("COP_MATRIX") == "whole"

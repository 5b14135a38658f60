"""Where the program may keep what it has worked out, so that the next run is quicker. Nothing there is ever needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class Keeping:
    """``folder`` says where, and is called only when it is needed; ``None``: nowhere. The command line sets it."""

    folder: Callable[[], Path] | None = None


KEEPING = Keeping()

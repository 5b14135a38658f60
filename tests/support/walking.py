"""A scripted walk through a guide, from where a test wants it to the end of its script."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.wizard.interview import SaveAndLeave, walk
from cop_wizard.wizard.prompter import Interrupted


def walk_script(sitting: Any, at: str = "") -> None:
    """Walk from the question ``at`` until the script saves and leaves or ends; all of it must have been asked for."""
    with pytest.raises((Interrupted, SaveAndLeave)):
        walk(sitting.desk, sitting.session, at)
    sitting.prompter.finished()

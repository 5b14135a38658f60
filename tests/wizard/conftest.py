from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.skeleton import skeleton
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.draft import DraftKeeper
from cop_wizard.wizard.planfile import PlanFile
from cop_wizard.wizard.rescue import rescue
from cop_wizard.wizard.session import Session
from support.scripted import Scripted

TODAY = dt.date(2026, 9, 1)


class Sitting:
    """One person at one plan: a desk, a session, and the script of what is answered."""

    def __init__(
        self, path: Path, steps: tuple[Any, ...], guide: str = "cass", text: str = "", mending: bool = False
    ) -> None:
        self.guide = load_guide(guide)
        self.prompter = Scripted(*steps)
        if path.exists():
            self.file = PlanFile.open(path, mending)
        else:
            self.file = PlanFile.create(path, text or skeleton(self.guide))
        self.draft = DraftKeeper(path)
        self.desk = Desk(self.prompter, self.file, self.guide, self.draft, TODAY, rescue)
        self.session = Session(self.guide, self.file.data, TODAY, self.draft.skipped)


@pytest.fixture
def sitting(tmp_path: Path) -> Callable[..., Sitting]:
    """Begin a sitting over ``plan.yaml`` in a folder of its own; a second call goes on with the same file."""

    def begin(*steps: tuple[str, Any], guide: str = "cass", text: str = "", mending: bool = False) -> Sitting:
        return Sitting(tmp_path / "plan.yaml", steps, guide, text, mending)

    return begin

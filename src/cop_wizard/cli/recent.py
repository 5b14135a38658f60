"""Remembers which plan was worked on last, so that bare ``cop`` can offer to go on with it."""

from __future__ import annotations

import json
from pathlib import Path

from platformdirs import user_state_path


def _file() -> Path:
    return user_state_path("cop", appauthor=False) / "last-plan.json"


def remember(plan: Path) -> None:
    """``plan`` is the one worked on last. A place that cannot be written is no reason to complain."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps({"plan": str(plan.resolve())}) + "\n", encoding="utf-8")
    except OSError:
        return


def last_plan() -> Path | None:
    """The plan worked on last, if it is still there."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    plan = found.get("plan") if isinstance(found, dict) else None
    return Path(plan) if isinstance(plan, str) and Path(plan).is_file() else None

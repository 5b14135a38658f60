"""Running the real program, and plans to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

GOOD = "schema_version: 2\nguide: cass\ntitle: Bridge Builders\npurpose:\n  focus: reading\n"
WRONG = GOOD + "  focus_kind: intrest\n"


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


Cop = Callable[..., Ended]


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing from the screen the tests happen to run on; pytest-xdist, too, sets ``COLUMNS``."""
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "COP_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def cop(tmp_path: Path) -> Cop:
    """``cop("validate", "plan.yaml", NO_COLOR="1")``: the real program in a folder of its own, without a terminal."""

    def run(*words: str, stdin: str = "", **settings: str) -> Ended:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "LANG") if name in os.environ}
        environment = {**kept, "SOURCE_DATE_EPOCH": "1788220800", "PYTHONWARNINGS": "error", **settings}
        done = subprocess.run(
            [sys.executable, "-m", "cop_wizard", *words],
            cwd=tmp_path,
            env=environment,
            input=stdin.encode(),
            capture_output=True,
            timeout=50,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan that is right but far from finished."""
    path = tmp_path / "plan.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A plan with one mistake."""
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path

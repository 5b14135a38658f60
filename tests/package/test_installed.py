"""The built package in an empty environment, without the checkout: the wheel, and the wheel made from the sdist."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = [pytest.mark.package, pytest.mark.timeout(600)]
ROOT = Path(__file__).parents[2]


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; its output is in the failure if it fails."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 2), done.stdout + done.stderr
    return done


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_the_package_works_without_the_checkout(tmp_path: Path, kind: str) -> None:
    """Guide, templates and command are all there: a plan is filled in, checked and rendered."""
    run(sys.executable, "-m", "build", f"--{kind}", "--outdir", tmp_path / "dist", cwd=ROOT)
    built = next((tmp_path / "dist").iterdir())
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", built, cwd=tmp_path)
    cop = python.with_name("cop")
    done = run(cop, "new", "--no-input", "--title", "Our Circle", cwd=tmp_path)
    assert "purpose.focus" in done.stderr
    run(cop, "validate", "plan.yaml", cwd=tmp_path)
    run(cop, "render", "plan.yaml", cwd=tmp_path)
    assert "Our Circle" in (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert "Purpose" in run(cop, "guide", cwd=tmp_path).stdout

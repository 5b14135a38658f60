"""The hook for pre-commit, run by pre-commit itself in a repository of plans."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytest.importorskip("pre_commit", reason="needs pre-commit from PyPI")
pytestmark = [pytest.mark.package, pytest.mark.timeout(600)]
ROOT = Path(__file__).parents[2]
PARTS = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src", "templates")
"""What a package is made from; a commit of it needs no more of the checkout."""


def run(*words: str | Path, cwd: Path, code: int = 0) -> str:
    """Run a command that ends with ``code``; returns what it says."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    who = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b.ca",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b.ca",
    }
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=clean | who | {"PRE_COMMIT_HOME": str(cwd.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def committed(folder: Path) -> str:
    """All of a folder as one commit of a new repository; returns its name."""
    run("git", "init", "--quiet", cwd=folder)
    run("git", "add", "--all", cwd=folder)
    run("git", "commit", "--quiet", "--message", "all", cwd=folder)
    return run("git", "rev-parse", "HEAD", cwd=folder).strip()


def test_the_hook_checks_plans_and_nothing_else(tmp_path: Path) -> None:
    """A broken plan stops the commit with its line and column; other YAML files are left alone."""
    program, plans = tmp_path / "program", tmp_path / "plans"
    program.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, program / part)
    plans.mkdir()
    (plans / "nurses.yaml").write_text("schema_version: 2\npurpose:\n  focus: wounds that heal\n", encoding="utf-8")
    (plans / "other.yaml").write_text("fokus: [reading]\n", encoding="utf-8")
    hooks = {"repo": str(program), "rev": committed(program), "hooks": [{"id": "cop-validate"}]}
    (plans / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hooks]}), encoding="utf-8")
    committed(plans)
    pre_commit = (sys.executable, "-m", "pre_commit")
    run(*pre_commit, "validate-manifest", ROOT / ".pre-commit-hooks.yaml", cwd=plans)
    assert "Passed" in run(*pre_commit, "run", "--all-files", cwd=plans)
    (plans / "nurses.yaml").write_text("schema_version: 2\npurpose:\n  fokus: wounds that heal\n", encoding="utf-8")
    run("git", "add", "--all", cwd=plans)
    said = run(*pre_commit, "run", cwd=plans, code=1)
    assert "nurses.yaml:3:3:" in said
    assert "other.yaml" not in said

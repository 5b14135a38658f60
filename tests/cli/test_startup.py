"""What is imported before anything is shown. Start-up is a feature."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def loaded(words: str) -> set[str]:
    """The packages in memory after ``cop`` has run with these words."""
    code = (
        "import sys, io\n"
        "from cop_wizard.cli.run import main\n"
        "kept, sys.stdout = sys.stdout, io.StringIO()\n"
        f"main({words.split()!r})\n"
        "kept.write(' '.join({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    return set(done.stdout.split())


def test_the_version_needs_no_typer() -> None:
    """Nor anything else that takes time."""
    assert not loaded("--version") & {"typer", "pydantic", "rich", "yaml", "re", "typing", "pathlib"}


@pytest.mark.parametrize("words", ["--help", ""])
def test_the_help_needs_typer_and_nothing_heavier(words: str) -> None:
    """No models, no prompts, no screen library."""
    assert not loaded(words) & {"pydantic", "questionary", "prompt_toolkit", "rich", "yaml", "jinja2", "wcwidth"}


def test_validating_needs_no_screen_library() -> None:
    """Neither prompts nor templates nor rich."""
    assert not loaded("validate missing.yaml") & {"questionary", "prompt_toolkit", "rich", "jinja2"}


def test_a_calendar_needs_no_templates_and_a_page_no_calendar(tmp_path: Path) -> None:
    """Each format brings only what it needs."""
    plan = tmp_path / "plan.yaml"
    plan.write_text("schema_version: 2\ncollaborative_plan:\n  meetings:\n    - date: 2026-10-20\n", encoding="utf-8")
    assert loaded(f"render {plan} --format ics") & {"jinja2", "icalendar"} == {"icalendar"}
    assert loaded(f"render {plan} --format html") & {"jinja2", "icalendar"} == {"jinja2"}

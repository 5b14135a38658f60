"""``docs/report.md`` and ``docs/continuous-integration.md`` say what the program does."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cop_wizard.cli.run import main

ROOT = Path(__file__).parents[2]
REPORT = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
INTEGRATION = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The pieces of a page that are written in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


@pytest.fixture
def documented_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan of the page, in the present folder."""
    (tmp_path / "plan.yaml").write_text(blocks(REPORT, "yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from keys(item)


def test_the_json_report_is_the_documented_one(documented_plan: None, capsys: pytest.CaptureFixture[str]) -> None:
    """The page's example is what the page's command writes; how many questions a guide asks may change."""
    assert main(["validate", "plan.yaml", "--format", "json", "--select", "COP2"]) == 1
    written, documented = json.loads(capsys.readouterr().out), json.loads(blocks(REPORT, "json")[0])
    for report in (written, documented):
        assert isinstance(report["files"][0].pop("asked"), int)
    assert written == documented


def test_every_key_of_the_json_report_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the examples make it write."""
    main(["validate", str(ROOT / "examples"), "--format", "json"])
    written = set(keys(json.loads(capsys.readouterr().out)))
    assert len(written) > 20
    assert {key for key in written if f"`{key}`" not in REPORT} == set()


def test_the_github_report_is_the_documented_one(documented_plan: None, capsys: pytest.CaptureFixture[str]) -> None:
    """To the letter."""
    main(["validate", "plan.yaml", "--format", "github", "--select", "COP2"])
    assert capsys.readouterr().out == blocks(REPORT, "text")[0]


def test_the_documented_steps_are_ones_that_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hook exists under its name, and its command and those of the workflow check all plans in the folder."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    configuration, habit, workflow = (yaml.safe_load(block) for block in blocks(INTEGRATION, "yaml"))
    (named,) = configuration["repos"][0]["hooks"]
    hook = hooks[named["id"]]
    steps = [step["run"] for step in workflow["jobs"]["plans"]["steps"] if "run" in step]
    commands = [step.split() for step in steps if step.startswith("cop ")]
    commands += [[*hook["entry"].split(), *args] for args in (hook["args"], habit[0]["args"])]
    assert len(commands) == 3
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "nurses.yaml").write_text("schema_version: 2\npurpose:\n  fokus: reading\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("fokus: reading\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        assert main(command[1:]) == 1
        said = capsys.readouterr().out
        assert "nurses.yaml" in said
        assert "other.yaml" not in said


def test_the_documented_settings_are_ones_that_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are read without complaint."""
    (settings,) = blocks(INTEGRATION, "toml")
    assert set(tomllib.loads(settings)) == {"strict", "ignore", "select"}
    (tmp_path / "cop.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("schema_version: 2\ntitle: Numbers First Circle\n", encoding="utf-8")
    assert main(["validate", str(tmp_path)]) == 1  # because of `strict`
    assert "COP12" not in capsys.readouterr().err

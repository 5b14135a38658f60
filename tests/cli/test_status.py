"""``cop status``: how far, what is next, what was put off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import GOOD, Cop
from cop_wizard.cells import room
from cop_wizard.cli.run import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")


@pytest.fixture
def put_off(plan: Path) -> Path:
    plan.write_text(
        GOOD + "todo:\n  - question: purpose.audience\n    note: ask Ines\n    owner: Paul\n", encoding="utf-8"
    )
    return plan


@pytest.mark.parametrize("width", [40, 80])
def test_sections_next_question_and_to_dos(
    put_off: Path, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bars always have their numbers, and nothing runs over the edge."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(["status", put_off.name]) == 0
    said = capsys.readouterr().out
    assert max(room(line) for line in said.splitlines()) <= width
    assert "1. Purpose" in said
    assert "1 of 9" in said
    assert "What do they want to learn" in said
    assert "ask Ines (Paul)" in said
    assert ("━" in said) == (width == 80)


def test_as_json(put_off: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same, for other programs."""
    assert main(["status", put_off.name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["title"] == "Bridge Builders"
    assert told["mistakes"] == 0
    assert told["next"]["question"] == "purpose.learn_to"
    assert told["todo"] == [{"question": "purpose.audience", "note": "ask Ines", "owner": "Paul", "by": ""}]
    purpose = next(section for section in told["sections"] if section["id"] == "purpose")
    assert (purpose["answered"], purpose["asked"], purpose["percent"]) == (1, 9, 11)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_json_in_every_encoding(cop: Cop, plan: Path, encoding: str) -> None:
    """Characters that the stream lacks are written as JSON writes them."""
    plan.write_text("schema_version: 2\ntitle: Brücke 🌉 \u0142\n", encoding="utf-8")
    told = json.loads(cop("status", plan.name, "--json", PYTHONIOENCODING=encoding).out)
    assert told["title"] == "Brücke 🌉 ł"


def test_mistakes_are_counted_and_do_not_hide_the_rest(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that shows them."""
    assert main(["status", wrong.name]) == 1
    said = capsys.readouterr().out
    assert "1 mistake" in said
    assert "cop validate wrong.yaml" in said


def test_a_file_that_is_no_plan_is_told_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is no progress to show."""
    (tmp_path / "empty.yaml").write_text("")
    assert main(["status", "empty.yaml"]) == 1
    assert "COP103" in capsys.readouterr().err


def test_a_title_cannot_steer_the_terminal(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is shown, not sent."""
    plan.write_text('schema_version: 2\ntitle: "\\e[2J\\nnext line"\n', encoding="utf-8")
    assert main(["status", plan.name]) == 0
    assert "\x1b" not in capsys.readouterr().out

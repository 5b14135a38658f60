"""``cop new --no-input``: a plan from a file of answers, without questions, and never with less than before."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.cli.run import main
from cop_wizard.values import NONE_ON_PURPOSE, value_at
from cop_wizard.yamltext.document import read

ANSWERS = """\
title: Our Circle
purpose:
  focus: early numeracy
  why_now: none
membership:
  roster:
    - name: Amina Yusuf
      level: core
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder with a file of answers."""
    monkeypatch.chdir(tmp_path)
    Path("answers.yaml").write_text(ANSWERS, encoding="utf-8")


def fill(*more: str) -> int:
    """Run the command on ``plan.yaml``."""
    return main(["new", "plan.yaml", "--no-input", *more])


def test_answers_fill_a_new_plan_and_gaps_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2 while required questions are open; the plan is written all the same."""
    assert fill("--answers", "answers.yaml") == 2
    data = read(Path("plan.yaml").read_text(encoding="utf-8")).data
    assert value_at(data, ("purpose", "focus")) == "early numeracy"
    assert value_at(data, ("purpose", "why_now")) is NONE_ON_PURPOSE
    assert value_at(data, ("membership", "roster", 0, "level")) == "core"
    told = capsys.readouterr().err
    assert "purpose.audience: Who is the community for?" in told
    assert "purpose.focus:" not in told


def test_a_plan_with_all_required_answers_ends_well() -> None:
    """Code 0, and the preset of the planning tool counts as an answer."""
    example = Path(__file__).parents[2] / "examples/valid/one-page.yaml"
    assert fill("--answers", str(example)) == 0
    assert value_at(read(Path("plan.yaml").read_text(encoding="utf-8")).data, ("guide",)) == "planning-tool"


def test_a_preset_is_written_for_the_planning_tool() -> None:
    """The audience is filled in beforehand."""
    fill("--guide", "planning-tool")
    data = read(Path("plan.yaml").read_text(encoding="utf-8")).data
    assert value_at(data, ("purpose", "audience")) == "system education leaders"


def test_an_existing_plan_keeps_its_answers_and_its_comments(capsys: pytest.CaptureFixture[str]) -> None:
    """What is there stays; what differs is named; blanks are filled."""
    Path("plan.yaml").write_text(
        "schema_version: 2\n# ours\ntitle: The old name\nmembership:\n  roster:\n    - name: Ben\n    - name: Cho\n",
        encoding="utf-8",
    )
    fill("--answers", "answers.yaml", "--title", "A third name")
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert "# ours\ntitle: The old name\n" in text
    assert "    - name: Ben\n    - name: Cho\n" in text
    assert "focus: early numeracy\n" in text
    told = capsys.readouterr().err
    assert "title" in told
    assert "membership.roster" in told


def test_filling_twice_changes_nothing() -> None:
    """The second run finds everything answered."""
    fill("--answers", "answers.yaml")
    before = Path("plan.yaml").read_bytes()
    fill("--answers", "answers.yaml")
    assert Path("plan.yaml").read_bytes() == before


def test_broken_answers_are_refused_with_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Code 1, and no plan is written."""
    Path("answers.yaml").write_text("purpose:\n  fokus: x\n", encoding="utf-8")
    assert fill("--answers", "answers.yaml") == 1
    assert "answers.yaml:2:3" in capsys.readouterr().err
    assert not Path("plan.yaml").exists()


def test_another_guide_for_an_existing_plan_is_wrong_use() -> None:
    """Code 2, with nothing changed."""
    fill("--guide", "planning-tool")
    before = Path("plan.yaml").read_bytes()
    assert fill("--guide", "cass") == 2
    assert Path("plan.yaml").read_bytes() == before


def test_a_missing_file_of_answers_is_told() -> None:
    """Code 3."""
    assert fill("--answers", "nowhere.yaml") == 3
    assert not Path("plan.yaml").exists()

"""``cop log --answers``, ``cop reflect --show`` and the life of a community in ``cop status``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Cop

PLAN = """\
# ours
schema_version: 2
guide: cass
title: Numbers
membership:
  roster:
    - name: Ana Ruiz
      level: core
    - name: Ben Okafor
launch:
  first_meeting: 2026-06-03
collaborative_plan:
  meetings:
    - date: 2026-08-26
      topics: First interviews
    - date: 2026-09-30
      topics: Second interviews
"""

LOG = """\
attended: [Ana Ruiz]
record: We listened.
decisions:
  - All schools do it
  - {what: We buy counters, passed: no}
todo:
  - note: Send the sheet
    owner: Ana Ruiz
    by: 2026-08-30
repertoire: [The sheet]
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    Path("log.yaml").write_text(LOG, encoding="utf-8")
    return path


def test_a_log_comes_from_a_file(cop: Cop, plan: Path) -> None:
    assert cop("log", "plan.yaml", "2026-08-26", "--answers", "log.yaml").code == 0
    text = plan.read_text(encoding="utf-8")
    for line in ("status: held", "- Ana Ruiz", "record: We listened.", "- what: All schools do it", "passed: no"):
        assert line in text
    assert "- what: The sheet" in text
    assert text.startswith("# ours\n")
    assert cop("log", "plan.yaml", "26 August", "--answers", "log.yaml").code == 0
    assert plan.read_text(encoding="utf-8") == text  # nothing is doubled
    assert cop("validate", "plan.yaml").code == 0


def test_a_meeting_that_only_the_launch_names_is_written_down(cop: Cop, plan: Path) -> None:
    assert cop("log", "plan.yaml", "2026-06-03", "--answers", "log.yaml").code == 0
    assert "- date: 2026-06-03" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["log", "plan.yaml", "--answers", "log.yaml"], "Which meeting is it?", 2),
        (["log", "plan.yaml", "2026-01-01", "--answers", "log.yaml"], "There is no meeting “2026-01-01”.", 2),
        (["log", "plan.yaml", "1", "--answers", "wrong.yaml"], "wrong.yaml:1:1", 1),
        (["log", "plan.yaml", "1", "--answers", "missing.yaml"], "There is no file", 3),
        (["log", "plan.yaml", "1"], "There is no terminal", 2),
        (["reflect", "--show"], "There is no file", 3),
        (["reflect", "wrong.yaml", "--show"], "has problems", 1),
    ],
)
def test_what_cannot_be_done_is_told(cop: Cop, plan: Path, words: list[str], said: str, code: int) -> None:
    Path("wrong.yaml").write_text("colour: red\n")
    done = cop(*words)
    assert said in " ".join(done.err.split())
    assert done.code == code
    assert plan.read_text(encoding="utf-8") == PLAN


def test_the_life_of_a_community_is_told_to_programs_as_well(cop: Cop, plan: Path) -> None:
    assert cop("log", "plan.yaml", "2026-08-26", "--answers", "log.yaml").code == 0
    life = json.loads(cop("status", "plan.yaml", "--json").out)["life"]
    assert life["next_meeting"] == {"date": "2026-09-30", "in_days": 29, "topics": "Second interviews"}
    assert life["not_written_down"] == ["2026-06-03"]
    assert life["attendance"] == [{"date": "2026-08-26", "came": 1}]
    assert [(one["note"], one["late"]) for one in life["to_do"]] == [("Send the sheet", True)]
    said = " ".join(cop("status", "plan.yaml").out.split())
    assert "Send the sheet (Ana Ruiz, by Sunday 30 August 2026, late)" in said
    assert "Next meeting Wednesday 30 September 2026: Second interviews" in said


@pytest.mark.usefixtures("plan")
def test_a_plan_with_mistakes_has_no_life_yet(cop: Cop) -> None:
    Path("broken.yaml").write_text(PLAN + "colour: red\n")
    assert json.loads(cop("status", "broken.yaml", "--json").out)["life"] is None


@pytest.mark.usefixtures("plan")
def test_ones_own_reflections_are_shown(cop: Cop) -> None:
    Path("mine.yaml").write_text("community: Us\nreflections:\n  - on: 2026-08-26\n    learned: They count on.\n")
    done = cop("reflect", "mine.yaml", "--show")
    assert done.code == 0
    assert "New learning: They count on." in done.out

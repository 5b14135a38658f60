"""``cop validate``: what is told, in which form, what is put right, and what settings do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.conftest import GOOD, Cop

SLIPS = "schema_version: 2\ntitle: Ours\npurpose:\n  focsu: reading   # our own\nlaunch:\n  first_meeting: 15/09/2026\n"
UNWISE = "schema_version: 2\ntitle: Ours\nmembership:\n  size:\n    minimum: 9\n    maximum: 5\n"


def test_select_and_ignore_choose_among_advice_and_gaps(cop: Cop, tmp_path: Path) -> None:
    """By whole codes and by their beginnings; several at once, in either case."""
    (tmp_path / "plan.yaml").write_text(UNWISE, encoding="utf-8")
    assert "COP414" in cop("validate").out
    assert "COP414" not in cop("validate", "--ignore", "cop414,COP3").out
    only = cop("validate", "--select", "COP4").out
    assert "COP414" in only
    assert "COP301" not in only


def test_mistakes_are_told_whatever_is_selected(cop: Cop, wrong: Path) -> None:
    """A plan is not right because nobody wants to hear."""
    done = cop("validate", "wrong.yaml", "--select", "COP414", "--ignore", "COP206")
    assert done.code == 1
    assert "COP206" in done.out


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_no_check_has_is_wrong_use(cop: Cop, plan: Path, option: str) -> None:
    """Told with the way to the list."""
    done = cop("validate", option, "COP999")
    assert done.code == 2
    assert "There is no check called `COP999`." in done.err
    assert "cop explain" in done.err


def test_strict_makes_advice_count(cop: Cop, tmp_path: Path) -> None:
    """And what is left out does not count."""
    (tmp_path / "plan.yaml").write_text(UNWISE, encoding="utf-8")
    assert cop("validate", "--select", "COP4").code == 0
    assert cop("validate", "--select", "COP4", "--strict").code == 1
    assert cop("validate", "--select", "COP5", "--strict").code == 0


def test_json_is_one_whole_object_on_stdout(cop: Cop, plan: Path, wrong: Path) -> None:
    """Also where one of the files cannot be read."""
    done = cop("validate", "plan.yaml", "wrong.yaml", "missing.yaml", "--format", "json")
    told = json.loads(done.out)
    assert [Path(one["path"]).name for one in told["files"]] == ["plan.yaml", "wrong.yaml"]
    assert done.code == 3
    assert "missing.yaml" in done.err


def test_json_is_whole_even_if_nothing_could_be_read(cop: Cop) -> None:
    """The code says 3, and the object holds no files."""
    done = cop("validate", "missing.yaml", "--format", "json")
    assert (done.code, json.loads(done.out)["files"]) == (3, [])


def test_a_form_that_does_not_exist_is_wrong_use(cop: Cop, plan: Path) -> None:
    """The ones there are are named."""
    done = cop("validate", "--format", "xml")
    assert done.code == 2
    assert "text, json, github" in done.err


def test_fix_corrects_slips_and_shows_what_it_did(cop: Cop, tmp_path: Path) -> None:
    """As a diff on stdout; the version before is kept, comments and all else stay."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(SLIPS, encoding="utf-8")
    done = cop("validate", "--fix")
    assert done.code == 0
    assert plan.read_text(encoding="utf-8") == SLIPS.replace("focsu", "focus").replace("15/09/2026", "2026-09-15")
    assert "-   focsu: reading   # our own\n+   focus: reading   # our own\n" in done.out
    assert done.out.startswith("plan.yaml:3:\n")
    assert "2 slips corrected. The text before is in plan.yaml.bak." in done.err
    assert (tmp_path / "plan.yaml.bak").read_text(encoding="utf-8") == SLIPS


def test_dry_run_shows_and_changes_nothing(cop: Cop, tmp_path: Path) -> None:
    """The report is about the plan as it still is."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(SLIPS, encoding="utf-8")
    done = cop("validate", "--fix", "--dry-run")
    assert done.code == 1
    assert "+   focus: reading" in done.out
    assert "COP201" in done.out
    assert done.out.count("This would be corrected.") == 2
    assert "2 mistakes" not in done.err
    assert "Did you mean" not in done.out
    assert plan.read_text(encoding="utf-8") == SLIPS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.yaml"]


def test_with_nothing_to_correct_nothing_is_written(cop: Cop, plan: Path, tmp_path: Path) -> None:
    """No backup either."""
    done = cop("validate", "--fix")
    assert "nothing to correct" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_the_diff_stays_out_of_the_way_of_programs(cop: Cop, tmp_path: Path) -> None:
    """With --format json stdout is the report alone."""
    (tmp_path / "plan.yaml").write_text(SLIPS, encoding="utf-8")
    done = cop("validate", "--fix", "--format", "json")
    assert json.loads(done.out)["summary"]["error"] == 0
    assert "+   focus: reading" in done.err


@pytest.mark.parametrize("words", [("--dry-run",), ("--watch", "--fix")])
def test_options_that_do_not_go_together_are_wrong_use(cop: Cop, plan: Path, words: tuple[str, ...]) -> None:
    """Told before anything is done."""
    assert cop("validate", *words).code == 2


# --- settings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cop.toml", 'ignore = ["COP414"]\nselect = ["cop4"]\nstrict = true\n'),
        (
            "pyproject.toml",
            '[project]\nname = "x"\n[tool.cop]\nignore = ["COP414"]\nselect = ["COP4"]\nstrict = true\n',
        ),
    ],
)
def test_settings_hold_for_plans_below_their_folder(cop: Cop, tmp_path: Path, name: str, text: str) -> None:
    """The nearest file counts; the command line adds to what is ignored."""
    folder = tmp_path / "a/b"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(UNWISE, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = cop("validate", "a/b/plan.yaml")
    assert done.code == 0
    assert "COP414" not in done.out
    (folder / "cop.toml").write_text("strict = true\n", encoding="utf-8")
    done = cop("validate", "a/b/plan.yaml")
    assert done.code == 1
    assert "COP414" in done.out


def test_a_pyproject_of_somebody_else_is_passed_by(cop: Cop, plan: Path, tmp_path: Path) -> None:
    """Even one that is broken: it is none of our business."""
    (tmp_path / "pyproject.toml").write_text('[tool.other]\nx = "\n', encoding="utf-8")
    assert cop("validate").code == 0


@pytest.mark.parametrize(
    ("text", "place", "code", "hint"),
    [
        ("strict = treu\n", "cop.toml:1:10:", "COP120", "Each is a line like"),
        ('ignore = ["COP414"\n', "cop.toml:1:19:", "COP120", "Each is a line like"),
        ("# ours\nignroe = []\n", "cop.toml:2:1:", "COP121", "Did you mean `ignore`?"),
        ("colour = 1\n", "cop.toml:1:1:", "COP121", "There are: select, ignore, strict, templates, reference"),
        ('strict = "yes"\n', "cop.toml:1:1:", "COP122", "strict = true"),
        ('ignore = "COP414"\n', "cop.toml:1:1:", "COP122", 'ignore = ["COP410", "COP6"]'),
        ('ignore = ["COP414", "COP999"]\n', "cop.toml:1:22:", "COP122", "cop explain"),
        ('ignore = ["COP206"]\n', "cop.toml:1:12:", "COP122", "Take it out of the list."),
    ],
)
def test_broken_settings_are_told_like_a_broken_plan(
    cop: Cop, plan: Path, tmp_path: Path, text: str, place: str, code: str, hint: str
) -> None:
    """With file, line, column and what to do; once, however many plans there are."""
    (tmp_path / "cop.toml").write_text(text, encoding="utf-8")
    (tmp_path / "second.yaml").write_text(GOOD, encoding="utf-8")
    done = cop("validate", "plan.yaml", "second.yaml")
    assert done.code == 1
    assert done.err.count(place) == 1
    assert f"[{code}]" in done.err
    assert hint in done.err


def test_a_number_too_long_to_read_in_the_settings_is_told(cop: Cop, plan: Path, tmp_path: Path) -> None:
    """Python refuses it in words of its own."""
    (tmp_path / "cop.toml").write_text("strict = " + "1" * 5000 + "\n", encoding="utf-8")
    done = cop("validate")
    assert (done.code, "[COP120]" in done.err) == (1, True)


def test_settings_that_cannot_be_read_are_not_passed_by(cop: Cop, plan: Path, tmp_path: Path) -> None:
    """A folder of that name: what was settled there may have been strict."""
    (tmp_path / "cop.toml").mkdir()
    done = cop("validate")
    assert done.code == 3
    assert "cop.toml" in done.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to the superuser")
@pytest.mark.parametrize("named", [("closed.yaml", "plan.yaml"), (".",)])
def test_a_plan_that_may_not_be_read_does_not_hide_the_others(
    cop: Cop, plan: Path, tmp_path: Path, named: tuple[str, ...]
) -> None:
    """It is told, with code 3, by name or in a folder."""
    (tmp_path / "closed.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "closed.yaml").chmod(0)
    done = cop("validate", *named)
    assert done.code == 3
    assert "closed.yaml" in done.err
    assert "Answered so far" in done.out


def test_a_schema_does_not_replace_somebody_elses_file(cop: Cop, tmp_path: Path) -> None:
    """Only one that says it is a schema."""
    mine = tmp_path / "other.json"
    mine.write_text('{"mine": 1}', encoding="utf-8")
    assert cop("schema", "-o", "other.json").code == 3
    assert mine.read_text(encoding="utf-8") == '{"mine": 1}'
    assert cop("schema", "-o", "plan.schema.json").code == 0
    assert cop("schema", "-o", "plan.schema.json").code == 0

"""``cop review`` beside the interview: sheets, files of many people, bringing them together, comparing."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from cli.conftest import Cop

PLAN = """\
schema_version: 2
guide: cass
title: Numbers
membership:
  roster:
    - name: Ana Ruiz
    - name: Ben Okafor
"""

ANSWERS = """\
reviews:
  - instrument: six-elements
    on: 2026-11-{day}
    by: {by}
    ratings:
      - item: identity
        level: {level}
{more}"""

STEP = "        next_step: Ask the schools\n        owner: Ana Ruiz\n"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def _answer(name: str, by: str, level: str, day: int = 20, more: str = "") -> Path:
    path = Path(f"plan-six-elements-{name}.yaml")
    path.write_text(ANSWERS.format(by=by, level=level, day=day, more=more), encoding="utf-8")
    return path


@pytest.mark.usefixtures("plan")
def test_what_many_answered_is_counted_and_written(cop: Cop) -> None:
    _answer("ana", "Ana Ruiz", "not_yet", more=STEP)
    _answer("ben", "Ben Okafor", "as_a_rule", day=22)
    _answer("1", "anonymous", "not_yet")
    _answer("2", "anonymous", "not_yet")  # two may answer alike
    looked = cop("review", "plan.yaml", "--gather", "--dry-run")
    assert looked.code == 0
    assert "Not yet 3, As a rule 1" in looked.out
    assert "reviews" not in Path("plan.yaml").read_text(encoding="utf-8")
    assert cop("review", "plan.yaml", "--gather", "--yes").code == 0
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert text.count("instrument: six-elements") == 4
    assert "note: Ask the schools" in text
    assert "All of these answers are in the plan already." in cop("review", "plan.yaml", "--gather", "--yes").err
    assert cop("validate", "plan.yaml").code == 0
    compared = cop("review", "plan.yaml", "--compare")
    assert compared.code == 0
    assert "Not yet (from not yet to as a rule)" in " ".join(compared.out.split())
    assert "4 answers" in compared.out


@pytest.mark.usefixtures("plan")
def test_a_later_look_is_compared_with_the_one_before(cop: Cop) -> None:
    for month, level in (("2026-03-01", "not_yet"), ("2026-11-20", "in_places")):
        Path("one.yaml").write_text(ANSWERS.format(by="Ana", level=level, day=1, more="").replace("2026-11-1", month))
        assert cop("review", "plan.yaml", "--gather", "one.yaml", "--yes").code == 0
    said = " ".join(cop("review", "plan.yaml", "six-elements", "--compare").out.split())
    assert "In places, was not yet" in said
    assert "Better than last time Identity (Positionality)" in said
    (look,) = json.loads(cop("review", "plan.yaml", "--compare", "--json").out)
    assert (look["on"], look["before"], look["answers"]) == ("2026-11-20", "2026-03-01", 1)
    (item,) = [one for one in look["items"] if one["item"] == "identity"]
    assert (item["level"], item["mean"], item["mean_before"], item["course"]) == ("in_places", 0.5, 0.0, "better")


@pytest.mark.usefixtures("plan")
def test_a_sheet_comes_back_filled_in(cop: Cop) -> None:
    assert cop("review", "plan.yaml", "six-elements", "--sheet").code == 0
    sheet = Path("plan-six-elements-sheet.csv")
    rows = list(csv.reader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    rows[6][2], rows[-1][1] = "As a rule", "Ben Okafor"
    with Path("plan-six-elements-ben.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    done = cop("review", "plan.yaml", "--gather", "plan-six-elements-ben.csv", "--yes")
    assert done.code == 0
    assert "by: Ben Okafor" in Path("plan.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("plan")
def test_what_was_not_understood_is_shown(cop: Cop) -> None:
    Path("forms.csv").write_text("Name,Participation,Biscuit\nAna,As a rule,Oreo\nBen,sometimes,Oreo\n")
    done = cop("review", "plan.yaml", "six-elements", "--gather", "forms.csv", "--yes")
    assert done.code == 0
    assert "Not understood in forms.csv (heading): Biscuit" in done.err
    assert "Not understood in forms.csv (line 3): Participation: sometimes" in done.err


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--sheet"], "Which instrument?", 2),
        (["six-element", "--sheet"], "Did you mean `six-elements`?", 2),
        (["six-elements", "disorders"], "One way to look at a time.", 2),
        (["--compare"], "Nobody has looked at this community yet.", 1),
        (["six-elements", "--compare"], "Nobody has looked with this yet.", 1),
        (["--gather"], "No answers were found.", 1),
        (["--gather", "missing.yaml"], "There is no file", 3),
        (["--gather", "broken.yaml"], "cannot be read yet", 1),
        (["--gather", "strange.csv"], "No question of", 3),
        (["--gather", "fine.yaml"], "Add --yes", 2),
    ],
)
@pytest.mark.usefixtures("plan")
def test_what_cannot_be_done_is_told(cop: Cop, words: list[str], said: str, code: int) -> None:
    Path("broken.yaml").write_text("reviews:\n  - instrument: six-elements\n    colour: red\n")
    Path("strange.csv").write_text("Colour,Size\nred,5\n")
    Path("fine.yaml").write_text(ANSWERS.format(by="Ana", level="not_yet", day=20, more=""))
    before = Path("plan.yaml").read_bytes()
    done = cop("review", "plan.yaml", *words)
    assert said in " ".join(f"{done.out} {done.err}".split())
    assert done.code == code
    assert Path("plan.yaml").read_bytes() == before


@pytest.mark.usefixtures("plan")
def test_what_needs_another_option_says_so(cop: Cop) -> None:
    assert "--compare" in cop("review", "plan.yaml", "--json").err
    refused = cop("edit", "plan.yaml", "reviews", "--plain")
    assert refused.code == 2
    assert "cop review plan.yaml" in refused.err


@pytest.mark.usefixtures("plan")
def test_a_sheet_can_be_a_paper(cop: Cop) -> None:
    assert cop("review", "plan.yaml", "six-elements", "--sheet", "-o", "form.md").code == 0
    words = Path("form.md").read_text(encoding="utf-8")
    assert "Joint Enterprise" in words
    assert "As a rule" in words
    assert "csv, html, md, docx, pdf" in cop("review", "plan.yaml", "six-elements", "--sheet", "-o", "form.txt").err
    assert cop("review", "plan.yaml", "-o", "form.md").code == 2

"""``cop review`` beside the interview: sheets, files of many people, bringing them together, comparing."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Cop
from cop_wizard.values import value_at
from cop_wizard.yamltext.document import read

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


def _reviews() -> list[dict[str, str]]:
    data = read(Path("plan.yaml").read_text(encoding="utf-8")).data
    reviews: Any = value_at(data, ("reviews",))
    return list(reviews)


@pytest.mark.usefixtures("plan")
def test_who_goes_on_answering_is_one_person_still(cop: Cop) -> None:
    more = "      - item: participation\n        level: not_yet\n"
    for name, by in (("ana", "Ana Ruiz"), ("1", "anonymous")):
        _answer(name, by, "not_yet")
    assert cop("review", "plan.yaml", "--gather", "--yes").code == 0
    for name, by in (("ana", "Ana Ruiz"), ("1", "anonymous")):
        _answer(name, by, "not_yet", more=more)
    told = cop("review", "plan.yaml", "--gather", "--yes")
    assert "plan-six-elements-ana.yaml: Ana Ruiz" in told.err
    assert [(one["by"], len(one["ratings"])) for one in _reviews()] == [("Ana Ruiz", 2), ("anonymous", 2)]


@pytest.mark.usefixtures("plan")
def test_a_sheet_that_is_gathered_again_on_another_day_is_no_new_look(cop: Cop) -> None:
    sheet = "What,Question,How far,What shows it\nIdentity (Positionality),q,Not yet,x\n"
    Path("ben.csv").write_text(sheet + "Your name (leave it blank to stay unnamed),Ben Okafor,,\n", encoding="utf-8")
    for day in ("1788220800", "1788393600"):
        assert cop("review", "plan.yaml", "--gather", "ben.csv", "--yes", SOURCE_DATE_EPOCH=day).code == 0
    assert len(_reviews()) == 1


@pytest.mark.parametrize(
    ("level", "instrument", "code"),
    [("superb", "six-elements", "COP232"), ("not_yet", "seven-elements", "COP233"), ("not_yet", "../x.yaml", "COP233")],
)
@pytest.mark.usefixtures("plan")
def test_answers_that_no_plan_could_hold_are_not_brought_in(cop: Cop, level: str, instrument: str, code: str) -> None:
    _answer("ana", "Ana Ruiz", level)
    path = Path("plan-six-elements-ana.yaml")
    path.write_text(path.read_text().replace("instrument: six-elements", f"instrument: {instrument}"))
    refused = cop("review", "plan.yaml", "--gather", str(path), "--yes")
    assert refused.code == 1
    assert code in refused.err
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.usefixtures("plan")
def test_what_a_table_says_and_cop_cannot_read_is_told(cop: Cop) -> None:
    headings = "What,Question,How far,What shows it,Next step,Who,By when\n"
    rows = (
        "Joint Enterprise,q,Not yet,x,do it,Bo,31/31/2026\n"
        "Participation,q,Not yet; In places,x,none,,\n"
        "Identity (Positionality),q,As a rule,x,do that,Bo,15/12/2026\n"
    )
    Path("ben.csv").write_text(headings + rows, encoding="utf-8")
    told = cop("review", "plan.yaml", "--gather", "ben.csv", "--yes")
    assert told.code == 0
    assert "Joint Enterprise: 31/31/2026" in told.err
    assert "Participation: Not yet; In places" in told.err
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert "by: 2026-12-15" in text
    assert "note: none" not in text


@pytest.mark.usefixtures("plan")
def test_a_review_without_answers_is_left_out(cop: Cop) -> None:
    Path("a.yaml").write_text("reviews:\n  - instrument: six-elements\n    on: 2026-11-20\n", encoding="utf-8")
    told = cop("review", "plan.yaml", "--gather", "a.yaml", "--yes")
    assert "Left out in a.yaml: 1 review without answers" in told.err
    assert told.code == 1


@pytest.mark.skipif(os.name != "posix", reason="links are made so on POSIX")
@pytest.mark.usefixtures("plan")
def test_a_link_in_a_circle_is_told(cop: Cop) -> None:
    for name in ("l.csv", "l.yaml"):
        Path(name).symlink_to(name)
    for words in (["--gather", "l.csv"], ["--instrument", "l.yaml", "--sheet"], ["--instrument", "l.yaml", "--plain"]):
        told = cop("review", "plan.yaml", *words)
        assert told.code == 3
        assert "leads in a circle" in told.err


@pytest.mark.usefixtures("plan")
def test_sheets_of_ones_own_instrument_come_back_as_it_says(cop: Cop) -> None:
    Path("our own.yaml").write_text("title: Us\nlevels: [Seldom, Often]\nitems:\n  - We laugh\n", encoding="utf-8")
    made = cop("review", "plan.yaml", "our own.yaml", "--sheet")
    assert "review plan.yaml 'our own.yaml' --gather FILES" in " ".join(made.err.split())
    (sheet,) = Path().glob("*.csv")
    sheet.write_text(sheet.read_text(encoding="utf-8-sig").replace(",,", ",Often,", 1), encoding="utf-8")
    for words in (["our own.yaml", "--gather", str(sheet)], ["--gather", str(sheet)]):
        assert "Often 1" in cop("review", "plan.yaml", *words, "--dry-run").out
    assert cop("render", "--blank", "--guide", "our own.yaml", "--format", "md", "-o", "-").code == 0


@pytest.mark.usefixtures("plan")
def test_an_own_instrument_that_is_lost_or_broken_blocks_nothing(cop: Cop) -> None:
    review = "reviews:\n  - instrument: own.yaml\n    on: 2026-06-01\n    ratings: [{item: we_laugh, level: gone}]\n"
    Path("plan.yaml").write_text(PLAN + review, encoding="utf-8")
    for own in (None, "title: Us\nlevels: [Seldom, Often]\nitems: [We laugh]\n", "title: ["):
        if own:
            Path("own.yaml").write_text(own, encoding="utf-8")
        assert cop("validate", "plan.yaml").code == 0
        assert cop("status", "plan.yaml").code == 0
        compared = cop("review", "plan.yaml", "--compare")
        if own is None or own == "title: [":
            assert "Reviews by own.yaml are not shown" in compared.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--yes"], "--yes goes with --gather."),
        (["--gather", "--compare"], "--gather, --compare do not go together."),
        (["--as", "Ana", "--anonymous"], "--as, --anonymous do not go together."),
        (["--as", " ", "six-elements"], "This is no name."),
    ],
)
@pytest.mark.usefixtures("plan")
def test_options_that_mean_nothing_together_are_refused(cop: Cop, words: list[str], told: str) -> None:
    refused = cop("review", "plan.yaml", *words, "--plain")
    assert refused.code == 2
    assert told in refused.err


@pytest.mark.usefixtures("plan")
def test_the_name_of_an_instrument_alone_is_enough(cop: Cop) -> None:
    assert cop("review", "six-elements", "--sheet", "-o", "a.md").code == 0
    assert Path("a.md").exists()

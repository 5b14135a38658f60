"""Plans of version 1 of the form: they load as they are, and are brought up to date without losing anything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import check
from cop_wizard.cli.run import main
from cop_wizard.diagnostic import Severity
from cop_wizard.migrate import operations, read_plan
from cop_wizard.plan.choices import Status
from cop_wizard.plan.plan import SCHEMA_VERSION
from cop_wizard.wizard.planfile import PlanFile
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Put, apply

OLD = """\
# Written in the old days
schema_version: 1  # the first form
guide: cass
title: Bridge Builders
membership:
  roster:
    # our founder
    - name: Amina Yusuf
      status: joined   # since the beginning
    - {name: Devi Ramsaran, status: left, note: joined}
    - name: Tomás Herrera
      status: invited
    - name: Someone
      status: misspelt
"""
NEW = """\
# Written in the old days
schema_version: 2  # the first form
guide: cass
title: Bridge Builders
membership:
  roster:
    # our founder
    - name: Amina Yusuf
      status: member   # since the beginning
    - {name: Devi Ramsaran, status: alumni, note: joined}
    - name: Tomás Herrera
      status: invited
    - name: Someone
      status: misspelt
"""
RIGHT = OLD.replace("misspelt", "declined")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("plan.yaml")
    path.write_text(OLD, encoding="utf-8")
    return path


def test_an_old_plan_loads() -> None:
    """Its people have the status that is called otherwise today."""
    reading = read_plan(RIGHT)
    assert reading.model is not None
    assert isinstance(reading.model.membership.roster, list)
    status = [person.status for person in reading.model.membership.roster]
    assert status == [Status.MEMBER, Status.ALUMNI, Status.INVITED, Status.DECLINED]


def test_findings_stand_where_they_are_in_the_old_file() -> None:
    """Only what is wrong is told, in its line, and a note that the form is an earlier one."""
    report = check(OLD, Path("plan.yaml"), dt.date(2026, 9, 1))
    (mistake,) = report.errors
    assert mistake.span
    assert (mistake.code, mistake.span.start.line) == ("COP206", 14)
    (note,) = [found for found in report.findings if found.code == "COP231"]
    assert note.severity is Severity.NOTE
    assert note.span
    assert note.span.start.line == 2


def test_an_old_plan_is_brought_up_to_date(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Comments, order and everything else stay; what it was before is kept beside it."""
    assert main(["migrate", "plan.yaml"]) == 0
    assert plan.read_text(encoding="utf-8") == NEW
    assert Path("plan.yaml.bak").read_text(encoding="utf-8") == OLD
    said = capsys.readouterr()
    assert "-       status: joined" in said.out
    assert "+       status: member" in said.out
    assert "plan.yaml.bak" in said.err


def test_a_dry_run_shows_and_changes_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same lines as the change itself."""
    assert main(["migrate", "plan.yaml", "--dry-run"]) == 0
    assert plan.read_text(encoding="utf-8") == OLD
    assert not Path("plan.yaml.bak").exists()
    said = capsys.readouterr()
    assert "+       status: member" in said.out
    assert "3 lines would change" in said.err


def test_a_plan_of_today_stays_as_it_is(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    plan.write_text(NEW, encoding="utf-8")
    before = plan.stat()
    assert main(["migrate", "plan.yaml"]) == 0
    assert plan.stat() == before
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((f"schema_version: {version}\ntitle: Ours\n", 1) for version in ("none", "", "[1]", "'1.0'")),
        ("title: Ours\n", 1),
        ("schema_version: 99\n", 1),
        ("schema_version: 1\ntitle: a: b\n", 1),
        ("", 1),
    ],
)
def test_what_cannot_be_brought_up_to_date_is_told_and_left_alone(plan: Path, text: str, code: int) -> None:
    """A file without a version, of a newer one, with broken syntax, or empty."""
    plan.write_text(text, encoding="utf-8")
    assert main(["migrate", "plan.yaml"]) == code
    assert plan.read_text(encoding="utf-8") == text


def test_one_plan_that_cannot_be_read_does_not_hide_the_others(plan: Path) -> None:
    """All plans of a folder are brought up to date."""
    Path("a.yaml").write_text("schema_version: 1\ntitle: a: b\n", encoding="utf-8")
    assert main(["migrate", "."]) == 1
    assert plan.read_text(encoding="utf-8") == NEW


def test_the_first_answer_saved_brings_an_old_plan_up_to_date(plan: Path) -> None:
    """The wizard sees today's form, and writes it together with the answer."""
    file = PlanFile.open(plan, mending=True)
    assert "member" in str(file.data)
    assert plan.read_text(encoding="utf-8") == OLD
    file.change([Put(("title",), "Bridges")])
    assert plan.read_text(encoding="utf-8") == NEW.replace("Bridge Builders", "Bridges")


def test_there_is_a_step_from_every_version() -> None:
    """A plan of any earlier version reaches today's."""
    for version in range(1, SCHEMA_VERSION):
        text = f"schema_version: {version}\n"
        assert apply(text, operations(read(text).data)) == f"schema_version: {SCHEMA_VERSION}\n"

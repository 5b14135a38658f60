"""Finding the plans behind files and folders."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.cli.plans import named, today
from cop_wizard.errors import WrongUse

PLAN = "schema_version: 2\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Plans among other files."""
    files = {
        "b.yaml": PLAN,
        "a/plan.yml": "# comment\n" + PLAN,
        "a/bom.yaml": "\ufeff" + PLAN,
        "a/quoted.yaml": '"schema_version": 1\n',
        "a/flow.yaml": "{schema_version: 2}\n",
        "a/guide.yaml": "title: Our guide\n",
        "a/nested.yaml": "x:\n  schema_version: 2\n",
        "a/notes.txt": PLAN,
        "a/plan.yaml.bak": PLAN,
        ".hidden/plan.yaml": PLAN,
        "a/.plan.yaml": PLAN,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a" / "latin.yaml").write_bytes(b"schema_version: 2\ntitle: caf\xe9\n")
    return tmp_path


def test_a_folder_means_the_plans_below_it(folder: Path) -> None:
    """YAML files whose top level says which version they are; also those that cannot be read, to say so."""
    found = [path.relative_to(folder).as_posix() for path in named([folder])]
    assert found == ["b.yaml", "a/bom.yaml", "a/flow.yaml", "a/latin.yaml", "a/plan.yml", "a/quoted.yaml"]


def test_each_plan_is_checked_once(folder: Path) -> None:
    """However often it is named."""
    assert list(named([folder / "b.yaml", folder / "b.yaml"])) == [folder / "b.yaml"]
    assert len(list(named([folder / "b.yaml", folder]))) == 6


def test_a_folder_without_plans_is_wrong_use(tmp_path: Path) -> None:
    """A check that checks nothing must not pass."""
    with pytest.raises(WrongUse, match="no plan"):
        list(named([tmp_path]))


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that output can be made again exactly."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")
    assert today() == dt.date(2026, 9, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert abs(today() - dt.date.today()) <= dt.timedelta(days=1)  # noqa: DTZ011  what the program itself asks

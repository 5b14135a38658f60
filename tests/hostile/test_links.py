"""What is written goes where the person said, and never through a link to somewhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import GOOD, no_screen  # noqa: F401  a fixture
from hostile.validating import run

SLIP = "schema_version: 2\nguide: cass\ntitle: Bridges\npurpose:\n  focus_kind: Interest\n  fokus: reading\n"
"""Mistakes that ``--fix`` corrects."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a person names, with a plan in it; something precious lies outside."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "precious").write_text(SLIP, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("plan.html", ["render", "plan.yaml"]),
        ("plan.html", ["render", "plan.yaml", "-o", "./"]),
        ("page.html", ["render", "plan.yaml", "-o", "page.html"]),
        ("plan.md", ["render", ".", "--format", "md", "-o", "../place/"]),
        ("schema.json", ["schema", "-o", "schema.json"]),
        ("new.yaml", ["new", "new.yaml", "--no-input"]),
    ],
)
@pytest.mark.parametrize("far", ["precious", "not-there"])
def test_a_link_that_waits_there_is_not_followed(place: Path, link: str, words: list[str], far: str) -> None:
    """Whether it leads to a file or to nothing yet. It is told, or the link itself is replaced."""
    if words[0] == "new" and far == "precious":
        pytest.skip("then it is a plan of that name, which the person means to go on with")
    (place / link).symlink_to(place.parent / far)
    ended = run(*words)
    assert (place.parent / "precious").read_text(encoding="utf-8") == SLIP
    assert not (place.parent / "not-there").exists()
    assert ended.code == 3 or not (place / link).is_symlink(), ended
    assert ended.err


def test_corrections_in_a_folder_do_not_reach_out_of_it(place: Path) -> None:
    """A clone can hold a link to any file of its reader; only a plan that is named itself may be one."""
    (place / "link.yaml").symlink_to(place.parent / "precious")
    run("validate", "--fix", ".")
    assert (place.parent / "precious").read_text(encoding="utf-8") == SLIP


def test_a_copy_does_not_follow_a_link(place: Path) -> None:
    """The copy that is kept of the version before the session."""
    (place / "plan.yaml.bak").symlink_to(place.parent / "precious")
    run("new", "plan.yaml", "--no-input", "--title", "Bridges")
    (place / "plan.yaml").write_text(SLIP, encoding="utf-8")
    run("validate", "--fix", "plan.yaml")
    assert (place.parent / "precious").read_text(encoding="utf-8") == SLIP


def test_a_guide_is_not_read_through_a_link_out_of_the_folder(place: Path) -> None:
    """The lines of a stranger's file must not turn up in a report."""
    (place / "guide.yaml").symlink_to(place.parent / "precious")
    (place / "plan.yaml").write_text(GOOD.replace("cass", "guide.yaml"), encoding="utf-8")
    ended = run("validate", "plan.yaml")
    assert ended.code == 1
    assert "fokus" not in ended.out + ended.err

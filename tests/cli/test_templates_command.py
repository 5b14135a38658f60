"""``cop templates``: what can be made, and copies to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Cop
from cop_wizard.documents.register import DOCUMENTS
from cop_wizard.documents.templating.environment import built_in_templates


def test_every_document_is_listed_with_what_it_is_for(cop: Cop) -> None:
    done = cop("templates")
    assert done.code == 0
    for name, document in DOCUMENTS.items():
        assert name in done.out
        assert document.about in done.out
        assert all(form in done.out + done.err for form in document.formats)


def test_copies_are_like_what_they_replace(cop: Cop, tmp_path: Path) -> None:
    assert cop("templates", "charter", "--eject", "-o", "ours").code == 0
    copies = [path for path in (tmp_path / "ours").rglob("*") if path.is_file()]
    assert "charter/charter.md.j2" in [path.relative_to(tmp_path / "ours").as_posix() for path in copies]
    assert {path.relative_to(tmp_path / "ours").parts[0] for path in copies} == {"charter"}
    for path in copies:
        assert path.read_bytes() == (built_in_templates() / path.relative_to(tmp_path / "ours")).read_bytes()


def test_all_of_them_come_with_what_they_share(cop: Cop, tmp_path: Path) -> None:
    assert cop("templates", "--eject").code == 0
    assert (tmp_path / "templates/shared/base.css").is_file()
    assert (tmp_path / "templates/plan/plan.html.j2").is_file()


def test_what_somebody_changed_is_never_replaced(cop: Cop, tmp_path: Path) -> None:
    own = tmp_path / "templates/charter/charter.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("# Ours\n", encoding="utf-8")
    done = cop("templates", "--eject")
    assert done.code == 3
    assert "charter.md.j2" in done.err
    assert own.read_text(encoding="utf-8") == "# Ours\n"
    assert not (tmp_path / "templates/plan").exists()


def test_all_are_copied_or_none(cop: Cop, tmp_path: Path) -> None:
    """Where the folder of one cannot be made, the others would only be in the way of the next try."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/report").write_text("a file where a folder belongs", encoding="utf-8")
    assert cop("templates", "--eject").code == 3
    assert [path.name for path in (tmp_path / "templates").rglob("*") if path.is_file()] == ["report"]


@pytest.mark.parametrize(
    ("words", "said"),
    [(["poster"], "no document"), (["roster", "--eject"], "made without")],
)
def test_what_there_is_no_template_for_is_told(cop: Cop, words: list[str], said: str) -> None:
    done = cop("templates", *words)
    assert done.code == 2
    assert said in done.err


def test_a_template_that_no_document_uses_is_told_once(cop: Cop, plan: Path, tmp_path: Path) -> None:
    """A name that is nearly right would be passed by in silence; what another template names is in use."""
    assert cop("templates", "--eject", "charter").code == 0
    charter = tmp_path / "templates/charter"
    (charter / "charter.md.j2").write_text('{% include "charter/words.md.j2" %}\n', encoding="utf-8")
    (charter / "words.md.j2").write_text("# Ours\n", encoding="utf-8")
    (charter / "README.md").write_text("for us\n", encoding="utf-8")
    assert "No document" not in cop("render", "--document", "charter", "--templates", "templates").err
    (charter / "chater.md.j2").write_text("# Mistyped\n", encoding="utf-8")
    done = cop("render", "--format", "all", "--document", "charter", "-o", "out", "--templates", "templates")
    assert done.err.count("No document uses the template “templates/charter/chater.md.j2”.") == 1
    assert "Did you mean charter/charter.md.j2?" in done.err


def test_a_folder_in_which_all_names_are_wrong_is_told_what_is_meant(cop: Cop, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "ours/charter").mkdir(parents=True)
    (tmp_path / "ours/charter/chater.md.j2").write_text("# Mistyped\n", encoding="utf-8")
    done = cop("render", "--document", "charter", "--templates", "ours")
    assert done.code == 3
    assert "Did you mean charter/charter.md.j2?" in done.err
    assert "No document uses" not in done.err

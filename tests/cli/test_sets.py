"""The whole set of documents, and what one audience gets."""

from __future__ import annotations

import html
import os
import shutil
import zipfile
from functools import partial
from pathlib import Path

import pytest

from cli.conftest import Cop
from cop_wizard.documents.register import DOCUMENTS
from cop_wizard.documents.sharing import SHARED

EXAMPLE = Path(__file__).parents[2] / "examples/valid/early-numeracy.yaml"


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLE, tmp_path / "plan.yaml")
    return tmp_path / "plan.yaml"


@pytest.fixture
def cop(cop: Cop, tmp_path_factory: pytest.TempPathFactory) -> Cop:
    """The program without its extras: Word and PDF have tests of their own."""
    folder = tmp_path_factory.mktemp("without")
    for name in ("docx", "weasyprint"):
        (folder / f"{name}.py").write_text("raise ImportError\n", encoding="utf-8")
    return partial(cop, PYTHONPATH=str(folder))


def test_the_set_has_every_document_and_a_page_that_leads_to_it(cop: Cop, whole: Path) -> None:
    done = cop("render", "--format", "all", "-o", "papers")
    assert done.code == 0
    page = html.unescape(Path("papers/index.html").read_text(encoding="utf-8"))
    made = {path.name for path in Path("papers").iterdir()} - {"index.html"}
    assert {"plan.html", "plan-charter.md", "plan.ics", "plan-roster.csv"} <= made
    for name in made:
        assert f'href="./{name}"' in page
    for document in DOCUMENTS.values():
        assert document.about in page or "Not here yet" in page


def test_what_is_not_installed_is_said_once_with_the_command(cop: Cop, whole: Path) -> None:
    done = cop("render", "--format", "all", "-o", "papers")
    assert done.err.count('"cop-wizard[docx]"') == done.err.count('"cop-wizard[pdf]"') == 1
    assert not list(Path("papers").glob("*.pdf"))
    alone = cop("render", "--format", "pdf")
    assert alone.code == 3
    assert '-m pip install "cop-wizard[pdf]"' in alone.err


def test_one_document_in_all_its_formats(cop: Cop, whole: Path) -> None:
    assert cop("render", "--document", "charter", "--format", "all").code == 0
    made = {path.name for path in Path("plan-documents").iterdir()}
    assert made == {"index.html", "plan-charter.html", "plan-charter.md"}


def test_sets_of_several_plans_go_into_folders_of_their_own(cop: Cop, whole: Path) -> None:
    shutil.copy(whole, "other.yaml")
    assert cop("render", "plan.yaml", "other.yaml", "--format", "all", "-o", "papers").code == 0
    assert Path("papers/plan/index.html").is_file()
    assert Path("papers/other/other-charter.html").is_file()
    assert cop("render", "plan.yaml", "other.yaml", "--format", "all").code == 2
    assert cop("render", "--format", "all", "-o", "-").code == 2
    assert cop("render", "--format", "all", "-o", "plan.yaml").code == 2


def test_a_document_without_a_subject_is_listed_with_the_reason(cop: Cop, tmp_path: Path, whole: Path) -> None:
    whole.write_text("schema_version: 2\ntitle: New\n", encoding="utf-8")
    done = cop("render", "--format", "all", "-o", "papers")
    assert done.code == 0
    assert "Not made: calendar." in " ".join(done.err.split())
    assert "calendar" in Path("papers/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", list(SHARED))
def test_an_audience_gets_its_documents_and_a_message(cop: Cop, whole: Path, audience: str) -> None:
    done = cop("share", "--audience", audience)
    assert done.code == 0
    folder = Path(f"plan-for-{audience}")
    names = {path.name for path in folder.iterdir()}
    assert {"index.html", "message.txt", "plan.ics"} <= names
    message = (folder / "message.txt").read_text(encoding="utf-8")
    assert message in done.out
    assert "\\" not in message  # it is no Markdown
    for name in names - {"index.html", "message.txt"}:
        assert name in message


def test_an_archive_holds_the_same_and_is_the_same_again(cop: Cop, whole: Path) -> None:
    assert cop("share", "-o", "papers.zip").code == 0
    first = Path("papers.zip").read_bytes()
    with zipfile.ZipFile("papers.zip") as archive:
        assert archive.testzip() is None
        assert {"index.html", "plan.html", "plan.ics"} <= set(archive.namelist())
    assert Path("papers-message.txt").read_text(encoding="utf-8") in cop("share", "-o", "papers.zip").out
    assert Path("papers.zip").read_bytes() == first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--audience", "everybody"], "public, members, leaders"),
        (["--format", "odt"], "pdf, docx, html, md"),
        (["-o", "plan.yaml"], "ends in .zip"),
        (["-o", "-"], "ends in .zip"),
        (["-o", "folder.zip"], "“folder.zip” is a folder."),
        (["-o", "/"], "“/” is the top of the disk."),
        (["."], "One plan is shared at a time"),
    ],
)
def test_what_cannot_be_shared_so_is_told(cop: Cop, whole: Path, words: list[str], said: str) -> None:
    before = whole.read_bytes()
    Path("folder.zip").mkdir()
    done = cop("share", *words)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert whole.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--document", "charter", "--meeting", "2026-12-09"], "It is for: agenda."),
        (["--document", "plan", "--person", "Ana"], "It is for: invitation, reflection, sponsor-brief"),
        (["--format", "html", "--reference", "plan.yaml"], "for Word alone"),
        (["--paper", "a5"], "letter, a4"),
        (["--format", "docx", "-o", "plan.pdf"], "would hold docx"),
    ],
)
def test_an_option_that_means_nothing_here_is_told(cop: Cop, whole: Path, words: list[str], said: str) -> None:
    done = cop("render", *words)
    assert done.code == 2
    assert said in " ".join(done.err.split())


def test_a_guide_is_printed_with_room_to_write_without_a_plan(cop: Cop, tmp_path: Path) -> None:
    """And never over the page of a plan."""
    for words, name in (
        (["--guide", "cass"], "cass-worksheet.html"),
        (["--guide", "planning-tool", "--document", "one-page"], "planning-tool-one-page-blank.html"),
    ):
        assert cop("render", "--blank", *words).code == 0
        assert (tmp_path / name).is_file()
    assert cop("render", "--blank", "--format", "md").code == 0
    assert (tmp_path / "cass-worksheet.md").is_file()
    (tmp_path / "plan.yaml").write_text("schema_version: 2\ntitle: New\n", encoding="utf-8")
    assert cop("render", "--blank").code == 0
    assert {path.name for path in tmp_path.glob("plan[.-]*")} == {"plan.yaml", "plan-worksheet.html"}


def test_an_instrument_is_printed_to_be_filled_in(cop: Cop, tmp_path: Path) -> None:
    """No plan is needed for it."""
    assert cop("render", "--blank", "--guide", "disorders").code == 0
    assert "Egalitarianism" in (tmp_path / "disorders-worksheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--guide", "cass"], "Add --blank"),
        (["--blank", "--guide", "cas"], "Did you mean `cass`?"),
        (["--blank", "--document", "charter"], "These can: plan, one-page."),
        (["--blank", "--guide", "six-elements", "--document", "one-page"], "Leave out --document."),
    ],
)
def test_what_cannot_be_printed_blank_is_told(cop: Cop, whole: Path, words: list[str], said: str) -> None:
    done = cop("render", *words)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert {path.name for path in Path().iterdir()} == {"plan.yaml"}


def test_papers_about_one_of_several_have_names_of_their_own(cop: Cop, whole: Path) -> None:
    """The second does not take the place of the first."""
    for day in ("2026-12-09", "2027-01-20"):
        assert cop("render", "--meeting", day, "--format", "md").code == 0
        assert Path(f"plan-agenda-{day}.md").is_file()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["--meeting", "9 December"], "plan-agenda-2026-12-09.md"),
        (["--meeting", "4"], "plan-agenda-2026-12-09.md"),
        (["--document", "reflection", "--person", "Mrs Agecoutay"], "plan-reflection-priscilla-agecoutay.md"),
        (["--document", "reflection", "--person", "Rukmini"], "plan-reflection-rukmini-pillai.md"),
    ],
)
def test_a_paper_is_named_by_what_it_is_about_however_it_was_typed(
    cop: Cop, whole: Path, words: list[str], name: str
) -> None:
    assert cop("render", *words, "--format", "md").code == 0
    assert Path(name).is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "word"], "Did you mean `docx`?"),
        (["--blank", "--guide", "six-element"], "Did you mean `six-elements`?"),
    ],
)
def test_what_is_nearly_right_is_known(cop: Cop, whole: Path, words: list[str], said: str) -> None:
    done = cop("render", *words)
    assert done.code == 2
    assert said in done.err


def test_nothing_of_an_earlier_set_stays_for_other_readers(cop: Cop, whole: Path) -> None:
    """Leaders' papers in a folder that is then shared with the public; what somebody else put there stays."""
    assert cop("share", "--audience", "leaders", "--format", "md", "-o", "out").code == 0
    Path("out/photo.jpg").write_bytes(b"photo")
    Path("out/our-notes.md").write_text("ours", encoding="utf-8")
    assert Path("out/plan-roster.csv").is_file()
    killed, foreign = Path("out/.plan-roster.csv.4242-0123abcd.tmp"), Path("out/.photo.jpg.4242-0123abcd.tmp")
    killed.write_text("half of the roster", encoding="utf-8")
    foreign.write_text("somebody else's", encoding="utf-8")
    assert cop("share", "--audience", "public", "--format", "html", "-o", "out").code == 0
    left = {path.name for path in Path("out").iterdir()}
    assert {"photo.jpg", foreign.name, "our-notes.md", "index.html", "message.txt", "plan.html"} <= left
    assert not {"plan-roster.csv", killed.name, "plan.md", "plan-sponsor-brief.md"} & left


def test_papers_for_others_are_gone_before_the_first_of_a_new_set_is_written(cop: Cop, whole: Path) -> None:
    """So that a set whose making is broken off leaves none of them."""
    assert cop("share", "--audience", "leaders", "--format", "md", "-o", "out").code == 0
    Path("out/plan.md").unlink()
    Path("out/plan.md").mkdir()  # which no file can take the place of
    assert cop("share", "--audience", "public", "--format", "md", "-o", "out").code == 3
    assert "message.txt" not in {path.name for path in Path("out").iterdir()}
    assert not {"plan-roster.csv", "plan-sponsor-brief.md"} & {path.name for path in Path("out").iterdir()}
    Path("out/plan.md").rmdir()
    assert cop("share", "--audience", "public", "--format", "md", "-o", "out").code == 0


def test_a_document_that_somebody_has_worked_on_is_not_written_over(cop: Cop, whole: Path) -> None:
    assert cop("share", "--format", "md", "-o", "out").code == 0
    edited, later = Path("out/plan-charter.md"), Path("out/index.html").stat().st_mtime + 60
    edited.write_text("ours", encoding="utf-8")
    os.utime(edited, (later, later))
    done = cop("share", "--format", "md", "-o", "out")
    assert done.code == 3
    assert "was changed after it was made" in done.err
    assert edited.read_text(encoding="utf-8") == "ours"
    edited.unlink()
    assert cop("share", "--audience", "public", "--format", "md", "-o", "out").code == 0


@pytest.mark.parametrize(
    ("words", "precious"),
    [
        (["share", "-o", "site"], "site/index.html"),
        (["share", "-o", "site"], "site/message.txt"),
        (["share", "-o", "site"], "site/plan.ics"),
        (["share", "-o", "board.zip"], "board-message.txt"),
        (["share", "-o", "board.zip"], "board.zip"),
        (["render", "--format", "all", "-o", "site"], "site/index.html"),
        (["render", "-o", "cop.toml"], "cop.toml"),
    ],
)
def test_files_of_other_people_are_not_written_over(cop: Cop, whole: Path, words: list[str], precious: str) -> None:
    path = Path(precious)
    path.parent.mkdir(exist_ok=True)
    path.write_text("strict = false\n", encoding="utf-8")
    assert cop(*words).code == 3
    assert path.read_text(encoding="utf-8") == "strict = false\n"
    assert {one.name for one in Path().rglob("*") if one.is_file()} == {"plan.yaml", path.name}


def test_an_archive_far_in_the_future_can_still_be_made(cop: Cop, whole: Path) -> None:
    assert cop("share", "--format", "md", "-o", "far.zip", SOURCE_DATE_EPOCH="99999999999").code == 0

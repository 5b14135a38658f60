"""``cop render``: which file is written, and which never is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.conftest import GOOD
from cop_wizard.cli.outputs import targets
from cop_wizard.cli.render import render_one
from cop_wizard.cli.run import main
from cop_wizard.errors import BrokenFile


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "written", "begins"),
    [
        ("plan.yaml", "plan.html", "<!doctype html>"),
        ("plan.yaml --format md", "plan.md", "# Bridge Builders"),
        ("plan.yaml -o page.md", "page.md", "# Bridge Builders"),
        ("plan.yaml -o page.htm", "page.htm", "<!doctype html>"),
        ("plan.yaml -o pages/", "pages/plan.html", "<!doctype html>"),
        ("plan.yaml -o new/folder/page.html", "new/folder/page.html", "<!doctype html>"),
        (". -o pages", "pages/plan.html", "<!doctype html>"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_where_the_page_goes(words: str, written: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the plan, or where it is told to go; the format follows the name of the file."""
    if words.startswith("."):
        Path("pages").mkdir()
    assert main(["render", *words.split()]) == 0
    assert Path(written).read_text(encoding="utf-8").lower().startswith(begins.lower())
    said = capsys.readouterr()
    assert written in said.err.replace("\\", "/")
    assert said.out == ""


WITH_DATES = """\
schema_version: 2
title: Bridge Builders
membership:
  roster:
    - name: Ana
collaborative_plan:
  meetings:
    - date: 2026-10-20
"""


@pytest.mark.parametrize(
    ("words", "written", "begins"),
    [
        ("plan.yaml --format ics", "plan.ics", b"BEGIN:VCALENDAR\r\n"),
        ("plan.yaml --document calendar", "plan.ics", b"BEGIN:VCALENDAR\r\n"),
        ("plan.yaml -o our.ics", "our.ics", b"BEGIN:VCALENDAR\r\n"),
        ("plan.yaml --document calendar -o our.txt", "our.txt", b"BEGIN:VCALENDAR\r\n"),
        ("plan.yaml --format csv", "plan-meetings.csv", b"\xef\xbb\xbfDate,Weekday\r\n"),
        ("plan.yaml -o list.csv", "list.csv", b"\xef\xbb\xbfDate,Weekday\r\n"),
        ("plan.yaml --document roster", "plan-roster.csv", b"\xef\xbb\xbfName,"),
        ("plan.yaml --document roster -o people.txt", "people.txt", b"\xef\xbb\xbfName,"),
        (". --document roster -o lists/", "lists/plan-roster.csv", b"\xef\xbb\xbfName,"),
        ("plan.yaml --document plan -o page.txt", "page.txt", b"<!DOCTYPE html>"),
    ],
)
def test_a_format_or_a_document_is_enough(words: str, written: str, begins: bytes) -> None:
    """The one follows from the other, and the file is called after both."""
    Path("plan.yaml").write_text(WITH_DATES, encoding="utf-8")
    assert main(["render", *words.split()]) == 0
    assert Path(written).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--document calendar --format html", "ics, csv"),
        ("--document roster --format ics", "csv"),
        ("--document plan --format csv", "html, md, docx, pdf"),
        ("--document roster -o people.html", "csv"),
        ("--document xyzzy", "plan, one-page, charter"),
        ("--format odt", "html, md, docx, pdf, ics, csv"),
        ("--format ics --templates mine", "--templates"),
    ],
)
def test_a_document_that_does_not_come_so_says_how_it_comes(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("plan.yaml").write_text(WITH_DATES, encoding="utf-8")
    assert main(["render", "plan.yaml", *words.split()]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["plan.yaml"]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("words", ["--format ics", "--format csv", "--document roster"])
def test_a_plan_without_dates_or_people_says_what_to_do(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and other plans are rendered all the same."""
    Path("other.yaml").write_text(WITH_DATES, encoding="utf-8")
    assert main(["render", "plan.yaml", "other.yaml", *words.split()]) == 1
    assert "`cop edit`" in capsys.readouterr().err
    assert not list(Path().glob("plan[.-]*[sv]"))
    assert len(list(Path().glob("other[.-]*[sv]"))) == 1


def test_the_same_moment_makes_the_same_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """``SOURCE_DATE_EPOCH`` sets it."""
    Path("plan.yaml").write_text(WITH_DATES, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")
    assert main(["render", "plan.yaml", "--format", "ics"]) == 0
    assert "\nDTSTAMP:20260901T000000Z" in Path("plan.ics").read_text(encoding="utf-8")


@pytest.mark.usefixtures("plan")
def test_a_dash_means_stdout(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The page and nothing else."""
    assert main(["render", "plan.yaml", "--format", "md", "-o", "-"]) == 0
    said = capfdbinary.readouterr()
    assert said.out.startswith(b"# Bridge Builders\n")
    assert said.err == b""


@pytest.mark.parametrize("target", ["plan.yaml", "other.yml", "OTHER.YAML"])
def test_a_plan_is_never_written_over(plan: Path, target: str) -> None:
    """Nor any other YAML file."""
    Path("other.yml").write_text("mine: yes\n")
    assert main(["render", "plan.yaml", "-o", target]) == 3
    assert plan.read_text(encoding="utf-8") == GOOD
    assert Path("other.yml").read_text() == "mine: yes\n"


@pytest.mark.parametrize(
    ("plan_name", "target"),
    [
        ("myplan", "myplan"),
        ("plan.txt", "plan.txt"),
        ("plan.txt", "./folder/../plan.txt"),
        ("plan.txt", "same.html"),
        ("plan.txt", "other.md"),
        ("plan.txt", "plan.yaml.bak"),
        ("plan.txt", ".plan.yaml.draft"),
        ("plan.txt", "NEW.BAK"),
    ],
)
def test_no_plan_or_copy_of_one_is_written_over(plan_name: str, target: str, tmp_path: Path) -> None:
    """Whatever it is called: the plan itself, another one, a backup, an unfinished session."""
    Path("folder").mkdir()
    plan = Path(plan_name)
    plan.write_text(GOOD, encoding="utf-8")
    Path("same.html").hardlink_to(plan)
    for name in ("other.md", "plan.yaml.bak"):
        Path(name).write_text(GOOD, encoding="utf-8")
    Path(".plan.yaml.draft").write_text("{}")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert main(["render", plan_name, "-o", target]) == 3
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.usefixtures("plan")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_stays_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """Nor does looking for plans wait for one to say something."""
    os.mkfifo("pipe")
    os.mkfifo("pipe.yaml")
    assert main(["render", "plan.yaml", "-o", "pipe"]) == 3
    assert Path("pipe").is_fifo()
    assert "`-o -`" in capsys.readouterr().err
    assert main(["validate", "."]) == 0


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/stdout", "/dev/fd/1"])
@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs devices")
def test_a_device_is_refused_with_what_to_write_instead(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page put in its place would break other programs."""
    written: list[Path] = []
    monkeypatch.setattr("cop_wizard.yamltext.store.replace_file", lambda target, text: written.append(target))
    assert main(["render", "plan.yaml", "-o", device]) == 3
    assert written == []


def test_two_plans_with_one_page_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before either is written."""
    for name in ("a.yaml", "a.yml"):
        Path(name).write_text(GOOD, encoding="utf-8")
    assert main(["render", "a.yaml", "a.yml"]) == 2
    said = capsys.readouterr().err
    assert "a.yaml" in said
    assert "a.yml" in said
    assert not Path("a.html").exists()
    assert main(["render", "a.yaml", "a.yml", "-o", "pages/"]) == 0
    assert len(list(Path("pages").iterdir())) == 2


@pytest.mark.usefixtures("plan")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A page must not land where nobody named it."""
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    (tmp_path / "plan.html").symlink_to(precious)
    assert main(["render", "plan.yaml"]) == 3
    assert precious.read_text() == "mine"


@pytest.mark.usefixtures("wrong")
def test_a_plan_with_mistakes_is_not_rendered(capsys: pytest.CaptureFixture[str]) -> None:
    """The mistakes are told instead, with their places."""
    assert main(["render", "wrong.yaml"]) == 1
    said = capsys.readouterr().err
    assert "wrong.yaml:6:15: `intrest`" in said
    assert not Path("wrong.html").exists()


@pytest.mark.usefixtures("plan", "wrong")
def test_one_wrong_plan_does_not_stop_the_others() -> None:
    """The code tells that something was wrong all the same."""
    assert main(["render", "wrong.yaml", "plan.yaml"]) == 1
    assert Path("plan.html").exists()


def test_plans_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """In one folder they are told apart by where they come from."""
    plans = [
        tmp_path / "north" / "plan.yaml",
        tmp_path / "south" / "plan.yaml",
        tmp_path / "east" / "south" / "plan.yaml",
    ]
    found = [target.name for _plan, target in targets(plans, "pages", "html") if target]
    assert found == ["north-plan.html", "south-plan.html", "south-plan-2.html"]


@pytest.mark.usefixtures("plan")
def test_a_draft_shows_its_gaps_and_a_final_page_does_not(capfd: pytest.CaptureFixture[str]) -> None:
    """``--final`` leaves unanswered questions out."""
    main(["render", "plan.yaml", "-o", "-"])
    draft = capfd.readouterr().out
    main(["render", "plan.yaml", "-o", "-", "--final"])
    assert len(capfd.readouterr().out) < len(draft)


def test_the_wizard_can_ask_for_one_page(plan: Path, wrong: Path) -> None:
    """``cop new`` offers it at the end."""
    assert render_one(plan) == plan.with_suffix(".html")
    with pytest.raises(BrokenFile):
        render_one(wrong)


@pytest.mark.usefixtures("plan")
def test_the_page_is_opened_on_request(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """And where nothing can open it, its address is told, without the complaints of the system's opener."""
    opener = Path("bin/xdg-open").resolve()
    opener.parent.mkdir()
    monkeypatch.setenv("PATH", str(opener.parent))
    for code in (0, 3):
        opener.write_text(f'#!/bin/sh\necho "$1" >>opened.txt\necho complaint >&2\nexit {code}\n', encoding="utf-8")
        opener.chmod(0o755)
        assert main(["render", "plan.yaml", "--open"]) == 0
    opened = Path("opened.txt").read_text(encoding="utf-8").split()
    assert [Path(name).name for name in opened] == ["plan.html", "plan.html"]
    told = capsys.readouterr().err
    assert told.count("file://") == 1
    assert "complaint" not in told


@pytest.mark.usefixtures("plan")
def test_own_templates_that_cannot_be_used_are_trouble_with_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """The template and its line are named."""
    Path("mine/plan").mkdir(parents=True)
    Path("mine/plan/plan.md.j2").write_text("{{ view.nothing_of_the_kind }}\n")
    assert main(["render", "plan.yaml", "--format", "md", "--templates", "mine"]) == 3
    assert "plan.md.j2" in capsys.readouterr().err
    assert not Path("plan.md").exists()

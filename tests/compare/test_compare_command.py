"""``cop compare``: the real program, on files and on what git keeps of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import GOOD, Cop, cop

__all__ = ["cop"]

TOLD = "“What members share”: reading → writing"


@pytest.fixture
def git(tmp_path: Path) -> Path:
    """A repository with two versions of a plan, the first of them tagged."""
    plan = tmp_path / "plan.yaml"
    run(tmp_path, "init", "--quiet", "--initial-branch=main")
    for number, text in enumerate((GOOD, GOOD.replace("Bridge Builders", "Bridges"))):
        plan.write_text(text, encoding="utf-8")
        run(tmp_path, "add", "plan.yaml")
        run(tmp_path, "commit", "--quiet", "--message", f"version {number}")
        if not number:
            run(tmp_path, "tag", "first")
    return plan


def run(folder: Path, *words: str) -> None:
    """Git, with an identity of its own and nobody's settings."""
    names = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    subprocess.run(["git", *words], cwd=folder, env=names | nobody, check=True, capture_output=True)


def test_two_files(cop: Cop, tmp_path: Path) -> None:
    """Told on stdout, and differing is no failure unless one asks for it."""
    (tmp_path / "old.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(GOOD.replace("reading", "writing"), encoding="utf-8")
    ended = cop("compare", "old.yaml", "new.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"From old.yaml to new.yaml: 1 change\n\nPurpose\n  ~ {TOLD}\n"
    assert cop("compare", "old.yaml", "new.yaml", "--exit-code").code == 1
    assert cop("compare", "old.yaml", "old.yaml", "--exit-code").code == 0
    assert json.loads(cop("compare", "old.yaml", "new.yaml", "--format", "json").out)["changes"][0]["said"] == TOLD
    assert "- “What members share”: reading → writing" in cop("compare", "old.yaml", "new.yaml", "--format", "md").out


def test_a_plan_of_an_older_form_says_the_same_in_todays(cop: Cop, tmp_path: Path) -> None:
    """Nobody has joined or left because a word for it is another one now; only the version is told."""
    old = GOOD + "membership: {roster: [{name: Ana, status: joined}, {name: Bo, status: left}]}\n"
    new = old.replace("joined", "member").replace("left", "alumni")
    (tmp_path / "old.yaml").write_text(old.replace("schema_version: 2", "schema_version: 1"), encoding="utf-8")
    (tmp_path / "new.yaml").write_text(new, encoding="utf-8")
    (change,) = json.loads(cop("compare", "old.yaml", "new.yaml", "--format", "json").out)["changes"]
    assert (change["path"], change["before"], change["after"]) == ("schema_version", "1", "2")


def test_no_change(cop: Cop, tmp_path: Path) -> None:
    """Alike to the letter, or only in meaning."""
    (tmp_path / "old.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text("# mine\n" + GOOD.replace("reading", '"reading"'), encoding="utf-8")
    assert cop("compare", "old.yaml", "old.yaml").out == "The two plans say the same.\n"
    assert cop("compare", "old.yaml", "new.yaml").out == "Nothing changed but how the file is written.\n"
    assert json.loads(cop("compare", "old.yaml", "new.yaml", "--format", "json").out)["changes"] == []
    assert "Nothing changed but" in cop("compare", "old.yaml", "new.yaml", "--format", "md").out


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("", "From plan.yaml at HEAD to plan.yaml: 1 change"),
        ("plan.yaml", "From plan.yaml at HEAD to plan.yaml: 1 change"),
        ("HEAD", "From plan.yaml at HEAD to plan.yaml: 1 change"),
        ("HEAD~1", "From plan.yaml at HEAD~1 to plan.yaml: 2 changes"),
        ("HEAD~1 plan.yaml", "From plan.yaml at HEAD~1 to plan.yaml: 2 changes"),
        ("first plan.yaml", "From plan.yaml at first to plan.yaml: 2 changes"),
        ("first main", "From plan.yaml at first to plan.yaml at main: 1 change"),
        ("plan.yaml HEAD~1", "From plan.yaml to plan.yaml at HEAD~1: 2 changes"),
        ("first:plan.yaml HEAD:plan.yaml", "From plan.yaml at first to plan.yaml at HEAD: 1 change"),
    ],
)
def test_versions_that_git_keeps(cop: Cop, git: Path, words: str, heading: str) -> None:
    """A word that is no file is a version; what is left out is the last commit, and the file of today."""
    git.write_text(git.read_text(encoding="utf-8").replace("reading", "writing"), encoding="utf-8")
    ended = cop("compare", *words.split())
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == heading


def test_a_plan_in_a_folder_below_and_one_reached_by_a_link(cop: Cop, git: Path, tmp_path: Path) -> None:
    """The version is looked up where the plan really lies."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "nurses.yaml").write_text(GOOD, encoding="utf-8")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "--quiet", "--message", "more")
    (tmp_path / "sub" / "nurses.yaml").write_text(GOOD.replace("reading", "writing"), encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(Path("sub", "nurses.yaml"))
    for name in ("sub/nurses.yaml", "link.yaml"):
        assert TOLD in cop("compare", name, GIT_DIR="elsewhere").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("HEAD~9 plan.yaml", 2, "no file “HEAD~9”"),
        ("nonsense", 2, "no file “nonsense”"),
        ("-- --output=stolen plan.yaml", 2, "no file “--output=stolen”"),
        ("-- -h:plan.yaml plan.yaml", 2, "no file “-h”"),
        ("new.yaml", 3, "“new.yaml” is not in the version HEAD"),
        ("HEAD:nowhere.yaml plan.yaml", 3, "“nowhere.yaml” is not in the version HEAD"),
        ("HEAD:. plan.yaml", 3, "“.” is not in the version HEAD"),
        ("missing.yaml", 3, "There is no file “missing.yaml”"),
        ("missing.yaml plan.yaml", 3, "There is no file “missing.yaml”"),
        ("plan.yaml plan.yaml plan.yaml", 2, ""),
        ("plan.yaml --format pdf", 2, "There is no format `pdf`"),
    ],
)
def test_what_cannot_be_compared(cop: Cop, git: Path, words: str, code: int, told: str) -> None:
    """Says why and what to do, on stderr, and leaves nothing behind."""
    git.with_name("new.yaml").write_text(GOOD, encoding="utf-8")
    before = sorted(git.parent.iterdir())
    ended = cop("compare", *words.split())
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert sorted(git.parent.iterdir()) == before


def test_without_a_repository_without_commits_and_without_git(cop: Cop, tmp_path: Path) -> None:
    """Each is said, with another way."""
    (tmp_path / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "plan.yaml.bak").write_text(GOOD, encoding="utf-8")
    fenced = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    ended = cop("compare", **fenced)
    assert ended.code == 3
    assert "not in a git repository" in ended.err
    assert "cop compare plan.yaml.bak plan.yaml" in ended.err
    assert cop("compare", "plan.yaml.bak", "plan.yaml", **fenced).out == "The two plans say the same.\n"
    run(tmp_path, "init", "--quiet")
    ended = cop("compare")
    assert (ended.code, "Nothing has been committed yet" in ended.err) == (3, True)
    (tmp_path / "bin").mkdir()
    ended = cop("compare", PATH=str(tmp_path / "bin"))
    assert (ended.code, "not installed" in ended.err) == (3, True)


def test_what_a_repository_wants_to_run_is_not_run(cop: Cop, git: Path, tmp_path: Path) -> None:
    """Neither filters nor conversions for reading, and no program that watches files or fetches objects."""
    trap = tmp_path / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("diff.x.textconv", "filter.x.smudge", "filter.x.clean", "core.fsmonitor", "core.pager", "core.editor"):
        run(tmp_path, "config", key, str(trap))
    run(tmp_path, "config", "remote.origin.url", f"ext::{trap}")
    run(tmp_path, "config", "remote.origin.promisor", "true")
    run(tmp_path, "config", "protocol.ext.allow", "always")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    assert cop("compare", "first").code == 0
    for one in (tmp_path / ".git" / "objects").glob("??/*"):  # whatever is asked for now, git would have to fetch
        if subprocess.run(["git", "cat-file", "-t", one.parent.name + one.name], cwd=tmp_path, env={"PATH":
            os.environ["PATH"], "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}, capture_output=True,
            check=False).stdout == b"blob\n":  # fmt: skip
            one.unlink()
    ended = cop("compare", "first")
    assert ended.code == 3
    assert not list(tmp_path.rglob("sprung"))


def test_plans_with_mistakes_are_compared_as_far_as_they_can_be_read(cop: Cop, tmp_path: Path) -> None:
    """With a word on stderr; a file that says nothing at all cannot be compared."""
    (tmp_path / "old.yaml").write_text(GOOD + "  focus_kind: intrest\n", encoding="utf-8")
    (tmp_path / "new.yaml").write_text(GOOD.replace("reading", "writing") + "  focus_kind: concern\n", encoding="utf-8")
    ended = cop("compare", "old.yaml", "new.yaml")
    assert ended.code == 0
    assert "“old.yaml” has 1 mistake" in ended.err
    assert "`cop validate old.yaml`" in ended.err
    assert TOLD in ended.out
    assert "“Interest or concern”: intrest → A concern" in ended.out
    for number, content in enumerate((b"", b"- a\n", b"schema_version: 99\n", b"[" * 20_000)):
        (tmp_path / "broken.yaml").write_bytes(content)
        ended = cop("compare", "old.yaml", "broken.yaml")
        assert (ended.code, ended.out) == (1, ""), number
        assert "nothing to compare" in ended.err
    (tmp_path / "broken.yaml").write_bytes(b"caf\xe9: 1")
    assert cop("compare", "broken.yaml", "old.yaml").code == 3


def test_an_old_version_may_be_anything(cop: Cop, tmp_path: Path) -> None:
    """Too large, not UTF-8, a folder, a link that was committed."""
    run(tmp_path, "init", "--quiet")
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"x: " + b"y" * 2_100_000)
    (tmp_path / "latin.yaml").write_bytes(b"caf\xe9: 1")
    (tmp_path / "other.yaml").mkdir()
    (tmp_path / "other.yaml" / "a").write_text("a", encoding="utf-8")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "--quiet", "--message", "odd")
    plan.write_text(GOOD, encoding="utf-8")
    (tmp_path / "latin.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "other.yaml" / "a").unlink()
    (tmp_path / "other.yaml").rmdir()
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    for name, told in (("plan.yaml", "too large"), ("latin.yaml", "UTF-8"), ("other.yaml", "not in the version")):
        ended = cop("compare", name)
        assert ended.code == 3
        assert told in ended.err


def test_a_place_named_as_git_names_it_is_the_same_file_today(git: Path) -> None:
    """From the top of the repository, wherever one stands; ``./`` counts from here."""
    below = git.parent / "below"
    below.mkdir()
    (below / "plan.yaml").write_text(GOOD.replace("reading", "writing"), encoding="utf-8")
    run(git.parent, "add", ".")
    run(git.parent, "commit", "--quiet", "--message", "below")
    for named in ("HEAD:plan.yaml", "HEAD:below/plan.yaml", "HEAD:./plan.yaml"):
        words = [sys.executable, "-m", "cop_wizard", "compare", named]
        told = subprocess.run(words, cwd=below, capture_output=True, encoding="utf-8", check=True).stdout
        assert told == "The two plans say the same.\n"

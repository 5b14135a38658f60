"""Files on disk: written whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from cop_wizard.errors import ChangedOnDisk, FileTrouble
from cop_wizard.yamltext import store
from cop_wizard.yamltext.store import MISSING, load, save


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan on disk, alone in its folder."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\r\n")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones included."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_text_comes_back_byte_for_byte(plan: Path) -> None:
    """Newlines and the byte order mark are the author's."""
    text = "\ufeffa: ü\r\nb: 😀\r"
    stamp = save(plan, text, load(plan).stamp)
    assert plan.read_bytes() == text.encode()
    assert load(plan) == store.Loaded(text, stamp)


def test_a_new_file_is_expected_to_be_missing(tmp_path: Path) -> None:
    """Saving a new plan creates it with ordinary permissions."""
    path = tmp_path / "new.yaml"
    assert save(path, "a: 1\n", MISSING) == load(path).stamp
    assert list(contents(tmp_path)) == ["new.yaml"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: 1\nb: \xff\n", "line 2"),
        ("a: 1".encode("utf-16"), "UTF-16"),
        (b"a" * 2_000_001, "too large"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(plan: Path, content: bytes, said: str) -> None:
    """The message says what it is, the hint what to do."""
    plan.write_bytes(content)
    with pytest.raises(FileTrouble, match=said) as trouble:
        load(plan)
    assert trouble.value.hint
    assert trouble.value.path == plan


def test_two_megabytes_are_just_allowed(plan: Path) -> None:
    """The limit counts bytes."""
    plan.write_bytes(b"a" * 2_000_000)
    assert len(load(plan).text) == 2_000_000


def test_missing_files_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    with pytest.raises(FileTrouble, match="no file"):
        load(tmp_path / "nothing.yaml")
    with pytest.raises(FileTrouble, match="folder"):
        load(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileTrouble, match="not an ordinary file"):
        load(tmp_path / "pipe")
    with pytest.raises(FileTrouble, match="not an ordinary file"):
        load(Path(os.devnull))


def test_somebody_elses_change_is_not_overwritten(plan: Path) -> None:
    """Changed, vanished or appeared: nothing is written, and no spare file stays."""
    stamp = load(plan).stamp
    plan.write_text("a: theirs\n")
    with pytest.raises(ChangedOnDisk, match="changed by somebody"):
        save(plan, "a: mine\n", stamp)
    with pytest.raises(ChangedOnDisk, match="by now"):
        save(plan, "a: mine\n", MISSING)
    assert contents(plan.parent) == {"plan.yaml": b"a: theirs\n"}
    plan.unlink()
    with pytest.raises(ChangedOnDisk, match="gone"):
        save(plan, "a: mine\n", stamp)
    assert contents(plan.parent) == {}


def test_permissions_survive_and_a_link_stays_a_link(plan: Path) -> None:
    """The link's target is what gets replaced."""
    plan.chmod(0o640)
    link = plan.with_name("link.yaml")
    link.symlink_to(plan.name)
    save(link, "a: 2\n", load(link).stamp)
    assert link.is_symlink()
    assert plan.read_text() == "a: 2\n"
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "no space left"), (errno.EACCES, "read-only"), (errno.EROFS, "read-only"), (errno.EIO, "error")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, step: str
) -> None:
    """Full disk, read-only folder, a program that holds the file: the message is plain and the file is whole."""
    stamp = load(plan).stamp

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    owner: object = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(FileTrouble, match=said) as trouble:
        save(plan, "a: 2\n", stamp)
    assert trouble.value.hint
    assert contents(plan.parent) == {"plan.yaml": b"a: 1\r\n"}


def test_an_interrupted_save_leaves_no_spare_file(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the worst moment."""
    stamp = load(plan).stamp

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(plan, "a: 2\n", stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: 1\r\n"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Saving does not create folders."""
    with pytest.raises(FileTrouble, match="folder"):
        save(tmp_path / "no" / "plan.yaml", "a: 1\n", MISSING)


def test_half_a_character_is_refused_before_anything_is_written(plan: Path) -> None:
    """It cannot be encoded."""
    with pytest.raises(FileTrouble, match="half a character"):
        save(plan, "a: \ud800\n", load(plan).stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: 1\r\n"}


def test_a_backup_is_a_copy_beside_the_file(plan: Path) -> None:
    """Each backup takes the place of the one before; without a file there is none."""
    copy = store.backup(plan)
    assert copy == plan.with_name("plan.yaml.bak")
    plan.write_bytes(b"a: 2\n")
    assert store.backup(plan) == copy
    assert contents(plan.parent) == {"plan.yaml": b"a: 2\n", "plan.yaml.bak": b"a: 2\n"}
    assert store.backup(plan.with_name("other.yaml")) is None


def test_a_draft_lives_beside_the_plan_until_it_is_removed(plan: Path) -> None:
    """Writing, reading and removing it, twice."""
    assert store.draft_path(plan) == plan.with_name(".plan.yaml.draft")
    assert store.read_draft(plan) is None
    store.write_draft(plan, '{"a": 1}')
    store.write_draft(plan, '{"a": 2}')
    assert store.read_draft(plan) == '{"a": 2}'
    store.remove_draft(plan)
    store.remove_draft(plan)
    assert list(contents(plan.parent)) == ["plan.yaml"]


@pytest.mark.parametrize("garbage", [b"", b"\xff\xfe", b'{"a":', b"[" * 100_000])
def test_a_draft_that_is_garbage_counts_as_none(plan: Path, garbage: bytes) -> None:
    """A crash may have left anything."""
    store.draft_path(plan).write_bytes(garbage)
    assert store.read_draft(plan) is None

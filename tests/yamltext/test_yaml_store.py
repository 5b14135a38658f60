"""Files on disk: written whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cop_wizard.errors import ChangedOnDisk, FileTrouble
from cop_wizard.yamltext import replacing, store
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

    monkeypatch.setattr(os, step, fail)
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


class Drive:
    """A drive that refuses to replace a file some times; pauses are counted, not waited for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *refusals: OSError, first: bool = False) -> None:
        self.pauses: list[float] = []
        self._refusals = list(refusals)
        self._first = first
        self._real = os.replace
        monkeypatch.setattr(os, "replace", self._replace)
        monkeypatch.setattr(replacing, "pause", self.pauses.append)

    def _replace(self, source: Path, target: Path) -> None:
        if self._first or not self._refusals:
            self._real(source, target)
        if self._refusals:
            raise self._refusals.pop(0)


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EAGAIN, errno.ESTALE, errno.ETIMEDOUT])
def test_a_drive_that_is_busy_is_asked_again(plan: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A network drive often manages a moment later."""
    drive = Drive(monkeypatch, OSError(number, os.strerror(number)), OSError(number, os.strerror(number)))
    save(plan, "a: 2\n", load(plan).stamp)
    assert len(drive.pauses) == 2
    assert contents(plan.parent) == {"plan.yaml": b"a: 2\n"}


def test_a_file_held_open_on_windows_is_asked_for_again(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a virus scanner or a backup that reads the file keeps it from being replaced, for a moment."""
    monkeypatch.setattr(replacing, "_HELD_OPEN", PermissionError)
    drive = Drive(monkeypatch, PermissionError(errno.EACCES, "in use"))
    save(plan, "a: 2\n", load(plan).stamp)
    assert len(drive.pauses) == 1
    assert contents(plan.parent) == {"plan.yaml": b"a: 2\n"}


def test_a_drive_that_stays_busy_is_given_up_within_a_second(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is plain and the file is whole."""
    drive = Drive(monkeypatch, *(OSError(errno.EBUSY, "busy") for _ in range(99)))
    with pytest.raises(FileTrouble, match="using") as trouble:
        save(plan, "a: 2\n", load(plan).stamp)
    assert trouble.value.hint
    assert 0 < sum(drive.pauses) < 1
    assert contents(plan.parent) == {"plan.yaml": b"a: 1\r\n"}


def test_a_refused_permission_is_told_at_once(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would not change by waiting."""
    drive = Drive(monkeypatch, PermissionError(errno.EACCES, "no"), PermissionError(errno.EACCES, "no"))
    with pytest.raises(FileTrouble, match="read-only"):
        save(plan, "a: 2\n", load(plan).stamp)
    assert not drive.pauses


def test_a_change_made_while_waiting_is_noticed(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is compared again before every try."""
    stamp = load(plan).stamp
    Drive(monkeypatch, OSError(errno.EBUSY, "busy"))
    monkeypatch.setattr(replacing, "pause", lambda _seconds: plan.write_bytes(b"a: theirs\n"))
    with pytest.raises(ChangedOnDisk):
        save(plan, "a: 2\n", stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: theirs\n"}


def test_a_network_drive_that_loses_its_own_answer_has_saved(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It replaced the file, did not hear itself, tried again, and found nothing left to do."""
    Drive(monkeypatch, FileNotFoundError(errno.ENOENT, "gone"), first=True)
    save(plan, "a: 2\n", load(plan).stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: 2\n"}


_LOCKER = """
import fcntl, sys
file = open(sys.argv[2], "r+b")
getattr(fcntl, sys.argv[1])(file, fcntl.LOCK_EX)
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file in use cannot be replaced anyway")
@pytest.mark.parametrize("lock", ["flock", "lockf"])
def test_a_file_that_another_program_has_locked_is_left_alone(
    plan: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    """Whichever way it locks; when it lets go, saving goes on."""
    pauses: list[float] = []
    monkeypatch.setattr(replacing, "pause", pauses.append)
    with subprocess.Popen(
        [sys.executable, "-c", _LOCKER, lock, str(plan)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(FileTrouble, match="using") as trouble:
            save(plan, "a: 2\n", load(plan).stamp)
        assert trouble.value.hint
        assert 0 < sum(pauses) < 1
        assert contents(plan.parent) == {"plan.yaml": b"a: 1\r\n"}

        def let_go(_seconds: float) -> None:
            other.communicate()

        monkeypatch.setattr(replacing, "pause", let_go)
        save(plan, "a: 2\n", load(plan).stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: 2\n"}


def test_drives_without_locks_save_all_the_same(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many network drives have none."""
    fcntl = pytest.importorskip("fcntl")

    def none_here(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", none_here)
    monkeypatch.setattr(fcntl, "lockf", none_here)
    save(plan, "a: 2\n", load(plan).stamp)
    assert plan.read_bytes() == b"a: 2\n"


_KILLED = """
import os, signal, sys
from pathlib import Path
from cop_wizard.yamltext import store

path, step, before = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "before"
stamp = store.load(path).stamp
real = getattr(os, step)

def last(*given, **named):
    result = None if before else real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(os, step, last)
store.save(path, "a: 2\\n" * 1000, stamp)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", ["open", "fdopen", "fchmod", "fsync", "replace"])
def test_a_killed_save_leaves_the_old_file_or_the_new_one(plan: Path, step: str, moment: str) -> None:
    """Never half of one. What it may leave beside the file is cleared away by a save a minute later."""
    done = subprocess.run([sys.executable, "-c", _KILLED, str(plan), step, moment], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    new = step == "replace" and moment == "after"
    assert plan.read_bytes() == (b"a: 2\n" * 1000 if new else b"a: 1\r\n")
    left = [path for path in plan.parent.iterdir() if path != plan]
    assert len(left) <= 1
    for path in left:
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 120))
    save(plan, "a: 3\n", load(plan).stamp)
    assert contents(plan.parent) == {"plan.yaml": b"a: 3\n"}


def test_only_spare_files_of_this_plan_are_cleared_away(plan: Path) -> None:
    """A save of somebody else's that is under way, another plan's, and files of people's own are not touched."""
    old = (".plan.yaml.12-0123abcd.tmp", ".other.yaml.12-0123abcd.tmp", "plan.yaml.tmp", ".plan.yaml.mine.tmp")
    for name in old:
        plan.with_name(name).write_text("x")
        os.utime(plan.with_name(name), (1, 1))
    plan.with_name(".plan.yaml.13-0123abcd.tmp").write_text("under way")
    save(plan, "a: 2\n", load(plan).stamp)
    assert set(contents(plan.parent)) == {"plan.yaml", ".plan.yaml.13-0123abcd.tmp", *old[1:]}


def test_a_new_plan_is_not_made_at_the_far_end_of_a_link(tmp_path: Path) -> None:
    """Nobody named that place."""
    link = tmp_path / "plan.yaml"
    link.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(FileTrouble, match="link"):
        save(link, "a: 1\n", MISSING)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_pages_copies_and_drafts_do_not_follow_links(plan: Path) -> None:
    """A link that waits where they go is replaced; what it leads to stays as it is."""
    precious = plan.with_name("precious")
    precious.write_bytes(b"precious")
    page = plan.with_name("plan.html")
    for path in (page, plan.with_name("plan.yaml.bak"), store.draft_path(plan)):
        path.symlink_to(precious)
    store.replace_file(page, b"<html>")
    store.backup(plan)
    store.write_draft(plan, "{}")
    assert precious.read_bytes() == b"precious"
    assert page.read_bytes() == b"<html>"
    assert not any(path.is_symlink() for path in plan.parent.iterdir())

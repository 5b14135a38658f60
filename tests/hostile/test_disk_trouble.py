"""Disks that are full, folders that are read-only, files that vanish: said plainly, with every old file as it was.

From outside, on real file systems, for the three ways of writing: an answer in the wizard, a new plan, a page.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from cli.conftest import GOOD, Ended

if sys.platform == "win32":
    pytest.skip("needs limits and mounts", allow_module_level=True)
import resource

PAGE = "<html>an older page</html>" * 10
WAYS = {
    "an answer": ("edit plan.yaml title --plain", "Bridges and Piers\n" * 3),
    "a new plan": ("new other.yaml --no-input", ""),
    "a page": ("render plan.yaml -o plan.html", ""),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home where there is room."""
    path = tmp_path / "home"
    path.mkdir()
    return path


def fill(folder: Path) -> None:
    """What is there before the trouble begins."""
    (folder / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "plan.html").write_text(PAGE, encoding="utf-8")


def run(words: str, typed: str, folder: Path, home: Path, largest: int = 0) -> Ended:
    """The real program; no file it writes may get larger than ``largest`` bytes."""

    def limit() -> None:
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    settings = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR", "COP_DEBUG")
    }
    settings |= {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "cop_wizard", *words.split()],
        cwd=folder,
        env=settings,
        input=typed.encode(),
        capture_output=True,
        timeout=50,
        check=False,
        preexec_fn=limit,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones included."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@contextmanager
def a_full_disk(folder: Path) -> Iterator[None]:
    """A real one, of 64 kilobytes."""
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], capture_output=True, check=False
    ).returncode:
        pytest.skip("needs the right to mount")
    try:
        fill(folder)
        with (folder / "filler").open("wb", buffering=0) as file:
            for piece in (4096, 1):
                try:
                    while True:
                        file.write(b"x" * piece)
                except OSError:
                    continue
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def a_read_only_folder(folder: Path) -> Iterator[None]:
    """Closed for everybody, the administrator included."""
    folder.mkdir()
    fill(folder)
    if os.geteuid():
        folder.chmod(0o555)
    elif subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode:
        pytest.skip("needs a file system with attributes")
    try:
        yield
    finally:
        if os.geteuid():
            folder.chmod(0o755)
        else:
            subprocess.run(["chattr", "-i", folder], check=True)


@contextmanager
def a_read_only_disk(folder: Path) -> Iterator[None]:
    """Mounted so."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount")
    try:
        fill(folder)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


Trouble = Callable[[Path], AbstractContextManager[None]]


def _is_told(ended: Ended, said: str, code: int = 3) -> None:
    assert said in " ".join(ended.err.split()), ended
    assert "Traceback" not in ended.err
    assert "mistake in cop" not in ended.err
    assert ended.code == code, ended
    assert code == 0 or "Saved in" not in ended.err


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (a_full_disk, "no space left to save"),
        (a_read_only_folder, "read-only"),
        (a_read_only_disk, "read-only"),
    ],
)
def test_where_nothing_can_be_written_all_stays_as_it_was(
    trouble: Trouble, said: str, way: str, tmp_path: Path, home: Path
) -> None:
    """A plain message, no half file, nothing left behind; an answer is kept in the person's own folder instead."""
    words, typed = WAYS[way]
    folder = tmp_path / "disk"
    with trouble(folder):
        before = contents(folder)
        ended = run(words, typed, folder, home)
        assert contents(folder) == before
    _is_told(ended, said, 0 if words.startswith("edit") else 3)
    kept = home / "plan.mine.yaml"
    assert kept.exists() == words.startswith("edit")
    assert not kept.exists() or "title: Bridges and Piers\n" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("largest", [1, 64])
def test_a_file_that_may_not_grow_is_not_left_half_written(way: str, largest: int, tmp_path: Path, home: Path) -> None:
    """A quota strikes in the middle of writing, also when writing the copy into the person's own folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    fill(folder)
    before = contents(folder)
    words, typed = WAYS[way]
    ended = run(words, typed, folder, home, largest)
    assert contents(folder) == before
    assert not (home / "plan.mine.yaml").exists()
    _is_told(ended, "no space left to save")


@pytest.mark.parametrize(
    ("words", "said"), [("edit missing.yaml --plain", "no file"), ("render missing.yaml", "no file")]
)
def test_a_file_that_is_not_there_is_named(words: str, said: str, tmp_path: Path, home: Path) -> None:
    """Nothing is made in its place."""
    ended = run(words, "", tmp_path, home)
    assert ended.code == 3
    assert said in ended.err
    assert not contents(tmp_path)

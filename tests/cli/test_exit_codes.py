"""The exit codes that the README documents, on the real program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Cop
from support.thorough import WHOLE

pytestmark = pytest.mark.usefixtures("plan", "wrong")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--version", 0),
        ("--help", 0),
        ("", 0),
        ("validate plan.yaml", 0),
        ("validate --strict plan.yaml", 1),
        ("validate wrong.yaml", 1),
        ("validate plan.yaml wrong.yaml", 1),
        ("validate missing.yaml", 3),
        ("validate wrong.yaml missing.yaml", 3),
        ("validate", 0),
        ("validate --nonsense plan.yaml", 2),
        ("nonsense", 2),
        ("explain COP301", 0),
        ("explain COP999", 2),
        ("compare plan.yaml plan.yaml", 0),
        ("compare missing.yaml plan.yaml", 3),
        ("compare plan.yaml plan.yaml --format pdf", 2),
        ("schema", 0),
        ("status plan.yaml", 0),
        ("status wrong.yaml", 1),
        ("status missing.yaml", 3),
        ("render plan.yaml", 0),
        ("render wrong.yaml", 1),
        ("render missing.yaml", 3),
        ("render plan.yaml --format pptx", 2),
        ("render plan.yaml --document poster", 2),
        ("render plan.yaml -o plan.yaml", 3),
        ("render plan.yaml -o - --open", 2),
        ("render plan.yaml wrong.yaml -o -", 2),
        ("guide", 0),
        ("guide purpose", 0),
        ("guide nonsense", 2),
        ("guide --guide nonsense", 2),
        ("guide --guide missing.yaml", 3),
    ],
)
def test_exit_code(cop: Cop, words: str, code: int) -> None:
    """0 done, 1 the plan has problems, 2 wrong use, 3 a file cannot be read or written; never a traceback."""
    ended = cop(*words.split())
    assert ended.code == code
    assert "Traceback" not in ended.err
    assert bool(ended.err.strip()) == (code in (2, 3) or words.startswith("render"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 1),
        (b"just text", 1),
        (b"- a list", 1),
        (b"schema_version: 3", 1),
        (b"schema_version: 2\nguide: nowhere", 1),
        (b"\xff\xfes\x00c\x00", 3),
        (b"caf\xe9: 1", 3),
        (b"x: " + b"y" * 2_100_000, 3),
        (b"[" * 20_000, 1),
    ],
    ids=["empty", "text", "list", "newer", "guide", "utf-16", "latin-1", "large", "deep"],
)
def test_exit_code_for_broken_files(cop: Cop, tmp_path: Path, content: bytes, code: int) -> None:
    """What was read and is wrong is a problem of the plan; what cannot be read is trouble with a file."""
    (tmp_path / "broken.yaml").write_bytes(content)
    ended = cop("validate", "broken.yaml")
    assert ended.code == code
    assert "Traceback" not in ended.err


def test_a_misspelt_file_name_is_guessed(cop: Cop) -> None:
    """People forget endings and letters."""
    assert "Did you mean `plan.yaml`?" in cop("validate", "plam.yaml").err
    assert "Did you mean `plan.yaml`?" in cop("validate", "plan.yml").err


def test_a_misspelt_command_is_guessed_and_help_is_named(cop: Cop) -> None:
    """The last line says where help is."""
    said = cop("valdate", "plan.yaml").err
    assert "validate" in said
    assert "cop --help" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_trouble_with_a_file(tmp_path: Path) -> None:
    """A full disk behind `>` is told, not swallowed."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cop_wizard", "guide", "all"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_reader_that_stops_reading_is_no_mistake(tmp_path: Path) -> None:
    """``cop guide all | head -1`` ends quietly."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "cop_wizard", "guide", "all"], stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path
    )
    os.close(writing)
    os.close(reading)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 141
    assert err == b""


_STREAMS = ("<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full")
_ENDINGS = (
    ("--version", 0),
    ("", 0),
    ("status plan.yaml", 0),
    ("validate wrong.yaml", 1),
    ("validate missing.yaml", 3),
    ("render plan.yaml", 0),
    ("nonsense", 2),
    ("new other.yaml", 2),
)


def run_in_a_shell(words: str, streams: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """The program with streams closed or sent elsewhere, as only a shell can do it."""
    return subprocess.run(
        ["sh", "-c", f'"$0" -m cop_wizard {words} {streams}', sys.executable],
        cwd=folder,
        input=b"",
        capture_output=True,
        timeout=50,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize(
    ("words", "code", "streams"),
    [
        (words, code, streams)
        for turn, (words, code) in enumerate(_ENDINGS)
        for place, streams in enumerate(_STREAMS)
        if WHOLE or (turn + place) % 3 == 0
    ],
)
def test_closed_streams_change_nothing_but_what_is_seen(words: str, code: int, streams: str, tmp_path: Path) -> None:
    """The code is the same, no file gets the output that has nowhere to go, and nothing breaks."""
    if "full" in streams and not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = run_in_a_shell(words, streams, tmp_path)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"Sorry" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "words", ["--version", "--help", "status plan.yaml", "render plan.yaml -o -", "validate wrong.yaml"]
)
def test_a_full_disk_behind_a_short_output_is_told(words: str, tmp_path: Path) -> None:
    """Also where Python would only notice while shutting down."""
    done = run_in_a_shell(words, ">/dev/full", tmp_path)
    assert done.returncode == 3
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr

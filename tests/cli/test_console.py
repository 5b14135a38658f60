"""Colour and width."""

from __future__ import annotations

import io

import pytest

from cli.conftest import Cop
from cop_wizard.cli import console


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("settings", "terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour(settings: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """``NO_COLOR`` beats ``FORCE_COLOR``, which beats what the terminal says."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert console.colour(Terminal() if terminal else io.StringIO()) is wanted


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("40", 40), ("5", console.NARROWEST), ("0", None), ("wide", None), ("", None), ("²", None), ("9" * 5_000, None)],
)
def test_width(columns: str, expected: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """``COLUMNS`` counts; nonsense in it does not; without either, lines for other programs stay whole."""
    monkeypatch.setenv("COLUMNS", columns)
    assert console.width(io.StringIO()) == expected


def test_what_takes_long_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal only, after a second, and the line is wiped at the end."""
    screen, now = Terminal(), iter(range(0, 100, 2))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    monkeypatch.setenv("TERM", "xterm")
    assert list(console.counted(["a", "b", "c"], 3, "{number} of {all}")) == ["a", "b", "c"]
    assert "1 of 3" in screen.getvalue()
    assert screen.getvalue().endswith("\r      \r")
    monkeypatch.setattr("sys.stderr", quiet := io.StringIO())
    assert list(console.counted(["a"], 1, "{number} of {all}")) == ["a"]
    assert quiet.getvalue() == ""


@pytest.mark.usefixtures("wrong")
@pytest.mark.parametrize("words", ["validate wrong.yaml", "status wrong.yaml", "guide purpose", "--help", "nonsense"])
def test_no_color_works_wherever_it_is_written(cop: Cop, words: str) -> None:
    """Before the command or after it, and against ``FORCE_COLOR``."""
    coloured = cop(*words.split(), FORCE_COLOR="1")
    assert "\x1b[" in coloured.out + coloured.err
    for given in (["--no-color", *words.split()], [*words.split(), "--no-color"]):
        plain = cop(*given, FORCE_COLOR="1")
        assert "\x1b" not in plain.out + plain.err
        assert plain.code == coloured.code


@pytest.mark.usefixtures("wrong")
def test_a_screen_without_our_characters_still_shows_the_rest(cop: Cop) -> None:
    """No end with an encoding error."""
    ended = cop("status", "wrong.yaml", PYTHONIOENCODING="ascii")
    assert ended.code == 1
    assert "Bridge Builders" in ended.out


@pytest.mark.usefixtures("wrong")
@pytest.mark.parametrize("columns", ["²", "9" * 12, "９９"])
@pytest.mark.parametrize("words", ["status wrong.yaml", "guide purpose", "validate wrong.yaml", "--help", "nonsense"])
def test_no_width_of_the_screen_stops_a_command(cop: Cop, words: str, columns: str) -> None:
    """rich, too, reads ``COLUMNS`` and ``LINES``, and takes ``²`` for a number."""
    ended = cop(*words.split(), COLUMNS=columns, LINES=columns)
    assert ended.code == cop(*words.split()).code
    assert "Sorry" not in ended.err
    assert len(ended.out + ended.err) < 100_000


@pytest.mark.parametrize(
    ("encoding", "wanted"), [("utf-8", True), ("UTF8", True), ("ascii", False), ("latin-1", False), (None, False)]
)
def test_whether_a_stream_speaks_utf8(encoding: str | None, wanted: bool) -> None:
    """By whatever name."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding) if encoding else io.StringIO()
    assert console.speaks_utf8(stream) is wanted


def test_a_notice_that_cannot_be_written_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is listening; the work goes on."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stderr", Full())
    console.notice("lost")

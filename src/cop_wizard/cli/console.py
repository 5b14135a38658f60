"""Where words go: results to stdout, everything else to stderr. And how: with or without colour, how wide."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds that may pass without a sign of life."""

NARROWEST = 30
"""Below this many columns nothing is broken any narrower; the terminal wraps by itself then."""

_WIDEST = 1_000
"""No screen is wider; a number beyond it is a slip, and padding lines that far would take all memory."""

_LINES = 25
"""Said to rich so that it need not ask: it takes any digit in ``COLUMNS`` and ``LINES`` for a number, even ``²``."""


def result(text: str) -> None:
    """What the person asked for, to stdout."""
    _write(sys.stdout, text)


def notice(text: str) -> None:
    """Anything else, to stderr. Where that cannot be written, nobody is listening, and the work goes on."""
    try:
        _write(sys.stderr, text)
    except OSError:
        let_go(sys.stderr)


def _write(stream: IO[str], text: str) -> None:
    stream.write(text if text.endswith("\n") else text + "\n")


def let_go(stream: IO[str]) -> None:
    """Send the rest of the output nowhere, or Python complains about it, or ends with 120, while shutting down."""
    with suppress(OSError, ValueError):  # a stream that is no file has nothing to let go of
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def speaks_utf8(stream: IO[str]) -> bool:
    """Whether every character can be written to it as it is."""
    try:
        return codecs.lookup(getattr(stream, "encoding", None) or "").name == "utf-8"
    except (LookupError, ValueError):
        return False


def be_lenient() -> None:
    """Let a screen that lacks a character show a stand-in instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def colour(stream: IO[str]) -> bool:
    """Whether to write colour. ``NO_COLOR`` beats ``FORCE_COLOR``, which beats what the terminal says."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def width(stream: IO[str]) -> int | None:
    """The columns to write in; ``None`` where nobody looks on, so that lines stay whole for other programs."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) <= len(str(_WIDEST)) and int(given) > 0:
        return _within(int(given))
    if not stream.isatty():
        return None
    return _within(shutil.get_terminal_size((80, 24)).columns)


def _within(columns: int) -> int:
    return min(max(NARROWEST, columns), _WIDEST)


def counted(items: Iterable[T], count: int, what: str) -> Iterator[T]:
    """The items one by one; on a terminal, what takes over a second says how far it is. ``what`` has two blanks."""
    begun, shown = time.monotonic(), ""
    for number, item in enumerate(items):
        if time.monotonic() - begun > _PATIENCE and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            begun, wiped = time.monotonic(), "\r" + " " * len(shown) + "\r"
            shown = what.format(number=number, all=count)
            sys.stderr.write(wiped + shown)
            sys.stderr.flush()
        yield item
    if shown:
        sys.stderr.write("\r" + " " * len(shown) + "\r")


def rich_console(stream: IO[str] | None = None) -> Console:
    """A rich console for stdout (or ``stream``) that agrees with `colour` and `width`."""
    from rich.console import Console

    stream = stream or sys.stdout
    coloured = colour(stream)
    return Console(
        file=stream,
        width=width(stream) or 80,
        height=_LINES,
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        no_color=not coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )

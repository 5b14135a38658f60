"""Where words go: results to stdout, everything else to stderr. And how: with or without colour, how wide."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds that may pass without a sign of life."""

NARROWEST = 30
"""Below this many columns nothing is broken any narrower; the terminal wraps by itself then."""


def result(text: str) -> None:
    """What the person asked for, to stdout."""
    _write(sys.stdout, text)


def notice(text: str) -> None:
    """Anything else, to stderr."""
    _write(sys.stderr, text)


def _write(stream: IO[str], text: str) -> None:
    stream.write(text if text.endswith("\n") else text + "\n")


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
    if given.isascii() and given.isdigit() and int(given) > 0:
        return max(NARROWEST, int(given))
    if not stream.isatty():
        return None
    return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def counted(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one; on a terminal, what takes over a second says how far it is. ``what`` has two blanks."""
    begun, shown = time.monotonic(), ""
    for number, item in enumerate(items):
        if time.monotonic() - begun > _PATIENCE and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            begun, wiped = time.monotonic(), "\r" + " " * len(shown) + "\r"
            shown = what.format(number=number, all=len(items))
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
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        no_color=not coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )

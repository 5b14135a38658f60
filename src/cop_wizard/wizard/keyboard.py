"""Reads one line from the keyboard, for plain mode: of any length, watched while it is typed, ended by any signal."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
from collections.abc import Callable, Iterator

_DRAFT_SECONDS = 0.3
"""How often a half-typed line is looked at; half a second is promised."""
_AGAIN_SECONDS = 0.25


def prepare() -> None:
    """Get readline ready: without it the system cuts a typed line at 4,095 bytes.

    On import readline asks what the terminal can do; told that it is a dumb one, it sends no escape bytes.
    """
    terminal = os.environ.get("TERM")
    os.environ["TERM"] = "dumb"
    try:
        import readline
    except ImportError:  # Windows has no such limit
        return
    finally:
        if terminal is None:
            del os.environ["TERM"]
        else:
            os.environ["TERM"] = terminal
    readline.set_auto_history(False)
    readline.parse_and_bind("set enable-bracketed-paste off")


def read_line(prompt: str, note: Callable[[str], None]) -> str:
    """One typed line. ``note`` is told, a few times a second, what stands on it so far. Raises as `input` does."""
    try:
        import readline
    except ImportError:
        with wait():
            return input(prompt)
    with _watching(readline.get_line_buffer, note), wait():
        return input(prompt)


_waiting = [False]


def waiting() -> bool:
    """Whether the program does nothing but wait for a line right now, so that it can be broken off."""
    return _waiting[0]


@contextlib.contextmanager
def wait() -> Iterator[None]:
    """While this lasts, the program waits for a line."""
    _waiting[0] = True
    try:
        yield
    finally:
        _waiting[0] = False


_watched: list[Callable[[], None]] = []


def note_now() -> None:
    """Tell at once what stands on the line that is being typed, if there is one: the program is about to end."""
    for look in _watched:
        look()


@contextlib.contextmanager
def _watching(typed: Callable[[], str], note: Callable[[str], None]) -> Iterator[None]:
    """Look at the line from a thread of its own, and see to it that a signal is not lost.

    A signal that comes just before readline begins to wait would be noticed only at the next key; so the thread sends
    it to the main one again until the wait is over.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    done = threading.Event()
    main = threading.get_ident()

    def look() -> None:
        if not typed().startswith(":"):
            note(typed())

    def watch() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        seen = ""
        while not done.is_set():
            ready, _writable, _failed = select.select([reader], [], [], _DRAFT_SECONDS)
            if ready:
                numbers = os.read(reader, 64)
                if numbers and not done.wait(_AGAIN_SECONDS):
                    signal.pthread_kill(main, numbers[-1])
            if typed() != seen:
                seen = typed()
                look()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    _watched.append(look)
    try:
        yield
    finally:
        _watched.remove(look)
        done.set()
        signal.set_wakeup_fd(before)
        os.write(writer, b"\0")  # wakes the thread
        watcher.join()
        os.close(reader)
        os.close(writer)

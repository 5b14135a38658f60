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
        return input(prompt)
    with _watching(readline.get_line_buffer, note):
        return input(prompt)


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

    def watch() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        seen = ""
        while not done.is_set():
            ready, _writable, _failed = select.select([reader], [], [], _DRAFT_SECONDS)
            if ready:
                numbers = os.read(reader, 64)
                if numbers and not done.wait(_AGAIN_SECONDS):
                    signal.pthread_kill(main, numbers[-1])
            now = typed()
            if now != seen and not now.startswith(":"):
                seen = now
                note(now)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        signal.set_wakeup_fd(before)
        os.write(writer, b"\0")  # wakes the thread
        watcher.join()
        os.close(reader)
        os.close(writer)

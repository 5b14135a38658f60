"""A real program in a real pseudo-terminal, with a screen that tests can read. Waits for what is shown, no sleeps."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "back": "\x1b[Z",
    "f1": "\x1bOP",
    "alt-enter": "\x1b\r",
    "space": " ",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-o": "\x0f",
    "ctrl-s": "\x13",
    "ctrl-t": "\x14",
    "ctrl-u": "\x15",
    "editor": "\x18\x05",
}
PATIENCE = 20.0
"""Seconds after which a wait is a failure. Long, because a busy machine is no failure."""


class _Screen(pyte.Screen):
    """A screen that answers the program's question where the cursor is, as a real terminal does."""

    reply: Callable[[bytes], Any] | None = None

    def write_process_input(self, data: str) -> None:
        if self.reply is not None:
            self.reply(data.encode())


class Terminal:
    """One run of ``cop``, or of a Python script if the first argument is one.

    ``text`` is what a person sees; ``raw`` is every byte the program wrote.
    """

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
    ) -> None:
        settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
        settings |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(cwd)}
        settings |= {"XDG_STATE_HOME": str(cwd), "XDG_CACHE_HOME": str(cwd)}
        settings |= {"BROWSER": "true", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        for name in ("VISUAL", "EDITOR", "ACCESSIBLE"):
            settings.pop(name, None)
        self.child: Any = pexpect.spawn(
            sys.executable,
            [*(() if arguments and arguments[0].endswith(".py") else ("-m", "cop_wizard")), *arguments],
            cwd=str(cwd),
            env=settings | (environment or {}),
            dimensions=(rows, columns),
            encoding=None,
        )
        self.child.delaybeforesend = None
        self._screen = _Screen(columns, rows)
        self._screen.reply = self.child.send
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.ended = False

    @property
    def text(self) -> str:
        """The screen as lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def _read(self) -> None:
        ready, _, _ = select.select([self.child.child_fd], [], [], 0.05)
        if not ready:
            return
        try:
            data = os.read(self.child.child_fd, 65536)
        except OSError:  # the program closed its end
            data = b""
        self.ended = not data
        self.raw += data
        self._stream.feed(data)

    def wait(self, wanted: str | Callable[[str], bool]) -> Terminal:
        """Read until the screen shows ``wanted``. Fails with the screen if the program ends or takes too long."""
        seen = wanted if callable(wanted) else lambda text: wanted in " ".join(text.split())
        limit = time.monotonic() + PATIENCE
        while not seen(self.text):
            if self.ended or time.monotonic() > limit:
                raise AssertionError(f"not seen: {wanted!r}\n--- screen ---\n{self.text}\n--------------")
            self._read()
        return self

    def send(self, *keys: str) -> Terminal:
        """Press keys by name (see ``KEYS``), or type text as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key).encode())
        return self

    def paste(self, text: str) -> Terminal:
        """Paste as terminals do, between brackets."""
        self.child.send(f"\x1b[200~{text}\x1b[201~".encode())
        return self

    def signal(self, number: int) -> Terminal:
        """Send the program a signal."""
        os.kill(self.child.pid, number)
        return self

    def hang_up(self) -> int:
        """Close the terminal window and return the exit code."""
        pty = self.child.ptyproc
        pty.fileobj.close()
        pty.fd = self.child.child_fd = -1
        pty.closed = self.child.closed = True
        _, status = os.waitpid(self.child.pid, 0)
        return os.waitstatus_to_exitcode(status)

    def end(self) -> int:
        """Read to the end and return the exit code (negative: the signal that killed it)."""
        limit = time.monotonic() + PATIENCE
        while not self.ended:
            if time.monotonic() > limit:
                raise AssertionError(f"still running\n--- screen ---\n{self.text}\n--------------")
            self._read()
        self.child.wait()
        code = self.child.exitstatus if self.child.exitstatus is not None else -int(self.child.signalstatus or 0)
        self.child.close(force=True)
        return code

"""Ctrl-C, SIGTERM and a closed terminal while somebody answers: everything is saved, then the program ends in order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any

from cop_wizard.wizard import keyboard
from cop_wizard.wizard.prompter import Interrupted


class Signals:
    """While this is entered, a signal that would end the program first has the draft written.

    A prompt on the screen is then ended from inside its own loop, so that it puts the terminal in order, and plain
    mode's wait for a line is broken off. Between prompts nothing is broken off (a save might be under way): the signal
    is kept, and the next prompt calls `check`. After a hang-up there is no terminal left, so the program ends at once.
    """

    _NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

    def __init__(self, flush_draft: Callable[[], None], by_lines: bool) -> None:
        self._flush_draft = flush_draft
        self._by_lines = by_lines
        self._kept: Interrupted | None = None
        self._handlers: dict[int, Any] = {}
        self._put_in_order: Callable[[], None] = lambda: None

    def check(self) -> None:
        """Raise `Interrupted` if a signal came while nobody could act on it."""
        if self._kept is not None:
            raise self._kept

    def __enter__(self) -> Signals:
        numbers = [getattr(signal, name) for name in self._NAMES if hasattr(signal, name)]
        self._handlers = {number: signal.signal(number, self._on_signal) for number in numbers}
        # Keys pressed between two prompts wait for the next one instead of being painted over the screen. In plain mode
        # they have to be painted: readline shows only what the terminal would show.
        self._put_in_order = terminal_keeper(quiet=not self._by_lines)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._put_in_order()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        keyboard.note_now()
        self._flush_draft()
        if number == getattr(signal, "SIGHUP", None):
            self._put_in_order()
            os._exit(128 + number)
        self._kept = self._kept or Interrupted(number)
        if keyboard.waiting():
            raise self._kept
        _end_prompt(self._kept)


def _end_prompt(interrupted: Interrupted) -> None:
    """End the prompt on the screen, if there is one."""
    toolkit = sys.modules.get("prompt_toolkit.application.current")
    app = toolkit.get_app_or_none() if toolkit else None
    if app is None or app.loop is None:
        return

    def leave() -> None:  # by now the person's Enter may have ended the prompt; then the next one finds the signal
        if app.is_running and app.future is not None and not app.future.done():
            app.exit(exception=interrupted)

    app.loop.call_soon_threadsafe(leave)


def terminal_keeper(quiet: bool) -> Callable[[], None]:
    """Something to call when the terminal should be as it is now; ``quiet``: from now on it shows no typed keys."""
    try:
        import termios
    except ImportError:  # Windows
        return lambda: None
    try:
        before = termios.tcgetattr(sys.stdin)
    except (OSError, ValueError, termios.error):  # no terminal
        return lambda: None

    def put_in_order() -> None:
        with suppress(OSError, termios.error):
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)

    if quiet:
        now = termios.tcgetattr(sys.stdin)
        now[3] &= ~termios.ECHO
        now[0] &= ~termios.IXON  # else Ctrl-S between two prompts would stop the screen
        with suppress(OSError, termios.error):
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, now)
    return put_in_order

"""The copy of a plan that a text editor works on, so that the plan itself is never half written or half thought out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _
from cop_wizard.wizard.rescue import free_name
from cop_wizard.wizard.seat import Seat, Taken
from cop_wizard.yamltext import store

_AT_ONCE = 20


class WorkingCopy:
    """A copy beside the plan, hidden and ending as the plan does, with the plan's permissions.

    One that a killed session left behind is not lost: it gets a name of its own beside the plan, which ``tell`` says.
    Raises `FileTrouble` where nothing can be written there.
    """

    def __init__(self, plan: Path, text: str, tell: Callable[[Path], None]) -> None:
        self._plan = plan
        self._text = text
        self.path, self._seat = _free_seat(plan)
        if os.path.lexists(self.path):
            # A link, a pipe or a folder of this name was never ours, and reading it could lead anywhere, or never end.
            if stat.S_ISREG(self.path.lstat().st_mode) and (kept := self.put_aside()) is not None:
                tell(kept)
            self.discard()
        try:
            self.restore()
        except FileTrouble:
            self.leave()
            raise

    def restore(self) -> None:
        """Write the copy as it was in the beginning."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(self.path, flags, 0o600), "wb") as file:
                file.write(self._text.encode())
            with suppress(OSError):
                self.path.chmod(stat.S_IMODE(self._plan.stat().st_mode))
        except OSError as error:
            raise FileTrouble(
                _("The copy for your editor cannot be written beside {path}: {reason}.").format(
                    path=self._plan, reason=error.strerror
                ),
                _("Nothing was changed. Copy the plan to a folder where you may write, and edit it there."),
                self._plan,
            ) from None

    def read(self) -> str:
        """What the editor saved. Raises `FileTrouble` where that is gone or no text."""
        return store.load(self.path).text

    def changed(self) -> bool:
        """Whether there is anything in the copy that was not there in the beginning."""
        try:
            return self.path.read_bytes() not in (self._text.encode(), b"")
        except OSError:
            return False

    def put_aside(self) -> Path | None:
        """Keep what is in the copy in a file beside the plan, and say where; ``None`` if it has nothing of its own."""
        try:
            content = self.path.read_bytes()
            if content in (self._text.encode(), b""):
                self.discard()
                return None
            kept = free_name(self._plan)
            self.path.rename(kept)
        except OSError:
            return self.path if self.path.exists() else None
        return kept

    def discard(self) -> None:
        """The copy is not wanted any more."""
        with suppress(OSError):
            self.path.unlink()

    def leave(self) -> None:
        """Another session may work on a copy of this name."""
        self._seat.leave()


def _free_seat(plan: Path) -> tuple[Path, Seat]:
    """A name for a copy that no running session uses, and its lock."""
    for number in range(1, _AT_ONCE + 1):
        mark = "editing" if number == 1 else f"editing-{number}"
        path = plan.with_name(f".{plan.stem}.{mark}{plan.suffix}")
        with suppress(Taken):
            return path, Seat(path.with_name(path.name + ".lock"))
    raise FileTrouble(_("{path} is open in too many editors.").format(path=plan), _("Close some of them first."), plan)

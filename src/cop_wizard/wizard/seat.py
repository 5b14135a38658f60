"""A session's own seat at a plan: a lock beside it, so that two sessions at one plan do not share their drafts.

The system lets go of the lock when the program ends, however it ends. Where nothing can be locked (a read-only folder,
some network drives) everybody sits alone.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


class Taken(Exception):
    """Another session that is still running sits here."""


class Seat:
    """Holds the lock file at ``path`` until `leave`. Raises `Taken`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        while self._handle is None:
            try:
                handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            except OSError:
                return
            if not _lock(handle):
                os.close(handle)
                raise Taken
            if _is_still(path, handle):
                self._handle = handle
            else:  # whoever sat here took the file away at the same moment
                os.close(handle)

    def leave(self) -> None:
        """Let somebody else sit here."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if os.name == "nt":  # a file that is open cannot be taken away there
            os.close(handle)
        with suppress(OSError):
            self._path.unlink()
        if os.name != "nt":
            os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # this drive has no locks
            return True
        return True

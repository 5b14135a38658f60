"""One file takes another's place in a single step, also where other programs or a slow drive are in the way.

The new content is written in full to a spare file in the same folder. Only then does that take the old file's name, so
whoever looks, and whenever the power fails, there is the old content or the new one and never half of either.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep as pause

_NEW_FILE = 0o666
_PRIVATE = 0o600

_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait before each further try: a virus scanner, a backup or another save is gone by then."""
_HELD_OPEN = PermissionError if os.name == "nt" else BlockingIOError
"""What the system says of a file that another program uses right now. Elsewhere a refused permission is lasting."""
_PASSING = (errno.EBUSY, errno.EAGAIN, errno.EINTR, errno.ESTALE, errno.ETIMEDOUT)
"""What network drives say when they would manage a moment later."""
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EBADF)
"""What drives say that know no locks."""
_SPARE = re.compile(r"\.(.+)\.\d+-[0-9a-f]{8}\.tmp")
"""How spare files are called: after the file they are for, the process that writes them, and a random number."""
_FORGOTTEN = 60.0
"""Seconds after which a spare file belongs to a save that never ended."""


def put(
    target: Path, content: bytes, check: Callable[[], None], *, like: Path | None = None, mode: int = 0, lasting: bool
) -> None:
    """Give ``target`` the content, whole or not at all. A link at ``target`` is replaced, not followed.

    ``check`` is called right before the file takes its place, and stops everything by raising. Group and permissions
    are those of the old file, or of ``like``, or ``mode``. ``lasting`` waits until a power cut cannot undo it.
    Raises ``OSError``, a ``BlockingIOError`` where another program has locked the file.
    """
    try:
        old: os.stat_result | None = (like or target).stat()
    except FileNotFoundError:
        old = None
    spare = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(spare, flags, _PRIVATE if old else mode or _NEW_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            if old:
                _dress(handle, old)
            file.write(content)
            file.flush()
            os.fsync(handle)
        _swap(spare, target, check)
    except BaseException:
        with suppress(OSError):
            spare.unlink()
        raise
    if lasting:
        _sync_folder(target.parent)
        _sweep(target)


def _swap(spare: Path, target: Path, check: Callable[[], None]) -> None:
    """Let the spare file take the target's place; what may pass by itself is waited for, a little."""
    written = spare.stat()
    for wait in (*_PAUSES, None):
        try:
            with _to_ourselves(target):
                check()
                os.replace(spare, target)  # noqa: PTH105  the tests let this very call fail
        except OSError as error:
            if _arrived(target, written):  # a network drive lost its own answer and tried again
                return
            if wait is None or not (isinstance(error, _HELD_OPEN) or error.errno in _PASSING):
                raise
            pause(wait)
        else:
            return


def _arrived(target: Path, written: os.stat_result) -> bool:
    try:
        found = target.stat()
    except OSError:
        return False
    return bool(found.st_ino) and (found.st_dev, found.st_ino) == (written.st_dev, written.st_ino)


@contextmanager
def _to_ourselves(target: Path) -> Iterator[None]:
    """Nobody else who asks saves the file meanwhile. Raises ``BlockingIOError`` where somebody else has locked it.

    Windows needs no lock for this: there a file that is in use cannot be replaced.
    """
    try:
        import fcntl

        handle = os.open(target, os.O_RDWR)
    except (ImportError, OSError):  # also a file that is not there yet, or not ours to write to
        yield
        return
    try:
        # Programs lock in two ways that do not know of each other. Only the first lasts while we read the file again.
        for lock in (fcntl.flock, fcntl.lockf):
            try:
                lock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise BlockingIOError(errno.EAGAIN, "locked", str(target)) from error
        yield
    finally:
        os.close(handle)


def _dress(handle: int, old: os.stat_result) -> None:
    """Give a new file the group and the permission bits of the old one, as far as this system and this user can."""
    with suppress(OSError, AttributeError):
        os.fchown(handle, -1, old.st_gid)
    with suppress(OSError, AttributeError):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut. Windows and some network folders cannot, and need not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(target: Path) -> None:
    """Clear away what saves of this file left that were killed. Ages are told by the drive's own clock."""
    with suppress(OSError):
        newest = target.stat().st_mtime
        with os.scandir(target.parent) as entries:
            for entry in entries:
                ours = spare_for(entry.name) == target.name
                if ours and newest - entry.stat(follow_symlinks=False).st_mtime > _FORGOTTEN:
                    os.unlink(entry)  # noqa: PTH108  a Path would have to be made of it first


def spare_for(name: str) -> str:
    """The name of the file for which a file called ``name`` was to take its place, or "" for one that is no spare."""
    found = _SPARE.fullmatch(name)
    return found[1] if found else ""

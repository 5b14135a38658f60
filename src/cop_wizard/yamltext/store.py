"""A plan's text on disk: read whole, written whole or not at all, and never over somebody else's changes."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.errors import ChangedOnDisk, FileTrouble
from cop_wizard.i18n import _
from cop_wizard.yamltext.limits import MAX_BYTES
from cop_wizard.yamltext.replacing import put

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file held at some moment, as a hash of its bytes; ``None`` if there was no file."""

    digest: str | None


MISSING = Stamp(None)
"""The stamp of a file that is not there: expect it when saving a new plan."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The text of a file, byte order mark and newlines included, and the stamp to save it with."""

    text: str
    stamp: Stamp


def load(path: Path) -> Loaded:
    """Read a file. Raises ``FileTrouble`` if it is missing, no ordinary file, too large, unreadable or not UTF-8."""
    content = _bytes(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content, error.start) from None
    return Loaded(text, _stamp(content))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that need be no UTF-8. Raises ``FileTrouble`` as `load` does for all the rest."""
    return _bytes(path)


def save(path: Path, text: str, expected: Stamp, *, keep_old: bool = False) -> Stamp:
    """Write a file whole and return its new stamp. A link is followed; permissions stay as they were.

    Raises ``ChangedOnDisk`` if the file is not what ``expected`` says, and ``FileTrouble`` if it cannot be written. In
    both cases the file is left as it was. A new file is not made at the far end of a link: nobody named that place.
    ``keep_old`` makes a `backup` of what is replaced, and only once nothing but the writing itself is left to do.
    """
    content = _encoded(path, text)
    target = Path(os.path.realpath(path))
    with _explained(path):
        if expected == MISSING and path.is_symlink() and not target.exists():
            raise FileTrouble(
                _("“{path}” is a link that leads nowhere.").format(path=path),
                _("Delete the link, or choose another name."),
                path,
            )
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(target))

        def ready() -> None:
            _unchanged(path, target, expected)
            if keep_old:
                backup(path)

        put(target, content, ready, lasting=True)
    return _stamp(content)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that can be made again, such as a page made from a plan, over whatever was there before.

    Of any size, whole or not at all. A link is not followed: it becomes the file. Raises ``FileTrouble`` if it cannot
    be written.
    """
    with _explained(path):
        put(path, content, lambda: None, lasting=True)


def backup(path: Path) -> Path | None:
    """Copy a file to one beside it whose name ends in ``.bak``; ``None`` if there is nothing to copy.

    Raises ``FileTrouble`` if the copy cannot be written.
    """
    copy = path.with_name(path.name + ".bak")
    with _explained(copy):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        put(copy, content, lambda: None, like=path, lasting=True)
    return copy


def draft_path(path: Path) -> Path:
    """The hidden file beside a plan that holds an unfinished session."""
    return path.with_name(f".{path.name}.draft")


def write_draft(path: Path, text: str) -> None:
    """Keep an unfinished session beside the plan at ``path``. Raises ``FileTrouble`` if it cannot be written."""
    draft = draft_path(path)
    content = _encoded(draft, text)
    with _explained(draft):
        put(draft, content, lambda: None, mode=_PRIVATE, lasting=False)


def read_draft(path: Path) -> str | None:
    """The unfinished session beside the plan at ``path``; ``None`` if there is none, or none that can be read."""
    import json  # only those who resume a session pay for it

    try:
        text = load(draft_path(path)).text
        json.loads(text)
    except (FileTrouble, ValueError, RecursionError):
        return None
    return text


def remove_draft(path: Path) -> None:
    """Forget the unfinished session beside the plan at ``path``, if there is one. Raises ``FileTrouble``."""
    draft = draft_path(path)
    with _explained(draft):
        draft.unlink(missing_ok=True)


# Reading


def _bytes(path: Path) -> bytes:
    with _explained(path, reading=True):
        # Ask before opening: opening a pipe would wait for somebody to write into it.
        _ordinary(path, path.stat())
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large(path)
    return content


def _ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileTrouble(_("“{path}” is a folder, not a file.").format(path=path), _("Name the plan inside it."), path)
    if not stat.S_ISREG(status.st_mode):
        raise FileTrouble(
            _("“{path}” is not an ordinary file.").format(path=path), _("Name a file that holds text."), path
        )
    if status.st_size > MAX_BYTES:
        raise _too_large(path)


def _too_large(path: Path) -> FileTrouble:
    return FileTrouble(
        _("“{path}” is too large for a plan: it holds more than {size} megabytes.").format(
            path=path, size=MAX_BYTES // 1_000_000
        ),
        _("Please check that this is the right file."),
        path,
    )


def _not_utf8(path: Path, content: bytes, offset: int) -> FileTrouble:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = _("“{path}” is saved as UTF-16, which cannot be read here.").format(path=path)
    else:
        before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        message = _("“{path}” is not saved as UTF-8: the character at fault is in line {line}.").format(
            path=path, line=before.count(b"\n") + 1
        )
    return FileTrouble(
        message, _("Open it in an editor and save it as UTF-8: many have this choice under “Save as”."), path
    )


def _stamp(content: bytes) -> Stamp:
    return Stamp(hashlib.sha256(content).hexdigest())


def _unchanged(path: Path, target: Path, expected: Stamp) -> None:
    """Raise ``ChangedOnDisk`` unless the file is still the one that was expected."""
    try:
        found = _stamp(_bytes(target))
    except FileTrouble as trouble:
        if not isinstance(trouble.__cause__, FileNotFoundError):
            raise
        found = MISSING
    if found == expected:
        return
    if found == MISSING:
        message = _("“{path}” is gone: it was moved or deleted meanwhile.")
    elif expected == MISSING:
        message = _("There is a file called “{path}” by now.")
    else:
        message = _("“{path}” was changed by somebody else meanwhile.")
    raise ChangedOnDisk(
        message.format(path=path),
        _("Nothing was written. Save under another name, or start again from the file."),
        path,
    )


# Writing


def _encoded(path: Path, text: str) -> bytes:
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FileTrouble(
            _("There is half a character in the text, near “{text}”, that cannot be saved.").format(
                text=text[max(error.start - 20, 0) : error.start]
            ),
            _("Delete it and type it again."),
            path,
        ) from None
    if len(content) > MAX_BYTES:
        raise _too_large(path)
    return content


# Words for what the system refuses


@contextmanager
def _explained(path: Path, reading: bool = False) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _trouble(path, error, reading) from error


def _trouble(path: Path, error: OSError, reading: bool) -> FileTrouble:
    if error.errno in _FULL:
        message = _("There is no space left to save “{path}”.")
        hint = _("Make some space on the disk and try again. The old file is unharmed.")
    elif isinstance(error, FileNotFoundError) and reading:
        message, hint = _("There is no file “{path}”."), _("Check the name and the folder.")
    elif isinstance(error, BlockingIOError) or error.errno == errno.EBUSY:
        message = _("Another program is using “{path}” and lets nobody else write to it.")
        hint = _("Close it there and try again. The old file is unharmed.")
    elif isinstance(error, (FileNotFoundError, NotADirectoryError)):
        message = _("The folder for “{path}” does not exist.")
        hint = _("Create the folder first, or choose another one.")
    elif isinstance(error, PermissionError) and reading:
        message, hint = _("You are not allowed to read “{path}”."), _("Ask its owner to share it with you.")
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        message = _("“{path}” cannot be written: it or its folder is read-only, or another program holds it open.")
        hint = _("Close other programs that use it, or save under another name. The old file is unharmed.")
    elif error.errno == errno.ENAMETOOLONG:
        message, hint = _("The name “{path}” is too long."), _("Choose a shorter one.")
    else:
        message = _("“{path}” cannot be read: {reason}.") if reading else _("“{path}” cannot be written: {reason}.")
        hint = _("Try again, or use a file in another folder.")
    return FileTrouble(message.format(path=path, reason=error.strerror or error), hint, path)

"""What an earlier set of documents left: it must not stay beside one for other readers, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _, ngettext

INDEX = "index.html"
MESSAGE = "message.txt"
_OURS = 'class="document document-index'
_LEADS_TO = re.compile(r'href="\./([^"/\\]+)"')
_ENDINGS = (".html", ".md", ".docx", ".pdf", ".ics", ".csv")
_LARGEST = 5_000_000
_WRITING = 30.0
"""Seconds within which all files of a set are written, the index first."""


def make_room(folder: Path, names: Iterable[str]) -> None:
    """Take out of ``folder`` what an earlier set put there, before files of these ``names`` are written.

    Only documents are removed: those its index leads to, and those that were being written when it was killed. The
    index itself stays until another takes its place, so that a set whose making is broken off can still be told by it.
    Raises `FileTrouble` where a file that no set of ours put there would be written over, or one cannot be removed.
    """
    if folder.resolve() == Path(folder.resolve().anchor):
        raise WrongUse(_("“{path}” is the top of the disk.").format(path=folder), _("Name a folder with -o."))
    earlier = _earlier(folder)
    ours = {INDEX, MESSAGE, *earlier} if earlier is not None else set()
    for name in names:
        if name not in ours and (folder / name).exists():
            raise _foreign(folder / name, _("Name another folder with -o."))
    _refuse_changed(folder, ours)
    gone = set()
    for path in (*(folder / name for name in ours - {INDEX}), *_unfinished(folder)):
        if path.is_file() and not path.is_symlink():
            _remove(path)
            gone.add(path.name)
    _tell(sorted(gone - set(names)), folder)


def _refuse_changed(folder: Path, ours: Iterable[str]) -> None:
    """Raise `FileTrouble` for a document that somebody has worked on since its set was written."""
    try:
        written = (folder / INDEX).stat().st_mtime
        changed = [name for name in sorted(ours) if _moment(folder / name) > written + _WRITING]
    except OSError:
        return
    if changed:
        raise FileTrouble(
            _("“{path}” was changed after it was made, so nothing was written.").format(path=folder / changed[0]),
            _("Move it to another place, or name another folder with -o."),
            folder / changed[0],
        )


def _moment(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0.0


def _tell(gone: list[str], folder: Path) -> None:
    """Say what was taken out and is not made anew."""
    from cop_wizard.cli.messages import show
    from cop_wizard.wording import some_of

    if gone:
        said = ngettext(
            "Taken out of {folder}, from an earlier set: {count} file ({names}).",
            "Taken out of {folder}, from an earlier set: {count} files ({names}).",
            len(gone),
        )
        show(said.format(folder=folder, count=len(gone), names=some_of(gone, 4)))


def refuse_foreign_archive(path: Path) -> None:
    """Raise `FileTrouble` where there is a file at ``path`` that is no archive of ours."""
    if not path.is_file():
        return
    try:
        with ZipFile(path) as archive:
            known = archive.getinfo(INDEX).file_size <= _LARGEST and _OURS.encode() in archive.read(INDEX)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        known = False
    if not known:
        raise _foreign(path, _("Name another file with -o."))


def _foreign(path: Path, hint: str) -> FileTrouble:
    return FileTrouble(_("“{path}” is not from cop, so nothing was written.").format(path=path), hint, path)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise FileTrouble(
            _("“{path}” is from an earlier set and cannot be removed: {reason}.").format(
                path=path, reason=error.strerror or error
            ),
            _("Remove it, or name another folder with -o."),
            path,
        ) from error


def _unfinished(folder: Path) -> list[Path]:
    """What a set that was killed while it wrote left: documents that had not got their names yet."""
    from cop_wizard.yamltext.replacing import spare_for

    try:
        return [path for path in folder.iterdir() if spare_for(path.name).lower().endswith(_ENDINGS)]
    except OSError:  # it is not there yet, or cannot be listed, which is told when it is written to
        return []


def _earlier(folder: Path) -> list[str] | None:
    """The names that the index of an earlier set leads to; ``None`` where there is no such index."""
    index = folder / INDEX
    try:
        if not index.is_file() or index.stat().st_size > _LARGEST:
            return None
        text = index.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    if _OURS not in text:
        return None
    names = map(unquote, _LEADS_TO.findall(text))
    return [name for name in names if "/" not in name and name.lower().endswith(_ENDINGS)]

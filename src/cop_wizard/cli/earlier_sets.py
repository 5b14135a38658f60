"""What an earlier set of documents left in a folder: it must not stay there beside one for other readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _

INDEX = "index.html"
_OURS = 'class="document document-index'
_LEADS_TO = re.compile(r'href="\./([^"/\\]+)"')
_ENDINGS = (".html", ".md", ".docx", ".pdf", ".ics", ".csv")
_LARGEST = 5_000_000


def make_room(folder: Path, names: Iterable[str]) -> None:
    """Take out of ``folder`` what an earlier set put there, before files of these ``names`` are written.

    Only documents are removed: those its index leads to, and those that were being written when it was killed. Raises
    `FileTrouble` where a file that no set of ours put there would be written over, or where one cannot be removed.
    """
    earlier = _earlier(folder)
    for name in names:
        if earlier is None and name in (INDEX, "message.txt") and (folder / name).exists():
            raise FileTrouble(
                _("“{path}” is not from cop, so nothing was written.").format(path=folder / name),
                _("Name another folder with -o."),
                folder / name,
            )
    kept = set(names)
    for path in (*(folder / name for name in earlier or () if name not in kept), *_unfinished(folder)):
        if path.is_file() and not path.is_symlink():
            _remove(path)


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

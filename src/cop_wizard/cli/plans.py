"""Finding, reading and checking the plans a person names on the command line."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report

_PLAN = re.compile(rb"^(?:\xef\xbb\xbf)?(?:\{[ ]*)?[\"']?schema_version[\"']?[ ]*:", re.MULTILINE)
_YAML = (".yaml", ".yml")
_ENOUGH = 2_000_000


def today() -> dt.date:
    """The day it is. ``SOURCE_DATE_EPOCH`` (seconds since 1970) sets it, so that output can be made again exactly."""
    fixed = _fixed()
    return fixed.date() if fixed else dt.date.today()  # noqa: DTZ011  the person's own day, wherever they are


def now() -> dt.datetime:
    """The moment it is, in universal time, to the second. ``SOURCE_DATE_EPOCH`` sets it, too."""
    return _fixed() or dt.datetime.now(dt.UTC).replace(microsecond=0)


def _fixed() -> dt.datetime | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return None


def check_file(path: Path) -> Report:
    """Read and check one plan. Raises `FileTrouble` where it cannot be read."""
    return check_text(read(path), path)


def check_text(text: str, path: Path) -> Report:
    """Check the text of the plan at ``path``."""
    from cop_wizard.checks.runner import check

    return check(text, path, today())


def read(path: Path) -> str:
    """The text of a plan. Raises `FileTrouble`, with the name that may have been meant."""
    from cop_wizard.yamltext import store

    try:
        return store.load(path).text
    except FileTrouble as trouble:
        meant = _meant(path) if not path.exists() else ""
        if meant:
            raise FileTrouble(trouble.message, _("Did you mean `{meant}`?").format(meant=meant), path) from trouble
        raise


def named(paths: list[Path]) -> Iterator[Path]:
    """The plans behind files and folders, each once; a folder stands for all plans below it.

    A link inside a folder that leads out of it stands for nothing: whoever names a folder does not mean its outside.
    Raises `WrongUse` for a folder without plans.
    """
    seen = set()
    for given in paths:
        for path in _below(given) if _is_folder(given) else [given]:
            if path.absolute() not in seen:
                seen.add(path.absolute())
                yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # not to be reached, which is told when it is read
        return False


def _below(folder: Path) -> list[Path]:
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            hidden = not name.endswith(_YAML) or name.startswith(".") or _leads_out(path, folder)
            if not hidden and (is_plan(path) or not os.access(path, os.R_OK)):  # what cannot be read is told, too
                found.append(path)
    if not found:
        raise WrongUse(
            _("There is no plan in the folder `{folder}`.").format(folder=folder),
            _("A plan is a file that ends in .yaml and has a line `schema_version: 2`."),
        )
    return found


def _leads_out(path: Path, folder: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_plan(path: Path) -> bool:
    """Whether the file says at its top level which version of a plan's form it has. Never waits for a pipe."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _PLAN.search(file.read(_ENOUGH)) is not None
    except OSError:
        return False


def _meant(path: Path) -> str:
    """A file of nearly this name in the same folder, or ""."""
    import difflib

    try:
        names = [one.name for one in path.parent.iterdir() if one.name.endswith(_YAML)]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    if not close and path.with_suffix(".yaml").name in names:
        close = [path.with_suffix(".yaml").name]
    return str(path.with_name(close[0])) if close else ""

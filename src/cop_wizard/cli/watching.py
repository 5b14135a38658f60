"""``cop validate --watch``: the plans are checked again each time one of them is saved, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cop_wizard.cli.checking import Order, check_all
from cop_wizard.cli.console import notice
from cop_wizard.cli.run import asked_to_stop
from cop_wizard.errors import CopError
from cop_wizard.i18n import _

_PAUSE = 0.3
"""Seconds between two looks at the files."""

_ENDINGS = (".yaml", ".yml", ".toml")

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def check_again_and_again(named: list[Path], order: Order) -> int:
    """Returns only once the program is asked to stop; Ctrl-C ends it, too."""
    seen: object = None
    while not asked_to_stop():
        now = _state(named)
        if now != seen:
            seen = now
            _once(named, order)
            notice(_("Waiting for the next save. Ctrl-C ends."))
            sys.stderr.flush()
        time.sleep(_PAUSE)
    return 128 + asked_to_stop()


def _once(named: list[Path], order: Order) -> None:
    from cop_wizard.settings.find import forget

    forget()
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
    try:
        check_all(named, order)
    except CopError as error:  # a folder without plans may have one later
        from cop_wizard.cli.messages import show_error

        show_error(error)
    sys.stdout.flush()


def _state(named: list[Path]) -> object:
    """What changes when a file that matters is saved: the plans, and what lies beside them (own guides, settings)."""
    beside = {one for path in named if not path.is_dir() for one in path.parent.glob("*") if one.suffix in _ENDINGS}
    below = {one for path in named if path.is_dir() for one in _below(path)}
    return sorted((str(path), _stamp(path)) for path in {*named, *beside, *below})


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if name.endswith(_ENDINGS))


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return found.st_mtime_ns, found.st_size, found.st_ino

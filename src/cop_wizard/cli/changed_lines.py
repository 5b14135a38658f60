"""A change of a file, line by line: what went, what came, and one line around each place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from cop_wizard.cli import console
from cop_wizard.visible import visible, visible_line

_COLOURS = {"+": "32", "-": "31"}


def show_change(path: Path, before: str, after: str, stream: TextIO) -> None:
    """Write the change of the file at ``path`` to ``stream``."""
    colour = console.colour(stream)
    for line in _changes(visible_line(str(path)), before.splitlines(), after.splitlines()):
        mark = _COLOURS.get(line[:1]) if colour else None
        stream.write((f"\x1b[{mark}m{line}\x1b[0m" if mark else line) + "\n")
    stream.write("\n")


def _changes(name: str, before: list[str], after: list[str]) -> Iterator[str]:
    for group in difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(1):
        yield f"{name}:{group[0][3] + 1}:"
        for kind, begin, end, new_begin, new_end in group:
            if kind == "equal":
                yield from ("  " + visible(line) for line in before[begin:end])
            else:
                yield from ("- " + visible(line) for line in before[begin:end])
                yield from ("+ " + visible(line) for line in after[new_begin:new_end])

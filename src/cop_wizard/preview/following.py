"""Makes the document anew whenever a file that it is made of is saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

import anyio
from anyio.to_thread import run_sync
from watchfiles import awatch

from cop_wizard.preview.latest import Board, Problem

_PATIENCE = 0.12
"""Seconds before a mistake is told: the editor may be in the middle of writing the file."""

_GLANCE = 250
"""Milliseconds after which the files are looked at even if the system reports nothing.

It reports nothing of network drives, and of what happened while nobody was listening.
"""

_GATHERING = 150
"""Milliseconds that reports are gathered at most; a busy folder such as /tmp never falls silent."""

_MOST = 2_000
"""So many files of a folder are looked at; more than that are no templates."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files a document is made of, whether they are there or not, and folders of which every file counts."""

    files: frozenset[Path]
    folders: frozenset[Path] = frozenset()


class Work(Protocol):
    """A document that can be made again and again. Both are called in a thread, never at the same time."""

    def make(self) -> bytes | tuple[Problem, ...]:
        """The document, or why there is none."""

    def sources(self) -> Sources:
        """What it is made of, as far as known now."""


async def follow(work: Work, board: Board) -> None:
    """Make the document now and after each change, and put it up. Never returns by itself."""
    while True:
        seen, made = await _attempt(work)
        if not isinstance(made, bytes):
            await anyio.sleep(_PATIENCE)
            if await _look(work) != seen:
                seen, made = await _attempt(work)
        board.put(made)
        await _change(work, seen)


async def _attempt(work: Work) -> tuple[object, bytes | tuple[Problem, ...]]:
    """What the files were before the document was made of them, and what came of it."""
    return await _look(work), await run_sync(work.make)


async def _look(work: Work) -> object:
    return await run_sync(_state, work.sources())


async def _change(work: Work, seen: object) -> None:
    """Wait until the files are no longer as they were ``seen``."""
    while await _look(work) == seen:
        reports = awatch(
            *await run_sync(_watched, work.sources()),
            watch_filter=None,
            debounce=_GATHERING,
            rust_timeout=_GLANCE,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
        try:
            async with aclosing(reports):
                async for _changes in reports:
                    if await _look(work) != seen:
                        return
        except OSError:  # a folder has just gone, or the system watches no more of them for us
            await anyio.sleep(_GLANCE / 1000)


def _state(sources: Sources) -> object:
    """Something that is different once any of the files has been written, moved or deleted."""
    return {path: _stamp(path) for path in (*sources.files, *_within(sources.folders))}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):  # also a name that no file can have
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _within(folders: frozenset[Path]) -> Iterator[Path]:
    found = (Path(place, name) for place, names in _walk(folders) for name in names if not name.startswith("."))
    return islice(found, _MOST)


def _walk(folders: frozenset[Path]) -> Iterator[tuple[str, list[str]]]:
    for folder in folders:
        for place, deeper, names in os.walk(folder):
            deeper[:] = [name for name in deeper if not name.startswith(".")]
            yield place, names


def _watched(sources: Sources) -> frozenset[Path]:
    """The folders whose reports matter. Of a file that is a link, also the folder of what it leads to."""
    files = {place for path in sources.files for place in (path.absolute(), Path(os.path.realpath(path)))}
    below = {Path(place) for place, _names in islice(_walk(sources.folders), _MOST)}
    return frozenset(folder for folder in {path.parent for path in files} | below if os.path.isdir(folder))  # noqa: PTH112  also where it may not be looked at

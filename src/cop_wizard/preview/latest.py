"""What the browsers show: the last page that could be made, and what keeps the next one from being made."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import anyio


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no new page, in words.

    ``place`` is a file, with line and column where they are known; ``line`` the text that stands there, with its
    ``number``, and ``carets`` mark the spot below it. Each but ``message`` may be "".
    """

    message: str
    hint: str = ""
    place: str = ""
    code: str = ""
    number: str = ""
    line: str = ""
    carets: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    """``page`` is the last one that could be made, the ``number``-th; ``b""`` and 0 if there was none yet."""

    number: int = 0
    page: bytes = b""
    problems: tuple[Problem, ...] = ()


class Board:
    """Where the latest is put up, and everybody who looks on learns of it. Belongs to one event loop."""

    def __init__(self) -> None:
        self.latest = Latest()
        self._news = anyio.Event()
        self._taken_down = False

    def put(self, made: bytes | tuple[Problem, ...]) -> None:
        """Put up a page; or problems, with the page before them left where it is."""
        if not isinstance(made, bytes):
            self._change(replace(self.latest, problems=made))
        elif made == self.latest.page:
            self._change(replace(self.latest, problems=()))
        else:
            self._change(Latest(self.latest.number + 1, made))

    def take_down(self) -> None:
        """There will be nothing more."""
        self._taken_down = True
        self._wake()

    async def versions(self) -> AsyncIterator[Latest]:
        """What is there now, then whatever is new, until it is taken down. Whoever is slow misses some in between."""
        seen = None
        while not self._taken_down:
            if self.latest == seen:
                await self._news.wait()
            else:
                seen = self.latest
                yield seen

    def _change(self, latest: Latest) -> None:
        if latest != self.latest:
            self.latest = latest
            self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = anyio.Event()

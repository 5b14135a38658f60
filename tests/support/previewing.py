"""A running ``cop preview``, and what a browser would get from it. Waits for what is told, no sleeps."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

PATIENCE = 25.0
"""Seconds after which a wait is a failure. Long, because a busy machine is no failure."""


class Answer(NamedTuple):
    """What the server gave."""

    status: int
    headers: Message
    text: str


class Preview:
    """One run of ``cop preview`` in a folder. Its address is known once it is made."""

    def __init__(self, *words: str, cwd: Path, **environment: str) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        # a session of its own: the Ctrl-C of a test is for it alone
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cop_wizard", "preview", *words],
            cwd=cwd,
            env={**kept, "XDG_CACHE_HOME": str(cwd / ".cache"), "PYTHONWARNINGS": "error", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        self._open: list[http.client.HTTPResponse | http.client.HTTPConnection] = []
        parts = urlsplit(self.address)
        assert parts.port, self.process.communicate()
        self.port = parts.port
        self.token = parts.path.strip("/")

    def ask(self, name: str = "", method: str = "GET", **headers: str) -> Answer:
        """The answer to one request below the address."""
        return self.ask_for(f"/{self.token}/{name}", method, **headers)

    def ask_for(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The answer to one request for any path; of one that does not end, only the head."""
        with closing(self._line()) as line:
            line.putrequest(method, path, skip_host="Host" in headers)
            for header, value in headers.items():
                line.putheader(header, value)
            line.endheaders()
            with line.getresponse() as got:
                return Answer(got.status, got.headers, got.read().decode() if got.length is not None else "")

    def news(self) -> News:
        """A line to the news, as each browser has one."""
        line = self._line()
        line.request("GET", f"/{self.token}/news")
        answer = line.getresponse()
        self._open += [answer, line]
        assert answer.status == 200
        return News(answer)

    def _line(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send a signal; the exit code, and what was said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        _out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, err

    def __enter__(self) -> Preview:
        return self

    def __exit__(self, *_error: object) -> None:
        for one in self._open:
            one.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


class News:
    """What is told to one browser, as it comes."""

    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self._answer = answer
        self._told = self._read()

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first news from now on that are ``wanted``. Fails if none are told for long, or no more are to come."""
        return next(told for told in self._told if wanted(told))

    def page(self, number: int) -> dict[str, Any]:
        """News of a page of at least this number, with nothing wrong."""
        return self.until(lambda told: told["number"] >= number and not told["problems"])

    def problem(self) -> dict[str, str]:
        """The first problem of the next news that tell of one."""
        first = self.until(lambda told: bool(told["problems"]))["problems"][0]
        assert isinstance(first, dict)
        return first

    def ended(self) -> bool:
        """Whether there is nothing more."""
        return not list(self._told)

    def _read(self) -> Iterator[dict[str, Any]]:
        while line := self._answer.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

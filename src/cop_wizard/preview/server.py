"""The server of one document, for this machine alone: whoever does not know its address gets nothing from it."""

from __future__ import annotations

import json
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from types import FrameType

import anyio
import uvicorn
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from cop_wizard.errors import CopError
from cop_wizard.i18n import _
from cop_wizard.preview.following import Work, follow
from cop_wizard.preview.frame import frame, policy
from cop_wizard.preview.latest import Board, Latest

_HERE = "127.0.0.1"

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_PAGE_POLICY = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'"
"""No scripts, whatever a template holds. What the document itself may load is said in the document."""


class PortTaken(CopError):
    """Another program listens on the port that was asked for."""


class Door:
    """Where browsers come in: a port of this machine and a word that nobody can guess."""

    def __init__(self, port: int) -> None:
        """Listen on ``port``, or with 0 on any that is free. Raises `PortTaken`."""
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            self.socket.bind((_HERE, port))
        except OSError as error:
            self.socket.close()
            raise PortTaken(
                _("Port {port} cannot be used: {reason}.").format(port=port, reason=error.strerror or error),
                _("Name another with --port, or leave it out: then a free one is found."),
            ) from None
        self.port = int(self.socket.getsockname()[1])
        self.token = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """What a person types into a browser."""
        return f"http://{_HERE}:{self.port}/{self.token}/"

    def wanted(self, request: Request) -> str | None:
        """What is asked for, as the last part of the address; ``None`` where whoever asks should not be here.

        A page of another site may well send a browser here, by a name of its own (DNS rebinding) or in a request of its
        own: the first is told by Host, the second by Origin.
        """
        hosts, origins = (request.headers.getlist(name) for name in ("host", "origin"))
        known = {f"{name}:{self.port}" for name in (_HERE, "localhost")}
        if len(hosts) != 1 or hosts[0] not in known or any(origin != f"http://{hosts[0]}" for origin in origins):
            return None
        token, slash, name = str(request.scope["path"])[1:].partition("/")
        given = secrets.compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        return name if given and slash and request.method == "GET" else None


def serve(work: Work, name: str, door: Door, ready: Callable[[], None]) -> None:
    """Show the document called ``name`` at the ``door`` until Ctrl-C or SIGTERM. Calls ``ready`` once it is open."""
    try:
        anyio.run(_serve, work, name, door, ready)
    except BaseExceptionGroup as together:  # of tasks that ran at the same time; the first is why the others ended
        raise together.exceptions[0] from None


async def _serve(work: Work, name: str, door: Door, ready: Callable[[], None]) -> None:
    board = Board()
    server = _Server(_Answers(board, name, door), board, ready)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(follow, work, board)
        await server.serve(sockets=[door.socket])
        tasks.cancel_scope.cancel()


class _Answers:
    """What is served: the frame, the page in it, and the news of both."""

    def __init__(self, board: Board, name: str, door: Door) -> None:
        self._board = board
        self._door = door
        self._frame = frame(name)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        response = self._answer(self._door.wanted(Request(scope)))
        response.headers.update(_HEADERS)
        await response(scope, receive, send)

    def _answer(self, wanted: str | None) -> Response:
        page = self._board.latest.page
        if wanted == "":
            return Response(self._frame, media_type="text/html", headers={"Content-Security-Policy": policy()})
        if wanted == "page" and page:
            return Response(page, media_type="text/html", headers={"Content-Security-Policy": _PAGE_POLICY})
        if wanted == "news":
            return StreamingResponse(self._news(), media_type="text/event-stream")
        return Response(status_code=404)

    async def _news(self) -> AsyncIterator[str]:
        yield "retry: 1000\n\n"
        async for latest in self._board.versions():
            yield f"data: {json.dumps(_told(latest))}\n\n"


def _told(latest: Latest) -> dict[str, object]:
    return {"number": latest.number, "problems": [asdict(problem) for problem in latest.problems]}


class _Server(uvicorn.Server):
    """Ends when it is asked to, without passing the signal on: to be stopped is what a preview is there for."""

    def __init__(self, answers: _Answers, board: Board, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                answers,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=2,
            )
        )
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())  # else its warnings go to the person's screen
        self._board = board
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open, then say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close, and let nobody wait for news."""
        self._board.take_down()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A second Ctrl-C does not wait for browsers to hang up."""
        self.force_exit = self.should_exit
        self.should_exit = True

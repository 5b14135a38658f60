"""The real yaml-language-server, spoken to as an editor does: JSON-RPC over its standard streams. No sleeps."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

PATIENCE = 40.0
"""Seconds after which a wait is a failure. Long, because a busy machine is no failure."""

_NO_NETWORK = {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}

Message = dict[str, Any]


class LanguageServer:
    """One running server. Every text is opened as a file of its own in ``folder``, which is never written to."""

    def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str], **settings: Any) -> None:
        self._folder = folder
        self._settings = {"yaml": {"validate": True, "hover": True, "completion": True} | _NO_NETWORK | settings}
        self._numbers = count(1)
        self._inbox: list[Message] = []
        self._read = b""
        self._process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        markdown = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        self.request(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "plans"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": markdown},
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {"relatedInformation": False},
                },
            },
        )
        self.notify("initialized")
        self._await(lambda one: one.get("method") == "workspace/configuration")

    # What an editor asks

    def open(self, text: str) -> str:
        """Open ``text`` as a new file and return its URI."""
        uri = (self._folder / f"plan-{next(self._numbers)}.yaml").as_uri()
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=item)
        return uri

    def diagnostics(self, text: str) -> list[Message]:
        """What the editor underlines in ``text``."""
        uri = self.open(text)
        said = self._await(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        )
        found: list[Message] = said["params"]["diagnostics"]
        return found

    def completions(self, text: str) -> dict[str, Message]:
        """What the editor offers where ``|`` stands in ``text``, by label."""
        uri, position = self._pointed(text)
        answer = self.request("textDocument/completion", textDocument={"uri": uri}, position=position)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, text: str) -> str:
        """What the editor shows for the word after ``|`` in ``text``; "" for nothing."""
        uri, position = self._pointed(text)
        answer = self.request("textDocument/hover", textDocument={"uri": uri}, position=position)
        return str(answer["contents"]["value"]) if answer else ""

    def _pointed(self, text: str) -> tuple[str, Message]:
        before, _bar, after = text.partition("|")
        lines = before.split("\n")
        return self.open(before + after), {"line": len(lines) - 1, "character": len(lines[-1])}

    # The protocol

    def request(self, method: str, **params: Any) -> Any:
        """Ask and wait for the answer. Fails with the server's words if it refuses."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        answer = self._await(lambda one: one.get("id") == number and "method" not in one)
        assert "error" not in answer, answer["error"]
        return answer.get("result")

    def notify(self, method: str, **params: Any) -> None:
        """Tell, and wait for nothing."""
        self._send({"method": method, "params": params})

    def end(self) -> int:
        """Say good-bye and return the exit code."""
        self.request("shutdown")
        self.notify("exit")
        assert self._process.stdin
        assert self._process.stdout
        code = self._process.wait(PATIENCE)
        self._process.stdin.close()
        self._process.stdout.close()
        return code

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _await(self, wanted: Any) -> Message:
        limit = time.monotonic() + PATIENCE
        while True:
            for place, message in enumerate(self._inbox):
                if wanted(message):
                    return self._inbox.pop(place)
            self._inbox.append(self._receive(limit))

    def _receive(self, limit: float) -> Message:
        """The next message of the server; its own questions are answered on the way."""
        head, end, rest = self._read.partition(b"\r\n\r\n")
        length = int(head.rpartition(b":")[2]) if end else 0
        while not end or len(rest) < length:
            self._read += self._bytes(limit)
            head, end, rest = self._read.partition(b"\r\n\r\n")
            length = int(head.partition(b"Content-Length:")[2].split()[0]) if end else 0
        self._read = rest[length:]
        message: Message = json.loads(rest[:length])
        if "id" in message and "method" in message:
            asked = (message.get("params") or {}).get("items", [])
            self._send({"id": message["id"], "result": [self._settings.get(one["section"]) for one in asked]})
        return message

    def _bytes(self, limit: float) -> bytes:
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, limit - time.monotonic()))
        assert ready, "the language server did not answer in time"
        data = os.read(self._process.stdout.fileno(), 65536)
        assert data, "the language server ended"
        return data

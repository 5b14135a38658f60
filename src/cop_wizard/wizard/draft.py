"""Keeps what is being typed: in memory at every key, on disk at least every half second and before anything ends."""

from __future__ import annotations

import json
from pathlib import Path

from cop_wizard.errors import FileTrouble
from cop_wizard.values import KeyPath, path_text
from cop_wizard.yamltext import store


class DraftKeeper:
    """The sidecar of an unfinished session: the question it is in, what was skipped, every text not yet accepted.

    It lies beside the plan and is removed when the walk is complete and nothing half-typed is left.
    """

    def __init__(self, plan: Path) -> None:
        self._plan = plan
        self.inside = ""
        """The question that was begun and not yet left: a list or form may have some answers by now and want more."""
        self.skipped: list[str] = []
        self._texts: dict[str, str] = {}
        self._written = self._as_text()
        self._load()

    def _load(self) -> None:
        try:
            found = json.loads(store.read_draft(self._plan) or "{}")
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        inside, skipped, texts = (found.get(key) for key in ("inside", "skipped", "texts"))
        self.inside = inside if isinstance(inside, str) else ""
        self.skipped = [item for item in skipped if isinstance(item, str)] if isinstance(skipped, list) else []
        pairs = texts.items() if isinstance(texts, dict) else ()
        self._texts = {place: text for place, text in pairs if isinstance(text, str)}
        self._written = self._as_text()

    def note(self, path: KeyPath, text: str) -> None:
        """Remember what is typed at ``path``; "" forgets it. Costs nothing: writing waits for `flush`."""
        self._texts.pop(path_text(path), None)
        if text:
            self._texts[path_text(path)] = text

    def at(self, path: KeyPath) -> str:
        """The draft kept for ``path``, or ""."""
        return self._texts.get(path_text(path), "")

    def latest(self) -> str:
        """The key path, as text, of the draft that was typed last, or ""."""
        return next(reversed(self._texts), "")

    def field_below(self, path: KeyPath) -> str:
        """The name of a field of the row or form at ``path`` that has a draft, or ""."""
        prefix = path_text(path) + "."
        return next((place.removeprefix(prefix) for place in self._texts if place.startswith(prefix)), "")

    def settle(self, path: KeyPath) -> None:
        """What was typed at ``path``, or below it, has become an answer or was given up."""
        name = path_text(path)
        for place in list(self._texts):
            if place == name or place.startswith((name + ".", name + "[")):
                del self._texts[place]

    def flush(self) -> None:
        """Write the sidecar if anything changed. A full disk must not stop the typing: trouble is left for saving."""
        text = self._as_text()
        if text == self._written:
            return
        try:
            store.write_draft(self._plan, text)
        except FileTrouble:
            return
        self._written = text

    def complete(self) -> None:
        """The walk is at its end: the sidecar goes, unless something half-typed is left in it."""
        self.inside, self.skipped = "", []
        if self._texts:
            self.flush()
        else:
            store.remove_draft(self._plan)
            self._written = self._as_text()

    def _as_text(self) -> str:
        state = {"inside": self.inside, "skipped": self.skipped, "texts": self._texts}
        return json.dumps(state, ensure_ascii=False, indent=1) + "\n"

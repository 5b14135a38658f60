"""Keeps what is being typed: in memory at every key, on disk at least every half second and before anything ends."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from cop_wizard.errors import FileTrouble
from cop_wizard.values import KeyPath, path_text
from cop_wizard.wizard.seat import Seat, Taken
from cop_wizard.yamltext import store

_SEATS = 20
"""More sessions at one plan, at one time, than anybody will open; beyond it two share a sidecar."""


class DraftKeeper:
    """The sidecar of an unfinished session: the question it is in, what was skipped, every text not yet accepted.

    It lies beside the plan and is removed when the walk is complete and nothing half-typed is left. Two sessions at
    one plan, each begun with `seated`, have a sidecar each.
    """

    def __init__(self, plan: Path) -> None:
        self._plan = plan
        self._seat: Seat | None = None
        self.inside = ""
        """The question that was begun and not yet left: a list or form may have some answers by now and want more."""
        self.skipped: list[str] = []
        self._texts: dict[str, str] = {}
        self._written = self._as_text()
        self._load()

    @classmethod
    def seated(cls, plan: Path) -> DraftKeeper:
        """The keeper for a session that may not be the only one at this plan; call `leave` when it ends.

        A session that is still running keeps its sidecar to itself. What one that was killed left behind is taken over.
        """
        mine: DraftKeeper | None = None
        for number in range(1, _SEATS + 1):
            beside = plan if number == 1 else plan.with_name(f"{plan.name}-{number}")
            if mine is not None and not store.draft_path(beside).exists():
                continue
            try:
                seat = Seat(store.draft_path(beside).with_suffix(".lock"))
            except Taken:
                continue
            found = cls(beside)
            found._seat = seat
            if mine is None:
                mine = found
            else:
                mine._take_over(found)
        return mine or cls(plan)

    def _take_over(self, other: DraftKeeper) -> None:
        self.inside = self.inside or other.inside
        self.skipped += [asks for asks in other.skipped if asks not in self.skipped]
        self._texts = other._texts | self._texts
        self.flush()
        if self._written == self._as_text():
            with suppress(FileTrouble):
                store.remove_draft(other._plan)
        other.leave()

    def leave(self) -> None:
        """Write what is to be written and let another session sit here."""
        self.flush()
        if self._seat is not None:
            self._seat.leave()

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
        found = next((place.removeprefix(prefix) for place in self._texts if place.startswith(prefix)), "")
        return found.partition(".")[0].partition("[")[0]

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

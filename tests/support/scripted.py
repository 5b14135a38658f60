"""A prompter that answers from a script, and fails if anything in the script was not asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Option, Way

BACK, SKIP, TODO, SAVE = (Leave(way) for way in (Way.BACK, Way.SKIP, Way.TODO, Way.SAVE))
ENTER = object()
"""Take what the prompt offers."""


class Scripted:
    """Each step is a pair: a word of the question expected, and the reply to it."""

    def __init__(self, *steps: tuple[str, Any]) -> None:
        self.steps = list(steps)
        self.said: list[str] = []
        self.asked: list[Ask] = []
        self.options: list[list[Option]] = []

    def _reply(self, kind: str, ask: Ask) -> Any:
        self.asked.append(ask)
        if not self.steps:
            raise Interrupted(None)
        expected, reply = self.steps.pop(0)
        assert expected.casefold() in ask.question.casefold(), f"{kind} asked {ask.question!r}, expected {expected!r}"
        return reply

    def show(self, text: str, style: str = "") -> None:
        self.said.append(text)

    def line(self, ask: Ask) -> Any:
        return self._text("line", ask)

    def paragraph(self, ask: Ask) -> Any:
        return self._text("paragraph", ask)

    def _text(self, kind: str, ask: Ask) -> Any:
        reply = self._reply(kind, ask)
        text = ask.default if reply is ENTER else reply
        if isinstance(text, str):
            ask.note_draft(text)
            assert text or ask.optional, f"{ask.question!r} takes no empty answer"
            refused = ask.check(text) if text else ""
            assert not refused, f"{text!r} was refused: {refused}"
        return text

    def pick(self, ask: Ask, options: Sequence[Option]) -> str | Leave:
        self.options.append(list(options))
        reply = self._reply("pick", ask)
        value = ask.default if reply is ENTER else reply
        values = [option.value for option in options]
        assert isinstance(value, Leave) or value in values, f"{value!r} is none of {values}"
        return value

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> Any:
        self.options.append(list(options))
        reply = self._reply("tick", ask)
        if reply is ENTER:
            return [option.value for option in options if option.value in ticked]
        assert isinstance(reply, Leave) or set(reply) <= {option.value for option in options}
        return reply

    def finished(self) -> None:
        """Fail if a part of the script was never asked for."""
        assert not self.steps, f"never asked: {self.steps}"

"""Somebody who answers every question with its own example, after going back from it once; and hands that do it.

`Robot` decides, and can be a prompter by itself. `PlainHands` and `QuickHands` do what it decides at the real ones.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, Protocol

from prompt_toolkit.input import PipeInput
from prompt_toolkit.output import DummyOutput

from cop_wizard.guide.model import Guide
from cop_wizard.wizard.choosing import BLANK, OWN
from cop_wizard.wizard.forms import DONE
from cop_wizard.wizard.plain_prompter import PlainPrompter
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.questionary_prompter import QuestionaryPrompter
from cop_wizard.wizard.tables import ADD

BACK = Leave(Way.BACK)
_EXAMPLE = re.compile(r"^For example: (.*?)(?=\nSource: |\Z)", re.DOTALL | re.MULTILINE)
_SPECIAL = (OWN, BLANK)


class Robot:
    """Goes back from each prompt of each question once, then answers it; an answer it meets again it keeps."""

    def __init__(self, guide: Guide) -> None:
        self._prompts = {question.prompt: question.asks for question in guide.questions()}
        self._left: set[tuple[str, str]] = set()
        self.inside = ""
        """The question that is on."""
        self.answered: set[str] = set()

    def _first_time(self, ask: Ask) -> bool:
        self.inside = self._prompts.get(ask.question.split("\n")[0], self.inside)
        place = (self.inside, ask.question)
        if place in self._left:
            return False
        self._left.add(place)
        return True

    def show(self, text: str, style: str = "") -> None:
        """What is said needs no answer."""

    def line(self, ask: Ask) -> Any:
        """The example, folded into one line."""
        reply = self.paragraph(ask)
        return " ".join(reply.split()) if isinstance(reply, str) else reply

    def paragraph(self, ask: Ask) -> Any:
        """The example; what stands there already is kept."""
        if self._first_time(ask):
            return BACK
        found = _EXAMPLE.search(ask.help)
        text = ask.default or (found[1].strip() if found else "Something")
        assert not ask.check(text), f"{self.inside}: the example of {ask.question!r} is refused: {ask.check(text)}"
        self.answered.add(self.inside)
        return text

    def pick(self, ask: Ask, options: Sequence[Option]) -> Any:
        """In a table a row, then done with it; elsewhere the first thing there is to choose."""
        if self._first_time(ask):
            return BACK
        values = [option.value for option in options]
        self.answered.add(self.inside)
        if ADD in values:
            return ADD if values[0] == ADD else DONE
        if DONE in values:
            return DONE
        chosen = ask.default if ask.default in values and ask.default not in _SPECIAL else values[0]
        assert chosen not in _SPECIAL
        return chosen

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> Any:
        """The first two, or those ticked already."""
        if self._first_time(ask):
            return BACK
        self.answered.add(self.inside)
        return list(ticked) or [option.value for option in options if option.value != OWN][:2]


class Hands(Protocol):
    """How a decision is made known at a real prompter, which then returns what it has understood."""

    def text(self, ask: Ask, reply: Any, long: bool) -> Any: ...
    def pick(self, ask: Ask, options: Sequence[Option], reply: Any) -> Any: ...
    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str], reply: Any) -> Any: ...


class Driven:
    """A prompter whose every answer the robot decides, the hands give, and the real prompter returns."""

    def __init__(self, robot: Robot, hands: Hands) -> None:
        self.robot = robot
        self._hands = hands

    def show(self, text: str, style: str = "") -> None:
        """Nobody reads it."""

    def line(self, ask: Ask) -> Any:
        reply = self.robot.line(ask)
        return self._same(reply, self._hands.text(ask, reply, long=False))

    def paragraph(self, ask: Ask) -> Any:
        reply = self.robot.paragraph(ask)
        return self._same(reply, self._hands.text(ask, reply, long=True))

    def pick(self, ask: Ask, options: Sequence[Option]) -> Any:
        reply = self.robot.pick(ask, options)
        return self._same(reply, self._hands.pick(ask, options, reply))

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> Any:
        reply = self.robot.tick(ask, options, ticked)
        return self._same(reply, self._hands.tick(ask, options, ticked, reply))

    def _same(self, meant: Any, understood: Any) -> Any:
        assert meant == understood, f"{self.robot.inside}: {meant!r} became {understood!r}"
        return understood


class _Lines(io.StringIO):
    """What is typed next; nothing is left over from the prompt before."""

    def type(self, *lines: str) -> None:
        assert self.read() == ""
        self.seek(0)
        self.truncate()
        self.write("".join(line + "\n" for line in lines))
        self.seek(0)


class PlainHands:
    """Types lines at a `PlainPrompter`."""

    def __init__(self) -> None:
        self._lines, self.said = _Lines(), io.StringIO()
        self._prompter = PlainPrompter(self._lines, self.said)

    def text(self, ask: Ask, reply: Any, long: bool) -> Any:
        if reply == BACK:
            self._lines.type(":back")
        elif reply == ask.default:
            self._lines.type("")
        else:
            self._lines.type(*reply.split("\n"), *(["."] if long else []))
        return self._prompter.paragraph(ask) if long else self._prompter.line(ask)

    def pick(self, ask: Ask, options: Sequence[Option], reply: Any) -> Any:
        values = [option.value for option in options]
        self._lines.type(":back" if reply == BACK else str(values.index(reply) + 1))
        return self._prompter.pick(ask, options)

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str], reply: Any) -> Any:
        values = [option.value for option in options]
        numbers = "" if reply == BACK else ",".join(str(values.index(item) + 1) for item in reply)
        self._lines.type(":back" if reply == BACK else numbers or "0")
        return self._prompter.tick(ask, options, ticked)


class QuickHands:
    """Presses keys at a `QuestionaryPrompter`."""

    def __init__(self, pipe: PipeInput) -> None:
        self._pipe = pipe
        self._prompter = QuestionaryPrompter(lambda text, style: None, DummyOutput(), pipe)

    def text(self, ask: Ask, reply: Any, long: bool) -> Any:
        done = "\x04" if long else "\r"
        keys = "\x1b[Z" if reply == BACK else done if reply == ask.default else f"\x1b[200~{reply}\x1b[201~{done}"
        self._pipe.send_text(keys)
        return self._prompter.paragraph(ask) if long else self._prompter.line(ask)

    def pick(self, ask: Ask, options: Sequence[Option], reply: Any) -> Any:
        values = [option.value for option in options]
        self._pipe.send_text("\x1b[Z" if reply == BACK else "\x1b[H" + "\x1b[B" * values.index(reply) + "\r")
        return self._prompter.pick(ask, options)

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str], reply: Any) -> Any:
        if reply == BACK:
            self._pipe.send_text("\x1b[Z")
        else:
            changed = [(option.value in reply) != (option.value in ticked) for option in options]
            self._pipe.send_text("\x1b[H" + "".join(" \x1b[B" if change else "\x1b[B" for change in changed) + "\r")
        return self._prompter.tick(ask, options, ticked)

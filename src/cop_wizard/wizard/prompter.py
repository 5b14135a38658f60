"""What the wizard needs of a terminal, and no more: say something, ask for text, let a person pick or tick.

Lists, forms, the purpose sentence and the review screen are built from these few (``answers.py``, ``tables.py``), so
that everything works the same with arrow keys and with plain numbered lines.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Way(enum.Enum):
    """How a person can leave a prompt other than by answering it."""

    BACK = "back"
    SKIP = "skip"
    TODO = "todo"
    SAVE = "save"


INSIDE = frozenset({Way.BACK, Way.SAVE})
"""The ways out of a step inside a question, such as a yes or no, where skipping and putting off mean nothing."""


@dataclass(frozen=True, slots=True)
class Leave:
    """A prompt was left without an answer. What was typed there is already with the draft keeper."""

    way: Way


@dataclass(frozen=True, slots=True)
class Pasted:
    """Many lines were pasted where one row of a list was being typed."""

    text: str


class Interrupted(BaseException):
    """Ctrl-C or a signal ended the session. ``signal`` is its number, ``None`` for an end of input."""

    def __init__(self, signal: int | None) -> None:
        super().__init__(signal)
        self.signal = signal


@dataclass(frozen=True, slots=True)
class Option:
    """One line to choose from. ``value`` is what comes back, ``label`` what is read, ``hint`` a word more.

    A row of a table also has ``cells``, which stand under the columns of its `Ask` where there is room for them.
    """

    value: str
    label: str
    hint: str = ""
    cells: tuple[str, ...] = ()


def _accept(text: str) -> str:
    return ""


def _ignore(text: str) -> None:
    return None


@dataclass(frozen=True)
class Ask:
    """One prompt.

    ``question`` is asked, ``where`` says how far along we are, ``help`` is shown on request. ``check`` returns why a
    text is refused, or "". ``preview`` turns what is typed into a line that is shown with it. ``note_draft`` is told
    of every change. ``optional`` lets an empty answer pass; ``many`` lets pasted lines come back as `Pasted`;
    ``ways`` are the ways out that this prompt offers; ``columns`` are the headings over the cells of its options.
    ``proposed``: nobody has said the default yet, so the first letter that is typed takes its place.
    """

    question: str
    where: str = ""
    help: str = ""
    default: str = ""
    optional: bool = True
    many: bool = False
    check: Callable[[str], str] = _accept
    preview: Callable[[str], str] | None = None
    proposed: bool = False
    columns: tuple[str, ...] = ()
    note_draft: Callable[[str], None] = _ignore
    ways: frozenset[Way] = field(default=frozenset(Way))


class Prompter(Protocol):
    """A way of talking with a person. Every method may raise `Interrupted`."""

    def show(self, text: str, style: str = "") -> None:
        """Say something. ``style`` is one of "", "title", "quiet", "good", "trouble"."""

    def line(self, ask: Ask) -> str | Pasted | Leave:
        """Ask for one line. An empty string means nothing was said."""

    def paragraph(self, ask: Ask) -> str | Leave:
        """Ask for a text of any length."""

    def pick(self, ask: Ask, options: Sequence[Option]) -> str | Leave:
        """Let one option be chosen; ``ask.default`` is the value it begins at."""

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> list[str] | Leave:
        """Let any number of options be chosen; they come back in the order of ``options``."""

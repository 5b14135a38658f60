"""The keys of a list on a terminal. In long ones letters that are typed lead to the option that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.controls import BufferControl
from questionary.prompts.common import InquirerControl

from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters

LONG = 15
"""Lists with more options than this are searched by typing."""
_PAGE = 10


def bind_list(app: Application[Any], control: InquirerControl, labels: Sequence[str], ticking: bool) -> ListKeys:
    """The keys of the list that ``control`` shows in ``app``, whose options read ``labels``."""
    bindings = KeyBindings()

    def to(place: int) -> None:
        control.pointed_at = max(0, min(len(control.choices) - 1, place))

    for key, step in ((Keys.PageUp, -_PAGE), (Keys.PageDown, _PAGE), (Keys.Home, -9999), (Keys.End, 9999)):
        bindings.add(key, eager=True)(lambda event, step=step: to(control.pointed_at + step))
    bindings.add(Keys.ControlQ, eager=True)(lambda event: None)
    # Behind a list there is a line nobody sees, and keys that end a text would give that empty line as the answer.
    for found in app.layout.find_all_controls():
        if isinstance(found, BufferControl):
            found.buffer.accept_handler = lambda _buffer: True
    bindings.add(Keys.Escape, Keys.Enter, eager=True)(
        lambda event: event.app.key_processor.feed(KeyPress(Keys.ControlM), first=True)
    )
    for number in range(1, min(9, len(labels)) + 1):
        bindings.add(str(number), eager=True)(lambda event, number=number: to(number - 1))
    typing = TypingAhead(control, labels)
    if len(labels) > LONG:
        typing.bind(bindings, ticking)
    elif ticking:
        bindings.add("a", eager=True)(typing.all)
    return ListKeys(bindings, typing)


@dataclass(frozen=True)
class ListKeys:
    """The ``bindings`` of a list, and what is being typed to find an option."""

    bindings: KeyBindings
    typing: TypingAhead


class TypingAhead:
    """What is being typed to find an option of ``control``, whose options read ``labels``."""

    def __init__(self, control: InquirerControl, labels: Sequence[str]) -> None:
        self._control = control
        self._labels = [plain_letters(label) for label in labels]
        self._typed = ""
        self._found = True
        self._ticking = False
        self._state = self._now()

    @property
    def words(self) -> str:
        """What is shown of it while it lasts; "" otherwise."""
        if not self._lasts():
            return ""
        if not self._found:
            return _("Nothing here is called: {typed}").format(typed=self._typed)
        words = _("Looking for: {typed} (Enter ticks it)") if self._ticking else _("Looking for: {typed}")
        return words.format(typed=self._typed)

    def bind(self, bindings: KeyBindings, ticking: bool) -> None:
        """Add the keys. While something is typed, a blank is a letter of it, and Enter takes what was found or nothing.

        ``ticking``: Enter ticks it then, and Ctrl-A ticks all, since the letter that does so elsewhere is one here.
        """
        self._ticking = ticking
        for key in ("a", "i"):  # which questionary has a meaning of its own for
            bindings.add(key, eager=True)(self._type)
        bindings.add(Keys.Any)(self._type)  # not eager, or it would take every key there is
        lasts = Condition(self._lasts)
        bindings.add(Keys.Backspace, eager=True, filter=lasts)(self._erase)
        for digit in "123456789":  # which lead to the first options while nothing is typed
            bindings.add(digit, eager=True, filter=lasts)(self._type)
        bindings.add(" ", eager=True, filter=lasts)(self._type)
        missed = Condition(lambda: self._lasts() and not self._found)
        bindings.add(Keys.ControlM, eager=True, filter=missed)(lambda event: None)
        if ticking:
            bindings.add(Keys.ControlM, eager=True, filter=lasts & ~missed)(self._tick)
            bindings.add(Keys.ControlA, eager=True)(self.all)

    def _now(self) -> tuple[int, int]:
        return self._control.pointed_at, len(self._control.selected_options)

    def _lasts(self) -> bool:
        """Arrow keys, and a tick, end it."""
        return bool(self._typed) and self._now() == self._state

    def _type(self, event: KeyPressEvent) -> None:
        letter = event.data
        if len(letter) != 1 or not letter.isprintable():
            return
        if letter.isspace() and not self._lasts():
            return
        self._look_for((self._typed if self._lasts() else "") + letter)

    def _erase(self, event: KeyPressEvent) -> None:
        self._look_for(self._typed[:-1])

    def _look_for(self, typed: str) -> None:
        found = self._find(plain_letters(typed)) if typed else self._control.pointed_at
        self._typed, self._found = typed, found is not None
        if found is not None:
            self._control.pointed_at = found
        self._state = self._now()

    def _find(self, letters: str) -> int | None:
        """The next option, from where we are, one of whose words begins with these letters; else one that has them."""
        count, start = len(self._labels), self._control.pointed_at
        round_about = [(start + step) % count for step in range(count)]
        begin = (n for n in round_about if f" {self._labels[n]}".find(f" {letters}") >= 0)
        held = (n for n in round_about if letters in self._labels[n])
        return next(begin, next(held, None))

    def _tick(self, event: KeyPressEvent) -> None:
        chosen, value = self._control.selected_options, self._control.choices[self._control.pointed_at].value
        self._control.selected_options = (
            [one for one in chosen if one != value] if value in chosen else [*chosen, value]
        )
        self._typed = ""

    def all(self, event: KeyPressEvent) -> None:
        """Tick all, or none where all are; what leads to another question is no part of all."""
        every = [choice.value for choice in self._control.choices if not str(choice.value).startswith("\0")]
        everything = set(every) <= set(self._control.selected_options)
        self._control.selected_options = [] if everything else every

"""A proposed answer in a one-line prompt: the first letter typed takes its place, moving about in it keeps it."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys


def gives_way(buffer: Buffer, bindings: KeyBindings) -> None:
    """Add what it takes to ``bindings``; the buffer holds the proposal, with the cursor behind it."""
    fresh = {"yes": True}

    def keep(_buffer: Buffer) -> None:
        fresh["yes"] = False

    buffer.on_text_changed += keep
    buffer.on_cursor_position_changed += keep
    is_fresh = Condition(lambda: fresh["yes"])

    for key in (Keys.End, Keys.Right, Keys.ControlE, Keys.ControlF):

        @bindings.add(key, filter=is_fresh)
        def stay(event: KeyPressEvent) -> None:
            fresh["yes"] = False

    @bindings.add(Keys.Any, filter=is_fresh)
    def replace(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            fresh["yes"] = False
            if not event.data.isspace():  # a blank goes on from the proposal
                buffer.text = ""
            buffer.insert_text(event.data)

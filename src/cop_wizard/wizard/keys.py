"""The keys of the wizard, put onto any questionary prompt after it is built.

questionary's own prompts have no way back, no help and no place for hints. Its list prompts take no key bindings
either, so all of it is added to the finished ``Question.application``, which is public.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Always, Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension

from cop_wizard.cells import wrapped
from cop_wizard.i18n import _
from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Way

SIGINT = 2
DRAFT_SECONDS = 0.3
"""How long typing may go unwritten; half a second is promised."""


@dataclass
class Surroundings:
    """What stands around a prompt: texts that may change while it is on the screen."""

    above: str
    help: str
    below: Callable[[], str]
    trouble: Callable[[], str]
    toolbar: Callable[[int], str]
    narrow_instruction: str = ""


def ways_out(app: Application[Any], ask: Ask, nothing_typed: Callable[[], bool]) -> KeyBindings:
    """Bindings for back, skip, to-do, save and Ctrl-C. ``<`` means back only while nothing is typed."""
    keys = KeyBindings()
    empty = Condition(nothing_typed)

    def leave(way: Way) -> Callable[[KeyPressEvent], None]:
        def handler(event: KeyPressEvent) -> None:
            event.app.exit(result=Leave(way))

        return handler

    if Way.BACK in ask.ways:
        keys.add(Keys.BackTab, eager=True)(leave(Way.BACK))
        keys.add("<", filter=empty, eager=True)(leave(Way.BACK))
        # Not eager: an eager Escape would swallow every Alt key, and Alt-Enter ends long text.
        keys.add(Keys.Escape)(leave(Way.BACK))
    if Way.SKIP in ask.ways:
        keys.add(Keys.ControlO, eager=True)(leave(Way.SKIP))
    if Way.TODO in ask.ways:
        keys.add(Keys.ControlT, eager=True)(leave(Way.TODO))
    if Way.SAVE in ask.ways:
        keys.add(Keys.ControlS, eager=True)(leave(Way.SAVE))

    @keys.add("<sigint>", eager=True)
    @keys.add(Keys.ControlC, eager=True)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=Interrupted(SIGINT))

    return keys


def surround(app: Application[Any], around: Surroundings, nothing_typed: Callable[[], bool]) -> KeyBindings:
    """Put the progress line above the prompt, and help, preview, trouble and the keys below it.

    Returns the bindings that open and close the help.
    """
    shown = {"help": False}
    keys = KeyBindings()

    @keys.add(Keys.F1, eager=True)
    @keys.add("?", filter=Condition(nothing_typed), eager=True)
    def toggle_help(event: KeyPressEvent) -> None:
        shown["help"] = not shown["help"]

    def roomy() -> bool:
        return app.output.get_size().rows >= 10

    def window(text: Callable[[], str], style: str, when: Condition, most: int | None = None) -> ConditionalContainer:
        def fragments() -> StyleAndTextTuples:
            return [(style, _broken(text(), app.output.get_size().columns))]

        height = Dimension(max=most) if most else None
        control = FormattedTextControl(fragments)
        inside = Window(control, wrap_lines=True, dont_extend_height=True, height=height, style=style)
        return ConditionalContainer(inside, filter=when & ~is_done)

    for found in app.layout.find_all_windows():
        found.dont_extend_height = Always()
        if isinstance(found.content, FormattedTextControl):
            found.wrap_lines = Always()
    old = app.layout
    app.layout = Layout(
        HSplit(
            [
                window(lambda: "\n" + around.above, "class:where", Condition(lambda: roomy() and bool(around.above))),
                old.container,
                window(around.trouble, "class:trouble", Condition(lambda: bool(around.trouble()))),
                window(around.below, "class:below", Condition(lambda: roomy() and bool(around.below()))),
                window(
                    lambda: around.help or _("There is no more to say about this question."),
                    "class:help",
                    Condition(lambda: shown["help"]),
                ),
                window(lambda: around.toolbar(app.output.get_size().columns), "class:keys", Condition(lambda: True), 4),
            ]
        ),
        focused_element=old.current_window,
    )
    return keys


def _broken(text: str, columns: int) -> str:
    """``text`` broken between words; prompt_toolkit breaks in the middle of them."""
    wide = max(20, min(92, columns - 1))
    return "\n".join(part for line in text.split("\n") for part in wrapped(line, wide))


def decorate(app: Application[Any], *bindings: KeyBindings) -> None:
    """Add ``bindings`` over the prompt's own (the last registered wins) and tune how it waits for Escape."""
    app.key_bindings = merge_key_bindings([*([app.key_bindings] if app.key_bindings else []), *bindings])
    app.erase_when_done = True
    app.ttimeoutlen = 0.05
    app.timeoutlen = 0.25


def key_line(ask: Ask, accept: str, columns: int, extra: str = "") -> str:
    """The keys that work at this prompt, as much of them as the terminal has room for."""
    parts = [accept]
    if extra:
        parts.append(extra)
    if Way.BACK in ask.ways:
        parts.append(_("Shift-Tab back"))
    if ask.help:
        parts.append(_("F1 help"))
    if Way.SKIP in ask.ways:
        parts.append(_("Ctrl-O skip"))
    if Way.TODO in ask.ways:
        parts.append(_("Ctrl-T to-do"))
    if Way.SAVE in ask.ways:
        parts.append(_("Ctrl-S save and leave"))
    joined = " · ".join(parts)
    return joined if len(joined) < columns * 2 - 4 else "  ".join(parts)

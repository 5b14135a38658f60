"""The prompter for terminals: arrow keys, live hints, drafts. The only module that imports questionary."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from typing import Any, cast

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from cop_wizard.cells import room, wrapped
from cop_wizard.errors import CopError
from cop_wizard.i18n import _
from cop_wizard.visible import visible
from cop_wizard.wizard import editor, keys, proposal
from cop_wizard.wizard.columns import labels_of, says_all
from cop_wizard.wizard.list_keys import LONG, bind_list
from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Option, Pasted

STYLE = Style.from_dict(
    {
        "qmark": "ansicyan bold",
        "question": "bold",
        "answer": "fg:default nobold",
        "pointer": "ansicyan bold",
        "highlighted": "ansicyan bold",
        "selected": "ansigreen",
        "instruction": "ansibrightblack",
        "where": "ansibrightblack",
        "below": "ansibrightblack italic",
        "help": "ansicyan",
        "trouble": "ansired",
        "keys": "ansibrightblack",
    }
)
PLAIN_STYLE = Style.from_dict({name: "noinherit" for name, _rule in STYLE.style_rules})
_ANSWER = 24
"""An answer begins behind its question where this many columns are left for it."""
_POINTER = 7
"""Columns that the pointer and the mark of a ticked option take."""
_BEFORE_AN_OPTION = 3
"""Columns in front of an option that is picked."""
_UNSEEN = (0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
# prompt_toolkit shows control characters instead of sending them; these, too, would turn or hide what stands around.
Char.display_mappings |= {chr(code): visible(chr(code)) for code in _UNSEEN}


class _Check:
    """Asks the model's type whether the text will do. Says why not only once Enter was refused."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.refused = False

    def verdict(self, text: str) -> str:
        text = text.strip()
        if not text:
            return "" if self._ask.optional else _("This one is needed. Ctrl-O leaves it open for now.")
        return self._ask.check(text)

    def accept(self, event: KeyPressEvent) -> None:
        """Leave the prompt with its text if it will do."""
        if self.verdict(event.current_buffer.text):
            self.refused = True
        else:
            event.current_buffer.validate_and_handle()


class QuestionaryPrompter:
    """Meets `Prompter` with questionary's prompts. ``typed`` and ``output`` are prompt_toolkit's input and output."""

    def __init__(
        self,
        say: Callable[[str, str], None],
        output: Output,
        typed: Input | None = None,
        flush_draft: Callable[[], None] = lambda: None,
        check: Callable[[], None] = lambda: None,
        colour: bool = True,
    ) -> None:
        self._say = say
        self._flush_draft = flush_draft
        self._check = check
        self._streams: dict[str, Any] = {"output": output} | ({"input": typed} if typed else {})
        self._style = STYLE if colour else PLAIN_STYLE
        self.after_render: Callable[[Application[Any]], None] | None = None
        """Called after each painting of a prompt; tests look at the screen then."""

    def show(self, text: str, style: str = "") -> None:
        self._say(text, style)

    def _question(self, ask: Ask, answer: int = 0) -> str:
        """The question, broken between words; on a line of its own where the answer behind it has too little room."""
        columns = self._streams["output"].get_size().columns
        lines = [part for line in ask.question.split("\n") for part in wrapped(line, max(20, columns - 4))]
        if answer and room(lines[-1]) + answer > columns and lines[-1].strip():
            lines.append("")
        return "\n  ".join(lines)

    # --- text -------------------------------------------------------------------------------------------------

    def line(self, ask: Ask) -> str | Pasted | Leave:
        return cast("str | Pasted | Leave", self._text(ask, long=False))

    def paragraph(self, ask: Ask) -> str | Leave:
        return cast("str | Leave", self._text(ask, long=True))

    def _text(self, ask: Ask, long: bool) -> Any:
        check = _Check(ask)
        question = questionary.text(
            self._question(ask, answer=0 if long else _ANSWER),
            default=ask.default,
            multiline=long,
            instruction="\n" if long else None,
            style=self._style,
            **self._streams,
        )
        app = question.application
        buffer = app.current_buffer
        buffer.cursor_position = len(buffer.text)
        trouble = {"text": ""}

        def wrong() -> str:
            return trouble["text"] or (check.verdict(buffer.text) if check.refused else "")

        def below() -> str:
            return ask.preview(buffer.text) if ask.preview else ""

        accept = _("Alt-Enter or Ctrl-D: done") if long else _("Enter next")
        extra = _("Ctrl-X Ctrl-E editor") if long else self._about_default(ask)
        bindings = self._long_text(check, trouble) if long else self._one_line(ask, check, trouble)
        if ask.proposed and not long:
            proposal.gives_way(buffer, bindings)
        self._finish(app, ask, accept, extra, wrong, below, lambda: not buffer.text, bindings)

        def changed(_buffer: Buffer) -> None:
            trouble["text"] = ""
            ask.note_draft(buffer.text)

        buffer.on_text_changed += changed
        result = self._run(question)
        return result.strip() if isinstance(result, str) else result

    def _about_default(self, ask: Ask) -> str:
        if ask.proposed and ask.default:
            return _("Typing replaces this proposal")
        return _("Ctrl-U clears") if ask.default else ""

    def _one_line(self, ask: Ask, check: _Check, trouble: dict[str, str]) -> KeyBindings:
        """Pasted lines must not end up as line breaks in a one-line answer."""
        bindings = KeyBindings()
        for key in (Keys.Enter, Keys.ControlD):  # what ends a long text must not end the program in a short one
            bindings.add(key, eager=True)(check.accept)

        @bindings.add(Keys.BracketedPaste, eager=True)
        def paste(event: KeyPressEvent) -> None:
            lines = [line.strip() for line in event.data.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
            lines = [line for line in lines if line]
            if ask.many and len(lines) > 1:
                event.app.exit(result=Pasted("\n".join(lines)))
            else:
                if ask.proposed and event.current_buffer.text == ask.default:
                    event.current_buffer.text = ""
                event.current_buffer.insert_text(" ".join(lines))

        self._bind_editor(bindings, trouble, fold=True)
        return bindings

    def _long_text(self, check: _Check, trouble: dict[str, str]) -> KeyBindings:
        bindings = KeyBindings()
        bindings.add(Keys.Escape, Keys.Enter)(check.accept)
        bindings.add(Keys.ControlD, eager=True)(check.accept)
        self._bind_editor(bindings, trouble, fold=False)
        return bindings

    def _bind_editor(self, bindings: KeyBindings, trouble: dict[str, str], fold: bool) -> None:
        @bindings.add(Keys.ControlX, Keys.ControlE, eager=True)
        def open_editor(event: KeyPressEvent) -> None:
            buffer = event.current_buffer

            async def visit() -> None:
                try:
                    _words, back = editor.command()
                    if back:
                        await run_in_terminal(lambda: self._announce(back), in_executor=True)
                    text = await run_in_terminal(lambda: editor.edit(buffer.text), in_executor=True)
                except CopError as error:
                    trouble["text"] = f"{error.message} {error.hint}"
                    event.app.invalidate()
                    return
                text = " ".join(text.split()) if fold else text
                buffer.document = Document(text, len(text))

            event.app.create_background_task(visit())

    def _announce(self, back: str) -> None:
        """Say how to come back before the editor covers the screen, and wait until it is read."""
        self._say(back, "title")
        self._say(_("Press Enter to open the editor."), "quiet")
        sys.stdin.readline()

    # --- lists ------------------------------------------------------------------------------------------------

    def pick(self, ask: Ask, options: Sequence[Option]) -> str | Leave:
        default = ask.default if any(option.value == ask.default for option in options) else None
        headings, labels = self._labels(ask, options)
        question = questionary.select(
            self._question(ask) + headings,
            choices=_choices(options, labels),
            default=default,
            instruction=" ",
            use_jk_keys=False,
            use_emacs_keys=False,
            show_description=False,
            style=self._style,
            **self._streams,
        )
        accept = _("Type to find, Enter choose") if len(options) > LONG else _("Arrow keys, Enter choose")
        control = self._finish_list(question.application, ask, options, labels, accept)
        # A pointer is what marks the choice; questionary would paint the default as ticked besides.
        control.selected_options = []
        return cast("str | Leave", self._run(question))

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> list[str] | Leave:
        _headings, labels = self._labels(ask, options)
        question = questionary.checkbox(
            self._question(ask),
            choices=_choices(options, labels, ticked),
            instruction=" ",
            use_jk_keys=False,
            use_emacs_keys=False,
            show_description=False,
            style=self._style,
            **self._streams,
        )
        app = question.application
        long = len(options) > LONG
        accept = _("Type to find, Space tick, Ctrl-A all, Enter next") if long else _("Space tick, a all, Enter next")
        control = self._finish_list(app, ask, options, labels, accept, ticking=True)

        def keep(_app: Application[Any]) -> None:
            now = [option.value for option in options if option.value in control.selected_options]
            ask.note_draft("" if set(now) == set(ticked) else "\n".join(now))

        app.after_render += keep
        return cast("list[str] | Leave", self._run(question))

    def _labels(self, ask: Ask, options: Sequence[Option]) -> tuple[str, list[str]]:
        """What is shown for each option, and the line of headings over the rows of a table."""
        headings, labels = labels_of(ask, options, self._streams["output"].get_size().columns - _POINTER)
        return f"\n{' ' * _BEFORE_AN_OPTION}{headings}" if headings else "", labels

    def _finish_list(
        self,
        app: Application[Any],
        ask: Ask,
        options: Sequence[Option],
        labels: Sequence[str],
        accept: str,
        ticking: bool = False,
    ) -> InquirerControl:
        control = next(found for found in app.layout.find_all_controls() if isinstance(found, InquirerControl))
        hints = {
            option.value: "\n".join(([] if says_all(option, label) else [option.label]) + [option.hint])
            for option, label in zip(options, labels, strict=True)
        }
        keys_of_it = bind_list(app, control, [option.label for option in options], ticking)

        def below() -> str:
            return keys_of_it.typing.words or hints.get(str(control.get_pointed_at().value), "")

        self._finish(app, ask, accept, "", lambda: "", below, lambda: True, keys_of_it.bindings)
        return control

    # --- both -------------------------------------------------------------------------------------------------

    def _finish(
        self,
        app: Application[Any],
        ask: Ask,
        accept: str,
        extra: str,
        trouble: Callable[[], str],
        below: Callable[[], str],
        nothing_typed: Callable[[], bool],
        bindings: KeyBindings,
    ) -> None:
        around = keys.Surroundings(
            ask.where, ask.help, below, trouble, lambda columns: keys.key_line(ask, accept, columns, extra)
        )
        helping = keys.surround(app, around, nothing_typed)
        keys.decorate(app, keys.ways_out(app, ask, nothing_typed), helping, bindings)

    def _run(self, question: questionary.Question) -> Any:
        app = question.application

        async def keep_drafts() -> None:
            while True:
                await asyncio.sleep(keys.DRAFT_SECONDS)
                self._flush_draft()

        def begin() -> None:
            try:
                self._check()  # here, so that no signal can slip in between this and the prompt's own handling
            except Interrupted as interrupted:
                app.exit(exception=interrupted)
            app.create_background_task(keep_drafts())

        if self.after_render is not None:
            app.after_render += self.after_render

        try:
            return app.run(pre_run=begin)
        except KeyboardInterrupt:
            raise Interrupted(keys.SIGINT) from None
        except EOFError:
            raise Interrupted(None) from None


def _choices(options: Sequence[Option], labels: Sequence[str], ticked: Sequence[str] = ()) -> list[questionary.Choice]:
    return [
        questionary.Choice(label, option.value, checked=option.value in ticked)
        for option, label in zip(options, labels, strict=True)
    ]

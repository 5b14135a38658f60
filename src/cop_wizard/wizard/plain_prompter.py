"""The prompter for screen readers, simple terminals and pipes: numbered lines, no colour, no escape byte, no redraw."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from cop_wizard.cells import wrapped
from cop_wizard.errors import CopError
from cop_wizard.i18n import _
from cop_wizard.wizard import editor, keyboard
from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Option, Way

_LONG_HINT = 120
"""So many characters are heard of each line of a list; beyond them, one sentence."""
_END = "."
"""A line of its own that ends a long text."""


class PlainPrompter:
    """Meets `Prompter` with lines in and lines out.

    Whatever can be done with a key can be done with a word: ``:back :skip :todo :save :help :editor :list``. A line
    that really begins with a colon is typed with two.
    """

    def __init__(
        self,
        lines: TextIO,
        out: TextIO,
        width: int = 80,
        flush_draft: Callable[[], None] = lambda: None,
        check: Callable[[], None] = lambda: None,
        visible: Callable[[str], str] = lambda text: text,
    ) -> None:
        self._in = lines
        self._out = out
        self._width = width
        self._flush_draft = flush_draft
        self._check = check
        self._visible = visible
        self._keyboard = lines is sys.stdin and lines.isatty()
        if self._keyboard:
            keyboard.prepare()

    # --- out --------------------------------------------------------------------------------------------------

    def show(self, text: str, style: str = "") -> None:
        """Say something; the style is for eyes and is left out."""
        for line in text.split("\n"):
            for part in wrapped(line, self._width, rest="  "):
                self._write(part + "\n")

    def _write(self, text: str) -> None:
        self._out.write(self._visible(text))
        self._out.flush()

    def _trouble(self, text: str) -> None:
        self.show(_("Error: {trouble}").format(trouble=text))

    # --- in ---------------------------------------------------------------------------------------------------

    def _read(self, prompt: str, ask: Ask | None = None, before: str = "") -> str:
        self._flush_draft()
        self._check()
        try:
            if self._keyboard:
                line = keyboard.read_line(prompt, lambda typed: self._keep(ask, before + typed))
            else:
                self._write(prompt)
                with keyboard.wait():
                    line = self._in.readline()
                self._write("\n")  # nobody pressed Enter on this screen
                if line == "":
                    raise Interrupted(None)
        except EOFError:
            raise Interrupted(None) from None
        except KeyboardInterrupt:
            raise Interrupted(2) from None
        except UnicodeDecodeError:
            self._trouble(_("that line held characters that are not UTF-8 text."))
            return self._read(prompt, ask, before)
        return line.rstrip("\r\n")

    def _keep(self, ask: Ask | None, typed: str) -> None:
        if ask is not None:
            ask.note_draft(typed)
            self._flush_draft()

    def _command(self, typed: str, ask: Ask) -> Leave | str | None:
        """The way out a line asks for; "" when it was dealt with; ``None`` when it is no command."""
        word = typed.strip().casefold()
        if word in ("?", ":help", ":?"):
            self.show(ask.help or _("There is no more to say about this question."))
            self.show(self._commands(ask))
            return ""
        for way in Way:
            if word == f":{way.value}":
                if way in ask.ways:
                    return Leave(way)
                self._trouble(_("{command} is not possible here.").format(command=word))
                return ""
        if word.startswith(":") and not word.startswith("::"):
            self._trouble(
                _("There is no command {command}. {commands}").format(command=word, commands=self._commands(ask))
            )
            return ""
        return None

    def _commands(self, ask: Ask) -> str:
        words = {Way.BACK: ":back", Way.SKIP: ":skip", Way.TODO: ":todo", Way.SAVE: ":save"}
        return _("You can also type: {commands}").format(
            commands=" ".join([*(words[way] for way in Way if way in ask.ways), ":help", ":editor"])
        )

    # --- the four prompts -------------------------------------------------------------------------------------

    def _open(self, ask: Ask) -> None:
        self.show("")
        if ask.where:
            self.show(ask.where)
        self.show(ask.question + ("" if ask.optional else " " + _("(needed)")))

    def line(self, ask: Ask) -> str | Leave:
        self._open(ask)
        if ask.preview is not None:
            self.show(ask.preview(ask.default))
        if ask.default:
            self.show(_("Answer now: {answer}").format(answer=ask.default))
            self.show(_("Enter keeps it; - clears it."))
        while True:
            typed = self._read("> ", ask)
            if typed.strip() == ":editor":
                typed = self._from_editor(ask.default).replace("\n", " ")
            elif (command := self._command(typed, ask)) is not None:
                if isinstance(command, Leave):
                    return command
                continue
            text = self._entered(typed, ask)
            if text is not None:
                return text

    def _entered(self, typed: str, ask: Ask) -> str | None:
        """The answer a line stands for, or ``None`` after saying why it is none."""
        text = typed.strip()
        text = text[1:] if text.startswith("::") else text
        if not text:
            text = ask.default
        elif text == "-" and ask.default:
            text = ""
        why = self._why_not(text, ask)
        if why:
            ask.note_draft(text)
            self._trouble(why)
            return None
        if text and ask.preview is not None:
            self.show(ask.preview(text))
        return text

    def _why_not(self, text: str, ask: Ask) -> str:
        if not text:
            return "" if ask.optional else _("this one is needed. :skip leaves it open for now.")
        return ask.check(text)

    def paragraph(self, ask: Ask) -> str | Leave:
        self._open(ask)
        if ask.default:
            self.show(_("Answer now:"))
            for line in ask.default.split("\n"):
                self.show("  " + line)
            self.show(_("Enter keeps it; - clears it; or type a new answer."))
        self.show(_("As many lines as you like; a line with only a full stop ends the answer."))
        rows: list[str] = []
        while True:
            typed = self._read("> ", ask, "".join(row + "\n" for row in rows))
            if typed.strip() == ":editor":
                rows = self._from_editor("\n".join(rows) or ask.default).split("\n")
                typed = _END
            elif (command := self._command(typed, ask)) is not None:
                if isinstance(command, Leave):
                    return command
                continue
            kept = not rows and (not typed.strip() or (typed.strip() == "-" and bool(ask.default)))
            if not kept and typed.strip() != _END:
                rows.append(typed[1:] if typed.startswith("::") else typed)
                ask.note_draft("\n".join(rows))
                continue
            text = self._entered(typed if kept else "\n".join(rows), ask)
            rows = []
            if text is not None:
                return text

    def pick(self, ask: Ask, options: Sequence[Option]) -> str | Leave:
        self._open(ask)
        values = [option.value for option in options]
        place = values.index(ask.default) + 1 if ask.default in values else 0
        self._list(options)
        prompt = _("Number (Enter: {number}): ").format(number=place) if place else _("Number: ")

        def chosen(typed: str) -> list[str] | str:
            if typed == "" and place:
                return [ask.default]
            found = _numbers(typed, len(options))
            if isinstance(found, list) and len(found) == 1:
                return [values[found[0] - 1]]
            return _("type one number from 1 to {last}.").format(last=len(options))

        reply = self._numbered(prompt, ask, chosen)
        return reply if isinstance(reply, Leave) else reply[0]

    def tick(self, ask: Ask, options: Sequence[Option], ticked: Sequence[str]) -> list[str] | Leave:
        self._open(ask)
        self._list(options, ticked)
        now = [str(number) for number, option in enumerate(options, start=1) if option.value in ticked]
        prompt = _("Numbers, such as 1,3-4, or all, or 0 for none")
        prompt += _(" (Enter: {numbers}): ").format(numbers=",".join(now)) if now else ": "

        def chosen(typed: str) -> list[str] | str:
            if not typed:
                return [option.value for option in options if option.value in ticked]
            found = [] if typed == "0" else _numbers(typed, len(options))
            return found if isinstance(found, str) else [options[number - 1].value for number in sorted(found)]

        return self._numbered(prompt, ask, chosen)

    def _numbered(self, prompt: str, ask: Ask, chosen: Callable[[str], list[str] | str]) -> list[str] | Leave:
        """Read lines until one is a way out or ``chosen`` makes values of it; a string from it says why not."""
        while True:
            typed = self._read(prompt)
            command = self._command(typed, ask)
            if isinstance(command, Leave):
                return command
            if command is None:
                found = chosen(typed.strip())
                if isinstance(found, list):
                    return found
                self._trouble(found)

    def _list(self, options: Sequence[Option], ticked: Sequence[str] = ()) -> None:
        for number, option in enumerate(options, start=1):
            chosen = " " + _("(chosen)") if option.value in ticked else ""
            hint = f" – {_in_short(option.hint)}" if option.hint else ""
            self.show(f"{number}. {option.label}{chosen}{hint}")

    def _from_editor(self, text: str) -> str:
        try:
            _words, back = editor.command()
            if back:
                self.show(back)
            return editor.edit(text)
        except CopError as error:
            self._trouble(f"{error.message} {error.hint}")
            return text


def _in_short(hint: str) -> str:
    """As much of a hint as one would want to hear for each line of a list: its first line, or first sentence."""
    first = hint.strip().partition("\n")[0]
    return first if len(first) <= _LONG_HINT else re.split(r"(?<=[.?])\s", first, maxsplit=1)[0]


def _numbers(typed: str, last: int) -> list[int] | str:
    """``1,3-4`` as numbers from 1 to ``last`` without doubles, or why it is none."""
    if typed.strip().casefold() == _("all"):
        return list(range(1, last + 1))
    found: list[int] = []
    for part in re.split(r"[,;\s]+", typed.strip()):
        bounds = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part)
        if bounds is None:
            return _("type numbers, for example 1 or 1,3-4.")
        first, until = int(bounds[1]), int(bounds[2] or bounds[1])
        if not 1 <= first <= until <= last:
            return _("choose from 1 to {last}.").format(last=last)
        found += [number for number in range(first, until + 1) if number not in found]
    return found

"""``cop edit --editor``: the plan in a text editor; it is checked on the way back, and only then put in place."""

from __future__ import annotations

import difflib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli import plans
from cop_wizard.cli.asking import make_prompter
from cop_wizard.cli.codes import DONE, PROBLEMS
from cop_wizard.cli.line_merge import merged
from cop_wizard.cli.noticing import selected
from cop_wizard.cli.screen import say
from cop_wizard.cli.signals import Signals, terminal_keeper
from cop_wizard.cli.working_copy import WorkingCopy
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import ChangedOnDisk, CopError, FileTrouble
from cop_wizard.i18n import _, ngettext
from cop_wizard.wizard import editor
from cop_wizard.wizard.prompter import Ask, Interrupted, Option
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read

if TYPE_CHECKING:
    from types import FrameType

    from cop_wizard.checks.runner import Report

_PATIENCE = 2.0
"""Seconds an editor gets to put its own things in order when everything ends."""
_LINES_SHOWN = 40


def edit_text(plan: Path, place: str, by_lines: bool) -> int:
    """Let the person edit the plan as text, beginning at ``place`` or at the first finding. Returns the exit code."""
    from cop_wizard.cli.recent import remember

    plans.read(plan)
    loaded = store.load(plan)
    line = _first_line(plan, loaded.text, place)
    remember(plan)
    copy = WorkingCopy(plan, loaded.text, _say_left_over)
    try:
        text = _edited(plan, copy, line, by_lines)
        if text is None:
            copy.discard()
            say(_("{name} is as it was before.").format(name=plan.name))
            text = loaded.text
        elif text == loaded.text:
            copy.discard()
            say(_("Nothing was changed."))
        else:
            text = _install(plan, text, loaded)
            copy.discard()
            say(_("Saved in {path}.").format(path=plan.resolve()), "good")
        return PROBLEMS if selected(plan, text).errors else DONE
    except Interrupted as end:
        _say_kept(copy.put_aside())
        return 128 + (end.signal or 2)
    except CopError:
        _say_kept(copy.put_aside())
        raise
    finally:
        copy.leave()


def _say_left_over(path: Path) -> None:
    said = _("An earlier editing of this plan was broken off. What it had is in {path}.")
    say(said.format(path=path.resolve()), "trouble")


def _say_kept(path: Path | None) -> None:
    if path is not None:
        with suppress(OSError):  # the terminal may be gone
            say(_("Your version is in {path}.").format(path=path.resolve()), "good")


def _first_line(plan: Path, text: str, place: str) -> int:
    """The line to begin at: of a code's first finding, of a section or question, else of the first thing found."""
    found = selected(plan, text).findings
    if place and not any(one.code == place.upper() for one in found):
        span = read(text).key_span(tuple(place.split(".")))
        return span.start.line if span else 1
    order = list(Severity)
    wanted = [one for one in found if not place or one.code == place.upper()]
    return next((_line(one) for one in sorted(wanted, key=lambda one: order.index(one.severity)) if one.span), 1)


def _line(finding: Diagnostic) -> int:
    return finding.span.start.line if finding.span else 1


# --- the rounds in the editor -----------------------------------------------------------------------------------------


def _edited(plan: Path, copy: WorkingCopy, line: int, by_lines: bool) -> str | None:
    """What the person wants to have saved; ``None``: the version from before."""
    while True:
        _visit(copy.path, line)
        try:
            text = copy.read()
        except FileTrouble as trouble:
            say(f"{trouble.message} {trouble.hint}", "trouble")
            reply = _ask([Option("again", _("Open it again")), _put_back()], by_lines)
        else:
            report = selected(plan, text)
            if not report.errors:
                return text
            line = _show_mistakes(report)
            again = Option("again", _("Open it again, at the first mistake (line {line})").format(line=line))
            keep = Option("keep", _("Save it as it is, with its mistakes"))
            reply = _ask([again, keep, _put_back()], by_lines)
            if reply == "keep":
                return text
        if reply == "back":
            return None
        if not os.path.lexists(copy.path):
            copy.restore()


def _put_back() -> Option:
    return Option("back", _("Put back the version from before; drop what I did in the editor"))


def _ask(options: list[Option], by_lines: bool) -> str:
    with Signals(lambda: None, by_lines) as signals:
        prompter = make_prompter(by_lines, check=signals.check)
        reply = prompter.pick(Ask(question=_("What now?"), default="again", ways=frozenset()), options)
    return reply if isinstance(reply, str) else "again"


def _show_mistakes(report: Report) -> int:
    """The mistakes with their lines, as `cop validate` shows them. Returns the first line."""
    from cop_wizard.checks.report.text import mistakes
    from cop_wizard.cli import console
    from cop_wizard.look import Look

    for lines in mistakes(report, Look(console.width(sys.stderr), console.colour(sys.stderr))):
        console.notice("\n".join(lines) + "\n")
    count = len(report.errors)
    say(ngettext("{count} mistake.", "{count} mistakes.", count).format(count=count), "trouble")
    return _line(report.errors[0])


def _visit(path: Path, line: int) -> None:
    """Start the editor and wait for it. Raises `CopError` where it fails, `Interrupted` when everything ends."""
    _words, back = editor.command()
    if back and sys.stdin.isatty():
        say(back, "title")
        say(_("Press Enter to open the editor."), "quiet")
        sys.stdin.readline()
    put_in_order = terminal_keeper(quiet=False)
    with _left_to_the_editor():
        process = editor.open_at(path, line)
        try:
            code = process.wait()
        except Interrupted as end:
            _end(process, end.signal)
            raise
        finally:
            put_in_order()
    if code != 0:
        raise CopError(
            _("The editor ended with an error, so nothing was taken over."), _("The plan is as it was before.")
        )


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """While this lasts, Ctrl-C means what it means in the editor; an ending system or a closed window ends the wait."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Interrupted(number)

    wanted = {"SIGINT": _nothing, "SIGQUIT": _nothing, "SIGTERM": end, "SIGHUP": end}
    numbers = {getattr(signal, name): handler for name, handler in wanted.items() if hasattr(signal, name)}
    before = {number: signal.signal(number, handler) for number, handler in numbers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing(number: int, frame: FrameType | None) -> None:
    """A handler, since the editor would inherit that a signal is ignored, but not this."""


def _end(process: subprocess.Popen[bytes], number: int | None) -> None:
    with suppress(OSError, subprocess.TimeoutExpired):
        process.send_signal(number or signal.SIGTERM)
        process.wait(_PATIENCE)


# --- back into the plan -----------------------------------------------------------------------------------------------


def _install(plan: Path, text: str, loaded: store.Loaded) -> str:
    """Put the text in the plan's place, with what somebody else changed meanwhile, and return what was saved.

    Raises `FileTrouble` where both changed the same lines, or nothing can be written.
    """
    while True:
        try:
            store.backup(plan)
            store.save(plan, text, loaded.stamp)
        except ChangedOnDisk:
            now = store.load(plan)
            both = merged(loaded.text, text, now.text)
            if both is None or (read(both).problems and not read(text).problems):
                raise _both_changed(plan, loaded.text, now.text) from None
            text, loaded = both, now
            said = _("{name} was changed by someone else meanwhile. Both changes are in it.")
            say(said.format(name=plan.name), "quiet")
        else:
            return text


def _both_changed(plan: Path, before: str, now: str) -> FileTrouble:
    said = _("{name} was changed by someone else meanwhile, in the same lines. Nothing was overwritten.")
    say(_("Lines with - were taken out, lines with + came in:"), "quiet")
    difference = difflib.unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
    lines = [line for line in difference if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    for line in lines[:_LINES_SHOWN]:
        say("  " + line, "quiet")
    return FileTrouble(
        said.format(name=plan.name), _("Copy what you want to keep from one version into the other."), plan
    )

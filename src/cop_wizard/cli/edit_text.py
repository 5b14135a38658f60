"""``cop edit --editor``: the plan in a text editor; it is checked on the way back, and only then put in place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli import plans
from cop_wizard.cli.asking import make_prompter
from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
from cop_wizard.cli.line_merge import Clash, Merged, merged
from cop_wizard.cli.noticing import selected
from cop_wizard.cli.screen import say
from cop_wizard.cli.signals import Signals, terminal_keeper
from cop_wizard.cli.working_copy import WorkingCopy
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import ChangedOnDisk, CopError, FileTrouble
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible_line
from cop_wizard.wizard import editor
from cop_wizard.wizard.planfile import Written
from cop_wizard.wizard.prompter import Ask, Interrupted, Option
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read

if TYPE_CHECKING:
    from types import FrameType

    from cop_wizard.checks.runner import Report

_PATIENCE = 2.0
"""Seconds an editor gets to put its own things in order when everything ends."""
_LINES_SHOWN = 12
_AT_ONCE = 1.0
"""Seconds in which nobody has read a plan, let alone decided to leave it as it is."""


def edit_text(plan: Path, place: str, by_lines: bool, written: Written | None = None) -> int:
    """Let the person edit the plan as text, beginning at ``place`` or at the first finding. Returns the exit code."""
    from cop_wizard.cli.recent import remember

    plans.read(plan)
    loaded = store.load(plan)
    line = _first_line(plan, loaded.text, place)
    remember(plan)
    copy, begun = WorkingCopy(plan, loaded.text, _say_left_over), time.monotonic()
    try:
        text = _edited(plan, copy, line, by_lines)
        if text is None:
            copy.discard()
            say(_("{name} is as it was before.").format(name=plan.name))
            text = loaded.text
        elif text == loaded.text:
            copy.discard()
            say(_("Nothing was changed."))
            if time.monotonic() - begun < _AT_ONCE:
                say(
                    _("If your editor opened a window of its own, it has to wait, as `code --wait` does."),
                    "quiet",
                )
        else:
            saved = _install(plan, text, loaded, written or Written())
            if saved.clashes:
                _say_clashes(plan, saved, copy)
                return TROUBLE
            copy.discard()
            text = saved.text
            right = "" if selected(plan, text).errors else " " + _("No mistakes.")
            say(_("Saved in {path}.").format(path=plan.resolve()) + right, "good")
        return PROBLEMS if selected(plan, text).errors else DONE
    except Interrupted as end:
        _say_kept(copy.put_aside())
        return 128 + (end.signal or 2)
    except CopError as error:
        if (kept := copy.put_aside()) is not None:
            error.hint = (error.hint + " " + _your_version(kept)).strip()
        raise
    finally:
        copy.leave()


def _say_left_over(path: Path) -> None:
    said = _("An earlier editing of this plan was broken off. What it had is in {path}.")
    say(said.format(path=path.resolve()), "trouble")


def _say_kept(path: Path | None) -> None:
    if path is not None:
        with suppress(OSError):  # the terminal may be gone
            say(_your_version(path), "good")


def _your_version(path: Path) -> str:
    return _("Your version is in {path}.").format(path=path.resolve())


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
        failed = not _visit(copy.path, line)
        if failed and not copy.changed():
            raise CopError(_("The editor ended with an error, so nothing was taken over."), _as_before(plan))
        try:
            text = copy.read()
        except FileTrouble as trouble:
            say(f"{trouble.message} {trouble.hint}", "trouble")
            reply = _ask([Option("again", _("Open it again")), _put_back()], by_lines)
        else:
            report = selected(plan, text)
            if not report.errors and not failed:
                return text
            line, options = _choices(report, failed)
            reply = _ask([*options, _put_back()], by_lines)
            if reply == "keep":
                return text
        if reply == "back":
            return None
        if not os.path.lexists(copy.path):
            copy.restore()


def _choices(report: Report, failed: bool) -> tuple[int, list[Option]]:
    """Say what stands in the way of saving: the line to open at again, and what can be done."""
    if failed:
        say(_("Your editor ended with an error, but it has saved changes."), "trouble")
    if not report.errors:
        return 1, [Option("keep", _("Take what it saved")), Option("again", _("Open it again"))]
    line = _show_mistakes(report)
    return line, [
        Option("again", _("Open it again, at the first mistake (line {line})").format(line=line)),
        Option("keep", _("Save it as it is, with its mistakes")),
    ]


def _as_before(plan: Path) -> str:
    return _("{path} is as it was before.").format(path=plan.resolve())


def _put_back() -> Option:
    return Option("back", _("Put back the version from before; drop what I did in the editor"))


def _ask(options: list[Option], by_lines: bool) -> str:
    with Signals(lambda: None, by_lines) as signals:
        prompter = make_prompter(by_lines, check=signals.check)
        reply = prompter.pick(Ask(question=_("What now?"), default=options[0].value, ways=frozenset()), options)
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


def _visit(path: Path, line: int) -> bool:
    """Start the editor, wait for it and say whether it ended well.

    Raises `CopError` where it does not start, `Interrupted` when everything ends.
    """
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
    return code == 0


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


def _install(plan: Path, text: str, loaded: store.Loaded, written: Written) -> Merged:
    """Put the text in the plan's place, with what somebody else changed meanwhile, and return what was saved.

    Where both changed the same lines, theirs stay. Raises `FileTrouble` where nothing can be written.
    """
    mine, base = text, loaded.text
    result = Merged(text)
    while True:
        try:
            if result.text != loaded.text:
                store.save(plan, result.text, loaded.stamp, keep_old=not written.yes)
                written.yes = True
        except ChangedOnDisk:
            loaded = store.load(plan)
            result = merged(base, mine, loaded.text)
            if (
                read(result.text).problems and not read(mine).problems
            ):  # the pieces do not fit: nothing of mine is taken
                result = Merged(loaded.text, (Clash(mine=mine.splitlines(), theirs=loaded.text.splitlines()),))
        else:
            if loaded.text != base and not result.clashes:
                said = _("{name} was changed by someone else meanwhile. Both changes are in it.")
                say(said.format(name=plan.name), "quiet")
            return result


def _say_clashes(plan: Path, saved: Merged, copy: WorkingCopy) -> None:
    """First what happened, then both versions of the lines in question, then where all of mine is."""
    say(
        _("{name} was changed by someone else meanwhile, in the same lines as yours.").format(name=plan.name), "trouble"
    )
    theirs = _("Nothing was overwritten: those lines stay as they are.")
    say(theirs + (" " + _("Your other changes are saved.") if saved.some_of_mine else ""))
    for clash in saved.clashes:
        _say_lines(_("Theirs:"), clash.theirs)
        _say_lines(_("Yours:"), clash.mine)
    kept = copy.put_aside()
    _say_kept(kept)
    if kept is not None:
        say(_("Copy from it what you want to have in {name} instead.").format(name=plan.name))


def _say_lines(whose: str, lines: Sequence[str]) -> None:
    say("  " + whose + ("" if lines else " " + _("(nothing)")))
    for line in lines[:_LINES_SHOWN]:
        say("    " + visible_line(line), "quiet")
    if len(lines) > _LINES_SHOWN:
        say("    …", "quiet")

"""An answer could not be saved: say why, and let the person decide. Nothing is overwritten, nothing given is lost."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from cop_wizard.errors import BrokenFile, ChangedOnDisk, CopError, FileTrouble
from cop_wizard.i18n import _
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Interrupted, Option
from cop_wizard.wizard.rebase import rebase
from cop_wizard.yamltext import store
from cop_wizard.yamltext.splice import Operation, apply


def rescue(desk: Desk, operations: Sequence[Operation], trouble: FileTrouble) -> None:
    """Ask what to do with the answer that could not be saved, and do it.

    Returns once the answer is saved or given up; raises `SaveAndLeave` when the person stops. An interruption first
    saves this session's version in a file of its own, if that is possible at all.
    """
    told: CopError = trouble
    try:
        while True:
            reply = _what_to_do(desk, told)
            if reply == "copy":
                _save_copy(desk, operations)
                raise SaveAndLeave
            if reply == "stop":
                raise SaveAndLeave
            try:
                _try(desk, operations, reply)
            except CopError as error:
                told = error
            else:
                return
    except Interrupted:
        _save_copy(desk, operations)
        raise


def _try(desk: Desk, operations: Sequence[Operation], reply: str) -> None:
    if reply == "back":
        desk.file.write_back()
        desk.file.change(operations)
    elif reply == "again":
        desk.file.change(operations)
    else:
        before = desk.file.data
        desk.file.reload()
        if reply == "both":
            desk.file.change(rebase(operations, before, desk.file.data))


def _what_to_do(desk: Desk, told: CopError) -> str:
    """Say what is the matter and offer what is possible now."""
    name = desk.file.path.name
    stop = Option("stop", _("Stop here, without this answer"))
    copy = Option("copy", _("Keep my version in a file of its own, and stop"))
    if not desk.file.path.exists():
        desk.prompter.show(_("{name} is gone. Your answers are still here.").format(name=name), "trouble")
        options = [Option("back", _("Write it again, with all my answers")), copy]
    elif isinstance(told, ChangedOnDisk):
        changed = _("{name} was changed by someone else meanwhile. Nothing was overwritten.").format(name=name)
        desk.prompter.show(changed, "trouble")
        _show_difference(desk)
        options = [
            Option("both", _("Take the changed file and put my answer into it")),
            Option("theirs", _("Take the changed file and drop my answer")),
            copy,
        ]
    elif isinstance(told, BrokenFile):
        desk.prompter.show(_in_words(told), "trouble")
        options = [Option("both", _("I have corrected it: try again")), copy]
    else:
        desk.prompter.show(f"{told.message} {told.hint}", "trouble")
        options = [Option("again", _("Try again")), Option("theirs", _("Take the file as it is now")), copy, stop]
    ask = Ask(question=_("What should happen to your last answer?"), default=options[0].value, ways=frozenset())
    reply = desk.prompter.pick(ask, options)
    return reply if isinstance(reply, str) else "copy"


def _in_words(error: BrokenFile) -> str:
    first = error.findings[0]
    line = first.span.start.line if first.span else 1
    return _("The changed file has a problem in line {line}: {message} {hint}").format(
        line=line, message=first.message, hint=first.hint
    )


def _show_difference(desk: Desk) -> None:
    try:
        now = store.load(desk.file.path).text
    except CopError as error:
        desk.prompter.show(f"{error.message} {error.hint}", "trouble")
        return
    difference = difflib.unified_diff(desk.file.text.splitlines(), now.splitlines(), n=0, lineterm="")
    lines = [line for line in difference if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    desk.prompter.show(_("Lines with - were taken out, lines with + came in:"), "quiet")
    for line in lines[:40]:
        desk.prompter.show("  " + line, "quiet")
    if len(lines) > 40:
        desk.prompter.show("  " + _("… and {count} more").format(count=len(lines) - 40), "quiet")


def _save_copy(desk: Desk, operations: Sequence[Operation]) -> None:
    """This session's version beside the plan, or in the person's own folder where that place cannot be written."""
    text = apply(desk.file.text, operations)
    trouble: FileTrouble | None = None
    for wanted in (desk.file.path, Path.home() / desk.file.path.name):
        path = free_name(wanted)
        try:
            store.save(path, text, store.MISSING)
        except FileTrouble as error:
            trouble = error
        else:
            desk.prompter.show(_("Your version is in {path}.").format(path=path.resolve()), "good")
            return
    assert trouble is not None
    desk.prompter.show(f"{trouble.message} {trouble.hint}", "trouble")


def free_name(path: Path) -> Path:
    """A name beside ``path`` that no file has: ``plan.mine.yaml``, ``plan.mine-2.yaml`` …"""
    number = 1
    while True:
        suffix = "mine" if number == 1 else f"mine-{number}"
        found = path.with_name(f"{path.stem}.{suffix}{path.suffix}")
        if not found.exists():
            return found
        number += 1

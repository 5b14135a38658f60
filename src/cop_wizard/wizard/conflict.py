"""The plan changed on disk while somebody was answering: show what differs, and let the person say what counts."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from cop_wizard.errors import BrokenFile, CopError
from cop_wizard.i18n import _
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Option
from cop_wizard.yamltext import store
from cop_wizard.yamltext.splice import Operation, apply


def solve_conflict(desk: Desk, operations: Sequence[Operation]) -> None:
    """Nothing was overwritten. Ask what to do with the answer that could not be saved, and do it."""
    name = desk.file.path.name
    changed = _("{name} was changed by someone else meanwhile. Nothing was overwritten.").format(name=name)
    desk.prompter.show(changed, "trouble")
    while True:
        _show_difference(desk)
        reply = desk.prompter.pick(
            Ask(question=_("What should happen to your last answer?"), default="both", ways=frozenset()),
            [
                Option("both", _("Take the changed file and put my answer into it")),
                Option("theirs", _("Take the changed file and drop my answer")),
                Option("copy", _("Keep my version in a file of its own, and stop")),
            ],
        )
        if reply == "copy":
            _save_copy(desk, operations)
            raise SaveAndLeave
        try:
            desk.file.reload()
            if reply == "both":
                desk.file.change(operations)
            return
        except BrokenFile as error:
            first = error.findings[0]
            line = first.span.start.line if first.span else 1
            desk.prompter.show(
                _("The changed file has a problem in line {line}: {message} {hint}").format(
                    line=line, message=first.message, hint=first.hint
                ),
                "trouble",
            )
        except CopError as error:
            desk.prompter.show(f"{error.message} {error.hint}", "trouble")


def _show_difference(desk: Desk) -> None:
    try:
        now = store.load(desk.file.path).text
    except CopError as error:
        desk.prompter.show(f"{error.message} {error.hint}", "trouble")
        return
    lines = difflib.unified_diff(
        desk.file.text.splitlines(), now.splitlines(), _("as you had it"), _("as it is now"), n=1, lineterm=""
    )
    for line in list(lines)[:60]:
        desk.prompter.show("  " + line, "quiet")


def _save_copy(desk: Desk, operations: Sequence[Operation]) -> None:
    path = free_name(desk.file.path)
    store.save(path, apply(desk.file.text, operations), store.MISSING)
    desk.prompter.show(_("Your version is in {path}.").format(path=path), "good")


def free_name(path: Path) -> Path:
    """A name beside ``path`` that no file has: ``plan.mine.yaml``, ``plan.mine-2.yaml`` …"""
    number = 1
    while True:
        suffix = "mine" if number == 1 else f"mine-{number}"
        found = path.with_name(f"{path.stem}.{suffix}{path.suffix}")
        if not found.exists():
            return found
        number += 1

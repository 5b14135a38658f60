"""An answer could not be saved: bring it together with what somebody else did, or let the person decide.

Nothing is overwritten, nothing given is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.errors import BrokenFile, ChangedOnDisk, CopError, FileTrouble
from cop_wizard.guide.model import Question
from cop_wizard.i18n import _
from cop_wizard.plan.fields import type_at
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Interrupted, Option
from cop_wizard.wizard.rebase import Clash, rebase
from cop_wizard.wizard.showing import shown
from cop_wizard.yamltext import store
from cop_wizard.yamltext.splice import Insert, Operation, apply

_MOST_TITLES = 3


@dataclass
class _Unsaved:
    """Changes that are not on disk, the version of the plan they are meant for, and the text that would result."""

    operations: Sequence[Operation]
    base: Data
    text: str


def rescue(desk: Desk, operations: Sequence[Operation], trouble: FileTrouble) -> Sequence[Operation]:
    """Save the changes after all, or ask what to do with them, and do it. Returns the changes that were made.

    Raises `SaveAndLeave` when the person stops. An interruption first saves this session's version in a file of its
    own; where that cannot be, it is the `FileTrouble` that is raised, because then something is lost.
    """
    unsaved = _Unsaved(operations, desk.file.data, apply(desk.file.text, operations))
    told: CopError | Clash = trouble
    try:
        while True:
            merging = isinstance(told, ChangedOnDisk) and desk.file.path.exists()
            reply = "merge" if merging else _what_to_do(desk, told)
            try:
                if reply == "copy":
                    _save_copy(desk, unsaved.text)
                if reply in ("copy", "stop"):
                    raise SaveAndLeave
                return _act(desk, unsaved, reply, told)
            except (CopError, Clash) as error:
                told = error
    except Interrupted:
        _save_copy(desk, unsaved.text)
        raise


def _act(desk: Desk, unsaved: _Unsaved, reply: str, told: CopError | Clash) -> Sequence[Operation]:
    if reply == "note" and isinstance(told, Clash):
        _note(desk, told)
        return ()
    if reply == "theirs":
        if not isinstance(told, Clash):  # else it was read already
            desk.file.reload()
        return ()
    if reply == "back":
        desk.file.write_back()
    if reply == "merge":
        desk.file.reload()
    theirs = desk.file.data
    made = rebase(unsaved.operations, unsaved.base, theirs, mine_wins=reply == "mine", model=desk.model)
    before, unsaved.base, unsaved.operations = unsaved.base, theirs, made
    desk.file.change(made)
    if reply == "merge":
        _say_merged(desk, before, theirs)
    return made


def _say_merged(desk: Desk, before: Data, theirs: Data) -> None:
    """One line: somebody else was here too, and both changes are in the plan."""
    asked = desk.guide.questions()
    titles = [one.title for one in asked if value_at(before, one.path) != value_at(theirs, one.path)]
    what = ", ".join(titles[:_MOST_TITLES]) + (" …" if len(titles) > _MOST_TITLES else "")
    said = _("{name} was changed by someone else meanwhile ({what}). Both changes are in it.")
    if not titles:
        said = _("{name} was changed by someone else meanwhile. Both changes are in it.")
    desk.prompter.show("  " + said.format(name=desk.file.path.name, what=what), "quiet")


# --- asking -------------------------------------------------------------------------------------------------------


def _what_to_do(desk: Desk, told: CopError | Clash) -> str:
    """Say what is the matter and offer what is possible now."""
    name = desk.file.path.name
    copy = Option("copy", _("Keep my version in a file of its own, and stop"))
    if not desk.file.path.exists():
        desk.prompter.show(_("{name} is gone. Your answers are still here.").format(name=name), "trouble")
        options = [Option("back", _("Write it again, with all my answers")), copy]
    elif isinstance(told, Clash):
        options = [*_show_clash(desk, told), copy]
    elif isinstance(told, BrokenFile):
        desk.prompter.show(_in_words(told), "trouble")
        options = [Option("merge", _("I have corrected it: try again")), copy]
    else:
        desk.prompter.show(f"{told.message} {told.hint}", "trouble")
        stop = Option("stop", _("Stop here, without this answer"))
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


def _show_clash(desk: Desk, clash: Clash) -> list[Option]:
    """Both answers, one under the other, and what can be done with them."""
    question = _question(desk, clash.path)
    place = question.title if question else ".".join(str(part) for part in clash.path)
    desk.prompter.show(_("Someone else changed this too, meanwhile: {place}").format(place=place), "trouble")
    desk.prompter.show("  " + _("Yours: {answer}").format(answer=_answer(desk, clash.path, clash.mine)))
    desk.prompter.show("  " + _("Theirs: {answer}").format(answer=_answer(desk, clash.path, clash.theirs)))
    options = [Option("theirs", _("Keep theirs, and drop mine"))]
    if clash.forced:
        options.append(Option("mine", _("Keep mine, and drop theirs")))
    if question is not None and clash.mine is not None:
        options.insert(0, Option("note", _("Keep theirs, and put mine into a to-do")))
    return options


def _answer(desk: Desk, path: KeyPath, value: Data) -> str:
    return shown(desk, value, type_at(desk.model, path)) or _("(nothing)")


def _question(desk: Desk, path: KeyPath) -> Question | None:
    return next((one for one in desk.guide.questions() if path[: len(one.path)] == one.path), None)


def _note(desk: Desk, clash: Clash) -> None:
    """Their answer stays; mine goes into a to-do, so that somebody decides later."""
    question = _question(desk, clash.path)
    assert question is not None
    note = _("Two answers came at once. The other one: {answer}").format(answer=_answer(desk, clash.path, clash.mine))
    todos = desk.value(("todo",))
    row: dict[str, Data] = {"question": question.asks, "note": " ".join(note.split())}
    desk.file.change([Insert(("todo",), len(todos) if isinstance(todos, list) else 0, row)])
    desk.disputed.add(question.asks)
    desk.prompter.show(_("Your answer is among the to-dos at the end of the plan."), "good")


# --- a file of its own --------------------------------------------------------------------------------------------


def _save_copy(desk: Desk, text: str) -> None:
    """This session's version beside the plan, or in the person's own folder where that place cannot be written.

    Raises `FileTrouble` where neither can be.
    """
    path = keep_beside(desk.file.path, text)
    desk.prompter.show(_("Your version is in {path}.").format(path=path.resolve()), "good")


def keep_beside(plan: Path, text: str) -> Path:
    """Save a version of a plan in a file of its own, beside it or else at home. Raises `FileTrouble`."""
    trouble: FileTrouble | None = None
    for wanted in (plan, Path.home() / plan.name):
        path = free_name(wanted)
        try:
            store.save(path, text, store.MISSING)
        except FileTrouble as error:
            trouble = error
        else:
            return path
    assert trouble is not None
    raise trouble


def free_name(path: Path) -> Path:
    """A name beside ``path`` that no file has: ``plan.mine.yaml``, ``plan.mine-2.yaml`` …"""
    number = 1
    while True:
        suffix = "mine" if number == 1 else f"mine-{number}"
        found = path.with_name(f"{path.stem}.{suffix}{path.suffix}")
        if not found.exists():
            return found
        number += 1

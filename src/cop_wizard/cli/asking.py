"""What `cop new`, `cop edit` and the menu share: which prompter to use, how commands are typed, the last words."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli.console import colour
from cop_wizard.cli.screen import plain_wanted, say, width
from cop_wizard.errors import BrokenFile, WrongUse
from cop_wizard.i18n import _
from cop_wizard.visible import visible

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.prompter import Prompter


def plain_mode(plain: bool, command: str) -> bool:
    """Whether to ask with plain lines. Raises `WrongUse` where there is nobody to ask."""
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    if plain or (terminal and plain_wanted()):
        os.environ["NO_COLOR"] = "1"  # colour is made of escape bytes, which a screen reader may read out
        return True
    if not terminal:
        raise WrongUse(
            _("There is no terminal to ask questions on."),
            _("Run it in a terminal window, add --plain to answer line by line, or use {command}.").format(
                command=command
            ),
        )
    return False


def open_plan(path: Path, written: Written | None = None) -> tuple[PlanFile, Guide]:
    """A plan to work on, and its guide. Raises `FileTrouble`, or `BrokenFile` where something must be mended first."""
    from cop_wizard.cli.plans import check_file
    from cop_wizard.wizard.planfile import PlanFile

    report = check_file(path)
    if report.errors or report.guide is None:
        raise BrokenFile(
            _("{name} has problems that must be put right first.").format(name=path.name),
            report.errors,
            path,
            report.text,
            _("Put them right with `{command}` or in a text editor, then run this again. Nothing was changed.").format(
                command=command_line([*program(), "edit", short_path(path)])
            ),
        )
    return PlanFile.open(path, written=written), report.guide


def open_to_mend(path: Path, written: Written) -> tuple[PlanFile, Guide]:
    """A plan to work on with all its problems, and its guide, or the full one where its own cannot be used.

    Raises `FileTrouble`.
    """
    from cop_wizard.cli.plans import check_text
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.wizard.planfile import PlanFile

    file = PlanFile.open(path, mending=True, written=written)
    return file, check_text(file.text, path).guide or load_guide(BUILT_IN[0])


def make_prompter(
    plain: bool, flush_draft: Callable[[], None] = lambda: None, check: Callable[[], None] = lambda: None
) -> Prompter:
    """The prompter for this terminal. ``check`` is called before each prompt and raises if it should not begin."""
    if plain:
        from cop_wizard.wizard.plain_prompter import PlainPrompter

        return PlainPrompter(sys.stdin, sys.stderr, width(), flush_draft, check, visible)
    from prompt_toolkit.output import create_output

    from cop_wizard.wizard.questionary_prompter import QuestionaryPrompter

    return QuestionaryPrompter(
        say, create_output(stdout=sys.stderr), flush_draft=flush_draft, check=check, colour=colour(sys.stderr)
    )


def make_desk(file: PlanFile, guide: Guide, draft: DraftKeeper, prompter: Prompter, today: dt.date) -> Desk:
    """Everything a session has at hand."""
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.rescue import rescue

    return Desk(prompter, file, guide, draft, today, rescue)


def session(file: PlanFile, guide: Guide, by_lines: bool, ask: Callable[[Desk], None]) -> int:
    """Have ``ask`` put its questions about a file, until it is through or the person leaves; all is saved by then.

    What is being typed is kept when a signal comes. Returns the exit code.
    """
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.signals import Signals
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.prompter import Interrupted

    draft = DraftKeeper.seated(file.path)
    try:
        with Signals(draft.flush, by_lines) as signals:
            prompter = make_prompter(by_lines, draft.flush, signals.check)
            try:
                ask(make_desk(file, guide, draft, prompter, today()))
            except SaveAndLeave:
                pass
            except Interrupted as end:
                return 128 + end.signal if end.signal else 0
    finally:
        draft.leave()
    return 0


def short_path(path: Path) -> str:
    """The path as one would type it here: relative where it lies below this folder, else whole."""
    shown = os.path.relpath(path)
    return str(path.resolve()) if shown.startswith("..") else shown


def program() -> list[str]:
    """The words that call the program here: ``cop``, or its path where the shell would not find it by name."""
    import shutil

    if shutil.which("cop"):
        return ["cop"]
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return [short_path(Path(sys.executable)), "-m", "cop_wizard"]
    return [short_path(called)]


def command_line(words: list[str]) -> str:
    """Words as they are typed into a shell, quoted where they must be."""
    if os.name == "nt":
        return " ".join(f'"{word}"' if " " in word else word for word in words)
    return shlex.join(words)


def say_saved(path: Path, written: bool, command: str = "new", *further: str) -> None:
    """Everything is on disk, if this session has written anything; this is how to go on, with what stands behind."""
    if written:
        say(_("Saved in {path}.").format(path=path.resolve()), "good")
    else:
        say(_("Nothing was changed."))
    say(
        _("Go on at any time with: {command}").format(
            command=command_line([*program(), command, short_path(path), *further])
        )
    )

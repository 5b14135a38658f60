"""Short messages about what went wrong, on stderr: what it is, and what to do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cop_wizard.cli import console
from cop_wizard.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from cop_wizard.errors import BrokenFile, CopError


def show(message: str, hint: str = "") -> None:
    """A message and its hint, broken to the width of the screen."""
    console.notice(_in_lines(message, hint))


def show_error(error: CopError) -> None:
    """An error, with the places in the file where it has some."""
    console.notice(told(error))


def attempted(work: Callable[[], None]) -> int:
    """Do ``work`` for one plan of several. What goes wrong with it is told, and becomes the exit code."""
    from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
    from cop_wizard.documents.trouble import NothingToShow
    from cop_wizard.errors import BrokenFile, FileTrouble

    try:
        work()
    except (BrokenFile, NothingToShow) as lacking:
        show_error(lacking)
        return PROBLEMS
    except FileTrouble as trouble:
        show_error(trouble)
        return TROUBLE
    return DONE


def told(error: CopError) -> str:
    """What `show_error` writes."""
    from cop_wizard.errors import BrokenFile

    places = _places(error) if isinstance(error, BrokenFile) else ""
    return places + _in_lines(error.message, error.hint)


def _in_lines(message: str, hint: str) -> str:
    from cop_wizard.cells import wrapped

    wide = console.width(sys.stderr)
    lines = [part for line in visible(message).splitlines() for part in wrapped(line, wide)]
    if console.colour(sys.stderr) and lines:
        lines[0] = f"\x1b[1m{lines[0]}\x1b[0m"
    lines += [part for line in visible(hint).splitlines() for part in wrapped(line, wide, "  ", "  ")]
    return "\n".join(lines)


def _places(error: BrokenFile) -> str:
    from cop_wizard.checks.report.text import mistakes
    from cop_wizard.checks.runner import Report
    from cop_wizard.look import Look

    look = Look(console.width(sys.stderr), console.colour(sys.stderr))
    report = Report(error.path, error.text, error.findings)
    return "".join("\n".join(mistake) + "\n\n" for mistake in mistakes(report, look))

"""A yes before something is written, for commands that first show what would change."""

from __future__ import annotations

import sys

from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _


def agreed(question: str, yes: str, no: str) -> bool:
    """Ask ``question`` with these two answers; no is the one it begins at.

    Raises `WrongUse` where there is nobody to ask.
    """
    from cop_wizard.cli.asking import make_prompter, plain_mode
    from cop_wizard.wizard.prompter import Ask, Interrupted, Option

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUse(
            _("Nothing was written, since there is no terminal to ask on."),
            _("Add --yes to write it, or --dry-run only to look."),
        )
    sys.stdout.flush()  # what is shown comes before what is asked
    prompter = make_prompter(plain_mode(False, "--yes"))
    try:
        choice = prompter.pick(
            Ask(question=question, default="no", ways=frozenset()), [Option("no", no), Option("yes", yes)]
        )
    except Interrupted as end:
        raise KeyboardInterrupt from end
    return choice == "yes"

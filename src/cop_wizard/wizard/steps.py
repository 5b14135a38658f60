"""A few questions one after another, with a way back from each to the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cop_wizard.i18n import _
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Leave, Pasted, Prompter, Way

WAYS = frozenset({Way.BACK, Way.SKIP, Way.SAVE})
"""The ways out of a question that can be left open without anything being noted."""

Reply = Leave | Pasted | str | None


def walk(prompter: Prompter, steps: Sequence[Callable[[], Reply]]) -> None:
    """Ask all of them. Raises `SaveAndLeave`."""
    step = 0
    while step < len(steps):
        reply = steps[step]()
        if isinstance(reply, Leave) and reply.way is Way.SAVE:
            raise SaveAndLeave
        if isinstance(reply, Leave) and reply.way is Way.BACK:
            if step == 0:
                prompter.show(_("This is the first question."), "quiet")
            step = max(step - 1, 0)
        else:
            step += 1

"""Bare ``cop`` on a terminal: what one can do, each with the command it stands for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.wizard.prompter import Option


def menu(run: Callable[[list[str]], int]) -> int:
    """Offer the commands, let ``run`` run the one that is chosen, and return its exit code."""
    from cop_wizard.cli.asking import command_line, make_prompter, plain_mode, program
    from cop_wizard.cli.recent import last_plan
    from cop_wizard.cli.screen import say
    from cop_wizard.wizard.prompter import Ask, Interrupted, Leave

    prompter = make_prompter(plain_mode(False, "cop new"))
    say(_("cop plans communities of practice."), "title")
    say("")
    commands = _commands(_here(), last_plan())
    options = [_option(number, label, command) for number, (label, command) in enumerate(commands)]
    try:
        choice = prompter.pick(Ask(question=_("What would you like to do?"), default="0", ways=frozenset()), options)
    except Interrupted as end:
        return 128 + end.signal if end.signal else 0
    if isinstance(choice, Leave):
        return 0
    command = commands[int(choice)][1]
    if not command:
        return 0
    say("$ " + command_line([*program(), *command]), "quiet")
    say("")
    return run(command)


def _option(number: int, label: str, command: list[str]) -> Option:
    from cop_wizard.cli.asking import command_line, program
    from cop_wizard.wizard.prompter import Option

    shown = "  ·  " + command_line([*program(), *command]) if command else ""
    return Option(str(number), label + shown)


def _here() -> Path | None:
    """The plan of this folder, if it has the usual name."""
    return Path("plan.yaml") if Path("plan.yaml").is_file() else None


def _commands(here: Path | None, last: Path | None) -> list[tuple[str, list[str]]]:
    """What can be done now, in words and as the words of a command; the plan of this folder comes first."""
    from cop_wizard.cli.asking import short_path

    commands: list[tuple[str, list[str]]] = []
    plan = here or last
    if plan is not None:
        shown = short_path(plan)
        commands = [
            (_("Go on with {title} ({path})").format(title=_title(plan), path=plan.resolve()), ["new", shown]),
            (_("Change its answers"), ["edit", shown]),
            (_("Check it"), ["validate", shown]),
            (_("See how far it is, and how the community is"), ["status", shown]),
            (_("Write down what came of a meeting"), ["log", shown]),
            (_("Look at how you are"), ["review", shown]),
            (_("Make a page of it and open it"), ["render", shown, "--open"]),
        ]
    if last is not None and here is not None and last.resolve() != here.resolve():
        going_on = _("Go on with {title} ({path})").format(title=_title(last), path=last)
        commands.append((going_on, ["new", short_path(last)]))
    commands += [
        (_("Begin a new plan here ({path})").format(path=_free_plan().resolve()), ["new", str(_free_plan())]),
        (_("Read the guide"), ["guide"]),
        (_("See all commands"), ["--help"]),
        (_("Nothing, leave"), []),
    ]
    return commands


def _title(plan: Path) -> str:
    from cop_wizard.errors import FileTrouble
    from cop_wizard.values import value_at
    from cop_wizard.yamltext import store
    from cop_wizard.yamltext.document import read

    try:
        title = value_at(read(store.load(plan).text).data, ("title",))
    except FileTrouble:
        title = None
    return f"“{title}”" if isinstance(title, str) and title else _("your plan")


def _free_plan() -> Path:
    """``plan.yaml`` here, or the next free name."""
    number = 1
    while True:
        path = Path("plan.yaml" if number == 1 else f"plan-{number}.yaml")
        if not path.exists():
            return path
        number += 1

"""The command line: every command, registered by name."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer

from cop_wizard.cli.help import CopCommand, CopGroup
from cop_wizard.i18n import _


class Command(NamedTuple):
    """A command: what it does in a sentence, and an example of its use. It runs the function of its name in `cli`."""

    told: str
    example: str


COMMANDS = {
    "new": Command(_("Plan your community, question by question. Goes on where you stopped."), "cop new"),
    "edit": Command(_("Look a plan over and change any answer."), "cop edit plan.yaml membership"),
    "validate": Command(
        _("Check a plan: what is wrong, where, what is unwise, what is unfinished. Put slips right with --fix."),
        "cop validate plan.yaml",
    ),
    "explain": Command(_("Say why a check exists, what to do, and show an example."), "cop explain COP401"),
    "status": Command(_("Show how far a plan is, section by section, and what is next."), "cop status plan.yaml"),
    "log": Command(
        _("Write down after a meeting who came, what was decided and learned, what goes to the next one."),
        "cop log plan.yaml",
    ),
    "reflect": Command(
        _("Keep for yourself what you learned and what you change at work. Nobody else sees it."),
        "cop reflect --for plan.yaml",
    ),
    "review": Command(
        _("Look at your community: how far it is, what shows it, what to do next. Again and again."),
        "cop review plan.yaml",
    ),
    "schedule": Command(
        _("Turn how often you meet into dated meetings, to look over before they are written."),
        "cop schedule plan.yaml",
    ),
    "compare": Command(_("Tell what changed in a plan, or between two plans."), "cop compare old.yaml plan.yaml"),
    "render": Command(
        _("Make a document of a plan: a page, a letter, an agenda, a calendar; to read, print or send."),
        "cop render plan.yaml --open",
    ),
    "preview": Command(
        _("See the page of a plan in your browser while you write; it follows every save."),
        "cop preview plan.yaml --open",
    ),
    "share": Command(
        _("Gather what one audience gets, with a message to send along; what they may not see is left out."),
        "cop share plan.yaml --audience public -o for-the-board.zip",
    ),
    "templates": Command(
        _("List the documents that can be made, or copy their templates to change them."),
        "cop templates --eject charter",
    ),
    "roster": Command(
        _("Take people from a spreadsheet into the roster of a plan."), "cop roster plan.yaml members.csv"
    ),
    "migrate": Command(
        _("Bring a plan of an earlier version of cop up to date; comments stay."), "cop migrate plan.yaml --dry-run"
    ),
    "guide": Command(_("Read the guide: its questions, why they are asked, examples, sources."), "cop guide purpose"),
    "schema": Command(
        _("Write the JSON Schema of a plan, so that your editor can help."), "cop schema -o plan.schema.json"
    ),
}
"""Every command by its name, in the order of the help."""


def program(*names: str) -> typer.Typer:
    """The program with the commands of these names, or with all of them."""
    made = typer.Typer(
        name="cop",
        cls=CopGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    made.callback(
        epilog="cop new",
        help=_(
            "Plan a community of practice: answer questions one by one, keep the plan as a file, print it as a page."
        ),
    )(start)
    for name in names or COMMANDS:
        runs = getattr(import_module(f"cop_wizard.cli.{name}"), name)
        made.command(name, cls=CopCommand, help=COMMANDS[name].told, epilog=COMMANDS[name].example)(runs)
    return made


def _version(wanted: bool) -> None:
    if wanted:
        from cop_wizard import __version__
        from cop_wizard.cli.console import result

        result(f"cop {__version__}")
        raise typer.Exit


def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Say which version of cop this is."))
    ] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help=_("Write without colour. Works in every command."))
    ] = False,
) -> int:
    """Plan a community of practice: answer questions one by one, keep the plan as a file, print it as a page."""
    del version, no_color  # both have had their effect: one in its callback, the other in `run`
    return 0


def run(arguments: list[str]) -> int:
    """Run the command that ``arguments`` ask for. Returns its exit code; wrong use is told and returns 2."""
    if not arguments:
        return _without_command()
    # Typer looks closely at every command it is given; where one is called by its name, the others need not be.
    command: Any = typer.main.get_command(program(*[name for name in arguments[:1] if name in COMMANDS]))
    try:
        with command.make_context("cop", list(arguments)) as context:
            code = command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        from cop_wizard.cli.misuse import tell

        return tell(error)
    return code if isinstance(code, int) else 0


def _without_command() -> int:
    """On a terminal the menu, otherwise the help."""
    import sys

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return run(["--help"])
    from cop_wizard.cli.menu import menu

    return menu(run)

"""The command line: every command, registered by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from cop_wizard.cli.compare import compare
from cop_wizard.cli.edit import edit
from cop_wizard.cli.explain import explain
from cop_wizard.cli.guide import guide
from cop_wizard.cli.help import CopCommand, CopGroup
from cop_wizard.cli.new import new
from cop_wizard.cli.render import render
from cop_wizard.cli.schema import schema
from cop_wizard.cli.status import status
from cop_wizard.cli.validate import validate
from cop_wizard.i18n import _

app = typer.Typer(
    name="cop",
    cls=CopGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _register(name: str, command: Callable[..., int], told: str, example: str) -> None:
    app.command(name, cls=CopCommand, help=told, epilog=example)(command)


_register("new", new, _("Plan your community, question by question. Goes on where you stopped."), "cop new")
_register("edit", edit, _("Look a plan over and change any answer."), "cop edit plan.yaml membership")
_register(
    "validate",
    validate,
    _("Check a plan: what is wrong, where, what is unwise, what is unfinished. Put slips right with --fix."),
    "cop validate plan.yaml",
)
_register("explain", explain, _("Say why a check exists, what to do, and show an example."), "cop explain COP401")
_register("status", status, _("Show how far a plan is, section by section, and what is next."), "cop status plan.yaml")
_register("compare", compare, _("Tell what changed in a plan, or between two plans."), "cop compare old.yaml plan.yaml")
_register("render", render, _("Make a page of a plan, to read, print or send."), "cop render plan.yaml --open")
_register(
    "guide", guide, _("Read the guide: its questions, why they are asked, examples, sources."), "cop guide purpose"
)
_register(
    "schema",
    schema,
    _("Write the JSON Schema of a plan, so that your editor can help."),
    "cop schema -o plan.schema.json",
)


def _version(wanted: bool) -> None:
    if wanted:
        from cop_wizard import __version__
        from cop_wizard.cli.console import result

        result(f"cop {__version__}")
        raise typer.Exit


@app.callback(
    epilog="cop new",
    help=_("Plan a community of practice: answer questions one by one, keep the plan as a file, print it as a page."),
)
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
    command: Any = typer.main.get_command(app)
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

"""The help of every command, laid out so that it can be read at 40 columns as well as at 80.

Typer's own tables show Python types and four columns; people who are no programmers need two: what to write, and what
it does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from cop_wizard.cli import console
from cop_wizard.i18n import _

_WIDEST, _NARROW = 100, 60


class CopCommand(TyperCommand):
    """A command whose help is laid out by us."""

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the help page."""
        _write(self, ctx, formatter)


class CopGroup(TyperGroup):
    """The program itself, commands in the order in which they are registered."""

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the help page."""
        _write(self, ctx, formatter)


def _write(command: CopCommand | CopGroup, context: typer.Context, formatter: Any) -> None:
    width = min(console.width(sys.stdout) or 80, _WIDEST)
    context.color = console.colour(sys.stdout)
    formatter.write("\n".join(_page(command, context, width)) + "\n")


def _page(command: CopCommand | CopGroup, context: typer.Context, width: int) -> Iterator[str]:
    from cop_wizard.cells import wrapped

    strong = _bold if context.color else str
    parameters: list[Any] = [one for one in command.get_params(context) if not getattr(one, "hidden", False)]
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option"]
    usage = [context.command_path, *(_argument(one) for one in arguments), _("[OPTIONS]")]
    if isinstance(command, CopGroup):
        usage.insert(1, _("COMMAND"))
    yield from wrapped(" ".join(usage), width, rest="    ")
    yield ""
    yield from wrapped(_told(command), width)
    if isinstance(command, CopGroup):
        commands = [(name, command.commands[name]) for name in command.list_commands(context)]
        rows = [(name, _told(one)) for name, one in commands if not one.hidden]
        yield from _table(strong(_("Commands")), rows, width)
    if arguments:
        heading = strong(_("What to give"))
        yield from _table(heading, [(_argument(one).strip("[]"), one.help or "") for one in arguments], width)
    yield from _table(strong(_("Options")), [(_option(one), _option_help(one)) for one in options], width)
    if command.epilog:
        yield ""
        yield strong(_("Example"))
        yield from wrapped(command.epilog, width, "  ", "      ")


def _told(command: Any) -> str:
    """What a command does, in the language in use."""
    return _(" ".join((command.help or "").split()))


def _table(heading: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Names with what they mean: in two columns, or one below the other where the screen is narrow."""
    from cop_wizard.cells import wrapped

    yield ""
    yield heading
    column = max(len(name) for name, _meaning in rows) + 4
    for name, meaning in rows:
        text = _(" ".join(meaning.split()))
        if width < _NARROW:
            yield from wrapped(name, width, "  ", "    ")
            yield from wrapped(text, width, "    ", "    ")
        else:
            yield from wrapped(text, width, f"  {name}".ljust(column), " " * column)


def _argument(parameter: Any) -> str:
    name = str(parameter.metavar or parameter.name.upper())
    return name if parameter.required or name.startswith("[") else f"[{name}]"


def _option(parameter: Any) -> str:
    names = ", ".join(sorted(parameter.opts, key=len, reverse=True))
    takes_value = not (parameter.is_flag or parameter.count)
    return f"{names} {parameter.metavar or parameter.name.upper()}" if takes_value else names


def _option_help(parameter: Any) -> str:
    if parameter.name == "help":
        return "Show this page."
    return str(parameter.help or "")


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m"

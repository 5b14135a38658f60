"""Typer's complaints about how a command was called, in our words."""

from __future__ import annotations

from typing import Any

import typer

from cop_wizard.cli.codes import WRONG_USE
from cop_wizard.cli.messages import show
from cop_wizard.i18n import _


def tell(error: typer.TyperException) -> int:
    """Say what is wrong with the call and where help is. Returns the exit code."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "cop"
    show(_words(error), _("`{command} --help` shows how it is used.").format(command=command))
    return WRONG_USE


def _words(error: typer.TyperException) -> str:
    kind = type(error).__name__
    detail: Any = error
    if kind == "MissingParameter" and detail.param is not None:
        name = str(detail.param.metavar or detail.param.name.upper()).rstrip(".")
        return _("Something is missing: {name}.").format(name=name)
    if kind == "NoSuchOption":
        near = ", ".join(f"`{option}`" for option in detail.possibilities or ())
        said = _("There is no option `{name}`.").format(name=detail.option_name)
        return f"{said} " + _("Did you mean {near}?").format(near=near) if near else said
    message = error.format_message()
    return message if message.endswith((".", "?", "!")) else message + "."

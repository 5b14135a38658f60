"""Packages that only some commands need, and only some people install."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

from cop_wizard.errors import CopError
from cop_wizard.i18n import _


class ExtraMissing(CopError):
    """A package is not installed. The hint is the command that brings it."""

    def __init__(self, extra: str, why: str = "") -> None:
        super().__init__(
            why or _("This needs a package that is not installed."),
            _("Install it: {command}").format(command=install_command(extra)),
        )


def needed(module: str, extra: str, why: str = "") -> Any:
    """The package ``module``, imported now; it comes with the extra of that name, such as ``docx``.

    Raises `ExtraMissing`, with ``why`` it is needed, where it cannot be imported.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ExtraMissing(extra, why) from None


def install_command(extra: str) -> str:
    """What to type to install an extra for the very Python that runs now, which need not be the one called python."""
    here = os.path.abspath(sys.executable)  # noqa: PTH100  a link to a Python elsewhere must not be followed
    below = os.path.relpath(here) if here.startswith(os.getcwd() + os.sep) else here  # noqa: PTH109
    python = f'"{below}"' if " " in below else below
    return f'{python} -m pip install "cop-wizard[{extra}]"'

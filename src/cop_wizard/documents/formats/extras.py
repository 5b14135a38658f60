"""Packages that only some formats need, and only some people install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cop_wizard.errors import CopError
from cop_wizard.i18n import _


class ExtraMissing(CopError):
    """A package is not installed. The hint is the command that brings it."""


def needed(module: str, extra: str) -> Any:
    """The package ``module``, imported now; it comes with the extra of that name, such as ``docx``.

    Raises `ExtraMissing` where it cannot be imported.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ExtraMissing(
            _("This needs a package that is not installed."),
            _("Install it: {command}").format(command=f'python -m pip install "cop-wizard[{extra}]"'),
        ) from None

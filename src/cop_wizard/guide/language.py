"""The name of a language, as plans and guides write it. It becomes part of a path and of a page, so it is checked."""

from __future__ import annotations

import re

from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.i18n import _

ENGLISH = "en"

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST = 35
"""No tag in use is longer (RFC 5646, section 4.4.1)."""


def is_language(name: str) -> bool:
    """Whether this is how a language is named: ``en``, ``fr``, ``fr-CA``."""
    return len(name) <= _LONGEST and _TAG.fullmatch(name) is not None


def known_language(name: str) -> str:
    """``name``, or English where it names no language."""
    return name if is_language(name) else ENGLISH


def no_language(given: str, span: Span | None) -> Diagnostic:
    """The finding about a ``language:`` that names none."""
    return Diagnostic(
        "COP218",
        Severity.ERROR,
        _("`{given}` is not the name of a language.").format(given=given if len(given) <= 60 else given[:59] + "…"),
        _("Write its short name, for example en or fr."),
        ("language",),
        span,
    )

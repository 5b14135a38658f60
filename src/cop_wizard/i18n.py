"""The words of the program itself, ready for translation. The guide's own words are in ``guide/content``."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

ENGLISH = "en"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = ENGLISH


def use_language(language: str) -> None:
    """Speak ``language`` from now on, or English where there is no catalogue for it."""
    global _catalogue, _language
    _catalogue = _gettext.translation("cop", Path(__file__).parent / "locale", [language], fallback=True)
    _language = language if isinstance(_catalogue, _gettext.GNUTranslations) else ENGLISH


def language_in_use() -> str:
    """The language in which the program speaks: English, as long as there is no catalogue for another one."""
    return _language


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """``one`` or ``many``, as ``count`` asks for in the language in use."""
    return _catalogue.ngettext(one, many, count)

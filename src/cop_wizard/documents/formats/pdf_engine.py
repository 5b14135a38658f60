"""WeasyPrint, brought in only where it can work: it needs a package, a library of the system, and a font."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from html import escape
from io import StringIO
from typing import Any

from cop_wizard.documents.trouble import ComputerLacks
from cop_wizard.extras import needed
from cop_wizard.i18n import _


class PdfTrouble(ComputerLacks):
    """This computer lacks something that PDF files are made with."""


def engine() -> Any:
    """The package ``weasyprint``. Raises `ExtraMissing` and `PdfTrouble`."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):  # what it says of a missing library, we say
        warnings.filterwarnings("error", message="(No fonts configured in|FontConfig cannot load)")
        try:
            return needed("weasyprint", "pdf")
        except OSError:
            raise PdfTrouble(
                _("PDF files need the library Pango, which this computer does not have."),
                _(
                    "Install it. Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install"
                    " pango; Windows: pacman -S mingw-w64-x86_64-pango, in MSYS2."
                ),
            ) from None
        except UserWarning:  # without a font it would end the whole program
            raise PdfTrouble(
                _("PDF files need a font, and this computer has none that can be found."),
                _("Install one, such as the package fonts-dejavu-core or fonts-noto-core."),
            ) from None


@lru_cache(maxsize=16)
def has_font(font: str) -> bool:
    """Whether this computer has the font of that name. Raises as `engine` does."""
    with quiet():
        page = engine().HTML(string=f'<p style="font-family: &quot;{escape(font)}&quot;">a</p>').render()
        page.write_pdf()
    return font.casefold() in (str(one.family).casefold() for one in page.fonts.values())


@lru_cache(maxsize=16)
def without_font(signs: str) -> str:
    """Those of the ``signs`` that no font of this computer has: a PDF shows boxes in their place. Raises as `engine`
    does.
    """
    with quiet():
        page = engine().HTML(string=f"<p>{escape(' '.join(signs))}</p>").render()
        page.write_pdf()
    missing = {chr(code) for font in page.fonts.values() for code in getattr(font, "missing", ())}
    return "".join(sign for sign in signs if sign in missing)


@contextmanager
def quiet() -> Iterator[None]:
    """WeasyPrint tells the log of every rule of style that it leaves out; nobody could do anything about it."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "weasyprint.progress", "fontTools")]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, was in zip(loggers, before, strict=True):
            logger.disabled = was

"""The public holidays of a country or province, from the ``holidays`` package, which only some people install."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable
from typing import Any

from cop_wizard.extras import needed
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters


class NoSuchRegion(Exception):
    """No holidays are known for a region of this name. ``meant`` is the code that may have been meant, or ""."""

    def __init__(self, meant: str) -> None:
        super().__init__(meant)
        self.meant = meant


def public_holidays(region: str, years: Iterable[int]) -> dict[dt.date, str]:
    """The public holidays of ``region`` (``FR``, ``CA-AB``: ISO 3166 codes) in these years, each with its name.

    Raises `NoSuchRegion`, and `ExtraMissing` where the package is not installed.
    """
    holidays = needed(
        "holidays", "holidays", _("The plan names a region, and its public holidays need one more package.")
    )
    supported = holidays.list_supported_countries(include_aliases=False)
    country, _dash, part = region.strip().upper().partition("-")
    if country not in supported or (part and part not in supported[country]):
        raise NoSuchRegion(_meant(holidays, supported, region))
    return dict(holidays.country_holidays(country, subdiv=part or None, years=list(years)))


def _meant(holidays: Any, supported: dict[str, list[str]], region: str) -> str:
    """The code that a person may have meant: of a name in place of a code, or of a misspelt code; else ""."""
    words = [word for word in plain_letters(region).replace("/", "-").replace(",", "-").split("-") if word.strip()]
    if not words:
        return ""
    names = {plain_letters(name).replace("_", " "): codes[1] for name, codes in holidays.registry.COUNTRIES.items()}
    names |= {code.casefold(): code for code in supported}
    country = names.get(words[0].strip(), "")
    if not country or len(words) == 1:
        return country or _near(words[0].strip(), names)
    parts = {code.casefold(): code for code in supported[country]}
    aliases = getattr(holidays.country_holidays(country), "subdivisions_aliases", {})
    parts |= {plain_letters(name): code for name, code in aliases.items()}
    part = parts.get(words[1].strip()) or _near(words[1].strip(), parts)
    return f"{country}-{part}" if part else ""


def _near(word: str, names: dict[str, str]) -> str:
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.75)
    return names[close[0]] if close else ""

"""What a country or province is called whose code a plan names (``CA-AB``), in words that readers know."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module, resources

from cop_wizard.i18n import _
from cop_wizard.wording import one_line


def region_words(region: str) -> str:
    """``Canada, Alberta`` for ``CA-AB``; ``region`` as it is where it is no code of a country.

    Countries are called as the tz database calls them. Provinces have names where the package ``holidays`` is
    installed and knows one; elsewhere the code stands beside the country: ``Canada (CA-AB)``.
    """
    given = one_line(region)
    code, _dash, part = given.upper().partition("-")
    country = _countries().get(code, "")
    if not country:
        return given
    if not part:
        return country
    name = _parts_of(code).get(part, "")
    if name:
        return _("{country}, {province}").format(country=country, province=name)
    return _("{country} ({code})").format(country=country, code=f"{code}-{part}")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    lines = resources.files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line and not line.startswith("#"))


@lru_cache(maxsize=8)
def _parts_of(country: str) -> dict[str, str]:
    """The provinces of a country by their codes; none where nobody here knows them."""
    try:
        known = import_module("holidays").country_holidays(country)
    except (ImportError, NotImplementedError):
        return {}
    names: dict[str, str] = {}
    for name, code in getattr(known, "subdivisions_aliases", {}).items():
        if not name.isupper():  # an older code
            names.setdefault(code, name)
    return names

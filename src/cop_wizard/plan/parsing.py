"""Reads what people type for dates, times of day, lengths of time and numbers.

Each function returns the value, or the words as written where they are only words, or raises a
`PydanticCustomError` that names the refusal (``cop_wizard.refusals`` has the words for it).
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from pydantic_core import PydanticCustomError


class InWords(str):
    """A date, number or length put in words ("10th week of term"): kept as written, counts as unfinished."""

    __slots__ = ()


def one_line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise PydanticCustomError("empty_item", "empty")
    return folded


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fevr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?")
_OTHER_WAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


_CROSSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŧ": "t", "ħ": "h"}
)
"""Letters that Unicode does not take apart, though people type them without their stroke."""


def plain_letters(text: str) -> str:
    """``text`` in lower case and without accents, for comparing what people type."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_CROSSED)


def iso_day(value: object) -> dt.date | None:
    """A day as plans write it, 2026-11-20; ``None`` for everything else."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Words as they are compared: letters and digits without case and accents, one blank between words."""
    plain = plain_letters(text)
    if not plain.isascii():  # vowels can be marks beside their letters
        plain = "".join(one if unicodedata.category(one)[0] in "LNM" else " " for one in plain)
        return " ".join(plain.split())
    return " ".join("".join(one if one.isalnum() else " " for one in plain).split())


def name_key(name: str) -> str:
    """What is the same for all ways of typing a name or a title, whatever its apostrophes, dashes and blanks."""
    return folded(name) or " ".join(name.split())


def same_name(one: str, other: str) -> bool:
    """Whether two names or titles are one, however they are typed."""
    return one == other or name_key(one) == name_key(other)


def _make_date(text: str, year: str, month: int | str, day: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise PydanticCustomError(
            "no_such_date", "no such date", {"given": text, "swapped": _iso(year, day, month)}
        ) from None


def _iso(year: str, month: int | str, day: int | str) -> str:
    """The date as it is written in a plan; "" where there is none."""
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def parse_date(text: str) -> dt.date | InWords:
    """A calendar date (``2026-09-15``, ``15 September 2026``, ``September 15, 2026``), or the words as written.

    Raises ``no_such_date`` for a date that does not exist and ``ambiguous_date`` for ``15/09/2026`` and the like,
    which readers on two sides of an ocean understand differently.
    """
    text = one_line(text)
    if found := _ISO.fullmatch(text):
        return _make_date(text, found[1], found[2], found[3])
    if _OTHER_WAY.fullmatch(text):
        meant = _turned_round(text)
        details = {
            "given": text,
            "meant": meant[0] if len(meant) == 1 else "",
            "either": meant if len(meant) == 2 else [],
        }
        raise PydanticCustomError("ambiguous_date", "ambiguous date", details)
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.fullmatch(text)
        if found and (number := _MONTHS.get(plain_letters(found[month]))):
            return _make_date(text, found[3], number, found[day])
    if re.fullmatch(r"\d+", text) and not (len(text) == 4 and text[:2] in {"19", "20"}):
        raise PydanticCustomError("no_such_date", "no such date", {"given": text})
    return InWords(text)


def _turned_round(text: str) -> list[str]:
    """The dates that ``15/09/2026`` or the like can mean, as they are written in a plan: one, two or none."""
    found = _OTHER_WAY.fullmatch(text)
    assert found is not None
    year = found[3] if len(found[3]) == 4 else "20" + found[3]
    readings = (_iso(year, found[1], found[2]), _iso(year, found[2], found[1]))
    return sorted({reading for reading in readings if reading})


_HOURS_IN_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "0:00", "midi": "12:00", "minuit": "0:00"}
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|(am|pm|a\.m\.|p\.m\.))?", re.IGNORECASE)


_LIKE_A_CLOCK = re.compile(r"[-+]?\d[\d:.,h ]*(?:[ap]\.?m?\.?)?", re.IGNORECASE)


def parse_clock(text: str) -> dt.time | InWords:
    """A time of day (``9:30``, ``15:30``, ``3.30 pm``, ``15h30``, ``noon``), or the words as written.

    Raises ``no_such_time`` for what looks like a time and is none.
    """
    text = one_line(text)
    if not _LIKE_A_CLOCK.fullmatch(text) and plain_letters(text) not in _HOURS_IN_WORDS:
        return InWords(text)
    refusal = PydanticCustomError("no_such_time", "no such time", {"given": text})
    found = _CLOCK.fullmatch(_HOURS_IN_WORDS.get(plain_letters(text), text))
    if found is None:
        raise refusal
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "").lower()
    bare = found[2] is None and not half and not text.lower().endswith("h")
    if bare or minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        raise refusal
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return dt.time(hour, minute)


_LENGTH = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hours?|heures?))?\s*(?:and\s+|et\s+)?(?:(\d+)\s*(?:m|min|mins|minutes?)?)?\.?",
    re.IGNORECASE,
)


def parse_length(text: str) -> dt.timedelta | InWords:
    """How long something takes (``90 minutes``, ``1 h 30``, ``1.5 hours``, ``1:30``), or the words as written.

    Raises ``no_such_length`` for nothing, for more than a day, and for a bare number, which may be either unit.
    """
    text = one_line(text)
    refusal = PydanticCustomError("no_such_length", "no such length", {"given": text})
    if re.fullmatch(r"[\d.,]+", text):
        raise refusal
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text):
        length = dt.timedelta(hours=int(found[1]), minutes=int(found[2]))
    elif found := _LENGTH.fullmatch(text):
        try:
            length = dt.timedelta(hours=float((found[1] or "0").replace(",", ".")), minutes=int(found[2] or 0))
        except (OverflowError, ValueError):  # more than Python counts, or more digits than it reads
            raise refusal from None
    else:
        return InWords(text)
    if not dt.timedelta() < length <= dt.timedelta(days=1):
        raise refusal
    return length


_WORD_THEN_NUMBER = re.compile(r"[-+]?\d+(?:[.,_ ]\d+)*")


def parse_count(text: str) -> int | InWords:
    """How many people or things: a whole number from 0 to 100,000, or the words as written ("more than 50")."""
    text = one_line(text)
    if re.fullmatch(r"\d{1,6}", text) and text.isascii() and int(text) <= 100_000:
        return int(text)
    if _WORD_THEN_NUMBER.fullmatch(text):
        raise PydanticCustomError("no_such_count", "no such count", {"given": text})
    return InWords(text)


_LIKE_A_ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+")


def parse_zone(text: str) -> str:
    """A time zone by its name in the tz database (``America/Edmonton``, ``UTC``), or the words as written.

    Raises ``no_such_zone`` for what looks like such a name and is none.
    """
    text = one_line(text)
    if text in zone_names():
        return text
    if _LIKE_A_ZONE.fullmatch(text):
        close = difflib.get_close_matches(text, zone_names(), n=1, cutoff=0.8)
        raise PydanticCustomError("no_such_zone", "no such zone", {"given": text, "meant": close[0] if close else ""})
    return InWords(text)


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """The names of all time zones. They come with the program, since the system's may be years old."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="ascii").split())

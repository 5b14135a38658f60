"""The shared kinds of answers: text, dates, clock times, numbers, lengths of time, choices, "none, on purpose".

Every value arrives as the text a person wrote (or as plain data from a YAML file) and is converted here, and only
here. A refusal is a `PydanticCustomError` whose type is one of the names in ``cop_wizard.refusals``; the words for it
stand there, so that this module holds no prose.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, Union, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cop_wizard.values import NONE_ON_PURPOSE, NoneOnPurpose

T = TypeVar("T")


class InWords(str):
    """A date, number or length put in words ("10th week of term"): kept as written, counts as unfinished."""

    __slots__ = ()


# --- "none, on purpose" and blanks --------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerSchema:
    """Lets blanks and "none, on purpose" pass, and gives the rest to the real type, without a union in error paths."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kinds = tuple(part for part in get_args(source) if part not in (NoneOnPurpose, type(None)))
        inner = handler.generate_schema(Union[kinds])  # noqa: UP007  the parts are only known when this runs

        def check(value: Any, convert: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if value is None or value is NONE_ON_PURPOSE or value == "":
                return value or None
            return convert(value)

        return core_schema.no_info_wrap_validator_function(check, inner)


Answer = Annotated[T | NoneOnPurpose | None, AnswerSchema()]
"""What every field of a plan holds: an answer, "none, on purpose", or nothing yet."""


@dataclass(frozen=True)
class Kind:
    """Names the sort of value an annotation stands for: line, paragraph, date, time, length or count."""

    name: str


def from_text(convert: Callable[[str], Any], keep: type | tuple[type, ...], refusal: str) -> CoreSchema:
    """A type that is written as text: ``convert`` reads it, values of type ``keep`` pass, all else is a ``refusal``."""

    def check(value: Any) -> Any:
        if isinstance(value, keep) and not isinstance(value, bool):
            return value
        if isinstance(value, str):
            return convert(value)
        if value is None or value is NONE_ON_PURPOSE:
            raise PydanticCustomError("empty_item", "empty")
        raise PydanticCustomError("not_one_value", "not one value", {"wanted": refusal, "given": _shape(value)})

    return core_schema.no_info_plain_validator_function(check)


def _shape(value: Any) -> str:
    return "list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else type(value).__name__


# --- text ---------------------------------------------------------------------------------------------------------


def _line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise PydanticCustomError("empty_item", "empty")
    return folded


def _paragraph(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = "\n".join(lines).strip("\n")
    if not kept.strip():
        raise PydanticCustomError("empty_item", "empty")
    return kept


@dataclass(frozen=True)
class _TextSchema:
    convert: Callable[[str], str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return from_text(self.convert, (), "text")


Line = Annotated[str, _TextSchema(_line), Kind("line")]
"""A few words on one line; line breaks are folded to spaces."""

PersonName = Annotated[str, _TextSchema(_line), Kind("name")]
"""Somebody's name, in any script; where a list of these is asked, the roster's names are offered."""

Paragraph = Annotated[str, _TextSchema(_paragraph), Kind("paragraph")]
"""Text of any length with line breaks and blank lines; blanks at line ends and around it are dropped."""


# --- dates and times ----------------------------------------------------------------------------------------------

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


def plain_letters(text: str) -> str:
    """``text`` in lower case and without accents, for comparing what people type."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _make_date(text: str, year: str, month: int | str, day: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise PydanticCustomError("no_such_date", "no such date", {"given": text}) from None


def parse_date(text: str) -> dt.date | InWords:
    """A calendar date (``2026-09-15``, ``15 September 2026``, ``September 15, 2026``), or the words as written.

    Raises ``no_such_date`` for a date that does not exist and ``ambiguous_date`` for ``15/09/2026`` and the like,
    which readers on two sides of an ocean understand differently.
    """
    text = _line(text)
    if found := _ISO.fullmatch(text):
        return _make_date(text, found[1], found[2], found[3])
    if _OTHER_WAY.fullmatch(text):
        raise PydanticCustomError("ambiguous_date", "ambiguous date", {"given": text, "meant": _turned_round(text)})
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.fullmatch(text)
        if found and (number := _MONTHS.get(plain_letters(found[month]))):
            return _make_date(text, found[3], number, found[day])
    if re.fullmatch(r"\d+", text) and not (len(text) == 4 and text[:2] in {"19", "20"}):
        raise PydanticCustomError("no_such_date", "no such date", {"given": text})
    return InWords(text)


def _turned_round(text: str) -> str:
    """The one date ``15/09/2026`` can mean, as ``2026-09-15``; "" where it can mean two or none."""
    found = _OTHER_WAY.fullmatch(text)
    assert found is not None
    year = found[3] if len(found[3]) == 4 else "20" + found[3]
    meant = set()
    for month, day in ((found[1], found[2]), (found[2], found[1])):
        try:
            meant.add(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return meant.pop().isoformat() if len(meant) == 1 else ""


_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|(am|pm|a\.m\.|p\.m\.))?", re.IGNORECASE)


def parse_clock(text: str) -> dt.time:
    """A time of day: ``9:30``, ``15:30``, ``3.30 pm``, ``15h30``, ``noon``. Raises ``no_such_time``."""
    text = _line(text)
    refusal = PydanticCustomError("no_such_time", "no such time", {"given": text})
    words = {"noon": "12:00", "midday": "12:00", "midnight": "0:00", "midi": "12:00", "minuit": "0:00"}
    found = _CLOCK.fullmatch(words.get(plain_letters(text), text))
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
    text = _line(text)
    refusal = PydanticCustomError("no_such_length", "no such length", {"given": text})
    if re.fullmatch(r"[\d.,]+", text):
        raise refusal
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text):
        length = dt.timedelta(hours=int(found[1]), minutes=int(found[2]))
    elif found := _LENGTH.fullmatch(text):
        length = dt.timedelta(hours=float((found[1] or "0").replace(",", ".")), minutes=int(found[2] or 0))
    else:
        return InWords(text)
    if not dt.timedelta() < length <= dt.timedelta(days=1):
        raise refusal
    return length


_WORD_THEN_NUMBER = re.compile(r"[-+]?\d+(?:[.,_ ]\d+)*")


def parse_count(text: str) -> int | InWords:
    """How many people or things: a whole number from 0 to 100,000, or the words as written ("more than 50")."""
    text = _line(text)
    if re.fullmatch(r"\d{1,6}", text) and text.isascii() and int(text) <= 100_000:
        return int(text)
    if _WORD_THEN_NUMBER.fullmatch(text):
        raise PydanticCustomError("no_such_count", "no such count", {"given": text})
    return InWords(text)


@dataclass(frozen=True)
class _ParsedSchema:
    parse: Callable[[str], Any]
    kind: type
    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return from_text(self.parse, self.kind, self.name)


Date = Annotated[dt.date | InWords, _ParsedSchema(parse_date, dt.date, "date"), Kind("date")]
ClockTime = Annotated[dt.time, _ParsedSchema(parse_clock, dt.time, "time"), Kind("time")]
Length = Annotated[dt.timedelta | InWords, _ParsedSchema(parse_length, dt.timedelta, "length"), Kind("length")]
Count = Annotated[int | InWords, _ParsedSchema(parse_count, int, "count"), Kind("count")]


# --- choices ------------------------------------------------------------------------------------------------------


class Choice(enum.StrEnum):
    """A closed list of answers. The values are what stands in the file; the words people read are the guide's."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def convert(text: str) -> Choice:
            try:
                return cls(text)
            except ValueError:
                raise PydanticCustomError(
                    "not_a_choice", "not a choice", {"given": text, "choices": [str(item) for item in cls]}
                ) from None

        return from_text(convert, cls, "choice")


@dataclass(frozen=True)
class OrOwn:
    """A choice from a list, or the person's own words (text that is not merely a misspelt item of the list)."""

    choices: type[Choice]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def convert(text: str) -> Choice | str:
            text = _line(text)
            if text in set(self.choices):
                return self.choices(text)
            if meant := misspelt(text, self.choices):
                raise PydanticCustomError(
                    "not_a_choice",
                    "not a choice",
                    {"given": text, "choices": [str(item) for item in self.choices], "meant": meant, "own": True},
                )
            return text

        return from_text(convert, self.choices, "choice")


def misspelt(text: str, choices: Iterable[str]) -> str:
    """The choice that ``text`` is a spelling of (another case, spaces or hyphens, underscores gone wrong), or ""."""
    import difflib

    names = [str(item) for item in choices]
    key = re.sub(r"[\s-]+", "_", plain_letters(text))
    if key in names:
        return key
    if "_" in text or " " not in text:
        return next(iter(difflib.get_close_matches(key, names, n=1, cutoff=0.85)), "")
    return ""


# --- lists --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _ListSchema:
    """A list without empty items; one value where a list belongs is refused, not guessed."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler(source)

        def check(value: Any, convert: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if not isinstance(value, list):
                raise PydanticCustomError("not_a_list", "not a list", {"given": _shape(value)})
            return convert(value)

        return core_schema.no_info_wrap_validator_function(check, inner)


Many = Annotated[list[T], _ListSchema()]
"""Several values in the order a person gave them."""

"""The shared kinds of answers: text, dates, clock times, numbers, lengths of time, choices, "none, on purpose".

Every value arrives as the text a person wrote (or as plain data from a YAML file) and is converted here, and only
here. A refusal is a `PydanticCustomError` whose type is one of the names in ``cop_wizard.refusals``; the words for it
stand there, so that this module holds no prose.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import (
    InWords,
    one_line,
    parse_clock,
    parse_count,
    parse_date,
    parse_length,
    parse_zone,
    plain_letters,
)
from cop_wizard.values import NONE_ON_PURPOSE, NoneOnPurpose

T = TypeVar("T")


# --- "none, on purpose" and blanks --------------------------------------------------------------------------------


_single: dict[Any, Callable[[Any], Any]] = {}
"""How the single values are read, by their types; finding it out for each of a hundred fields would take long."""


@dataclass(frozen=True)
class AnswerSchema:
    """Lets blanks and "none, on purpose" pass, and gives the rest to the real type, without a union in error paths."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kinds = tuple(part for part in get_args(source) if part not in (NoneOnPurpose, type(None)))
        if kinds in _single:
            return _or_blank(_single[kinds])
        inner = handler.generate_schema(Union[kinds])  # noqa: UP007  the parts are only known when this runs
        if inner["type"] == "function-plain":  # the same in one step, since most answers are single values
            _single[kinds] = inner["function"]["function"]
            return _or_blank(_single[kinds])

        def check(value: Any, convert: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if value is None or value is NONE_ON_PURPOSE or value == "":
                return value or None
            return convert(value)

        return core_schema.no_info_wrap_validator_function(check, inner)


def _or_blank(convert: Callable[[Any], Any]) -> CoreSchema:
    def check(value: Any) -> Any:
        if value is None or value is NONE_ON_PURPOSE or value == "":
            return value or None
        return convert(value)

    return core_schema.no_info_plain_validator_function(check)


Answer = Annotated[T | NoneOnPurpose | None, AnswerSchema()]
"""What every field of a plan holds: an answer, "none, on purpose", or nothing yet."""


@dataclass(frozen=True)
class ReadBy:
    """Marks an answer that, whatever stands in it, not everybody may read: only ``members``, or only ``leaders``.

    What everybody may read bears no mark. `choices.SeenBy` has the three circles; decision 24 says why each is where.
    """

    circle: str


ForMembers = Annotated[T | NoneOnPurpose | None, AnswerSchema(), ReadBy("members")]
"""An `Answer` that members may read, and nobody outside."""

ForLeaders = Annotated[T | NoneOnPurpose | None, AnswerSchema(), ReadBy("leaders")]
"""An `Answer` that only those who lead may read."""


@dataclass(frozen=True)
class Kind:
    """Names the sort of value an annotation stands for.

    One of: line, paragraph, name, date, time, length, count, zone, version.
    """

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


Line = Annotated[str, _TextSchema(one_line), Kind("line")]
"""A few words on one line; line breaks are folded to spaces."""

PersonName = Annotated[str, _TextSchema(one_line), Kind("name")]
"""Somebody's name, in any script; where a list of these is asked, the roster's names are offered."""


@dataclass(frozen=True)
class Names:
    """Marks a line that names a row of another list: one of ``rows`` (a key path), by what stands in its ``by``.

    Other words are kept: a name may come before the row that it names.
    """

    rows: tuple[str, ...]
    by: str


SeriesName = Annotated[Line, Names(("launch", "series"), "title")]
GroupName = Annotated[Line, Names(("groups",), "name")]
GoalName = Annotated[Line, Names(("purpose", "goals"), "text")]
ChannelName = Annotated[Line, Names(("communication", "channels"), "name")]
RuleName = Annotated[Line, Names(("norms", "decision_rules"), "subject")]
EvidenceName = Annotated[Line, Names(("results", "evidence"), "what")]
EventName = Annotated[Line, Names(("results", "sharing_events"), "event")]


@dataclass(frozen=True)
class SaysWho:
    """Marks a line that says who: a person by name, but perhaps a group of people or an organisation."""


@dataclass(frozen=True)
class MeetsAt:
    """Marks a line that says where people meet: a room, or the address and numbers that let anybody into a call."""


Who = Annotated[Line, SaysWho()]
Venue = Annotated[Line, MeetsAt()]


@dataclass(frozen=True)
class ForCalendars:
    """Marks what ``cop schedule`` writes for calendars: nobody is asked for it, and no document prints it."""


Paragraph = Annotated[str, _TextSchema(_paragraph), Kind("paragraph")]
"""Text of any length with line breaks and blank lines; blanks at line ends and around it are dropped."""


# --- dates, times, numbers ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _ParsedSchema:
    parse: Callable[[str], Any]
    kind: type
    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return from_text(self.parse, self.kind, self.name)


Date = Annotated[dt.date | InWords, _ParsedSchema(parse_date, dt.date, "date"), Kind("date")]
ClockTime = Annotated[dt.time | InWords, _ParsedSchema(parse_clock, dt.time, "time"), Kind("time")]
Length = Annotated[dt.timedelta | InWords, _ParsedSchema(parse_length, dt.timedelta, "length"), Kind("length")]
Count = Annotated[int | InWords, _ParsedSchema(parse_count, int, "count"), Kind("count")]
Zone = Annotated[str, _TextSchema(parse_zone), Kind("zone")]
"""A time zone such as ``America/Edmonton``; other words are kept, but no calendar can make sense of them."""


Stamp = Annotated[Line, ForCalendars()]
StampCount = Annotated[Count, ForCalendars()]


# --- choices ------------------------------------------------------------------------------------------------------


class Choice(enum.StrEnum):
    """A closed list of answers. The values are what stands in the file; the words people read are the guide's.

    What only fills the blank ("TBD") is kept as written, as `InWords`, and is no answer.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        items = {str(item): item for item in cls}

        def convert(text: str) -> Choice | InWords:
            if text not in items and is_filler(text) and not misspelt(text, tuple(items)):
                return InWords(one_line(text))
            if text not in items:
                details = {"given": text, "choices": list(items)}
                raise PydanticCustomError("not_a_choice", "not a choice", details)
            return items[text]

        return from_text(convert, cls, "choice")


@dataclass(frozen=True)
class OrOwn:
    """A choice from a list, or the person's own words (text that is not merely a misspelt item of the list).

    ``spoken``: the items are what anybody would say anyway, so another case, or blanks for underscores, are no slip.
    """

    choices: type[Choice]
    spoken: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        items = {str(item): item for item in self.choices}
        names = tuple(items)

        def convert(text: str) -> Choice | str:
            text = one_line(text)
            if text in items:
                return items[text]
            if self.spoken and (item := items.get(_as_item(text))):
                return item
            if len(text) <= _LONGEST and (meant := misspelt(text, names)):
                details = {"given": text, "choices": list(names), "meant": meant, "own": True}
                raise PydanticCustomError("not_a_choice", "not a choice", details)
            return text

        return from_text(convert, self.choices, "choice")


def _as_item(text: str) -> str:
    return re.sub(r"[\s-]+", "_", plain_letters(text))


_LONGEST = 60
"""Own words longer than this are no misspelt item of a list."""


@lru_cache(maxsize=4096)
def misspelt(text: str, names: tuple[str, ...]) -> str:
    """The name that ``text`` is a spelling of (another case, spaces or hyphens, underscores gone wrong), or ""."""
    import difflib

    key = _as_item(text)
    if key in names:
        return key
    likeness = 0.85 if "_" in text or " " not in text else 0.92  # own words may be near an item and still be meant
    near = next(iter(difflib.get_close_matches(key, names, n=1, cutoff=likeness)), "")
    return "" if near and key.endswith(near) else near  # with something in front it is another word: biweekly


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

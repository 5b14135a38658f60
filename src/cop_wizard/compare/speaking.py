"""What stands in a plan, in the words of its guide: questions, rows, fields and values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.fields import item_type, part_type
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.shapes import Member
from cop_wizard.plan.types import Choice
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.wording import clock_words, length_words, month_name, some_of, spoken

_AT_MOST = 8
"""Items of a list that are named; the others are counted."""

SHORT = 60
"""Characters of a text that can be told within a sentence."""


def cut(text: str, room: int = 2 * SHORT) -> str:
    """``text`` on one line, its end left out where it is longer than ``room``."""
    folded = " ".join(text.split())
    return folded if len(folded) <= room else folded[: room - 1].rstrip() + "…"


def _some(items: list[str]) -> str:
    """The first items in words, and how many more there are; parted so that commas within them do not mislead."""
    if any("," in item for item in items) and len(items) > 1:
        rest = len(items) - _AT_MOST
        more = [ngettext("{count} more", "{count} more", rest).format(count=rest)] if rest > 0 else []
        return "; ".join([*items[:_AT_MOST], *more])
    return some_of(items, _AT_MOST)


def is_long(value: Any) -> bool:
    """Whether a settled value is a text that needs lines of its own."""
    return isinstance(value, str) and (len(value) > SHORT or "\n" in value)


def _series(meeting: Mapping[str, Any]) -> str:
    """The further series that a meeting belongs to; "" for one of the community's own rhythm."""
    series = meeting.get("series")
    return series if isinstance(series, str) else ""


class Words:
    """Speaks with the words of ``guide``; ``whole`` is the full guide, for what this one does not ask."""

    def __init__(self, guide: Guide, whole: Guide) -> None:
        self._guide = guide
        self._whole = whole

    def value(self, value: Any) -> str:
        """A settled value on one line."""
        if value is NONE_ON_PURPOSE:
            return _("none, on purpose")
        if isinstance(value, Choice):
            return self._guide.label(value)
        if isinstance(value, dt.time):
            return clock_words(value)
        if isinstance(value, dt.timedelta):
            return length_words(value)
        if isinstance(value, dt.date):
            return _("{day} {month} {year}").format(day=value.day, month=month_name(value.month), year=value.year)
        if isinstance(value, list):
            return _some([self.value(item) for item in value])
        if isinstance(value, dict):
            return "; ".join(f"{key}: {self.value(item)}" for key, item in value.items())
        return cut(str(value))

    def whole(self, value: Any) -> str:
        """A settled value with nothing left out; "" for a blank and for "none, on purpose"."""
        if value is None or value is NONE_ON_PURPOSE:
            return ""
        if isinstance(value, str) and not isinstance(value, Choice):
            return str(value)
        return ", ".join(map(self.value, value)) if isinstance(value, list) else self.value(value)

    def answer(self, annotation: Any, value: Any) -> str:
        """A whole answer on one line: of a list of rows their names, of a form its fields."""
        part, row = part_type(annotation), part_type(item_type(annotation))
        if row is not None and isinstance(value, list):
            return _some([self.row(row, one) if isinstance(one, dict) else self.value(one) for one in value])
        if part is not None and isinstance(value, dict):
            return "; ".join(f"{self.label(part, key)}: {self.value(one)}" for key, one in value.items())
        return self.value(value)

    def question(self, asks: str) -> str:
        """The title of the question that asks a key path, written with dots."""
        question = self._guide.question(asks) or self._whole.question(asks)
        return question.title if question else spoken(asks)

    def label(self, part: type[BaseModel], field: str) -> str:
        """How a field of a row or a form is called; a key that the part has no place for keeps its name."""
        if field not in part.model_fields:
            return cut(field, SHORT)
        words = self._guide.vocabulary.parts.get(part.__name__)
        found = words.fields.get(field) if words else None
        return found.label if found else spoken(field)

    def thing(self, part: type[BaseModel]) -> str:
        """What a row is, to begin a sentence with: ``Seat``, ``Piece of evidence``."""
        words = self._guide.vocabulary.parts.get(part.__name__)
        one = words.one if words else spoken(part.__name__)
        return one[:1].upper() + one[1:]

    def row(self, part: type[BaseModel], row: Mapping[str, Any]) -> str:
        """Which row it is: a name, a date, the first words it has."""
        if part is Todo:
            return (
                self.question(cut(str(row["question"])))
                if row.get("question")
                else cut(self.value(row.get("note", "")))
            )
        if part is Meeting and "date" in row:
            said = _("The “{series}” meeting of {date}") if _series(row) else _("The meeting of {date}")
            return said.format(date=cut(self.value(row["date"]), SHORT), series=cut(_series(row), SHORT))
        if part is Meeting:
            return _("The meeting “{topics}”").format(topics=cut(self.value(row.get("topics", "…")), SHORT))
        filled = next((name for name in (*part.model_fields, *row) if name in row), "")
        return cut(self.value(row.get(filled, "")), SHORT)

    def quoted(self, part: type[BaseModel], row: str) -> str:
        """The name of a row, in quotation marks unless it speaks of somebody, or of a meeting."""
        return row if part in (Member, Meeting) else f"“{row}”"

    def further(self, part: type[BaseModel], row: Mapping[str, Any]) -> str:
        """What else is worth knowing of a row that came or went: `` (Active, Invited)``; "" if there is nothing."""
        words = self._guide.vocabulary.parts.get(part.__name__)
        wanted = words.first if words and words.first else part.model_fields
        named = {next((name for name in part.model_fields if name in row), "")}
        if part is Meeting and "date" in row and _series(row):
            named.add("series")
        told = [cut(self.value(row[name]), SHORT) for name in wanted if name in row and name not in named]
        return f" ({'; '.join(told)})" if told else ""

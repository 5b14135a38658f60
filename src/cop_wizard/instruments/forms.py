"""Answers from elsewhere: the table that Microsoft Forms or Google Forms write, and the sheet of ours, filled in.

The table of a form has a row for each person and a column for each question; questions are known by their text. The
sheet (`sheet_rows`) is one person's: a row for each item, a column for each thing that is asked of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from cop_wizard.guide.model import PartWords
from cop_wizard.i18n import _
from cop_wizard.instruments.model import Instrument, Item, Level
from cop_wizard.plan.fields import as_data, convert
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.reviews import ANONYMOUS, ReviewFile
from cop_wizard.spreadsheet import Table
from cop_wizard.values import Data

_BESIDE = (
    "id, start time, completion time, email, last modified time, timestamp, horodateur, heure de debut, heure de fin"
)
"""What forms write down by themselves, folded as `folded` does it."""
_NAMES = "name, your name, full name, nom, votre nom, nom complet, who, answered by"
_DAYS = "completion time, timestamp, horodateur, heure de fin, date, on"
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{2,4})")
_NEXT = ("next_step", "owner", "by")
_NOTHING = "none, no, nothing, n a, na, aucun, aucune, rien, non"


@dataclass(frozen=True)
class Unmatched:
    """A piece of a table of which nobody could say what it answers: its ``line``, or 0 for a heading, and its words."""

    line: int
    words: str


@dataclass(frozen=True)
class Answers:
    """What a table holds: the reviews as plain data, and what could not be matched."""

    reviews: tuple[dict[str, Data], ...]
    unmatched: tuple[Unmatched, ...]


class Headings:
    """Which question of an instrument a heading asks. ``words`` are those for the fields of a rating."""

    def __init__(self, instrument: Instrument, words: PartWords) -> None:
        self.instrument = instrument
        self._items = {known: item for item in instrument.items for known in _called(item)}
        asked = {column.field.value: (column.label, column.prompt) for column in instrument.columns}
        also = {key: (words.fields[key].label, words.fields[key].prompt) for key in _NEXT if key not in asked}
        self._fields = {folded(said): key for key, both in {**asked, **also}.items() for said in both if said}

    def likeness(self, cells: Sequence[str]) -> int:
        """How many of these cells are questions of the instrument, or headings of its sheet."""
        return sum(place is not None for place in self.places(cells)) + 2 * is_sheet(cells)

    def places(self, cells: Sequence[str]) -> list[tuple[Item, str] | None]:
        """For each heading the item and the field that it asks; ``None`` where it asks none of them."""
        found: list[tuple[Item, str] | None] = []
        last: Item | None = None
        for cell in cells:
            place = self._place(cell, last)
            last = place[0] if place else last
            found.append(place)
        return found

    def field(self, heading: str) -> str:
        """The field that a heading of the sheet names, or ""."""
        key = _key(heading)
        return self._fields.get(key, "level" if key.startswith(folded(_how_far())) else "")

    def item(self, words: str) -> Item | None:
        """The item that is called so."""
        return self._items.get(_key(words))

    def _place(self, heading: str, last: Item | None) -> tuple[Item, str] | None:
        row = re.search(r"\[(.+)\]\s*$", heading)  # of a grid: the question, and in brackets the row
        for words in (row.group(1) if row else "", heading):
            if item := self.item(words):
                field = self._fields.get(_key(heading[: row.start()]), "") if row and words != heading else ""
                return item, field or self._first(item)
        key = _key(heading)
        for known in sorted(self._items, key=len, reverse=True):
            if len(known) > 3 and known in key:
                rest = " ".join(key.replace(known, " ").split())
                item = self._items[known]
                return item, self._fields.get(rest, self._first(item))
        return (last, self._fields[key]) if last and key in self._fields else None

    def _first(self, item: Item) -> str:
        return "level" if item.levels or not self.instrument.columns else self.instrument.columns[0].field.value


def from_form(table: Table, headings: Headings, day: dt.date) -> Answers:
    """One review for each row of the table of a form; of ``day`` where the form noted none."""
    places = _once(headings.places(table.headings))
    keys = [_key(heading) for heading in table.headings]
    known = {*_split(_BESIDE), *_split(_NAMES), *_split(_DAYS), ""}
    unmatched = [
        Unmatched(0, heading)
        for heading, place, key in zip(table.headings, places, keys, strict=True)
        if place is None and key not in known
    ]
    reviews = []
    for row in table.rows:
        found: dict[str, dict[str, Data]] = {}
        for cell, place in zip(row.cells, places, strict=True):
            if place is None or not cell.strip():
                continue
            item, field = place
            value, fits = _value(item, field, cell)
            if fits and value is not None:
                found.setdefault(item.id, {"item": item.id})[field] = value
            elif not fits:
                unmatched.append(Unmatched(row.line, f"{item.name}: {cell.strip()}"))
        if found:
            by = _first_of(row.cells, keys, _split(_NAMES))
            noted = _day(_first_of(row.cells, keys, _split(_DAYS))) or day
            reviews.append(_review(headings.instrument, noted.isoformat(), by, list(found.values())))
    return Answers(tuple(reviews), tuple(unmatched))


def from_sheet(table: Table, headings: Headings, day: dt.date) -> Answers:
    """The one review of a sheet that somebody filled in on ``day``."""
    fields = [headings.field(heading) for heading in table.headings]
    by, ratings, unmatched = "", [], []
    for row in table.rows:
        words = row.cells[0].strip()
        if _key(words) == _key(_your_name()):
            by = next((cell.strip() for cell in row.cells[1:] if cell.strip()), "")
            continue
        item = headings.item(words)
        filled = [(field, cell) for field, cell in zip(fields, row.cells, strict=True) if field and cell.strip()]
        if item is None:
            unmatched += [Unmatched(row.line, words)] if filled else []
            continue
        rating: dict[str, Data] = {"item": item.id}
        for field, cell in filled:
            value, fits = _value(item, field, cell)
            if fits and value is not None:
                rating[field] = value
            elif not fits:
                unmatched.append(Unmatched(row.line, f"{item.name}: {cell.strip()}"))
        if len(rating) > 1:
            ratings.append(rating)
    reviews = [_review(headings.instrument, day.isoformat(), by, ratings)] if ratings else []
    return Answers(tuple(reviews), tuple(unmatched))


def _once(places: Sequence[tuple[Item, str] | None]) -> list[tuple[Item, str] | None]:
    """The places of headings, each of them once: of a question that is asked twice the first counts."""
    known: set[tuple[str, str]] = set()
    found: list[tuple[Item, str] | None] = []
    for place in places:
        key = (place[0].id, place[1]) if place else None
        found.append(None if key in known else place)
        if key:
            known.add(key)
    return found


def sheet_rows(instrument: Instrument, words: PartWords) -> Iterator[list[str]]:
    """The sheet, to be filled in by one person: the headings, a row for each item, at last the person's name."""
    columns = [(column.field.value, column.label) for column in instrument.columns]
    columns += [(key, words.fields[key].label) for key in _NEXT if key not in dict(columns) and instrument.usual_levels]
    labels = [label for _field, label in columns]
    levels = [_how_far()] if instrument.usual_levels else []
    yield [_what(), _question(), *levels, *labels]
    for item in instrument.items:
        choice = [" / ".join(level.label for level in item.levels)] if levels else []
        yield [item.name, f"{item.question} ({choice[0]})" if choice else item.question, *[""] * len(levels + labels)]
    yield [_your_name(), *[""] * (1 + len(levels + labels))]


def is_sheet(cells: Sequence[str]) -> bool:
    """Whether these are the headings of our own sheet."""
    return [_key(cell) for cell in cells[:2]] == [_key(_what()), _key(_question())]


def _what() -> str:
    return _("What")


def _question() -> str:
    return _("Question")


def _how_far() -> str:
    return _("How far")


def _your_name() -> str:
    return _("Your name (leave it blank to stay unnamed)")


def _called(item: Item) -> Iterator[str]:
    for words in (item.name, item.question, f"{item.name} {item.question}", item.id.replace("_", " ")):
        yield folded(words)


def _key(heading: str) -> str:
    """A heading as it is compared: without a number before it, and without that which forms put after a second one."""
    plain = re.sub(r"^\s*\d+\s*[.)]\s*", "", heading)
    return folded(re.sub(r"(?<=\D)\d{1,2}$", "", plain.strip()))


def _split(words: str) -> list[str]:
    return words.split(", ")


def _first_of(cells: Sequence[str], keys: Sequence[str], wanted: Sequence[str]) -> str:
    for name in wanted:
        if name in keys and (found := cells[keys.index(name)].strip()):
            return "" if folded(found) in ("anonymous", "anonyme") else found
    return ""


def _value(item: Item, field: str, cell: str) -> tuple[Data, bool]:
    """A cell as it is written in the plan, and whether it could be understood; ``None`` for “none” and the like."""
    text = cell.strip()
    if field == "level":
        level = _level(item, text)
        return (level.id if level else text), level is not None
    if field in _NEXT and folded(text) in _split(_NOTHING):
        return None, True
    try:
        value = convert(ReviewFile, ("reviews", 0, "ratings", 0, field), text)
    except ValidationError as refused:
        meant = (refused.errors()[0].get("ctx") or {}).get("meant")  # of a day that can only be read in one way
        return (meant, True) if isinstance(meant, str) and meant else (text, False)
    return as_data(value), True


def _level(item: Item, text: str) -> Level | None:
    """The level that is meant: by its words, or by its number on the scale, the lowest being 1."""
    key = folded(text)
    begun = [level for level in item.levels if f"{key} ".startswith(f"{folded(level.label)} ")]
    named = [level for level in item.levels if f" {folded(level.label)} " in f" {key} "]
    for level in item.levels:
        if key in (folded(level.label), folded(level.id)):
            return level
    if begun and len(named) == 1:  # and not several, as where more than one could be ticked
        return begun[0]
    if key.isdigit() and 1 <= int(key) <= len(item.levels):
        return item.levels[int(key) - 1]
    return None


def _day(text: str) -> dt.date | None:
    """The day in the time that a form noted: year first, or as in America the month."""
    found = _DAY.search(text)
    if found is None:
        return None
    year, month, day, first, second, last = found.groups()
    try:
        if year:
            return dt.date(int(year), int(month), int(day))
        whole = int(last) + (2000 if int(last) < 100 else 0)
        month, day = sorted((int(first), int(second))) if int(first) > 12 else (int(first), int(second))
        return dt.date(whole, month, day)
    except ValueError:
        return None


def _review(instrument: Instrument, on: str, by: str, ratings: Sequence[Mapping[str, Data]]) -> dict[str, Data]:
    whole: list[Data] = [dict(one) for one in ratings]
    return {"instrument": instrument.id, "on": on, "by": by or ANONYMOUS, "ratings": whole}

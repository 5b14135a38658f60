"""The rows of a roster file as people, in the form of the plan. What is not understood goes into a person's note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from cop_wizard.guide.model import Vocabulary
from cop_wizard.i18n import _
from cop_wizard.plan.fields import as_data, choices_of, convert, item_type, kind_of, type_at
from cop_wizard.plan.parsing import folded, parse_date
from cop_wizard.plan.shapes import Member
from cop_wizard.rosters.cells import NONE, parted, unguarded
from cop_wizard.rosters.columns import FIRST, LAST, Columns
from cop_wizard.spreadsheet import Row, Table
from cop_wizard.values import NONE_ON_PURPOSE, Data
from cop_wizard.wording import one_line, spoken

_MORE_WORDS = {
    "Status": {
        "active": "member",
        "actif": "member",
        "active member": "member",
        "joined": "member",
        "left": "alumni",
        "leave": "on_leave",
    },
    "YesNo": dict.fromkeys(("y", "x", "1", "true", "oui", "o", "vrai"), "yes")
    | dict.fromkeys(("n", "0", "false", "non", "faux"), "no"),
}
"""What spreadsheets hold beside the words of the guide."""

_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00)?\Z")


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that is no answer the plan could hold in its place: its ``heading`` and what stands in it."""

    heading: str
    value: str

    @property
    def words(self) -> str:
        """The two together, as they stand in a note."""
        return _("{heading}: {value}").format(heading=self.heading, value=self.value)


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the file: what the plan would hold, and what was not understood."""

    line: int
    data: Mapping[str, Data]
    unread: tuple[Unread, ...]

    @property
    def name(self) -> str:
        """The name, or ""."""
        name = self.data.get("name")
        return name if isinstance(name, str) else ""


def people(table: Table, found: Columns, words: Vocabulary) -> list[Person]:
    """Everybody in the table, in its order."""
    return [person for row in table.rows if (person := _person(row, found, words)).data or person.unread]


def _person(row: Row, found: Columns, words: Vocabulary) -> Person:
    cells = dict[str, str]()
    data, unread = dict[str, Data](), list[Unread]()
    for place, (field, cell) in enumerate(zip(found.fields, row.cells, strict=True)):
        said = one_line(unguarded(cell))
        if not said:
            continue
        if field in (FIRST, LAST):
            cells[field] = said
        elif field and (value := _value(field, cell, words)) is not None:
            data[field] = value
        else:
            unread.append(Unread(_heading(found, place), said))
    data, doubled = _with_name(data, cells)
    unread += [Unread(spoken(field), cells[field]) for field in doubled]
    ordered = {field: data[field] for field in Member.model_fields if field in data}
    return Person(row.line, ordered, tuple(unread))


def _heading(found: Columns, place: int) -> str:
    return one_line(found.headings[place]) or _("Column {number}").format(number=place + 1)


def _with_name(data: dict[str, Data], cells: Mapping[str, str]) -> tuple[dict[str, Data], list[str]]:
    """``data`` with the name put together of two columns; and those of the two that say more than the whole name."""
    whole = data.get("name")
    if isinstance(whole, str):
        return data, [field for field, part in cells.items() if folded(part) not in folded(whole)]
    name = " ".join(cells[field] for field in (FIRST, LAST) if field in cells)
    return ({**data, "name": name} if name else data), []


def _value(field: str, cell: str, words: Vocabulary) -> Data:
    """What stands in a cell as the plan would hold it; ``None`` where it could not."""
    if cell.strip().casefold() == NONE:
        return NONE_ON_PURPOSE
    text = unguarded(cell)
    annotation = type_at(Member, (field,))
    inner = item_type(annotation)
    value: Data
    if inner is not None:
        value = [_single(inner, item, words) for item in parted(text)]
    else:
        value = _single(annotation, text, words)
    try:
        return as_data(convert(Member, (field,), value))
    except ValidationError:
        return None


def _single(annotation: object, text: str, words: Vocabulary) -> str:
    text = one_line(text)
    choices = choices_of(annotation)
    if choices is not None:
        name = choices.__name__
        meant = {folded(item): str(item) for item in choices} | words.meanings.get(name, {})
        return {**_MORE_WORDS.get(name, {}), **meant}.get(folded(text), text)
    return _day(text) if kind_of(annotation) == "date" else text


def _day(text: str) -> str:
    """A day as a spreadsheet writes it, without the hour it adds; the other way round where only that is a day."""
    text = _MIDNIGHT.sub("", text)
    try:
        parse_date(text)
    except PydanticCustomError as refusal:
        return str((refusal.context or {}).get("meant") or text)
    return text

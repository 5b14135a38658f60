"""The changes as operations on the plan's file: rows are changed and added in their place, and none is taken out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.changes import Change, Sheet, What, given_by, wanted_values
from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.rows import MEETINGS, Row
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.yamltext.operations import Insert, Move, Operation, Put, Remove

_FIELDS = tuple(Meeting.model_fields)


class Ids:
    """Names for meetings that last, each given once. A second one on the same day gets ``#2`` behind it."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._taken: set[str] = set()
        self.of_rows: dict[int, str] = {}
        """The ids that are in the plan, by the position of their meeting; a copy of another one's is none."""
        for row in rows:
            given = row.meeting.id
            if isinstance(given, str) and not is_filler(given) and given not in self._taken:
                self._taken.add(given)
                self.of_rows[row.place] = given

    def new(self, wanted: str) -> str:
        """``wanted``, or the next like it that no meeting has."""
        found, number = wanted, 1
        while found in self._taken:
            number += 1
            found = f"{wanted}#{number}"
        self._taken.add(found)
        return found


def id_of(dates: Dates) -> Callable[[Occasion], str]:
    """The id that a date of this series gets: the day by the rule, behind the name of a further series."""
    name = re.sub(r"[\W_]+", "-", plain_letters(dates.title)).strip("-")
    before = f"{name or 'series'}-" if dates.title else ""
    return lambda one: before + one.slot.isoformat()


def operations_for(sheets: Sequence[Sheet], rows: Sequence[Row], data: Data, calendar_id: str) -> list[Operation]:
    """All that is to be done to the file; nothing where the plan is as its series say.

    ``calendar_id`` is what tells calendars that two files are about one community; it is written once, if the plan has
    none yet and there is a meeting for a calendar.
    """
    ids = Ids(rows)
    changed = {one.row: one for sheet in sheets for one in sheet.changes if one.row is not None}
    fields: dict[str, list[Operation]] = {}  # one field of all rows after the other, which is quickest to write
    for row in rows:
        values = dict(changed[row.place].values) if row.place in changed else {}
        if row.date and row.place not in ids.of_rows:
            own = row.meeting.id if isinstance(row.meeting.id, str) and not is_filler(row.meeting.id) else ""
            values["id"] = ids.new(own or row.date.isoformat())
        for key, value in values.items():
            fields.setdefault(key, []).append(_written((*MEETINGS, row.place, key), value))
    made = [operation for written in fields.values() for operation in written]
    made += _added(sheets, rows, data, ids, changed)
    if (rows or made) and value_at(data, ("document", "calendar_id")) is None:
        made.insert(0, _in_branch(data, ("document", "calendar_id"), calendar_id))
    return made


def _written(path: KeyPath, value: Data) -> Operation:
    return Remove(path) if value is None else Put(path, value, order=_FIELDS)


def _in_branch(data: Data, path: tuple[str, str], value: Data) -> Put:
    """Puts a value where its section may be missing, which then comes in its place among the sections."""
    section, key = path
    if isinstance(data, dict) and section not in data:
        return Put((section,), {key: value}, order=keys_at(Plan, ()))
    return Put(path, value, order=keys_at(Plan, (section,)))


# --- new rows and their places ------------------------------------------------------------------------------------


def _added(
    sheets: Sequence[Sheet], rows: Sequence[Row], data: Data, ids: Ids, changed: dict[int, Change]
) -> list[Operation]:
    """The moves that keep the list in the order of its dates, and the new rows, each where it belongs."""
    listed = value_at(data, MEETINGS)
    count = len(listed) if isinstance(listed, list) else 0
    fresh = _fresh(sheets, ids)
    if not count:
        return [_in_branch(data, MEETINGS, [row for _day, row in fresh])] if fresh else []
    line = _Line(count, rows)
    made: list[Operation] = list(line.moves({row.place: _day_after(row, changed) for row in rows}))
    for day, row in fresh:
        made.append(Insert(MEETINGS, line.insert(day), row))
    return made


def _day_after(row: Row, changed: dict[int, Change]) -> dt.date | None:
    """The day a meeting is on once its change is made."""
    change = changed.get(row.place)
    return change.date if change and dict(change.values).get("date") else row.date


def _fresh(sheets: Sequence[Sheet], ids: Ids) -> list[tuple[dt.date, Data]]:
    """The rows of all new meetings in the order of their days."""
    found = [
        (one.date, one.start or dt.time.min, place, one)
        for place, sheet in enumerate(sheets)
        for one in sheet.changes
        if one.what is What.NEW
    ]
    return [(day, _row(sheets[place], one, ids)) for day, _hour, place, one in sorted(found, key=lambda new: new[:3])]


def _row(sheet: Sheet, change: Change, ids: Ids) -> Data:
    one = change.occasion
    assert one is not None  # a new meeting is a date of its series
    values = wanted_values(one, sheet.dates)
    values["series"] = sheet.dates.title or None
    values["id"] = ids.new(id_of(sheet.dates)(one))
    values["scheduled"] = str(given_by(one, sheet.dates))
    return {key: values[key] for key in _FIELDS if values.get(key) is not None}


class _Line:
    """The list of meetings as it becomes, each by its day, to find where one belongs.

    A list that ran from the newest to the oldest goes on like that. Meetings without a day stay where they are.
    """

    def __init__(self, count: int, rows: Sequence[Row]) -> None:
        before = {row.place: row.date for row in rows}
        self._line: list[tuple[int, dt.date | None]] = [(place, before.get(place)) for place in range(count)]
        days = [day for _place, day in self._line if day]
        self._sorted = all(one <= other for one, other in pairwise(days))
        self._newest_first = not self._sorted and all(one >= other for one, other in pairwise(days))

    def moves(self, after: dict[int, dt.date | None]) -> list[Operation]:
        """Give the rows their new days, and put those that are out of order in their places."""
        moved = [place for place, day in self._line if place in after and day != after[place]]
        self._line = [(place, after.get(place, day)) for place, day in self._line]
        made: list[Operation] = []
        for place in moved if self._sorted or self._newest_first else ():
            here = next(index for index, (other, _day) in enumerate(self._line) if other == place)
            taken = self._line.pop(here)
            assert taken[1] is not None  # a meeting only moves to a day
            there = here if self._fits(here, taken[1]) else self._place(taken[1])
            self._line.insert(there, taken)
            if here != there:
                made.append(Move(MEETINGS, here, there))
        return made

    def insert(self, day: dt.date) -> int:
        """Take in a new meeting and say at which position."""
        there = self._place(day)
        self._line.insert(there, (-1, day))
        return there

    def _fits(self, index: int, day: dt.date) -> bool:
        before = next((other for _place, other in reversed(self._line[:index]) if other), day)
        behind = next((other for _place, other in self._line[index:] if other), day)
        return before >= day >= behind if self._newest_first else before <= day <= behind

    def _place(self, day: dt.date) -> int:
        if self._newest_first:
            return next(
                (place for place, (_row, other) in enumerate(self._line) if other and other <= day), len(self._line)
            )
        earlier = [place for place, (_row, other) in enumerate(self._line) if other and other <= day]
        if earlier:
            return earlier[-1] + 1
        return next((place for place, (_row, other) in enumerate(self._line) if other), len(self._line))

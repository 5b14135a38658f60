"""``cop log --answers FILE``: the log of a meeting from a file, for those who have written it down elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.values import Data, KeyPath
    from cop_wizard.yamltext.document import Document
    from cop_wizard.yamltext.splice import Operation

_MEETINGS = ("collaborative_plan", "meetings")
_ONE_FIELD = {"decisions": "what", "todo": "note", "repertoire": "what"}
"""Lists of rows that may be written as plain lines, and the field that a line is."""


def log_from_file(path: Path, name: str, answers: Path) -> int:
    """Put what the file says into the meeting's log. Lists grow; a single answer that is there already stays.

    Raises `FileTrouble` and `BrokenFile`, and `WrongUse` where no meeting is named, or one that is not there.
    """
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.fill import say_kept
    from cop_wizard.cli.logged_meeting import place_of
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.screen import say
    from cop_wizard.plan.fields import as_data
    from cop_wizard.plan.parsing import iso_day
    from cop_wizard.yamltext.splice import Insert, Put

    given = _read(answers)
    named = name or str(given.pop("meeting", "") or "")
    given.pop("meeting", None)
    if not named:
        command = f"cop log {path} 2026-11-18 --answers {answers}"
        raise WrongUse(_("Which meeting is it?"), _("Name its day: {command}").format(command=command))
    file, _guide = open_plan(path)
    place = place_of(file, path, named, today())
    if not isinstance(place, int):
        rows = _value(file.data, _MEETINGS)
        listed = rows if isinstance(rows, list) else []
        said = as_data(place)
        file.change([Insert(_MEETINGS, len(listed), said) if listed else Put(_MEETINGS, [said])])
        place = len(listed)
    kept: list[str] = []
    day = str(_value(file.data, (*_MEETINGS, place, "date")) or "")
    begins = iso_day(day)
    to_come = begins is not None and begins > today()
    given = {key: _came_of(value, key, day) for key, value in given.items()}
    held: dict[str, Data] = {} if to_come else {"status": "held"}
    file.change(list(_changes(file.data, place, {**held, **given}, kept)))
    say_kept(path, kept)
    if to_come:
        say(_("This meeting is still to come, so it is not marked as held."), "trouble")
    say(_("Written: {path}").format(path=path.resolve()), "good")
    return DONE


def _came_of(value: Data, key: str, day: str) -> Data:
    """To-dos and things to keep with the meeting they came of, where they do not say so themselves."""
    further = {"todo": {"origin": f"meeting, {day}"}, "repertoire": {"meeting": day}}.get(key)
    if further is None or not day or not isinstance(value, list):
        return value
    return [
        {**row, **{k: v for k, v in further.items() if k not in row}} if isinstance(row, dict) else row for row in value
    ]


def _read(answers: Path) -> dict[str, Data]:
    """What the file says, in the form of a plan. Raises `FileTrouble`, and `BrokenFile` with line and reason."""
    from cop_wizard.cli.small_files import read_small
    from cop_wizard.plan.meeting_log import MeetingLog

    _log, data = read_small(MeetingLog, answers, _("The log in {name} cannot be used yet."), _with_rows)
    return {key: value for key, value in data.items() if value is not None}


def _with_rows(document: Document) -> Document:
    """A line where a row could stand is the row's first field."""
    from dataclasses import replace

    data = document.data
    if not isinstance(data, dict):
        return document
    made = dict(data)
    for key, field in _ONE_FIELD.items():
        if isinstance(rows := data.get(key), list):
            made[key] = [{field: row} if isinstance(row, str) else row for row in rows]
    return replace(document, data=made)


def _changes(data: Data, place: int, given: dict[str, Data], kept: list[str]) -> Iterator[Operation]:
    from cop_wizard.yamltext.splice import Insert, Put

    for key, value in given.items():
        path: KeyPath = {"todo": ("todo",), "repertoire": ("results", "repertoire")}.get(key, (*_MEETINGS, place, key))
        there = _value(data, path)
        if isinstance(value, list) and isinstance(there, list):
            new = [one for one in value if one not in there]
            yield from (Insert(path, at, one) for at, one in enumerate(new, start=len(there)))
        elif there is None or key == "status":
            yield Put(path, value)
        elif there != value:
            kept.append(key)


def _value(data: Data, path: KeyPath) -> Data:
    from cop_wizard.values import value_at

    return value_at(data, path)

"""Which meetings there are, and which of them is meant by a day, a number or a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DateChange, MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import parse_date, plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.slots import first_day, gatherings_of
from cop_wizard.wording import one_line, plain_date, some_of

_TOLD = 6
"""As many meetings as a message names."""


def planned(plan: Plan) -> list[Meeting]:
    """The list of the plan, and after it what only the launch names: the first meeting, and extra dates."""
    given, exceptions = plan.collaborative_plan.meetings, plan.launch.exceptions
    listed = given if isinstance(given, list) else []
    days = {(one.date, id(gatherings_of(plan, one.series)[0])) for one in listed}
    first, further = first_day(plan), []
    if first is not None and all(one.date != first for one in listed):
        further.append(Meeting.model_validate({"date": first}))
    for extra in exceptions if isinstance(exceptions, list) else ():
        new = (extra.date, id(gatherings_of(plan, extra.series)[0])) not in days
        if extra.change is DateChange.EXTRA and isinstance(extra.date, dt.date) and new:
            fields = ("date", "series", "start", "length", "place")
            said = {name: getattr(extra, name) for name in fields}
            further.append(Meeting.model_construct(**said, topics=extra.note))
    return [*listed, *further]


def named_meeting(meetings: Sequence[Meeting], words: str, today: dt.date) -> Meeting:
    """The meeting that is meant by an id, a day with or without its year, a date in words, its number in the list, or
    “next” or “last”.

    Raises `WrongUse` for one that no meeting or several have.
    """
    name = one_line(words)
    for found in ([one for one in meetings if one.id == name], _on_day(meetings, name)):
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUse(
                _("There are {count} meetings “{name}”.").format(count=len(found), name=name),
                _("Say which one by its number: {meetings}.").format(meetings=told_meetings(meetings, today, found)),
            )
    if (found_by_turn := _by_turn(meetings, name, today)) is not None:
        return found_by_turn
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(meetings):
        return meetings[int(name) - 1]
    raise WrongUse(
        _("There is no meeting “{name}”.").format(name=name),
        _("Name one by its number or its day: {meetings}.").format(meetings=told_meetings(meetings, today)),
    )


def _by_turn(meetings: Sequence[Meeting], name: str, today: dt.date) -> Meeting | None:
    """The next meeting, today’s included, or the last one; those that were called off are neither."""
    dated = [(one.date, one) for one in meetings if isinstance(one.date, dt.date)]
    there = [pair for pair in dated if pair[1].status is not MeetingStatus.CANCELLED]
    word = name.casefold()
    if word in ("next", _("next")):
        return min((pair for pair in there if pair[0] >= today), key=_day_of, default=(None, None))[1]
    if word in ("last", _("last")):
        return max((pair for pair in there if pair[0] < today), key=_day_of, default=(None, None))[1]
    return None


def _day_of(pair: tuple[dt.date, Meeting]) -> dt.date:
    return pair[0]


def _on_day(meetings: Sequence[Meeting], name: str) -> list[Meeting]:
    """The meetings on the day that is meant, whose year may be left out; or those whose date is in the same words."""
    days = [one.date for one in meetings if isinstance(one.date, dt.date)]
    meant = {
        day for words in (name, *(f"{name} {year}" for year in {day.year for day in days})) for day in _days(words)
    }
    if meant:
        return [one for one in meetings if one.date in meant]
    return [one for one in meetings if isinstance(one.date, str) and plain_letters(one.date) == plain_letters(name)]


def _days(words: str) -> list[dt.date]:
    """The day that these words name; two where ``3/4/2027`` can be either, of which hardly ever each has a meeting."""
    try:
        day = parse_date(words)
    except PydanticCustomError as trouble:
        about = trouble.context or {}
        return [dt.date.fromisoformat(day) for day in (about.get("meant"), *about.get("either", ())) if day]
    return [day] if isinstance(day, dt.date) else []


def told_meetings(meetings: Sequence[Meeting], today: dt.date, only: Sequence[Meeting] | None = None) -> str:
    """The meetings by number and day, in the order of their days, those without one at the end.

    Where they are many, those to come are told, then those without a day, then the past ones from the latest back.
    """

    def interest(pair: tuple[int, Meeting]) -> tuple[int, int]:
        number, day = pair[0], pair[1].date
        if not isinstance(day, dt.date):
            return 1, number
        return (0, day.toordinal()) if day >= today else (2, -day.toordinal())

    def order(pair: tuple[int, Meeting]) -> tuple[dt.date, int]:
        number, day = pair[0], pair[1].date
        return (day if isinstance(day, dt.date) else dt.date.max), number

    numbered = [
        (number, one) for number, one in enumerate(meetings, 1) if only is None or any(one is it for it in only)
    ]
    chosen = sorted(numbered, key=interest)
    told = sorted(chosen[:_TOLD], key=order) + chosen[_TOLD:]
    return some_of([_number_and_day(number, one) for number, one in told], _TOLD)


def _number_and_day(number: int, meeting: Meeting) -> str:
    day = meeting.date
    words = (
        plain_date(day) if isinstance(day, dt.date) else (str(day) if isinstance(day, str) else "") or _("no date yet")
    )
    return _("{number} ({day})").format(number=number, day=words)

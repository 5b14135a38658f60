"""What several rules ask of a plan: rows, names, people who count, meetings with dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import Any, TypeVar

from cop_wizard.plan.base import Part
from cop_wizard.plan.choices import MeetingStatus, Status
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.values import KeyPath, NoneOnPurpose

T = TypeVar("T")


def asked_often(read: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Keeps what was read from the last plan, since many rules ask the same of it. The answer is not to be changed."""
    kept: list[tuple[Plan, T]] = []

    @wraps(read)
    def answer(plan: Plan) -> T:
        if not kept or kept[0][0] is not plan:
            kept.clear()
            kept.append((plan, read(plan)))
        return kept[0][1]

    return answer


def rows(value: list[T] | NoneOnPurpose | None) -> list[T]:
    """The items of a list answer; none where it is blank or "none, on purpose"."""
    return value if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text answer; "" where it is blank, "none, on purpose", or only fills the blank ("TBD")."""
    return value if isinstance(value, str) and not is_filler(value) else ""


def day(value: Any) -> dt.date | None:
    """A date answer that is a date, not words."""
    return value if isinstance(value, dt.date) else None


def number(value: Any) -> int | None:
    """A count that is a number, not words."""
    return value if isinstance(value, int) else None


@asked_often
def people(plan: Plan) -> list[tuple[int, Member]]:
    """Everybody on the roster with a name, each with their position in it."""
    return [(place, one) for place, one in enumerate(rows(plan.membership.roster)) if words(one.name)]


@asked_often
def members(plan: Plan) -> list[tuple[int, Member]]:
    """Those of the roster who are members or may become members."""
    return [(place, one) for place, one in people(plan) if one.counts]


@asked_often
def dated(plan: Plan) -> list[tuple[int, dt.date, Meeting]]:
    """The meetings with a calendar date that were not called off: position in the list, date, meeting; by date."""
    found = [
        (place, on, meeting)
        for place, meeting in enumerate(rows(plan.collaborative_plan.meetings))
        if (on := day(meeting.date)) and meeting.status is not MeetingStatus.CANCELLED
    ]
    return sorted(found, key=lambda one: (one[1], one[0]))


def duties(plan: Plan) -> Iterator[tuple[str, list[str] | NoneOnPurpose | None]]:
    """The eight duties by key, each with the names of those who hold it."""
    held = plan.leadership.duties
    if held is not None and not isinstance(held, NoneOnPurpose):
        for key in fields_of(type(held)):
            yield key, getattr(held, key)


@lru_cache(maxsize=64)
def fields_of(part: type[Part]) -> tuple[str, ...]:
    """The keys of a part, remembered, since pydantic takes its time over them."""
    return tuple(part.model_fields)


def belonging(plan: Plan) -> list[tuple[int, Member]]:
    """Those of the roster who are members today: neither only asked nor only thought of."""
    return [(place, one) for place, one in members(plan) if one.status not in (Status.POTENTIAL, Status.INVITED)]


def first_day(plan: Plan) -> tuple[KeyPath, dt.date] | None:
    """Where the plan says when the community first meets, and that day; ``None`` without a calendar date."""
    first = day(plan.launch.first_meeting)
    path: KeyPath = ("launch", "first_meeting")
    for place, meeting in enumerate(rows(plan.collaborative_plan.meetings)):
        on = meeting.date
        if isinstance(on, dt.date) and (first is None or on < first) and meeting.status is not MeetingStatus.CANCELLED:
            first, path = on, ("collaborative_plan", "meetings", place, "date")
    return (path, first) if first else None


def under_way(plan: Plan, today: dt.date, days: int = 1) -> tuple[KeyPath, dt.date] | None:
    """The first meeting, if it was so many days ago or more and the last one is still to come."""
    first = first_day(plan)
    return first if first and (today - first[1]).days >= days and not over(plan, today) else None


def soon(plan: Plan, today: dt.date, days: int = 30) -> tuple[KeyPath, dt.date] | None:
    """The first meeting, if it is at most so many days away or past, and the last one still to come."""
    return under_way(plan, today, -days)


def over(plan: Plan, today: dt.date) -> bool:
    """Whether all meetings of the plan are in the past."""
    meetings = rows(plan.collaborative_plan.meetings)
    return bool(meetings) and all(
        meeting.status is MeetingStatus.CANCELLED or ((on := day(meeting.date)) is not None and on < today)
        for meeting in meetings
    )


def holders(plan: Plan) -> dict[str, list[str]]:
    """The duties that somebody holds, each with the names as written; words such as "nobody yet" hold nothing."""
    found = {key: [one for one in rows(names) if not is_vacant(one)] for key, names in duties(plan)}
    return {key: names for key, names in found.items() if names}


_VACANT = re.compile(
    r"(?:nobody|no[ -]one|none|(?:(?:currently|still|now|at present) )?vacan(?:t|cy)|election pending|open|"
    r"not yet|still open|tb[adc]|to be |unfilled|aucun|a trouver|a determiner)\b.*"
    r"|interim|pending|personne(?![-\w]).*|[?.\-–—\s]*"
)


@lru_cache(maxsize=2048)
def is_vacant(name: str) -> bool:
    """Whether something that stands where a name belongs says that there is nobody yet."""
    return _VACANT.fullmatch(" ".join(plain_letters(name).split())) is not None

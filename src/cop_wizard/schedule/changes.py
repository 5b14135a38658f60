"""What would change about the meetings of one series, meeting by meeting, and why the others stay as they are."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Certainty, MeetingFormat, MeetingStatus
from cop_wizard.plan.fields import as_data
from cop_wizard.schedule.given import Given
from cop_wizard.schedule.matching import match, moved_along
from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.rows import Row, by_hand, over
from cop_wizard.schedule.series import Dates
from cop_wizard.schedule.slots import first
from cop_wizard.values import Data
from cop_wizard.wording import clock_words, date_words

T = TypeVar("T")


class What(enum.Enum):
    """What becomes of a meeting."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    BACK = "back"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Change:
    """One meeting and what becomes of it.

    ``date`` and ``start`` are when it is in the end, ``place`` where, if not where its series is. ``why`` says in words
    what is different, or why it is kept. ``row`` is its position in the plan, ``None`` for a new one, and ``values``
    are what is to be written there (``None``: taken out); ``occasion`` is the date of the series that a new one is.
    """

    what: What
    date: dt.date
    start: dt.time | None = None
    place: str = ""
    why: str = ""
    row: int | None = None
    occasion: Occasion | None = None
    values: tuple[tuple[str, Data], ...] = ()


@dataclass
class Sheet:
    """One series with its dates and with everything that happens to its meetings, in the order of their days."""

    dates: Dates
    changes: list[Change] = field(default_factory=list)


def compare(dates: Dates, rows: Sequence[Row], today: dt.date, id_of: Callable[[Occasion], str]) -> Sheet:
    """Hold the dates of a series against the meetings of the plan that belong to it."""
    if dates.rule is None:  # there is nothing to hold them against
        return Sheet(dates, _sorted(_kept(row, over(row, today), dates) for row in rows))
    pairs = match(rows, dates.occasions, id_of)
    changes = [_matched(row, one, dates, today) for row, one in pairs]
    rows_left = _without(rows, [row for row, _one in pairs])
    coming = [one for one in _without(dates.occasions, [one for _row, one in pairs]) if one.date >= today]
    free = [row for row in rows_left if row.given and not row.cancelled and not over(row, today)]
    along = moved_along(free, coming, dates.occasions)
    changes += [_matched(row, one, dates, today) for row, one in along]
    changes += [_surplus(row, dates, today) for row in _without(rows_left, [row for row, _one in along])]
    changes += [_new(one, dates) for one in _without(coming, [one for _row, one in along])]
    _say_what_is_past(dates, [one for _row, one in pairs], today)
    return Sheet(dates, _sorted(changes))


def _sorted(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda one: (one.date, one.start or dt.time.min, -1 if one.row is None else one.row))


def _without(all_: Sequence[T], taken: Sequence[T]) -> list[T]:
    left = set(map(id, taken))
    return [one for one in all_ if id(one) not in left]


def _say_what_is_past(dates: Dates, matched: list[Occasion], today: dt.date) -> None:
    past = [one for one in _without(dates.occasions, matched) if one.date < today]
    if past:
        count = len(past)
        said = ngettext(
            "{count} date before today is not in the plan, and is not added.",
            "{count} dates before today are not in the plan, and are not added.",
            count,
        )
        dates.notes.append(said.format(count=count))


def _matched(row: Row, one: Occasion, dates: Dates, today: dt.date) -> Change:
    """What becomes of a meeting whose date is known."""
    if reason := over(row, today):
        return _kept(row, reason, dates)
    if hand := by_hand(row, dates):
        return _kept(row, _by_the_rhythm(hand, row, one, dates), dates)
    values = _differences(row, one, dates)
    if not values:
        return _kept(row, _called_off() if one.cancelled else "", dates)
    back = row.cancelled and not one.cancelled
    # A calendar file counts one more for a meeting that is called off, so coming back has to count for more than that.
    values["revision"] = str(_revision(row) + (2 if back else 1))
    what = What.BACK if back else What.CANCELLED if one.cancelled and not row.cancelled else What.MOVED
    return Change(
        what,
        one.date,
        one.start or dates.start,
        _other_place(one, dates),
        _what_moved(row, one, dates, values) if what is What.MOVED else "",
        row.place,
        values=tuple(values.items()),
    )


def _revision(row: Row) -> int:
    return row.meeting.revision if isinstance(row.meeting.revision, int) else 0


def _differences(row: Row, one: Occasion, dates: Dates) -> dict[str, Data]:
    """What would have to be written for a row to be as its series has it; nothing where it is."""
    values: dict[str, Data] = {}
    for key, value in wanted_values(one, dates).items():
        now = as_data(getattr(row.meeting, key))
        if now != value and not (key == "status" and row.meeting.status is MeetingStatus.PLANNED and value is None):
            values[key] = value
    given = Given(one.date, one.start or dates.start, one.cancelled)
    if given != row.given:
        values["scheduled"] = str(given)
    return values


def wanted_values(one: Occasion, dates: Dates) -> dict[str, Data]:
    """What stands in the row of a date; ``None`` where it is as in its series, and therefore not written."""

    def own(key: str, value: object, kind: type) -> Data:
        return None if value is None or value == first(dates.around, key, kind) else as_data(value)

    return {
        "date": one.date.isoformat(),
        "start": own("start", one.start, dt.time),
        "length": own("length", one.length, dt.timedelta),
        "topics": one.topics,
        "format": own("format", one.format, MeetingFormat),
        "place": own("place", one.place, str),
        "certainty": Certainty.TO_BE_SET.value if one.open else None,
        "status": MeetingStatus.CANCELLED.value if one.cancelled else None,
    }


def _surplus(row: Row, dates: Dates, today: dt.date) -> Change:
    """What becomes of a meeting on a day that the series does not give: it is called off, but never taken out."""
    reason = over(row, today) or by_hand(row, dates)
    if row.given is None or reason or row.cancelled:
        return _kept(row, reason or _called_off(), dates)
    given = Given(row.given.date, row.given.start, cancelled=True)
    values = {
        "status": MeetingStatus.CANCELLED.value,
        "scheduled": str(given),
        "revision": str(_revision(row) + 1),
    }
    closed = next((left.why for left in dates.left_out if left.date == row.given.date), "")
    why = closed or _("no longer a date of the rhythm")
    return Change(What.CANCELLED, row.day, _hour(row, dates), "", why, row.place, values=tuple(values.items()))


def _new(one: Occasion, dates: Dates) -> Change:
    why = _called_off() if one.cancelled else one.topics or (_("day to be set") if one.open else "")
    return Change(What.NEW, one.date, one.start or dates.start, _other_place(one, dates), why, occasion=one)


def _other_place(one: Occasion, dates: Dates) -> str:
    return str(wanted_values(one, dates)["place"] or "")


def _called_off() -> str:
    return _("called off")


def _kept(row: Row, why: str, dates: Dates) -> Change:
    place = row.meeting.place if isinstance(row.meeting.place, str) else ""
    return Change(What.KEPT, row.day, _hour(row, dates), place, why, row.place)


def _hour(row: Row, dates: Dates) -> dt.time | None:
    """The hour a meeting really begins; its own words in place of one are no hour."""
    if row.meeting.start is None:
        return dates.start
    return row.meeting.start if isinstance(row.meeting.start, dt.time) else None


def _by_the_rhythm(hand: str, row: Row, one: Occasion, dates: Dates) -> str:
    """Why a meeting stays as a person made it, with what the rhythm says; nothing where the two agree."""
    hour = one.start or dates.start
    if (row.date, _hour(row, dates), row.cancelled) == (one.date, hour, one.cancelled):
        return ""
    if one.cancelled:
        return _("{reason}; by the plan it is called off").format(reason=hand)
    when = date_words(one.date)
    if hour:
        when = _("{date}, {time}").format(date=when, time=clock_words(hour))
    return _("{reason}; by the rhythm it is {when}").format(reason=hand, when=when)


def _what_moved(row: Row, one: Occasion, dates: Dates, values: dict[str, Data]) -> str:
    """What is different about a meeting, in words."""
    assert row.given is not None  # else it is somebody's own
    hour, said = one.start or dates.start, list[str]()
    if row.given.date != one.date:
        said.append(_("moved from {date}").format(date=date_words(row.given.date)))
    if row.given.start != hour:
        old, new = (clock_words(time) if time else _("no hour") for time in (row.given.start, hour))
        said.append(_("time {old} → {new}").format(old=old, new=new))
    for key, words in (("place", _("place: {value}")), ("topics", _("instead: {value}"))):
        if key in values:
            said.append(words.format(value=values[key] or _("as usual")))
    if not said:
        said.append(_("details as in its series"))
    return _(", ").join(said)

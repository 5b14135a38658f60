"""What would change about the meetings of one series, meeting by meeting, and why the others stay as they are."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Certainty, MeetingFormat, MeetingStatus
from cop_wizard.plan.fields import as_data
from cop_wizard.schedule.change_words import (
    another_time,
    by_the_rhythm,
    called_off,
    hour_of,
    news,
    what_moved,
    zone_beside,
)
from cop_wizard.schedule.exceptions import not_listed
from cop_wizard.schedule.given import ALSO_GIVEN, Given, settled_for
from cop_wizard.schedule.matching import match, match_listed, moved_along
from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.revisions import next_revision
from cop_wizard.schedule.rows import Row, by_hand, is_only_a_day, over
from cop_wizard.schedule.slots import first
from cop_wizard.values import Data
from cop_wizard.wording import date_words

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

    ``date`` and ``start`` are when it is in the end, ``place`` where, if not where its series is. ``zone`` is that of
    ``start``, "" if the whole plan keeps to one. ``why`` says in words what is different, or why it is kept. ``row``
    is its position in the plan, ``None`` for a new one, and ``values`` are what is to be written there (``None``:
    taken out); ``occasion`` is the date of the series that a new one is.
    """

    what: What
    date: dt.date
    start: dt.time | None = None
    zone: str = ""
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
    if dates.rule is None:
        return _compare_listed(dates, rows, today, id_of)
    pairs = match(rows, dates.occasions, id_of)
    changes = [_matched(_if_only_a_day(row, dates) if one.extra else row, one, dates, today) for row, one in pairs]
    rows_left = _without(rows, [row for row, _one in pairs])
    coming = [one for one in _without(dates.occasions, [one for _row, one in pairs]) if one.date >= today]
    free = [row for row in rows_left if row.given and not row.cancelled and not over(row, today)]
    along = moved_along(free, coming, dates.occasions)
    changes += [_matched(row, one, dates, today) for row, one in along]
    changes += [_surplus(row, dates, today) for row in _without(rows_left, [row for row, _one in along])]
    changes += [_new(one, dates) for one in _without(coming, [one for _row, one in along])]
    _say_what_is_past(dates, _without(dates.occasions, [one for _row, one in pairs]), today)
    return Sheet(dates, _sorted(changes))


def _compare_listed(dates: Dates, rows: Sequence[Row], today: dt.date, id_of: Callable[[Occasion], str]) -> Sheet:
    """The same for a series without a rule: its meetings stay as they are, but for what is said of single dates."""
    pairs = match_listed(rows, dates.occasions, id_of)
    changes = [_matched(*_as_listed(row, one, dates), dates, today) for row, one in pairs]
    changes += [_unlisted(row, dates, today) for row in _without(rows, [row for row, _one in pairs])]
    left = _without(dates.occasions, [one for _row, one in pairs])
    changes += [_new(one, dates) for one in left if one.extra and one.date >= today]
    _say_what_is_past(dates, [one for one in left if one.extra], today)
    dates.notes += [not_listed(one.slot) for one in left if not one.extra and one.slot >= today]
    return Sheet(dates, _sorted(changes))


def _unlisted(row: Row, dates: Dates, today: dt.date) -> Change:
    """A meeting of which nothing is said stays as it is, but for an hour that is that of its series."""
    reason = over(row, today)
    return _kept(row, reason, dates, today) if reason else _left(row, "", dates, today)


def _as_listed(row: Row, one: Occasion, dates: Dates) -> tuple[Row, Occasion]:
    """A listed meeting with what is said of its date; what that leaves open stays as it is."""
    row = _if_only_a_day(row, dates)  # the list is here what the rhythm is elsewhere
    if one.extra or row.given is None:
        return row, one
    now = row.meeting
    return row, replace(
        one,
        start=one.start or (now.start if isinstance(now.start, dt.time) else None),
        zone=one.zone or (now.zone if isinstance(now.zone, str) else None),
        length=one.length or (now.length if isinstance(now.length, dt.timedelta) else None),
        format=one.format or (now.format if isinstance(now.format, MeetingFormat) else None),
        place=one.place or (now.place if isinstance(now.place, str) else None),
        topics=one.topics or (now.topics if isinstance(now.topics, str) else None),
    )


def _if_only_a_day(row: Row, dates: Dates) -> Row:
    """A day that somebody listed without another word, as if it had been given: it takes what is said of that day."""
    if row.date and row.given is None and is_only_a_day(row):
        return replace(row, given=Given(row.date, dates.start, dates.zone))
    return row


def _sorted(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda one: (one.date, one.start or dt.time.min, -1 if one.row is None else one.row))


def _without(all_: Sequence[T], taken: Sequence[T]) -> list[T]:
    left = set(map(id, taken))
    return [one for one in all_ if id(one) not in left]


def _say_what_is_past(dates: Dates, missing: Iterable[Occasion], today: dt.date) -> None:
    past = [one for one in missing if one.date < today]
    for one in past:
        if one.slot >= today:
            told = _("The meeting of {day} is moved to {to}, which lies before today; it is not added.")
            dates.notes.append(told.format(day=date_words(one.slot), to=date_words(one.date)))
    if count := sum(one.slot < today for one in past):
        said = ngettext(
            "{count} date before today is not in the plan, and is not added.",
            "{count} dates before today are not in the plan, and are not added.",
            count,
        )
        dates.notes.append(said.format(count=count))


def _matched(row: Row, one: Occasion, dates: Dates, today: dt.date) -> Change:
    """What becomes of a meeting whose date is known."""
    if reason := over(row, today):
        return _kept(row, reason, dates, today)
    if hand := by_hand(row, dates):
        return _left(row, by_the_rhythm(hand, row, one, dates), dates, today)
    values = _differences(row, one, dates)
    if not values:
        return _kept(row, called_off(one.why) if one.cancelled else "", dates, today)
    back = row.cancelled and not one.cancelled
    # A calendar file counts two more for a meeting that is called off, so coming back has to count for more than that.
    values["revision"] = next_revision(row, dates, 3 if back else 1)
    what = What.BACK if back else What.CANCELLED if one.cancelled and not row.cancelled else What.MOVED
    return Change(
        what,
        one.date,
        one.start or dates.start,
        dates.shown_zone(one.zone),
        _other_place(one, dates),
        what_moved(row, one, dates, values) if what is What.MOVED else one.why,
        row.place,
        values=tuple(values.items()),
    )


def _differences(row: Row, one: Occasion, dates: Dates) -> dict[str, Data]:
    """What would have to be written for a row to be as its series has it; nothing where it is."""
    values: dict[str, Data] = {}
    for key, value in wanted_values(one, dates).items():
        now = as_data(getattr(row.meeting, key))
        if now != value and not (key == "status" and row.meeting.status is MeetingStatus.PLANNED and value is None):
            values[key] = value
    given = given_by(one, dates)
    assert row.given is not None  # else it is somebody's own
    # A mark from before the values were kept is left as it is until something else changes.
    if given != row.given and (values or row.given.values or given.slot != row.given.slot):
        values["scheduled"] = str(given)
    return values


def wanted_values(one: Occasion, dates: Dates) -> dict[str, Data]:
    """What stands in the row of a date; ``None`` where it is as in its series, and therefore not written."""

    def own(key: str, value: object, kind: type) -> Data:
        return None if value is None or value == first(dates.around, key, kind) else as_data(value)

    return {
        "date": one.date.isoformat(),
        "start": own("start", one.start, dt.time),
        "zone": own("zone", one.zone, str),
        "length": own("length", one.length, dt.timedelta),
        "topics": one.topics,
        "format": own("format", one.format, MeetingFormat),
        "place": own("place", one.place, str),
        "certainty": Certainty.TO_BE_SET.value if one.open else None,
        "status": MeetingStatus.CANCELLED.value if one.cancelled else None,
    }


def given_by(one: Occasion, dates: Dates) -> Given:
    """What a meeting is marked with when it becomes this date."""
    wanted = wanted_values(one, dates)
    also = tuple((key, str(wanted[key])) for key in ALSO_GIVEN if wanted[key] is not None)
    return Given(one.date, one.start or dates.start, one.zone or dates.zone, one.cancelled, also)


def _surplus(row: Row, dates: Dates, today: dt.date) -> Change:
    """What becomes of a meeting on a day that the series does not give: it is called off, but never taken out."""
    if reason := over(row, today):
        return _kept(row, reason, dates, today)
    if reason := by_hand(row, dates):
        return _left(row, reason, dates, today)
    if row.given is None or row.cancelled:
        return _kept(row, called_off(), dates, today)
    given = replace(row.given, cancelled=True)
    values = {
        "status": MeetingStatus.CANCELLED.value,
        "scheduled": str(given),
        "revision": next_revision(row, dates),
    }
    why = next((left.why for left in dates.left_out if left.date == row.given.date), "")
    why = why or (_("outside the terms") if row.given.date in dates.outside else _("no longer a date of the rhythm"))
    hour, zone = hour_of(row, dates, given), zone_beside(row, dates, given)
    return Change(What.CANCELLED, row.day, hour, zone, "", why, row.place, values=tuple(values.items()))


def _new(one: Occasion, dates: Dates) -> Change:
    hour, zone = one.start or dates.start, dates.shown_zone(one.zone)
    return Change(What.NEW, one.date, hour, zone, _other_place(one, dates), news(one), occasion=one)


def _other_place(one: Occasion, dates: Dates) -> str:
    return str(wanted_values(one, dates)["place"] or "")


def _kept(row: Row, why: str, dates: Dates, today: dt.date) -> Change:
    place = row.meeting.place if isinstance(row.meeting.place, str) else ""
    settled = settled_for(row.meeting, today)
    hour, zone = hour_of(row, dates, settled), zone_beside(row, dates, settled)
    return Change(What.KEPT, row.day, hour, zone, place, why, row.place)


def _left(row: Row, why: str, dates: Dates, today: dt.date) -> Change:
    """A meeting that stays as a person made it. Where its hour or zone is that of the series, it changes with them."""
    kept = _kept(row, why, dates, today)
    if row.given is None or row.date is None or settled_for(row.meeting, today):
        return kept
    given = replace(
        row.given,
        start=dates.start if row.meeting.start is None else row.given.start,
        zone=dates.zone if row.meeting.zone is None else row.given.zone,
    )
    if given == row.given:
        return kept
    values = (("scheduled", str(given)), ("revision", next_revision(row, dates)))
    return replace(kept, what=What.MOVED, why=another_time(row, given.start, given.zone, why), values=values)

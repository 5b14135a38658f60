"""What is different about a meeting, or why it stays as it is, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from cop_wizard.i18n import _
from cop_wizard.schedule.given import Given
from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.rows import Row
from cop_wizard.schedule.slots import hour_words, nearest, zone_of
from cop_wizard.values import Data
from cop_wizard.wording import clock_words, date_words


def hour_of(row: Row, dates: Dates, settled: Given | None = None) -> dt.time | None:
    """The hour a meeting really begins; its own words in place of one are no hour.

    ``settled`` is what it was given, if what is said of its series since then does not count for it.
    """
    if row.meeting.start is None:
        return settled.start if settled else dates.start
    return row.meeting.start if isinstance(row.meeting.start, dt.time) else None


def zone_beside(row: Row, dates: Dates, settled: Given | None = None) -> str:
    """The zone to name beside the hour of a meeting."""
    return dates.shown_zone(zone_of((row.meeting,)) or (settled.zone if settled else ""))


def called_off(why: str = "") -> str:
    """That a meeting does not take place, with the reason where one is noted."""
    return _with_note(_("called off"), why)


def news(one: Occasion) -> str:
    """What is to be said of a date that is new in the plan; "" for one that is as the others."""
    if one.cancelled:
        return called_off(one.why)
    if one.date != one.slot:
        return _moved_from(one.slot, one.why)
    if one.open:
        return _with_note(_("day to be set"), one.why)
    return one.topics or ""


def by_the_rhythm(hand: str, row: Row, one: Occasion, dates: Dates) -> str:
    """Why a meeting stays as a person made it, with what the rhythm says; nothing where the two agree."""
    hour, own = one.start or dates.start, zone_of((row.meeting, *dates.around))
    place = one.place if one.place and nearest((row.meeting, *dates.around), "place") != one.place else ""
    same = (row.date, hour_of(row, dates), own, row.cancelled) == (
        one.date,
        hour,
        one.zone or dates.zone,
        one.cancelled,
    )
    if same and (one.cancelled or not place):
        return ""
    if one.cancelled:
        return _with_note(_("{reason}; by the plan it is called off").format(reason=hand), one.why)
    when = date_words(one.date)
    if hour:
        when = _("{date}, {time}").format(date=when, time=hour_words(hour, dates.shown_zone(one.zone)))
    if place:
        when = _("{date}, {place}").format(date=when, place=place)
    said = _("{reason}; by the rhythm it is {when}") if dates.rule else _("{reason}; by the plan it is {when}")
    return said.format(reason=hand, when=when)


def what_moved(row: Row, one: Occasion, dates: Dates, values: Mapping[str, Data]) -> str:
    """What is different about a meeting, given the ``values`` that are to be written."""
    assert row.given is not None  # else it is somebody's own
    said = [_moved_from(row.given.date, one.why)] if row.given.date != one.date else []
    said += _other_time(row.given, one.start or dates.start, one.zone or dates.zone)
    about = _("about: {value}") if one.extra else _("instead: {value}")
    named = (("place", _("place: {value}")), ("topics", about))
    said += [words.format(value=values[key] or _("as usual")) for key, words in named if key in values]
    return _(", ").join(said) or _("details as in its series")


def another_time(row: Row, hour: dt.time | None, zone: str, hand: str) -> str:
    """What is different about a meeting that somebody made their own, where its hour or zone is that of its series."""
    assert row.given is not None  # else nobody knows what it was before
    said = _(", ").join(_other_time(row.given, hour, zone))
    return _("{change}; {reason}").format(change=said, reason=hand) if hand else said


def _other_time(given: Given, hour: dt.time | None, zone: str) -> Iterator[str]:
    if given.start != hour:
        old, new = (clock_words(time) if time else _("no hour") for time in (given.start, hour))
        yield _("time {old} → {new}").format(old=old, new=new)
    if given.zone != zone:
        yield _("time zone {old} → {new}").format(old=given.zone or _("not said"), new=zone or _("not said"))


def _moved_from(day: dt.date, why: str) -> str:
    return _with_note(_("moved from {date}").format(date=date_words(day)), why)


def _with_note(said: str, note: str) -> str:
    return _("{what} ({note})").format(what=said, note=note) if note else said

"""The meetings in their order, those of further series, and the days without any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.facts import next_date, said
from cop_wizard.documents.content.prose import on_one_line
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.launch import Closure
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent
from cop_wizard.schedule.slots import first_day, gatherings_of
from cop_wizard.values import rows
from cop_wizard.wording import date_words, one_line, short_date


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting or an occasion to share. ``when`` is short; ``date`` is ``None`` without a calendar date.

    ``place`` is ``past``, ``next``, ``ahead`` or ``undated``.
    """

    date: dt.date | None
    when: str
    spoken: str
    words: str
    place: str
    event: bool = False
    reflection: bool = False
    celebration: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """The dated meetings of one series; the community's ``own`` come first."""

    title: str
    stops: tuple[Stop, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """Days without meetings; ``when`` says which."""

    name: str
    begins: dt.date
    ends: dt.date
    when: str


@dataclass(frozen=True, slots=True)
class Meetings:
    """All of them. ``stops`` are the community's own and the occasions to share, in their order, dated or not.

    ``lanes`` are by series, where there are several or days without meetings; ``note`` says what is missing.
    """

    stops: tuple[Stop, ...]
    lanes: tuple[Lane, ...]
    closures: tuple[Closed, ...]
    today: dt.date
    note: str


def meetings_of(plan: Plan, today: dt.date) -> Meetings:
    """The meetings that were not called off, those of the community itself apart from those of further series."""
    upcoming = next_date(plan, today)
    own: list[Stop] = []
    others: dict[str, list[Stop]] = {}
    known = set()
    for meeting in rows(plan.collaborative_plan.meetings):
        if meeting.status is MeetingStatus.CANCELLED:
            continue
        stop = _stop_of(meeting, today, upcoming)
        series = _series(plan, meeting)
        if series:
            others.setdefault(series, []).append(stop)
        else:
            own.append(stop)
            known.add(meeting.date)
    own += [*_launch(plan, known, today, upcoming), *_events(plan, today)]
    stops = tuple(sorted(own, key=_order))
    closures = tuple(sorted(_closures(plan), key=lambda one: one.begins))
    return Meetings(stops, _lanes(stops, others) if others or closures else (), closures, today, _note(stops))


def _stop_of(meeting: Meeting, today: dt.date, upcoming: dt.date | None) -> Stop:
    words = on_one_line(meeting.topics) or on_one_line(meeting.content) or on_one_line(meeting.activities)
    reflects, celebrates = said(meeting.reflection) is not None, said(meeting.celebration) is not None
    return _stop(meeting.date, words, today, upcoming, reflection=reflects, celebration=celebrates)


def _series(plan: Plan, meeting: Meeting) -> str:
    """The further series a meeting is of, as that is called; "" for the community's own meetings."""
    around = gatherings_of(plan, meeting.series)
    return one_line(str(getattr(around[0], "title", ""))) if len(around) > 1 else ""


def _launch(plan: Plan, known: set[object], today: dt.date, upcoming: dt.date | None) -> Iterator[Stop]:
    first = plan.launch.first_meeting
    stands = not isinstance(first, dt.date) or first_day(plan) == first
    if said(first) is not None and stands and first not in known:
        yield _stop(first, _("First meeting"), today, upcoming)


def _events(plan: Plan, today: dt.date) -> Iterator[Stop]:
    events: list[SharingEvent] = rows(plan.results.sharing_events)
    for event in events:
        words = on_one_line(event.event) or on_one_line(event.what) or _("Occasion to share")
        yield _stop(event.date, words, today, None, event=True)


def _closures(plan: Plan) -> Iterator[Closed]:
    closures: list[Closure] = rows(plan.launch.closures)
    for closure in closures:
        begins, ends = closure.begins, closure.ends
        if not isinstance(begins, dt.date):
            continue
        last = ends if isinstance(ends, dt.date) and ends >= begins else begins
        yield Closed(on_one_line(closure.name) or _("no meetings"), begins, last, _span(begins, last))


def _span(begins: dt.date, ends: dt.date) -> str:
    first, last = f"{short_date(begins)} {begins.year}", f"{short_date(ends)} {ends.year}"
    if begins == ends:
        return first
    return _("{first} to {last}").format(first=short_date(begins) if begins.year == ends.year else first, last=last)


def _lanes(own: Sequence[Stop], others: Mapping[str, Sequence[Stop]]) -> tuple[Lane, ...]:
    lanes = [Lane(_("Our own meetings"), _dated(own), own=True)]
    lanes += [Lane(title, _dated(stops)) for title, stops in others.items()]
    return tuple(lane for lane in lanes if lane.stops)


def _dated(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    return tuple(stop for stop in sorted(stops, key=_order) if stop.date)


def _stop(
    date: object,
    words: str,
    today: dt.date,
    upcoming: dt.date | None,
    *,
    event: bool = False,
    reflection: bool = False,
    celebration: bool = False,
) -> Stop:
    if not isinstance(date, dt.date):
        when = one_line(date) if isinstance(date, str) else _("no date yet")
        return Stop(None, when, when, words, "undated", event, reflection, celebration)
    place = "past" if date < today else "next" if date == upcoming else "ahead"
    return Stop(date, short_date(date), date_words(date), words, place, event, reflection, celebration)


def _order(stop: Stop) -> tuple[bool, dt.date]:
    return (stop.date is None, stop.date or dt.date.max)


def _note(stops: tuple[Stop, ...]) -> str:
    meetings = [stop for stop in stops if not stop.event]
    undated = sum(stop.date is None for stop in meetings)
    if not meetings:
        return _("No meetings are planned yet. Once they have dates, they stand on this line.")
    if undated:
        return ngettext(
            "{count} meeting has no date yet and stands at the end.",
            "{count} meetings have no date yet and stand at the end.",
            undated,
        ).format(count=undated)
    if len(meetings) == 1:
        return _("Only one meeting is planned so far.")
    return ""

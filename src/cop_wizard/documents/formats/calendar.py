"""The calendar file (RFC 5545): every dated meeting and occasion, for Outlook, Google, Apple and the others.

An entry keeps its UID, and its SEQUENCE goes up when it moves or is called off, so that a file taken in again updates
what is there and doubles nothing. E-mail addresses never get into it, since calendars travel further than plans.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import TYPE_CHECKING

from cop_wizard import __version__
from cop_wizard.documents.formats.occasions import Occasion, community, occasions, reminders
from cop_wizard.documents.formats.zones import timezone, zone
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.filler import is_filler
from cop_wizard.wording import one_line

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_LINK = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]+", re.ASCII | re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\".]{1,63}(?:\.[^\s@<>()\[\],;:\".]{1,63}){1,8}")
_LONGEST = 120
"""Longer titles are cut off by every calendar."""

_KNOWN = 50
"""Years from now for which a file says when clocks change; what lies further off is given in universal time."""


def render_calendar(subject: Subject) -> str:
    """The calendar file. Raises `NothingToShow` for a plan without anything that has a date."""
    found = occasions(subject.plan, subject.answers, subject.today)
    if subject.wish.reminders:
        found = (*found, *reminders(subject.plan))
    if not found:
        raise NothingToShow(
            _("There is nothing to put into a calendar yet: no meeting has a date."),
            _("Give meetings a date with `cop edit`, or let `cop schedule` find dates from how often you meet."),
        )
    title = _title(subject)
    made = _calendar(subject, title)
    for name, days in _zones(found, subject.now).items():
        known = zone(name)
        if known is not None:
            made.add_component(timezone(known, min(days), max(days)))
    for one in found:
        made.add_component(_event(one, title, subject.now))
    content: bytes = made.to_ical()
    return content.decode("utf-8")


def _title(subject: Subject) -> str:
    given = subject.plan.title
    own = given if isinstance(given, str) and not is_filler(given) else ""
    return _private(one_line(own or subject.title)) or _("A community of practice")


def _calendar(subject: Subject, title: str) -> Calendar:
    from icalendar import Calendar, vText

    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", f"-//cop//cop {__version__}//EN")
    made.add("CALSCALE", "GREGORIAN")
    made.add("METHOD", "PUBLISH")
    made.add("UID", _uid(community(subject.plan)))
    made.add("LAST-MODIFIED", subject.now)
    for name in ("NAME", "X-WR-CALNAME"):  # icalendar does not know them, so it has to be told that they are text
        made.add(name, vText(title))
    return made


def _zones(found: tuple[Occasion, ...], now: dt.datetime) -> dict[str, list[dt.date]]:
    """The zones to be told, each with the days that need it."""
    days: dict[str, list[dt.date]] = {}
    for one in found:
        if one.start is not None and one.zone and _near(one.date, now):
            days.setdefault(one.zone, []).append(one.date)
    return days


def _near(day: dt.date, now: dt.datetime) -> bool:
    return abs(day.year - now.year) <= _KNOWN


def _event(one: Occasion, title: str, now: dt.datetime) -> Event:
    from icalendar import Event

    made = Event()
    made.add("UID", _uid(one.name))
    made.add("SEQUENCE", one.revision)
    made.add("DTSTAMP", now)
    made.add("LAST-MODIFIED", now)
    _add_time(made, one, now)
    about = one.topic or one.series
    made.add("SUMMARY", _cut(_private(f"{title}: {about}" if about else title)))
    made.add("STATUS", "CANCELLED" if one.cancelled else "TENTATIVE" if one.tentative else "CONFIRMED")
    made.add("TRANSP", "TRANSPARENT" if one.start is None or one.cancelled else "OPAQUE")
    if one.place:
        made.add("LOCATION", _private(one.place))
    if link := _LINK.search(one.place):
        made.add("URL", link[0].rstrip(".,;:!?)"))
    if description := _description(one):
        made.add("DESCRIPTION", description)
    if one.series:
        made.add("CATEGORIES", [_private(one.series)])
    return made


def _add_time(made: Event, one: Occasion, now: dt.datetime) -> None:
    """When it is. A meeting whose length nobody knows has none here either: an end would be made up."""
    if one.start is None:
        made.add("DTSTART", one.date)
        if one.last > one.date and one.last < dt.date.max:
            made.add("DTEND", one.last + dt.timedelta(days=1))  # the day after the last one, as RFC 5545 counts
        return
    begins = dt.datetime.combine(one.date, one.start)
    known = zone(one.zone) if one.zone else None
    if known is not None and _near(one.date, now):
        begins = begins.replace(tzinfo=known)
    elif known is not None:
        begins = _universal(begins.replace(tzinfo=known))
    made.add("DTSTART", begins)
    if one.length:
        made.add("DURATION", one.length)


def _universal(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:  # in the year 1 or 9999
        return moment.replace(tzinfo=dt.UTC)


def _description(one: Occasion) -> str:
    parts = []
    for heading, text in one.details:
        gap = "\n" if "\n" in text else " "
        parts.append(_("{heading}:{gap}{text}").format(heading=one_line(heading), gap=gap, text=_private(text)))
    return "\n\n".join(parts) if any("\n" in part for part in parts) else "\n".join(parts)


def _private(text: str) -> str:
    """``text`` without e-mail addresses; web addresses stay as they are, whatever they hold."""
    kept, end = [], 0
    for link in _LINK.finditer(text):
        kept += [_MAIL.sub(_("(e-mail address)"), text[end : link.start()]), link[0]]
        end = link.end()
    return "".join([*kept, _MAIL.sub(_("(e-mail address)"), text[end:])])


def _cut(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _uid(name: uuid.UUID) -> str:
    return f"{name}@cop"

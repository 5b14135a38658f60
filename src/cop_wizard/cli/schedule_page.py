"""What ``cop schedule`` shows: each series with its meetings, what would change about them, and what to know."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cop_wizard.cli import console
from cop_wizard.i18n import _, ngettext
from cop_wizard.look import Look
from cop_wizard.schedule.changes import Change, Sheet, What
from cop_wizard.schedule.rules import describe
from cop_wizard.schedule.schedule import Schedule
from cop_wizard.schedule.slots import hour_words
from cop_wizard.visible import visible_line
from cop_wizard.wording import date_words

_MARKS = {
    What.NEW: ("+ ", "came"),
    What.MOVED: ("→ ", "later"),
    What.CANCELLED: ("× ", "went"),
    What.BACK: ("+ ", "came"),
    What.KEPT: ("= ", "quiet"),
}


def show(found: Schedule) -> None:
    """Write the dates of every series, one meeting a line, to stdout."""
    look = Look(console.width(sys.stdout), console.colour(sys.stdout))
    for sheet in found.sheets:
        if sheet.changes or sheet.dates.notes or sheet.dates.left_out or sheet.dates.outside:
            _write([*_sheet(sheet, look), "", ""])
    notes = [line for note in found.notes for line in look.lines(visible_line(note), "later", "! ", "  ")]
    if notes:
        _write([*notes, "", ""])


def _write(lines: list[str]) -> None:
    console.result("\n".join(lines))  # two empty ones at the end make an empty line


def _sheet(sheet: Sheet, look: Look) -> Iterator[str]:
    dates = sheet.dates
    yield from look.lines(visible_line(dates.title or _("The community's own meetings")), "strong")
    if dates.rule is not None:
        rule = describe(dates.rule)
        if dates.start:
            rule = _("{rhythm}, {time}").format(rhythm=rule, time=hour_words(dates.start, dates.shown_zone()))
        yield from look.lines(rule, "quiet")
    if dates.taken:
        yield from look.lines(dates.taken, "quiet")
    for change in sheet.changes:
        mark, style = _MARKS[change.what]
        yield from look.lines(visible_line(_words(change)), style, mark, "  ")
    for left in dates.left_out:
        said = _("no meeting on {date}: {why}").format(date=date_words(left.date), why=left.why)
        yield from look.lines(visible_line(said), "quiet", "· ", "  ")
    if count := len(dates.outside):
        said = ngettext("{count} date lies outside the terms", "{count} dates lie outside the terms", count)
        yield from look.lines(said.format(count=count), "quiet", "· ", "  ")
    for note in dates.notes:
        yield from look.lines(visible_line(note), "later", "! ", "  ")


def _words(change: Change) -> str:
    """One meeting in a line: day, hour, place where it is another one, and what becomes of it."""
    when = date_words(change.date)
    if change.start:
        when = _("{date}, {time}").format(date=when, time=hour_words(change.start, change.zone))
    said = [when, change.place if change.what is not What.MOVED else "", _becomes(change)]
    return " · ".join(part for part in said if part)


def _becomes(change: Change) -> str:
    if change.what is What.NEW:
        return _("new: {why}").format(why=change.why) if change.why else _("new")
    if change.what is What.CANCELLED:
        return _("called off: {why}").format(why=change.why) if change.why else _("called off")
    if change.what is What.BACK:
        return _("takes place again")
    return change.why


def summary(found: Schedule) -> str:
    """What would change, in numbers."""
    counts = (
        (found.count(What.NEW), _new),
        (found.count(What.MOVED), _moved),
        (found.count(What.CANCELLED), _cancelled),
        (found.count(What.BACK), _back),
        (found.named, _named),
    )
    said = [words(count).format(count=count) for count, words in counts if count]
    return _("{changes}.").format(changes=", ".join(said)) if said else _("The plan gets a name for calendars.")


def _new(count: int) -> str:
    return ngettext("{count} new meeting", "{count} new meetings", count)


def _moved(count: int) -> str:
    return ngettext("{count} changed", "{count} changed", count)


def _cancelled(count: int) -> str:
    return ngettext("{count} called off", "{count} called off", count)


def _back(count: int) -> str:
    return ngettext("{count} takes place again", "{count} take place again", count)


def _named(count: int) -> str:
    return ngettext("{count} gets its name for calendars", "{count} get their names for calendars", count)

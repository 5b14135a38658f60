"""How often people meet is said in words that no calendar can follow, and no dates are listed instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.parsing import name_key, plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

_WEEKDAY = r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)\b"
_DATES_ENOUGH = 2
"""Meetings to come with a date; from then on the list says what the words do not."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words that name a day of the week and are still no rule, where a first day is known and dates could follow.

    Words such as "as needed" are meant to leave the days open, and are left alone.
    """
    listed = [name_key(words(meeting.series)) for _place, _on, meeting in coming(plan, today)]
    for path, title, rhythm, first in _rhythms(plan):
        if not day(first) or listed.count(name_key(title)) >= _DATES_ENOUGH:
            continue
        if re.search(_WEEKDAY, plain_letters(rhythm)) and not _is_read(rhythm):
            yield Advice(
                (*path, "rhythm"),
                _("No calendar can tell from {rhythm} on which days you meet.").format(rhythm=quoted(rhythm)),
                _hint(rhythm),
                ((*path, "first_meeting"),),
            )


def _hint(rhythm: str) -> str:
    from cop_wizard.schedule.elsewhere import better_place, without_hour  # late, since few plans get here

    if without_hour(rhythm):
        return better_place(rhythm)
    said = _("Words such as “second Tuesday of the month” become dates by themselves. Or list the dates.")
    return f"{said} {better_place(rhythm)}"


def _rhythms(plan: Plan) -> Iterator[tuple[KeyPath, str, str, object]]:
    """Where a rhythm stands in own words: path, title of the series, the words, and the day it begins."""
    launch = plan.launch
    places: list[tuple[KeyPath, str, object, object]] = [(("launch",), "", launch.rhythm, launch.first_meeting)]
    for place, series in enumerate(rows(launch.series)):
        first: object = series.first_meeting or launch.first_meeting
        places.append((("launch", "series", place), words(series.title), series.rhythm, first))
    for path, title, rhythm, first in places:
        if words(rhythm) and not isinstance(rhythm, Rhythm):
            yield path, title, words(rhythm), first


def _is_read(rhythm: str) -> bool:
    from cop_wizard.schedule.recurrence import read_recurrence  # late, since few plans get here

    return read_recurrence(rhythm) is not None


def reasons() -> Reasons:
    """Source: CASS guide items 5.1 and 6.1."""
    return Reasons(
        title=_("A rhythm that no calendar can follow"),
        why=_(
            "Everybody nods at “some Tuesday each month”, and every diary fills up differently. Where the days can be "
            "worked out, they reach all calendars at once, and change in all of them."
        ),
        do=_(
            "Say it by weekday and month, as in “second Tuesday of the month, September to June”. The hour goes into "
            "`start`, days without meetings go into `closures` or `terms`. Or leave the words and list the dates."
        ),
        before="""\
launch:
  rhythm: Tuesdays, three to five times a term
  first_meeting: 2051-09-12
""",
        after="""\
launch:
  rhythm: second Tuesday of the month
  first_meeting: 2051-09-12
""",
        source="cass-guide",
        where=_("page 9"),
    )


RULE = Rule("COP618", look, reasons, unless=(has_ended,), wish=True)

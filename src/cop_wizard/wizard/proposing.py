"""Offers dates for the meetings, worked out from the rhythm, and adds those the person keeps.

A date kept here is a person's own from then on: ``cop schedule`` knows it again, and leaves it as it is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pydantic import ValidationError

from cop_wizard.i18n import _
from cop_wizard.plan.fields import convert
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import InWords
from cop_wizard.schedule.dates import Stretch, next_dates
from cop_wizard.schedule.free_days import terms_of
from cop_wizard.schedule.recurrence import read_recurrence
from cop_wizard.values import KeyPath, value_at
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option
from cop_wizard.wording import date_words

_MOST = 60


def propose_meetings(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Propose meetings at ``path``. What the launch section does not say yet is asked first, and saved there."""
    needed = (("launch", "rhythm"), ("launch", "first_meeting"))
    for place in needed:
        if _known(desk, place) is None:
            question = desk.guide.question(".".join(place))
            prompt = question.prompt if question else _("When is the first meeting?")
            reply = ask_value(desk, place, replace(ask, question=prompt, preview=None, ways=INSIDE))
            if isinstance(reply, Leave):
                return reply
    rhythm, first = (_known(desk, place) for place in needed)
    rule = read_recurrence(rhythm)
    if rule is None or not isinstance(first, dt.date):
        desk.prompter.show(
            _(
                "Dates can be proposed once the first meeting has a date and the rhythm is one of the list, or words "
                "such as “second Tuesday”."
            ),
            "trouble",
        )
        return None
    count = desk.prompter.line(
        replace(ask, question=_("How many meetings?"), default="8", preview=None, check=_count, ways=INSIDE)
    )
    if not isinstance(count, str):
        return count if isinstance(count, Leave) else None
    return _offer(desk, path, ask, next_dates(rule, first, int(count or "8"), _terms(desk)))


def _count(text: str) -> str:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST:
        return ""
    return _("Write a number from 1 to {most}.").format(most=_MOST)


def _known(desk: Desk, place: KeyPath) -> object:
    value = desk.value(place)
    if not isinstance(value, str):
        return None
    found: object = convert(desk.model, place, value)
    return None if isinstance(found, str) and (isinstance(found, InWords) or is_filler(found)) else found


def _terms(desk: Desk) -> tuple[Stretch, ...]:
    """The terms with dates, for a rhythm that counts their weeks."""
    try:
        return terms_of(convert(desk.model, ("launch", "terms"), desk.value(("launch", "terms"))))
    except ValidationError:  # there are mistakes in them, which are asked about in their own place
        return ()


def _offer(desk: Desk, path: KeyPath, ask: Ask, dates: list[dt.date]) -> Leave | None:
    rows = desk.value(path)
    taken = {value_at(row, ("date",)) for row in rows} if isinstance(rows, list) else set()
    options = [Option(date.isoformat(), date_words(date)) for date in dates if date.isoformat() not in taken]
    if not options:
        desk.prompter.show(_("All of these dates are in the plan already."), "quiet")
        return None
    question = _("Keep which of these dates?")
    reply = desk.prompter.tick(
        replace(ask, question=question, preview=None, ways=INSIDE), options, [option.value for option in options]
    )
    if isinstance(reply, Leave):
        return reply
    # hour and length are those of the launch section, and are not said twice
    desk.append(path, [{"date": date} for date in reply])
    return None

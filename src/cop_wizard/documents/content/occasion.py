"""What a report is made for: an event, or somebody who hears of the results. Source: CASS guide items 7.3 and 7.4."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cop_wizard.documents.content.doings import day_words, event_days, last_day
from cop_wizard.documents.content.forms import text
from cop_wizard.documents.content.people import meant
from cop_wizard.documents.content.telling import told
from cop_wizard.documents.subject import Subject
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.parsing import same_name
from cop_wizard.plan.results import Audience, SharingEvent
from cop_wizard.values import rows
from cop_wizard.wording import one_line, some_of

_NAMED = 12


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a report is made for: ``name`` is an event, or somebody who is told of the results.

    ``when`` and ``what`` say when that is and what is shown there, each may be "". ``over`` is the day after which
    what comes next begins. To an event goes ``marked`` evidence alone; somebody who is told gets the whole report.
    """

    name: str
    when: str = ""
    what: str = ""
    over: dt.date = dt.date.min
    marked: bool = True


def occasion_of(subject: Subject) -> Occasion | None:
    """The occasion that was wished for, by its name or a part that only this name has; ``None`` where none was.

    Raises `WrongUse` for one that the plan does not know.
    """
    wish = one_line(subject.wish.event)
    if not wish:
        return None
    known = {**_audiences(subject), **_events(subject)}
    found = meant(known, wish)
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise WrongUse(
            _("“{name}” can mean several occasions.").format(name=wish[:99]),
            _("Which one? {names}.").format(names=some_of(found, _NAMED)),
        )
    there = _("There are: {names}.").format(names=some_of(list(known), _NAMED))
    raise WrongUse(
        _("This plan has no occasion called “{name}”.").format(name=wish[:99]),
        there if known else _("Add it to the occasions at which you share, and mark the evidence that is for it."),
    )


def _events(subject: Subject) -> dict[str, Occasion]:
    results = subject.plan.results
    marked = [text(one.for_event) for one in rows(results.evidence) if is_told(one.for_event)]
    events: list[SharingEvent] = [one for one in rows(results.sharing_events) if is_told(one.event)]
    found = {name: Occasion(name) for name in marked if not any(same_name(name, text(one.event)) for one in events)}
    for one in events:
        over = last_day(one) if isinstance(one.date, dt.date) else dt.date.min
        found[text(one.event)] = Occasion(text(one.event), event_days(subject, one), told(subject, one.what), over)
    return found


def _audiences(subject: Subject) -> dict[str, Occasion]:
    """Those who hear of the results, each by what they are called."""
    told_to: list[Audience] = [one for one in rows(subject.plan.results.told_to) if is_told(one.who)]
    return {
        text(one.who): Occasion(
            text(one.who),
            day_words(subject, one.when),
            over=one.when if isinstance(one.when, dt.date) else dt.date.min,
            marked=False,
        )
        for one in told_to
    }

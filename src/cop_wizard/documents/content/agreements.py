"""Who agreed to what the members hold to, and when. Source: CASS guide item 4.6."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.documents.content.forms import text
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DocumentStatus
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.norms import Agreement
from cop_wizard.values import rows
from cop_wizard.wording import plain_date


def agreements(subject: Subject, still_to_come: bool = False) -> Iterator[Agreement]:
    """Who agreed; with ``still_to_come`` who is meant to on a day that lies ahead."""
    for one in rows(subject.plan.norms.agreements):
        ahead = isinstance(one.on, dt.date) and one.on > subject.today
        if is_told(one.who) and ahead == still_to_come:
            yield one


def agreement(one: Agreement) -> str:
    """Who, and the day."""
    day = plain_date(one.on) if isinstance(one.on, dt.date) else text(one.on) if is_told(one.on) else ""
    return _("{who}, {day}").format(who=text(one.who), day=day) if day else text(one.who)


def agreed(subject: Subject) -> str:
    """That the members agreed, or that the document was approved, in a few words; "" where neither is known."""
    given = list(agreements(subject))
    days = sorted({one.on for one in given if isinstance(one.on, dt.date)})
    if days:
        day = plain_date(days[0])
        return _("Agreed on {day}").format(day=day) if len(days) == 1 else _("Agreed since {day}").format(day=day)
    approved = subject.plan.document.status is DocumentStatus.APPROVED
    return _("Agreed by the members") if given else _("Approved") if approved else ""

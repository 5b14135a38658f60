"""The regular word to a sponsor: thanks, what happened lately, what came of it, what is next, and what is needed.

Each sponsor has a paper of their own. Of meetings it tells days and topics; what was said there is the members'.
Sources: Staempfli tool item S2.11 (sponsors are kept informed); CASS guide items 7.1 to 7.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import (
    ahead,
    day_words,
    event_days,
    events_ahead,
    held,
    meetings_so_far,
    unmarked,
)
from cop_wizard.documents.content.facts import Fact, belongs, open_todos
from cop_wizard.documents.content.forms import cell, part, text
from cop_wizard.documents.content.outcomes import evidence_table, quotes
from cop_wizard.documents.content.people import contacts
from cop_wizard.documents.content.reasons import Reason
from cop_wizard.documents.content.shapes import Cell, Table
from cop_wizard.documents.content.telling import phrase, table, written
from cop_wizard.documents.kinds.sponsor_brief import given_by, reached, sponsors_of, vacant
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.evidence import is_there
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.leadership import Sponsor
from cop_wizard.plan.parsing import same_name
from cop_wizard.values import rows
from cop_wizard.wording import plain_date

_LATELY = dt.timedelta(days=122)
"""Four months: as far back as a sponsor who hears from us every term remembers."""
_PAST = 6
_NEXT = 3


@dataclass(frozen=True, slots=True)
class News:
    """One sponsor's paper: whom it is ``to`` ("" for anybody), what they give, and what they meant to see to."""

    to: str
    gives: tuple[Reason, ...]
    promised: tuple[str, ...]


def gather(subject: Subject) -> Mapping[str, Any]:
    """Raises `NothingToShow` where nothing has happened and nothing is planned."""
    past, future = held(subject), ahead(subject)
    evidence = [one for one in rows(subject.plan.results.evidence) if is_there(one, subject.today)]
    if not (past or future or evidence):
        raise NothingToShow(
            _("There is nothing yet that a sponsor could be told."),
            _("Plan the first meetings or mark those that were held, or make the brief for a sponsor instead."),
        )
    done = reached(subject.plan)
    lately = [pair for pair in past if subject.today - pair[0] <= _LATELY] or past
    return {
        "happened": bool(past or evidence or done),
        "papers": [_news(subject, one) for one in sponsors_of(subject) or [Sponsor()]],
        "figures": list(_figures(subject)),
        "lately": _happened(subject, lately),
        "more": max(0, len(lately) - _PAST),
        "unmarked": unmarked(subject) if subject.audience is SeenBy.LEADERS and not subject.view.final else 0,
        "evidence": evidence_table(subject, evidence, short=True),
        "quotes": quotes(evidence),
        "reached": done,
        "next": _coming(subject, future),
        "events": [(phrase(subject, one.event), event_days(subject, one)) for one in events_ahead(subject)],
        "vacant": vacant(subject.plan),
        "contacts": contacts(subject.plan)[:2],
    }


def _figures(subject: Subject) -> Iterator[Fact]:
    members = sum(belongs(one) for one in rows(subject.plan.membership.roster))
    if members:
        yield Fact(_("Members"), ngettext("{count} person", "{count} people", members).format(count=members))
    yield from meetings_so_far(subject)


def _happened(subject: Subject, meetings: list[tuple[dt.date, Meeting]]) -> Table | str:
    """The latest meetings, newest first: those with topics before the others."""
    latest = sorted(meetings, key=lambda pair: (is_told(pair[1].topics), pair[0]))[-_PAST:]
    newest_first = sorted(latest, key=lambda pair: pair[0], reverse=True)
    return table(
        (_("When"), _("What it was about")), [(_day(day), _matter(subject, meeting)) for day, meeting in newest_first]
    )


def _coming(subject: Subject, meetings: list[tuple[dt.date, Meeting]]) -> Table | str:
    return table(
        (_("When"), _("What we plan")),
        [(_day(day), _matter(subject, meeting)) for day, meeting in meetings[:_NEXT]],
    )


def _day(day: dt.date) -> Cell:
    return cell(part(plain_date(day)))


def _matter(subject: Subject, meeting: Meeting) -> Cell:
    """What a meeting is about; that of a further series begins with its name."""
    series, topics = phrase(subject, meeting.series), written(meeting.topics)
    return cell(part(series), part(topics if series or topics else _("A meeting")))


def _news(subject: Subject, sponsor: Sponsor) -> News:
    name = text(sponsor.name)
    return News(name, tuple(given_by(subject, sponsor)), tuple(_promised(subject, name)) if name else ())


def _promised(subject: Subject, name: str) -> Iterator[str]:
    """What the sponsor has undertaken to see to, by the plan's list of things put off."""
    for todo in open_todos(subject.plan):
        if is_told(todo.owner) and same_name(text(todo.owner), name) and is_told(todo.note):
            thing, by = phrase(subject, todo.note), day_words(subject, todo.by)
            yield _("{thing} (by {day})").format(thing=thing, day=by) if by else thing

"""The regular word to a sponsor: what happened lately, what came of it, what is next, and what is needed.

Sources: Staempfli tool item S2.11 (sponsors are kept informed); CASS guide items 7.1 to 7.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import ahead, day_words, events_ahead, held
from cop_wizard.documents.content.facts import Fact, belongs, rows
from cop_wizard.documents.content.forms import cell, part, text
from cop_wizard.documents.content.outcomes import evidence_table, figures, is_there, quotes
from cop_wizard.documents.content.people import leading
from cop_wizard.documents.content.shapes import Cell, Table
from cop_wizard.documents.content.telling import is_told, table, told, written
from cop_wizard.documents.kinds.sponsor_brief import sponsors_of
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import GoalStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.leadership import Sponsor
from cop_wizard.plan.shapes import Evidence
from cop_wizard.schedule.slots import same_title
from cop_wizard.wording import plain_date

_LATELY = dt.timedelta(days=122)
"""Four months: as far back as a sponsor who hears from us every term remembers."""
_PAST = 6
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed with one sponsor: ``gives`` and ``gets`` as words, ``open`` what was not settled yet."""

    name: str
    gives: tuple[tuple[str, str], ...]
    gets: str
    open: tuple[str, ...]
    promised: tuple[str, ...]


def gather(subject: Subject) -> Mapping[str, Any]:
    """Raises `NothingToShow` where nothing has happened and nothing is planned."""
    sponsors = sponsors_of(subject)
    past, future = held(subject), ahead(subject)
    evidence = [one for one in rows(subject.plan.results.evidence) if is_there(one, subject.today)]
    if not (past or future or evidence):
        raise NothingToShow(
            _("There is nothing yet that a sponsor could be told."),
            _("Plan the first meetings, or make the brief for a sponsor instead: it tells what you are going to do."),
        )
    lately = [pair for pair in past if subject.today - pair[0] <= _LATELY] or past
    return {
        "to": [text(one.name) for one in sponsors] if subject.wish.person else [],
        "figures": list(_figures(subject, past, evidence)),
        "lately": _happened(subject, lately),
        "more": max(0, len(lately) - _PAST),
        "evidence": evidence_table(subject, evidence),
        "quotes": quotes(evidence),
        "reached": [text(one.text) for one in rows(subject.plan.purpose.goals) if one.status is GoalStatus.REACHED],
        "next": _coming(subject, future),
        "events": [(event, day_words(subject, day)) for event, day in events_ahead(subject)],
        "vacant": list(_vacant(subject)),
        "agreements": [_agreement(subject, one) for one in sponsors],
        "contacts": leading(subject.plan)[:2],
    }


def _figures(subject: Subject, past: list[tuple[dt.date, Meeting]], evidence: list[Evidence]) -> Iterator[Fact]:
    members = sum(belongs(one) for one in rows(subject.plan.membership.roster))
    if members:
        yield Fact(_("Members"), ngettext("{count} person", "{count} people", members).format(count=members))
    if past:
        yield Fact(_("Meetings so far"), str(len(past)), _("since {day}").format(day=plain_date(past[0][0])))
    if evidence:
        yield Fact(_("What came of it"), figures(len(evidence)))


def _happened(subject: Subject, meetings: list[tuple[dt.date, Meeting]]) -> Table | str:
    """The latest meetings, newest first: those that somebody wrote something about before the others."""
    latest = sorted(meetings, key=lambda pair: (is_told(pair[1].record), is_told(pair[1].topics), pair[0]))[-_PAST:]
    return table(
        (_("When"), _("What we did"), _("What came of it")),
        [
            (_day(day), _matter(subject, meeting), cell(part(written(meeting.record))))
            for day, meeting in sorted(latest, key=lambda pair: pair[0], reverse=True)
        ],
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
    series = told(subject, meeting.series)
    return cell(
        part(series),
        part(written(meeting.topics)),
        part(told(subject, meeting.celebration), subject.answers.label(Meeting, "celebration"), brief=True),
    )


def _vacant(subject: Subject) -> Iterator[str]:
    for seat in rows(subject.plan.membership.required_seats):
        if is_told(seat.role) and not is_told(seat.filled_by):
            yield text(seat.role)


def _agreement(subject: Subject, sponsor: Sponsor) -> Agreement:
    fields = ("time", "room", "recognition", "gives")
    said = [(subject.answers.label(Sponsor, name), told(subject, getattr(sponsor, name))) for name in fields]
    return Agreement(
        name=text(sponsor.name),
        gives=tuple((label, words) for label, words in said if words),
        gets=told(subject, sponsor.gets),
        open=tuple(subject.answers.label(Sponsor, name) for name in fields[:3] if getattr(sponsor, name) is None),
        promised=tuple(_promised(subject, text(sponsor.name))),
    )


def _promised(subject: Subject, name: str) -> Iterator[str]:
    """What the sponsor has undertaken to see to, by the plan's list of things put off."""
    for todo in rows(subject.plan.todo):
        if is_told(todo.owner) and same_title(text(todo.owner), name) and is_told(todo.note):
            by = day_words(subject, todo.by)
            yield _("{thing} (by {day})").format(thing=text(todo.note), day=by) if by else text(todo.note)

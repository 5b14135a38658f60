"""Who leads, on one page for the members: who does what, and how to reach them.

Sources: CASS guide items 3.2 to 3.5, above all 3.4 (how members learn of it); Staempfli items S2.10 (gardener) and
S2.11 (sponsors).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cop_wizard.documents.content.facts import said
from cop_wizard.documents.content.forms import (
    answered,
    cell,
    form,
    holders_of,
    part,
    person_words,
    rows_at,
    text,
)
from cop_wizard.documents.content.people import name_words
from cop_wizard.documents.content.shapes import Block, Cell, CellPart, Table
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LifeStatus, RoleLabel, SeatState
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.leadership import Duties, Office
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.shapes import Channel, Member
from cop_wizard.values import rows
from cop_wizard.wording import plain_date

_OVER = (LifeStatus.CLOSED, LifeStatus.MERGED)
_ROOM_BESIDE_A_PICTURE = 14
"""With more lines than these, the picture would be alone on a second page, and it says the same once more."""
_LEADING = (RoleLabel.LEADER, RoleLabel.COORDINATOR)


@dataclass(slots=True)
class _Person:
    """Somebody on this page: ``offices`` and their ``details``, ``tasks`` in a few words, ``known`` from the roster."""

    name: str
    known: Member | None = None
    offices: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    details: list[CellPart] = field(default_factory=list)


def gather(subject: Subject) -> Mapping[str, Any]:
    """Who leads and how, each piece "" where the plan has nothing for it; ``free`` is what nobody does yet.
    ``with_picture``: whether there is a structure to be shown in a picture, and room for it. ``reachable``: whether it
    says how to reach at least one of them.

    Raises `NothingToShow` where nothing is known and blanks are to be left out.
    """
    people = list(_gathered(subject).values())
    found = {
        "structure": answered(subject, "leadership.structure") or "",
        "description": answered(subject, "leadership.description") or "",
        "people": _people(subject, people),
        "free": tuple(_free(subject)),
        "channels": _channels(subject),
        "support": answered(subject, "leadership.support") or "",
        "passing_on": form(rows_at(subject, "leadership.rotation", "leadership.order", "leadership.succession")),
    }
    if not any(found.values()):
        raise NothingToShow(
            _("The plan does not say yet who leads."),
            _("Say so with `cop edit`, “Leadership”, or leave out --final to get a page with the gaps."),
        )
    leading = subject.view.subjects.leading
    beside = bool(leading.label or leading.named) and _lines(people) <= _ROOM_BESIDE_A_PICTURE and not found["channels"]
    return {**found, "with_picture": beside, "reachable": any(_addresses(one.known) for one in people)}


def _lines(people: list[_Person]) -> int:
    """About how many lines the people take."""
    return sum(max(2, len(one.offices) + len(one.tasks) + 2 * len(one.details)) for one in people)


def _people(subject: Subject, people: list[_Person]) -> Table | str:
    """Who does what, where each of them works, and the address as far as the reader may see it."""
    if not people:
        return ""
    reachable = any(_addresses(one.known) for one in people)
    label = subject.answers.label
    roles = any(_work(one.known).parts for one in people)
    columns = [label(Member, "name"), _("What for"), *([_("Role and workplace")] if roles else [])]
    rows_of_it = [(cell(part(one.name)), _tasks(one), *([_work(one.known)] if roles else [])) for one in people]
    if reachable:
        columns.append(_("How to reach them"))
        rows_of_it = [(*row, _lines_of(_addresses(one.known))) for row, one in zip(rows_of_it, people, strict=True)]
    return Table(tuple(columns), tuple(rows_of_it))


def _work(known: Member | None) -> Cell:
    return _lines_of([person_words(known)] if known else [])


def _addresses(known: Member | None) -> list[str]:
    return [one for one in (text(known.email), text(known.phone)) if one] if known else []


def _lines_of(words: list[str]) -> Cell:
    lines = tuple(line for line in words if line)
    return cell(CellPart((Block("paragraph", lines),))) if lines else Cell(())


def _tasks(person: _Person) -> Cell:
    """The offices with what they answer for, then the duties."""
    offices, duties = (
        [CellPart((Block("paragraph", tuple(lines)),))] if lines else [] for lines in (person.offices, person.tasks)
    )
    return cell(*offices, *person.details, *duties)


def _gathered(subject: Subject) -> dict[str, _Person]:
    """Everybody who does something, by the letters of their names; those who hold an office come first."""
    found: dict[str, _Person] = {}
    roster = {name_key(text(one.name)): one for one in rows(subject.plan.membership.roster)}

    def person(name: str) -> _Person:
        key = name_key(name)
        return found.setdefault(key, _Person(name_words(subject.plan, name), roster.get(key)))

    for office in _offices(subject):
        if not _vacant(office):
            holder = person(text(office.filled_by))
            holder.offices.append(_office_words(office))
            holder.details += _office_details(subject, office)
    for name, task in _tasks_by_name(subject):
        person(name).tasks.append(task)
    return found


def _offices(subject: Subject) -> list[Office]:
    return [one for one in rows(subject.plan.leadership.offices) if text(one.role)]


def _vacant(office: Office) -> bool:
    return not text(office.filled_by) or is_filler(text(office.filled_by))


def _office_words(office: Office) -> str:
    until = said(office.until)
    notes = [
        _("for the time being") if office.state is SeatState.ACTING else "",
        _("until {day}").format(day=plain_date(until)) if isinstance(until, dt.date) else "",
    ]
    said_notes = _(", ").join(note for note in notes if note)
    return (
        _("{office} ({notes})").format(office=text(office.role), notes=said_notes) if said_notes else text(office.role)
    )


def _office_details(subject: Subject, office: Office) -> Iterator[CellPart]:
    for name in ("responsible_for", "not_responsible_for"):
        if words := text(getattr(office, name)):
            yield part(words, subject.answers.label(Office, name))


def _tasks_by_name(subject: Subject) -> Iterator[tuple[str, str]]:
    """Names with what each of them does, in the order in which a member would look for it."""
    leadership, care = subject.plan.leadership, subject.plan.care
    for name, holders in said(leadership.duties) or ():
        yield from _all_of(holders, subject.answers.label(Duties, name))
    for office in _offices(subject):
        yield from _all_of([text(office.alternate)], _("Deputy: {office}").format(office=text(office.role)))
    yield from _all_of([text(leadership.gardener)], _("Keeps us together"))
    yield from _all_of(care.turn_to, _("To turn to if you were hurt or treated badly"))
    for group in rows(subject.plan.groups):
        if group.status not in _OVER and text(group.name):
            yield from _all_of(group.liaisons, _("Link to {group}").format(group=text(group.name)))
    for person in rows(subject.plan.membership.roster):
        for role in _leading(person):
            yield from _all_of([text(person.name)], subject.answers.words(role))
    for sponsor in rows(leadership.sponsors):
        yield from _all_of([text(sponsor.name)], subject.answers.words(RoleLabel.SPONSOR))


def _all_of(names: object, task: str) -> Iterator[tuple[str, str]]:
    yield from ((name, task) for name in holders_of(names) if name)


def _leading(person: Member) -> list[RoleLabel]:
    return [] if person.gone else [label for label in rows(person.labels) if label in _LEADING]


def _free(subject: Subject) -> Iterator[str]:
    """Offices that are vacant, and duties that nobody has; those that are not needed, on purpose, are not free."""
    yield from (text(office.role) for office in _offices(subject) if _vacant(office))
    duties = said(subject.plan.leadership.duties)
    for name in () if subject.final else Duties.model_fields:
        holders = getattr(duties, name) if duties else None
        if holders is None or (rows(holders) and not holders_of(holders)):
            yield subject.answers.label(Duties, name)


def _channels(subject: Subject) -> Table | str:
    channels: list[Channel] = [one for one in rows(subject.plan.communication.channels) if text(one.name)]
    if not channels:
        return ""
    fields = ("name", "where", "purpose", "owner")
    names = [name for name in fields if any(_said(one, name).blocks for one in channels)]
    label = subject.answers.label
    return Table(
        tuple(label(Channel, name) for name in names),
        tuple(tuple(cell(_said(one, name)) for name in names) for one in channels),
    )


def _said(channel: Channel, name: str) -> CellPart:
    words = text(getattr(channel, name))
    return part("" if is_filler(words) else words)

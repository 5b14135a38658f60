"""What of a plan an audience may see. It is taken out before anything is made of the plan, so no format can tell it.

Decision 24 says of every field who may read it. Three kinds of rules make the copy: what a field is (`ForMembers` and
`ForLeaders` in the model), what a row says of itself (``seen_by``, ``open_to``, ``consent``), and, where everybody may
read, names, addresses and numbers wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from cop_wizard.documents.audience.addresses import Hidden, addresses, opens_a_meeting
from cop_wizard.documents.audience.circles import within
from cop_wizard.documents.audience.left_out import Kind, LeftOut, Tally, in_place_of, says_more
from cop_wizard.documents.audience.people import People, composed, holds_a_name, is_nobody
from cop_wizard.documents.audience.walking import changed
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import SeenBy, Status, YesNo
from cop_wizard.plan.fields import for_calendars, kind_of
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.launch import Launch
from cop_wizard.plan.leadership import Duties
from cop_wizard.plan.parsing import InWords, zone_names
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.plan.types import Choice, MeetsAt, PersonName
from cop_wizard.values import KeyPath, rows
from cop_wizard.wording import clean

_NOBODYS_WORDS = (("guide",), ("language",))
"""What is written for programs."""

_NOT_PRESENT = (Status.POTENTIAL, Status.INVITED, Status.DECLINED, Status.ON_LEAVE, Status.ALUMNI)


def for_audience(subject: Subject, audience: SeenBy) -> Subject:
    """``subject`` as ``audience`` may see it. What is for everybody has no gaps and no notes, and says not where the
    plan itself is kept. What has been made so already stays as it is.
    """
    if subject.audience is SeenBy.PUBLIC:  # what everybody may see holds nothing more that could be taken out
        return subject
    plan, left_out = seen_by(subject.plan, audience)
    public = audience is SeenBy.PUBLIC
    return replace(
        subject,
        plan=plan,
        audience=audience,
        left_out=tuple(one.words for one in left_out) or subject.left_out,
        final=subject.final or public,
        title="" if public else subject.title,
        home="" if public else subject.home,
    )


def seen_by(plan: Plan, audience: SeenBy) -> tuple[Plan, tuple[LeftOut, ...]]:
    """A copy of ``plan`` with what ``audience`` may see, and what was left out of it."""
    tally = Tally()
    if audience is SeenBy.LEADERS:
        return plan, ()
    copy = within(plan, audience, tally)
    if audience is SeenBy.PUBLIC:
        copy = _Anonymous(plan, copy, tally).copy
    return copy, tally.told()


class _Anonymous:
    """Makes of ``seen``, which is what everybody may see of ``plan``, a ``copy`` without names and addresses."""

    def __init__(self, plan: Plan, seen: Plan, tally: Tally) -> None:
        self._people = People(plan)
        self._hidden = Hidden(_open_to_all(seen), _of_people(plan, "phone"), _of_people(plan, "email"))
        self._tally = tally
        self.copy: Plan = changed(self._with_duties(self._with_present_members(seen)), self._change)

    def _with_present_members(self, seen: Plan) -> Plan:
        """``seen`` with those on its roster who belong, and without the names of those who may not be named.

        A yes was said as a member; that somebody is thought of, has declined, is away or has left is said of nobody.
        """
        people: list[Member] = rows(seen.membership.roster)
        if not people:
            return seen
        listed = [self._told(one) for one in people]
        present = [one for one in listed if one.status not in _NOT_PRESENT] or None
        return seen.model_copy(update={"membership": seen.membership.model_copy(update={"roster": present})})

    def _with_duties(self, seen: Plan) -> Plan:
        """``seen`` without the eight duties if nobody who does one may be named: what is left would tell it wrong."""
        duties = seen.leadership.duties
        if not isinstance(duties, Duties):
            return seen
        holders = [name for _duty, held in duties for name in rows(held) if not is_nobody(name)]
        hidden = [name for name in holders if not self._people.may_be_told(name, PersonName)]
        if not hidden or any(map(self._people.may_be_named, holders)):
            return seen
        for name in hidden:
            self._people.count(name, self._tally)
        return seen.model_copy(update={"leadership": seen.leadership.model_copy(update={"duties": None})})

    def _told(self, person: Member) -> Member:
        if not isinstance(person.name, str) or self._people.may_be_listed(person):
            return person
        self._people.count(person.name, self._tally)
        # Nobody said no, perhaps; but so the row stays where nothing else is known of somebody who is one of so many.
        return person.model_copy(update={"name": None, "organization": None, "may_be_named": YesNo.NO})

    def _change(self, part: BaseModel, field: str, annotation: Any, value: Any, path: KeyPath) -> Any:
        if not isinstance(value, str) or isinstance(value, Choice) or path in _NOBODYS_WORDS:
            return value
        if for_calendars(annotation):
            return value
        if kind_of(annotation) == "zone":
            return value if value in zone_names() else self._without_zone(part, value)
        if holds_a_name(annotation) and not self._people.may_be_told(value, annotation):
            return self._unnamed(part, field, value, path)
        if any(isinstance(mark, MeetsAt) for mark in _marks(annotation)):
            # a blank in a row would give it the place of all others, where nobody will be
            instead = None if isinstance(part, Launch) else _("[place left out]")
            return self._text(value, whole=True) or instead
        return self._text(value)

    def _without_zone(self, part: BaseModel, words: str) -> str | None:
        """What stands in the place of words that name no zone, as they can say anything.

        A blank in a row would give it the zone of all others, and so another hour.
        """
        if not is_filler(words):
            self._tally.add(Kind.FOR_MEMBERS, ("zone", words))
        return None if isinstance(part, Launch) else InWords(_("[time zone left out]"))

    def _unnamed(self, part: BaseModel, field: str, value: str, path: KeyPath) -> str | None:
        """What stands in the place of a name, if anything has to."""
        self._people.count(value, self._tally)
        if isinstance(part, Seat) and field == "filled_by":  # a blank would say that it is vacant
            return in_place_of(Kind.NAME)
        return in_place_of(Kind.NAME) if isinstance(part, Duties) and self._else_nobody(part, field, path) else None

    def _else_nobody(self, duties: Duties, field: str, path: KeyPath) -> bool:
        """Whether a duty would look as if nobody did it, and its first name is the place to say otherwise."""
        return path[-1] == 0 and not any(self._people.may_be_named(one) for one in rows(getattr(duties, field)))

    def _text(self, value: str, whole: bool = False) -> str | None:
        """A text without what may not stand in it; ``None`` where nothing else stands in it.

        ``whole``: an address takes the rest with it, since beside a link there are meeting numbers and passcodes; so
        does such a number alone.
        """
        words = composed(clean(value))
        text = self._hidden.taken_out(words, self._tally)
        if whole and text != words:
            return None
        if whole and opens_a_meeting(words):
            self._tally.add(Kind.FOR_MEMBERS, ("place", words))
            return None
        text = self._people.taken_out(text, self._tally)
        if text == value:
            return value
        return type(value)(text) if text == words or says_more(text) else None


def _marks(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())


def _open_to_all(seen: Plan) -> Iterator[str]:
    """The addresses that everybody may have: of open channels and public evidence, and of the licence."""
    channels, evidence = rows(seen.communication.channels), rows(seen.results.evidence)
    for place in (*(one.where for one in channels), *(one.link for one in evidence), seen.care.licence):
        if isinstance(place, str):
            yield from addresses(composed(clean(place)))


def _of_people(plan: Plan, field: str) -> Iterator[str]:
    for person in rows(plan.membership.roster):
        value = getattr(person, field)
        if isinstance(value, str) and not is_filler(value):
            yield composed(clean(value)).strip()

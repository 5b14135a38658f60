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

from cop_wizard.documents.audience.addresses import Hidden, addresses
from cop_wizard.documents.audience.circles import within
from cop_wizard.documents.audience.left_out import Kind, LeftOut, Tally, in_place_of, says_more
from cop_wizard.documents.audience.people import People, composed, holds_a_name
from cop_wizard.documents.audience.walking import changed, says_something
from cop_wizard.documents.content.facts import rows
from cop_wizard.documents.subject import Subject
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.fields import for_calendars, kind_of
from cop_wizard.plan.leadership import Duties
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.plan.types import Choice, MeetsAt
from cop_wizard.values import KeyPath
from cop_wizard.wording import clean

_NOBODYS_WORDS = (("guide",), ("language",))
"""What is written for programs."""


def for_audience(subject: Subject, audience: SeenBy) -> Subject:
    """``subject`` as ``audience`` may see it. What is for everybody has no gaps and no notes, and says not where the
    plan itself is kept.
    """
    plan, left_out = seen_by(subject.plan, audience)
    public = audience is SeenBy.PUBLIC
    return replace(
        subject,
        plan=plan,
        audience=audience,
        left_out=tuple(one.words for one in left_out),
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
        self._hidden = Hidden(_open_to_all(seen), _numbers(plan))
        self._tally = tally
        self.copy: Plan = changed(seen, self._change)

    def _change(self, part: BaseModel, field: str, annotation: Any, value: Any, path: KeyPath) -> Any:
        if not isinstance(value, str) or isinstance(value, Choice) or path in _NOBODYS_WORDS:
            return value
        if for_calendars(annotation) or kind_of(annotation) == "zone":
            return value
        if isinstance(part, Member) and field in ("name", "organization"):
            return self._of_person(part, field, value)
        if isinstance(part, Seat) and field == "organization" and not self._known(part.filled_by):
            return None
        if holds_a_name(annotation):
            return self._name(part, field, value, path)
        return self._text(value, whole=any(isinstance(mark, MeetsAt) for mark in _marks(annotation)))

    def _known(self, name: Any) -> bool:
        return not isinstance(name, str) or self._people.may_be_named(name)

    def _of_person(self, person: Member, field: str, value: str) -> str | None:
        if self._people.may_be_listed(person):
            return self._text(value)
        if field != "name":
            return None
        self._people.count(value, self._tally)
        rest = person.model_copy(update={"name": None, "organization": None})
        # Somebody of whom nothing else is known still counts as one.
        return None if says_something(rest) else in_place_of(Kind.NAME)

    def _name(self, part: BaseModel, field: str, value: str, path: KeyPath) -> str | None:
        if self._people.may_be_named(value):
            return self._text(value)
        self._people.count(value, self._tally)
        if isinstance(part, Seat) and field == "filled_by":  # a blank would say that it is vacant
            return in_place_of(Kind.NAME)
        return in_place_of(Kind.NAME) if isinstance(part, Duties) and self._else_nobody(part, field, path) else None

    def _else_nobody(self, duties: Duties, field: str, path: KeyPath) -> bool:
        """Whether a duty would look as if nobody did it: where others are named, and nobody for this one."""
        named = {name: [self._people.may_be_named(one) for one in rows(held)] for name, held in duties}
        return path[-1] == 0 and not any(named[field]) and any(map(any, named.values()))

    def _text(self, value: str, whole: bool = False) -> str | None:
        """A text without what may not stand in it; ``None`` where nothing else stands in it.

        ``whole``: an address takes the rest with it, since beside a link there are meeting numbers and passcodes.
        """
        words = composed(clean(value))
        text = self._hidden.taken_out(words, self._tally)
        if whole and text != words:
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


def _numbers(plan: Plan) -> Iterator[str]:
    for person in rows(plan.membership.roster):
        if isinstance(person.phone, str):
            yield composed(clean(person.phone))

"""What is for a smaller circle than an audience: answers by what they are, rows by what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from cop_wizard.documents.audience.left_out import Kind, Tally
from cop_wizard.documents.audience.walking import BOOKKEEPING, says_something
from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.choices import SeenBy, YesNo
from cop_wizard.plan.fields import read_by
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan, Todo
from cop_wizard.plan.results import Keepsake, ValueStory
from cop_wizard.plan.reviews import ANONYMOUS, Review
from cop_wizard.plan.shapes import Channel, Evidence, Member, Message
from cop_wizard.plan.types import Choice
from cop_wizard.values import KeyPath, NoneOnPurpose, rows

P = TypeVar("P", bound=BaseModel)

_CIRCLES = (SeenBy.PUBLIC, SeenBy.MEMBERS, SeenBy.LEADERS)

_TOLD_AS: dict[tuple[type[BaseModel], str], Kind] = {
    (Member, "email"): Kind.MAIL,
    (Member, "phone"): Kind.PHONE,
}
"""Private answers that are told as what they are; of these each value counts."""

_INSTEAD: dict[tuple[type[BaseModel], str], str] = {(Review, "by"): ANONYMOUS}
"""What stands in the place of a private answer: a blank would say that the review was made by all together."""


def within(plan: Plan, audience: SeenBy, tally: Tally) -> Plan:
    """A copy of ``plan`` without what is for a smaller circle. What is none on purpose, or keeps a place, stays."""
    return _Within(plan, audience, tally).part(plan)


class _Within:
    def __init__(self, plan: Plan, audience: SeenBy, tally: Tally) -> None:
        self._audience = audience
        self._tally = tally
        channels: list[Channel] = rows(plan.communication.channels)
        self._closed = {
            name_key(one.name) for one in channels if isinstance(one.name, str) and self._hides(one.open_to)
        }
        self._rules: dict[type[BaseModel], Callable[[Any, KeyPath], BaseModel | None]] = {
            Evidence: self._evidence,
            ValueStory: self._story,
            Keepsake: self._keepsake,
            Channel: self._channel,
            Message: self._message,
        }

    def part(self, part: P, path: KeyPath = ()) -> P:
        update = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            made = self._value(type(part), name, value, (*path, name))
            if made is not value:
                update[name] = made
        return part.model_copy(update=update) if update else part

    def _value(self, model: type[BaseModel], name: str, value: Any, path: KeyPath) -> Any:
        if _says_nothing(value):
            return value
        if name not in BOOKKEEPING and not self._shows(read_by(model, name)):
            self._count(model, name, value, path)
            return _INSTEAD.get((model, name))
        if isinstance(value, BaseModel):
            made = self.part(value, path)
            return made if isinstance(made, SectionPart) or says_something(made) else None
        if isinstance(value, list) and isinstance(value[0], BaseModel):
            rows = [self._row(row, (*path, place)) for place, row in enumerate(value)]
            return [row for row in rows if row is not None] or None
        return value

    def _row(self, row: BaseModel, path: KeyPath) -> BaseModel | None:
        rule = self._rules.get(type(row))
        seen = rule(row, path) if rule else row
        if seen is None:
            return None
        made = self.part(seen, path)
        return made if says_something(made) or not says_something(row) else None

    def _count(self, model: type[BaseModel], name: str, value: Any, path: KeyPath) -> None:
        kind = _TOLD_AS.get((model, name))
        if kind is not None:
            self._tally.add(kind, str(value).casefold())
        elif name == "record":
            self._tally.add(Kind.RECORD, path)
        elif isinstance(value, list) and isinstance(value[0], Todo):
            for place in range(len(value)):
                self._tally.add(Kind.TODO, place)
        else:
            kind = Kind.FOR_MEMBERS if self._audience is SeenBy.PUBLIC else Kind.FOR_LEADERS
            self._tally.add(kind, tuple(key for key in path if isinstance(key, str)))

    # --- rows that say who may see them -------------------------------------------------------------------------------

    def _shows(self, circle: SeenBy) -> bool:
        return _CIRCLES.index(circle) <= _CIRCLES.index(self._audience)

    def _hides(self, seen_by: object) -> bool:
        """Whether a row is for a smaller circle. If it does not say for which, it is for members."""
        return not self._shows(seen_by if isinstance(seen_by, SeenBy) else SeenBy.MEMBERS)

    def _evidence(self, row: Evidence, path: KeyPath) -> Evidence | None:
        if self._hides(row.seen_by):
            self._tally.add(Kind.EVIDENCE, path)
            return None
        if row.consent is YesNo.YES:
            return row
        # Who said it is no name that is missing: it may stand elsewhere in the same copy.
        update = {"quoted": None}
        if (row.consent is YesNo.NO or self._audience is SeenBy.PUBLIC) and not _says_nothing(row.quote):
            self._tally.add(Kind.QUOTE, row.quote)
            update["quote"] = None
        return row.model_copy(update=update)

    def _story(self, row: ValueStory, path: KeyPath) -> ValueStory | None:
        agreed = row.consent is YesNo.YES
        refused = row.consent is YesNo.NO or (self._audience is SeenBy.PUBLIC and not agreed)
        if self._hides(row.seen_by) or refused:
            self._tally.add(Kind.STORY, path)
            return None
        return row if agreed else row.model_copy(update={"told_by": None})

    def _keepsake(self, row: Keepsake, path: KeyPath) -> Keepsake | None:
        """What is kept is for everybody, unless it says for whom."""
        if row.seen_by is not None and self._hides(row.seen_by):
            self._tally.add(Kind.EVIDENCE, path)
            return None
        return row

    def _channel(self, row: Channel, path: KeyPath) -> Channel | None:
        if self._hides(row.open_to):
            self._tally.add(Kind.CHANNEL, path)
            return None
        return row

    def _message(self, row: Message, path: KeyPath) -> Message:
        """A message is told without the name of a channel that is not."""
        closed = isinstance(row.channel, str) and name_key(row.channel) in self._closed
        return row.model_copy(update={"channel": None}) if closed else row


def _says_nothing(value: Any) -> bool:
    """Whether there is nothing to hide: a blank, none on purpose, words that keep a place."""
    if value is None or value == [] or isinstance(value, NoneOnPurpose):
        return True
    return isinstance(value, str) and not isinstance(value, Choice) and is_filler(value)

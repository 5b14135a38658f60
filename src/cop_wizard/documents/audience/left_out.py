"""What an audience does not get to see: how much of what, never which."""

from __future__ import annotations

import enum
from collections.abc import Hashable
from dataclasses import dataclass

from cop_wizard.i18n import _, ngettext


class Kind(enum.Enum):
    """What can be left out, in the order in which it is told."""

    NAME = enum.auto()
    MAIL = enum.auto()
    PHONE = enum.auto()
    WEB = enum.auto()
    QUOTE = enum.auto()
    EVIDENCE = enum.auto()
    STORY = enum.auto()
    CHANNEL = enum.auto()
    RECORD = enum.auto()
    TODO = enum.auto()
    FOR_MEMBERS = enum.auto()
    FOR_LEADERS = enum.auto()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many things of one kind that were left out."""

    kind: Kind
    count: int

    @property
    def words(self) -> str:
        """It in words that fit into a list: ``2 e-mail addresses``."""
        return _words(self.kind, self.count).format(count=self.count)


def _words(kind: Kind, count: int) -> str:
    return {
        Kind.NAME: ngettext("{count} name", "{count} names", count),
        Kind.MAIL: ngettext("{count} e-mail address", "{count} e-mail addresses", count),
        Kind.PHONE: ngettext("{count} telephone number", "{count} telephone numbers", count),
        Kind.WEB: ngettext("{count} web address", "{count} web addresses", count),
        Kind.QUOTE: ngettext(
            "{count} quote that nobody has agreed to pass on", "{count} quotes that nobody has agreed to pass on", count
        ),
        Kind.EVIDENCE: ngettext("{count} piece of evidence", "{count} pieces of evidence", count),
        Kind.STORY: ngettext("{count} story", "{count} stories", count),
        Kind.CHANNEL: ngettext("{count} channel", "{count} channels", count),
        Kind.RECORD: ngettext("{count} record of a meeting", "{count} records of meetings", count),
        Kind.TODO: ngettext("{count} to-do note", "{count} to-do notes", count),
        Kind.FOR_MEMBERS: ngettext("{count} answer that is for members", "{count} answers that are for members", count),
        Kind.FOR_LEADERS: ngettext(
            "{count} answer that is for those who lead", "{count} answers that are for those who lead", count
        ),
    }[kind]  # fmt: skip


def in_place_of(kind: Kind) -> str:
    """What stands in a text where something was taken out of it."""
    return {
        Kind.NAME: _("[name left out]"),
        Kind.MAIL: _("[e-mail address left out]"),
        Kind.PHONE: _("[telephone number left out]"),
        Kind.WEB: _("[web address left out]"),
    }[kind]


def says_more(text: str) -> bool:
    """Whether a text says anything beside what was left out of it."""
    for kind in (Kind.NAME, Kind.MAIL, Kind.PHONE, Kind.WEB):
        text = text.replace(in_place_of(kind), "")
    return any(map(str.isalnum, text))


class Tally:
    """Counts what is left out: each thing once, however often it stood somewhere."""

    def __init__(self) -> None:
        self._things: dict[Kind, set[Hashable]] = {}

    def add(self, kind: Kind, thing: Hashable) -> None:
        """``thing`` was left out; what is equal to it is the same thing."""
        self._things.setdefault(kind, set()).add(thing)

    def told(self) -> tuple[LeftOut, ...]:
        """All of it."""
        return tuple(LeftOut(kind, len(self._things[kind])) for kind in Kind if kind in self._things)

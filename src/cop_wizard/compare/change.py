"""What differs between two plans, as frozen values. Nothing here prints."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from cop_wizard.values import Data, KeyPath


class Kind(enum.StrEnum):
    """What happened. The values are part of the JSON report and keep their meaning.

    A question, or a field, is ``answered``, its answer ``taken_away``, set to ``none`` (on purpose) or ``changed``. In
    lists, something is ``added``, ``removed`` or ``changed``, and ``moved`` means that the order is another one.
    """

    ANSWERED = "answered"
    TAKEN_AWAY = "taken_away"
    NONE = "none"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Mark(enum.Enum):
    """To which of two texts some words belong."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text that was reworded, in their order, on one line."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    ``path`` is the place in the new plan, or in the old one for what is no longer there. ``section`` and ``title`` are
    the guide's words for that place. ``before`` and ``after`` are plain data, types settled (dates as ``2026-09-15``);
    ``None`` is a blank. ``said`` tells it all in one line; of texts that are too long for one line it only says that
    they differ, and ``pieces`` shows how.
    """

    kind: Kind
    path: KeyPath
    section: str
    title: str
    before: Data
    after: Data
    said: str
    pieces: tuple[Piece, ...] = ()

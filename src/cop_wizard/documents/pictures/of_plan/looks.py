"""What reviews saw, for pictures: each item with its level, how well it stands, and how it stood before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cop_wizard.documents.pictures.of_plan.models import Mark
from cop_wizard.instruments.seen import Look, Seen, goodness
from cop_wizard.wording import plain_date


@dataclass(frozen=True, slots=True)
class Spoke:
    """One item of a look.

    ``now`` and ``before`` say how well it stands, from 0 to 1, ``None`` where nobody could say; ``words`` name the
    level, ``votes`` how many chose each of ``levels``.
    """

    label: str
    now: float | None
    before: float | None
    words: str
    votes: tuple[int, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seeing:
    """A look, and the one before it: when each was, how many answered, and its spokes."""

    name: str
    when: str
    before: str
    answers: int
    spokes: tuple[Spoke, ...]


def seeing(look: Look, before: Look | None) -> Seeing:
    """What a picture of a look shows. Items of which nobody said anything are not in it."""
    return Seeing(
        look.instrument.id,
        _day(look),
        _day(before) if before else "",
        len(look.reviews),
        tuple(_spoke(seen, before) for seen in look.seen if seen.answered),
    )


def marks_of(look: Look) -> tuple[Mark, ...]:
    """What a look says of the parts of a model."""
    return tuple(
        Mark(seen.item.id, share_of(seen) or 0.0, seen.level.label) for seen in look.seen if seen.level is not None
    )


def means(looks: Sequence[Look]) -> list[tuple[str, float]]:
    """How well all items of each look stand together, by its day; looks without a level in them are left out."""
    found = []
    for look in looks:
        shares = [share for seen in look.seen if (share := share_of(seen)) is not None]
        if shares:
            found.append((_day(look), sum(shares) / len(shares)))
    return found


def share_of(seen: Seen) -> float | None:
    """How well an item stands; where no end of its levels is the good one, how far up it is."""
    fine = goodness(seen)
    return seen.mean if fine is None else fine


def _spoke(seen: Seen, before: Look | None) -> Spoke:
    was = before.of(seen.item.id) if before else None
    return Spoke(
        seen.item.name,
        share_of(seen),
        share_of(was) if was else None,
        seen.level.label if seen.level else "",
        seen.votes,
        tuple(level.label for level in seen.item.levels),
    )


def _day(look: Look) -> str:
    return plain_date(look.on) if isinstance(look.on, dt.date) else look.on

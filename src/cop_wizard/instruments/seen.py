"""What reviews say, brought together: how many chose which level of each item, and what changed from look to look.

A plan keeps one review for each person who answered, or one for all who answered together. What people answered one
by one, with the same instrument and within a month, is one `Look`; what they answered together is one, too.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cop_wizard.instruments.model import Instrument, Item, Level
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.reviews import ANONYMOUS, Rating, Review

_A_MONTH = dt.timedelta(days=31)


class Course(enum.Enum):
    """What became of an item since the look before: better or worse where one end of its levels is the good one."""

    NEW = "new"
    SAME = "same"
    BETTER = "better"
    WORSE = "worse"
    MOVED = "moved"


@dataclass(frozen=True)
class Seen:
    """One item at one look: ``votes`` for each of its levels, the lowest first; ``ratings`` hold the words."""

    item: Item
    votes: tuple[int, ...]
    ratings: tuple[Rating, ...]

    @property
    def answered(self) -> int:
        """How many chose a level."""
        return sum(self.votes)

    @cached_property
    def mean(self) -> float | None:
        """The mean of the chosen levels, from 0 for the lowest to 1 for the highest; ``None`` where nobody chose."""
        if not self.answered:
            return None
        whole = sum(place * count for place, count in enumerate(self.votes)) / self.answered
        return whole / (len(self.votes) - 1) if len(self.votes) > 1 else 0.0

    @property
    def level(self) -> Level | None:
        """The level in the middle of all that were chosen; of two in the middle the lower one."""
        middle = (self.answered + 1) // 2
        for level, below in zip(self.item.levels, _sums(self.votes), strict=True):
            if below >= middle > 0:
                return level
        return None

    @property
    def spread(self) -> tuple[Level, Level] | None:
        """The lowest and the highest level that somebody chose, where they differ."""
        chosen = [level for level, count in zip(self.item.levels, self.votes, strict=True) if count]
        return (chosen[0], chosen[-1]) if len(chosen) > 1 else None

    @property
    def calls(self) -> bool:
        """Whether something should be done about it."""
        return self.level is not None and self.level.calls


@dataclass(frozen=True)
class Look:
    """One look at the community by one instrument: so many ``reviews``, the last of them ``on`` a day, or on words."""

    instrument: Instrument
    on: dt.date | str
    reviews: tuple[Review, ...]
    seen: tuple[Seen, ...]

    def of(self, item: str) -> Seen | None:
        """What was seen of the item with this id."""
        return next((one for one in self.seen if one.item.id == item), None)

    @property
    def weak(self) -> list[Seen]:
        """What should be looked after, the weakest first."""
        return sorted((one for one in self.seen if one.calls), key=lambda one: goodness(one) or 0.0)


def looks(reviews: Iterable[Review], instrument: Instrument) -> list[Look]:
    """All looks by this instrument, the oldest first; those whose day is in words before all others."""
    mine = [review for review in reviews if review.instrument == instrument.id and _says(review.on)]
    groups: list[list[Review]] = []
    for review in sorted(mine, key=lambda one: _order(day_of(one))):
        if not groups or not _belongs(review, groups[-1]):
            groups.append([])
        groups[-1].append(review)
    return [look_of(instrument, day_of(group[-1]), group) for group in groups]


def _belongs(review: Review, group: Sequence[Review]) -> bool:
    """Whether a review is of the same look as those before it: of the same day, or of a month and of somebody else."""
    first, day = day_of(group[0]), day_of(review)
    if day == day_of(group[-1]):
        return True
    if not isinstance(first, dt.date) or not isinstance(day, dt.date) or day - first > _A_MONTH:
        return False
    alone = all(_says(one.by) for one in (review, *group))
    return alone and (review.by == ANONYMOUS or review.by not in [one.by for one in group])


def look_of(instrument: Instrument, on: dt.date | str, reviews: Iterable[Review]) -> Look:
    """Reviews of one day brought together."""
    whole = tuple(reviews)
    ratings = [rating for review in whole for rating in rows(review)]
    own = dict.fromkeys(str(one.item) for one in ratings if instrument.item(str(one.item)) is None)
    items = [*instrument.items, *(own_item(name, instrument) for name in own)]
    return Look(instrument, on, whole, tuple(_seen(item, ratings) for item in items))


def rows(review: Review) -> list[Rating]:
    """The ratings of a review that say of what they are."""
    given = review.ratings if isinstance(review.ratings, list) else []
    return [rating for rating in given if _says(rating.item)]


def reviews_of(plan: Plan) -> list[Review]:
    """The reviews that a plan holds and that say by which instrument they are."""
    given = plan.reviews if isinstance(plan.reviews, list) else []
    return [review for review in given if _says(review.instrument)]


def day_of(review: Review) -> dt.date | str:
    """The day of a review, or the words in its place."""
    return review.on if isinstance(review.on, dt.date) else str(review.on)


def own_item(name: str, instrument: Instrument) -> Item:
    """What somebody added to the list: it is called by its own words, and has the usual levels."""
    return Item(id=name, name=name, question=name, levels=list(instrument.usual_levels))


def goodness(seen: Seen) -> float | None:
    """How well it stands, from 0 to 1; ``None`` where nobody chose, or no end of the levels is the good one."""
    way = _good_end(seen.item)
    if seen.mean is None or way == 0:
        return None
    return seen.mean if way > 0 else 1 - seen.mean


def course(before: Seen | None, now: Seen) -> Course:
    """What became of an item from one look to the next."""
    if before is None or before.mean is None or now.mean is None:
        return Course.NEW
    change = round(now.mean - before.mean, 6) * (_good_end(now.item) or 1)
    if not change:
        return Course.SAME
    if not _good_end(now.item):
        return Course.MOVED
    return Course.BETTER if change > 0 else Course.WORSE


def _good_end(item: Item) -> int:
    """1 where the highest level is the good one, -1 where the lowest is, 0 where neither calls for anything."""
    calls = [level.calls for level in item.levels]
    if not any(calls):
        return 0
    return -1 if calls[-1] and not calls[0] else 1


def _seen(item: Item, ratings: Iterable[Rating]) -> Seen:
    mine = tuple(rating for rating in ratings if str(rating.item) == item.id)
    chosen = [str(rating.level) for rating in mine if _says(rating.level)]
    return Seen(item, tuple(chosen.count(level.id) for level in item.levels), mine)


def _sums(votes: Iterable[int]) -> Iterator[int]:
    total = 0
    for count in votes:
        total += count
        yield total


def _order(day: dt.date | str) -> tuple[bool, str]:
    return (isinstance(day, dt.date), str(day))


def _says(value: object) -> bool:
    """Whether there is an answer, and it is not "none, on purpose"."""
    return isinstance(value, str | dt.date)

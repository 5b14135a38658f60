"""Reviews that come from many people, held against those that are there: which are new, and which say more now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cop_wizard.plan.parsing import iso_day
from cop_wizard.plan.reviews import ANONYMOUS
from cop_wizard.values import Data

_A_MONTH = dt.timedelta(days=31)


@dataclass(frozen=True)
class Come:
    """One review that has come. ``dated``: its day is known, and not only that of the file it came in."""

    review: dict[str, Any]
    dated: bool = True


def against(come: Sequence[Come], there: Sequence[Data]) -> tuple[list[Data], dict[int, Data]]:
    """What is new of the reviews that have come, and what takes the place of rows of ``there``, by their numbers.

    The same person's answers of the same day (where no day is known: of the same month) take the place of the earlier
    ones. Those of people who stay unnamed do so if they say all that was said before, and more; two of them may have
    answered alike, so each is new as often as it was found and is not there yet.
    """
    left = dict(enumerate(there))
    new: list[Data] = []
    changed: dict[int, Data] = {}
    for one in _without_the_same(come, left):
        place = next((place for place, row in left.items() if _is_earlier(row, one)), None)
        if place is None:
            new.append(one.review)
        else:
            row = left.pop(place)
            if not one.dated and isinstance(row, dict):
                one.review["on"] = row.get("on")
            if row != one.review:
                changed[place] = one.review
    return new, changed


def _without_the_same(come: Sequence[Come], left: dict[int, Data]) -> list[Come]:
    """What is not there word for word; what is, is taken out of ``left``."""
    rest = []
    for one in come:
        same = next((place for place, row in left.items() if row == one.review), None)
        if same is None:
            rest.append(one)
        else:
            del left[same]
    return rest


def _is_earlier(row: Data, one: Come) -> bool:
    """Whether a row of the plan is what the same person had answered before."""
    if not isinstance(row, dict) or row.get("instrument") != one.review.get("instrument"):
        return False
    if row.get("by") != one.review.get("by") or not row.get("by"):
        return False
    if row.get("on") != one.review.get("on") and (one.dated or not _near(row.get("on"), one.review.get("on"))):
        return False
    return row.get("by") != ANONYMOUS or _says_all_of(one.review, row)


def _near(day: Data, other: Data) -> bool:
    first, second = iso_day(day), iso_day(other)
    return first is not None and second is not None and abs(first - second) <= _A_MONTH


def _says_all_of(more: Mapping[str, Any], less: Mapping[str, Any]) -> bool:
    said = {str(one.get("item")): one for one in _ratings(more)}
    return all(one.items() <= said.get(str(one.get("item")), {}).items() for one in _ratings(less))


def _ratings(review: Mapping[str, Any]) -> list[dict[str, Any]]:
    given = review.get("ratings")
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []

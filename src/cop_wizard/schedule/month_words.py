"""The months in which a rhythm holds, behind or before its other words: ``September to June``, ``except July``."""

from __future__ import annotations

import re
from dataclasses import replace

from cop_wizard.schedule.rules import MonthlyByDate, MonthlyByWeekday, Recurrence, TermWeeks

_ALL = range(1, 13)
_RANGE = re.compile(r"(?:from )?(?:of )?\bm(\d+) to (?:of )?m(\d+)\b")
_LIST = r"m\d+(?: and (?:of )?m\d+)*"
_ONLY = rf"(?:of (?:month of )?)?(?P<only>{_LIST})"
_LESS = rf"(?:but )?(?:except|not)(?: for)?(?: of)?(?: month of)? (?P<less>{_LIST})"
_BEHIND = re.compile(rf"(?P<rest>.+?)(?: {_ONLY})?(?: {_LESS})?")
_BEFORE = re.compile(rf"{_ONLY}(?: {_LESS})? (?P<rest>(?!and ).+)")
_RARE = 6
"""From so many months between two meetings on, months that are named as well say too little or too much."""


def ranges_as_lists(signs: str) -> str:
    """Every ``m9 to m6`` as the months it stands for, over New Year where it has to be."""

    def months(found: re.Match[str]) -> str:
        begin, end = int(found[1]), int(found[2])
        return " and ".join(f"m{(begin + place - 1) % 12 + 1}" for place in range((end - begin) % 12 + 1))

    return _RANGE.sub(months, signs)


def without_months(signs: str) -> tuple[str, tuple[int, ...]] | None:
    """The other signs, and the months in their order; ``None`` where none are named, or every one is taken out."""
    for pattern in (_BEHIND, _BEFORE):
        found = pattern.fullmatch(signs)
        if found and (found["only"] or found["less"]):
            months = (_numbers(found["only"]) or set(_ALL)) - _numbers(found["less"])
            return (found["rest"], tuple(sorted(months))) if months else None
    return None


def _numbers(group: str | None) -> set[int]:
    return {int(number) for number in re.findall(r"\d+", group or "")}


def within(rule: Recurrence, months: tuple[int, ...]) -> Recurrence | None:
    """The rule in these months only; ``None`` where the two together could mean several things."""
    if isinstance(rule, TermWeeks) or rule.months:
        return None
    if isinstance(rule, (MonthlyByWeekday, MonthlyByDate)) and rule.every > _RARE:
        return None
    return replace(rule, months=() if len(months) == len(_ALL) else months)

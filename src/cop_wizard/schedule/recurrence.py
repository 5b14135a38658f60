"""Reads how often a series meets, from a choice of the list or from a person's own words, English or French.

What is not understood to the last word is not understood: no date is better than one that somebody half meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from cop_wizard.plan.choices import Rhythm
from cop_wizard.schedule.month_words import ranges_as_lists, within, without_months
from cop_wizard.schedule.rhythm_words import in_signs
from cop_wizard.schedule.rules import LAST, Alternating, MonthlyByDate, MonthlyByWeekday, Recurrence, TermWeeks, Weekly

_CHOICES: dict[Rhythm, Recurrence] = {
    Rhythm.WEEKLY: Weekly(1),
    Rhythm.EVERY_TWO_WEEKS: Weekly(2),
    Rhythm.EVERY_THREE_WEEKS: Weekly(3),
    Rhythm.EVERY_FOUR_WEEKS: Weekly(4),
    Rhythm.MONTHLY: MonthlyByWeekday(1),
    Rhythm.EVERY_TWO_MONTHS: MonthlyByWeekday(2),
    Rhythm.EVERY_THREE_MONTHS: MonthlyByWeekday(3),
}


READ = ("every Tuesday", "second Tuesday of the month", "every other week", "weeks 3 and 7 of each term")
"""Examples of words that are understood, to show to somebody whose words are not."""


def read_recurrence(rhythm: object) -> Recurrence | None:
    """The rule that ``rhythm`` stands for; ``None`` for words that no rule fits, or that can be read in two ways.

    ``every second Tuesday`` is one of these: some mean every other week, some the second Tuesday of the month.
    """
    if isinstance(rhythm, Rhythm):
        return _CHOICES[rhythm]
    if not isinstance(rhythm, str):
        return None
    signs = ranges_as_lists(_same_in_few(in_signs(rhythm)))
    if rule := _read(signs):
        return rule
    if found := without_months(signs):
        rest, months = found
        return within(rule, months) if (rule := _read(rest)) else None
    return None


def _read(signs: str) -> Recurrence | None:
    for pattern, make in _sentences():
        if signs and (found := pattern.fullmatch(signs)):
            return make(found)
    return None


_ALIKE = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), same)
    for pattern, same in (
        ("weekly", "every week"),
        ("biweekly", "every n2 week"),
        ("fortnight", "n2 week"),
        ("monthly", "every month"),
        ("quarterly", "every n3 month"),
        ("yearly", "every year"),
        ("n1 times", "once"),
        ("once(?: per)?(?: every)?", "every"),
        (r"n1 ([ds]\d|week|month|year) over n(\d+)", r"every n\2 \1"),
        ("every other|every alternate", "every n2"),
        (r"every o(\d+) (week|month)", r"every n\1 \2"),
        (r"(?<!\bd\d )(?<!\bd\d of )(?<!\bs\d )(?<!\bs\d of )alternate (week|[ds]\d)(?! and)", r"every n2 \1"),
        ("every n1", "every"),
        ("(?:of )?alternat(?:e|ing) week|of alternating", "alternating"),
    )
)
"""Ways to say the same, each replaced in this order by the plainest of them."""


def _same_in_few(signs: str) -> str:
    for pattern, same in _ALIKE:
        signs = pattern.sub(same, signs)
    return signs


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = {
        "DAYS": r"(?P<days>[ds]\d(?: and (?:every )?[ds]\d)*)",
        "MANY": r"(?P<days>s\d(?: and s\d)*)",
        "TWO": r"(?P<days>[ds]\d(?: and [ds]\d)+)",
        "DAY": r"(?P<day>[ds]\d)",
        "THE": r"(?P<other>[ds]\d)",
        "ORDINALS": r"(?P<places>o-?\d+(?: and o-?\d+)*)",
        "DATES": r"(?P<places>[on]-?\d+(?: day)?(?: and [on]-?\d+(?: day)?)*)",
        "WEEKS": r"(?P<weeks>week n\d+(?: and (?:week )?n\d+)*|o\d+(?: and o\d+)* week)",
        "EVERY": r"every(?: n(?P<every>\d+))?",
        "MONTH": r"(?P<unit>month|year)",
        "NAMED": r"of (?:month of )?(?P<months>m\d+(?: and (?:of )?m\d+)*)",
    }
    for name, meaning in parts.items():
        sentence = re.sub(rf"\b{name}\b", lambda _found, meaning=meaning: meaning, sentence)  # type: ignore[misc]
    return re.compile(sentence)


def _numbers(found: re.Match[str], group: str) -> tuple[int, ...]:
    """The numbers of the signs in a group, in their order and each once."""
    given = found.groupdict().get(group) or ""
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"-?\d+", given)))


def _every(found: re.Match[str], most: int) -> int | None:
    groups = found.groupdict()
    every = int(groups.get("every") or 1) * (12 if groups.get("unit") == "year" else 1)
    return every if 1 <= every <= most else None


_MOST_WEEKS, _MOST_MONTHS = 52, 24


def _weekly(found: re.Match[str]) -> Recurrence | None:
    every, days = _every(found, _MOST_WEEKS), _numbers(found, "days") or _numbers(found, "day")
    return Weekly(every, tuple(sorted(days))) if every else None


def _alternating(found: re.Match[str]) -> Recurrence | None:
    days = _numbers(found, "days")
    return Alternating(days) if len(days) > 1 else None


def _by_first(found: re.Match[str]) -> Recurrence | None:
    every = _every(found, _MOST_MONTHS)
    return MonthlyByWeekday(every) if every else None


def _by_weekday(found: re.Match[str]) -> Recurrence | None:
    every, places = _every(found, _MOST_MONTHS), _numbers(found, "places")
    months = tuple(sorted(_numbers(found, "months")))
    if not every or any(place == 0 or place > 5 for place in places):
        return None
    anchor, shift = _numbers(found, "day")[0], 0
    if other := _numbers(found, "other"):
        after = (other[0] - anchor - 1) % 7 + 1
        before = (anchor - other[0] - 1) % 7 + 1
        shift = after if found["which"] == "after" else -before
    if any(not 1 <= month <= 12 for month in months):
        return None
    return MonthlyByWeekday(every, _in_month_order(places), anchor, shift, months)


def _by_date(found: re.Match[str]) -> Recurrence | None:
    every, days, months = _every(found, _MOST_MONTHS), _numbers(found, "places"), _numbers(found, "months")
    only_last = LAST in days and f"o{LAST} day" not in found["places"]  # of what, the last?
    if not every or only_last or any(day == 0 or day > 31 for day in days):
        return None
    return MonthlyByDate(_in_month_order(days), every, tuple(sorted(months)))


def _in_month_order(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(places, key=lambda place: (place == LAST, place)))


def _term_weeks(found: re.Match[str]) -> Recurrence | None:
    weeks = tuple(sorted(_numbers(found, "weeks")))
    return TermWeeks(weeks, tuple(sorted(_numbers(found, "days")))) if all(0 < week <= 53 for week in weeks) else None


_Maker = Callable[[re.Match[str]], Recurrence | None]
_OF = "(?: of month| (?:of )?EVERY MONTH)"
_TERM = "(?: of)?(?: every)? term"
_SENTENCES: dict[str, _Maker] = {
    "EVERY week(?: (?:of )?DAYS)?": _weekly,
    "DAYS (?:of )?EVERY week": _weekly,
    "every DAYS": _weekly,
    "MANY": _weekly,
    r"every n(?P<every>\d+) DAY": _weekly,
    "(?:every )?alternating TWO": _alternating,
    "TWO alternating": _alternating,
    "EVERY MONTH": _by_first,
    f"(?:every )?ORDINALS DAY{_OF}": _by_weekday,
    "(?:every )?ORDINALS DAY NAMED": _by_weekday,
    "ORDINALS DAY": _by_weekday,
    r"every (?P<places>o1|o-1|o\d(?: and o-?\d)+) DAY": _by_weekday,
    "EVERY MONTH (?:of )?ORDINALS DAY": _by_weekday,
    f"(?:every )?THE (?P<which>after|before) ORDINALS DAY(?:{_OF})?": _by_weekday,
    "(?:every )?THE (?P<which>after|before) ORDINALS DAY NAMED": _by_weekday,
    f"DATES{_OF}": _by_date,
    "EVERY MONTH (?:of )?DATES": _by_date,
    "DATES NAMED": _by_date,
    f"(?:DAYS (?:of )?)?WEEKS{_TERM}": _term_weeks,
    f"WEEKS{_TERM} (?:of )?DAYS": _term_weeks,
}
"""What a rhythm can say as a whole, with the rule it makes."""


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    return tuple((_pattern(sentence), make) for sentence, make in _SENTENCES.items())

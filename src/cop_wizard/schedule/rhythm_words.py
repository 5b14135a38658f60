"""The words in which people say a rhythm, English and French, as signs that both languages share.

Each sign stands for one idea: ``d1`` Tuesday, ``s1`` Tuesdays, ``o2`` second, ``n3`` three, ``m9`` September,
``every``, ``other``, ``week``, ``month``, ``term`` … A word that is not listed has no sign, and then nothing is
understood at all: "every Tuesday except in summer" must not become "every Tuesday".
"""

from __future__ import annotations

import re
from functools import cache

from cop_wizard.plan.parsing import plain_letters

_WEEKDAYS = (
    "monday mon lundi",
    "tuesday tue tues mardi",
    "wednesday wed mercredi",
    "thursday thu thur thurs jeudi",
    "friday fri vendredi",
    "saturday sat samedi",
    "sunday sun dimanche",
)
_MONTHS = (
    "january jan janvier janv", "february feb fevrier fevr", "march mars", "april apr avril avr", "may mai",
    "june jun juin", "july jul juillet juil", "august aug aout", "september sept sep septembre",
    "october oct octobre", "november nov novembre", "december dec decembre",
)  # fmt: skip
_ORDINALS = (
    "first premier premiere",
    "second deuxieme seconde",
    "third troisieme",
    "fourth quatrieme",
    "fifth cinquieme",
    "sixth sixieme",
)
_NUMBERS = ("one un une", "two deux", "three trois", "four quatre", "five cinq", "six")
_OTHERS = {
    "every": "every each chaque tous toutes",
    "other": "other",
    "alternate": "alternate alternates",
    "alternating": "alternating alternately alternance",
    "week": "week weeks semaine semaines",
    "fortnight": "fortnight fortnights",
    "month": "month months mois",
    "year": "year years an ans annee annees",
    "term": "term terms semester semesters trimester trimesters trimestre trimestres semestre semestres",
    "weekly": "weekly hebdomadaire",
    "biweekly": "biweekly fortnightly",
    "monthly": "monthly mensuel mensuelle mensuellement",
    "quarterly": "quarterly trimestriel trimestrielle",
    "yearly": "yearly annual annually annuel annuelle",
    "once": "once",
    "times": "fois",
    "per": "per par",
    "over": "sur",
    "and": "and et &",
    "of": "of in du de des d' au dans en",
    "after": "after following apres suivant",
    "to": "to through thru until till - – —",
    "from": "from",
    "except": "except excepting excluding exception without sauf hors excepte sans",
    "not": "not pas",
    "but": "but mais",
    "for": "for",
    "before": "before preceding avant precedant",
    "day": "day jour",
    "o-1": "last final dernier derniere",
    ",": ",",
    "le": "le les",
    "a": "a",
    "": "the on l' la",
}


@cache
def _signs() -> dict[str, str]:
    found = {word: sign for sign, words in _OTHERS.items() for word in words.split()}
    for letter, lists, first in (("m", _MONTHS, 1), ("o", _ORDINALS, 1), ("n", _NUMBERS, 1), ("d", _WEEKDAYS, 0)):
        found |= {word: f"{letter}{place}" for place, words in enumerate(lists, first) for word in words.split()}
    for place, words in enumerate(_WEEKDAYS):
        found |= {name + "s": f"s{place}" for name in words.split() if name.endswith(("day", "di", "manche"))}
    return found


_WORD = re.compile(r"\d+(?:st|nd|rd|th|er|re|ere|e|eme|ieme)?\b|[ld]'|[^\W\d_]+|\S")
_SHORT_MONTH = re.compile(r"(?:(?<=\b[a-z]{3})|(?<=\b[a-z]{4})|(?<=\b[a-z]{5}))\.(?=\s*[^\s\d:.])")
"""The full stop behind "Sept."; none that ends the words, and none of an hour."""
_LONGEST = 200


def in_signs(text: str) -> str:
    """``text`` as signs with blanks between, or "" where a word of it has none."""
    if len(text) > _LONGEST:
        return ""
    plain = plain_letters(text).replace("\u2019", "'").rstrip(" .")
    plain = _SHORT_MONTH.sub("", plain)
    plain = re.sub(r"\bbi-weekly\b", "biweekly", plain).replace("(", "").replace(")", "")
    known, found = _signs(), list[str]()
    for word in _WORD.findall(plain):
        sign = _numbered(word) if word[0].isdigit() else known.get(word)
        if sign is None:
            return ""
        found.append(sign)
    return " ".join(_joined(_plurals(_without_articles([sign for sign in found if sign]))))


def names_days(text: str) -> bool:
    """Whether a weekday is among the words, or an exception: then dates were meant, whatever the other words are."""
    signs = {_signs().get(word, "") for word in _WORD.findall(plain_letters(text[:_LONGEST]))}
    return any(sign == "except" or re.fullmatch(r"[ds]\d", sign) for sign in signs)


def _numbered(word: str) -> str | None:
    digits = re.match(r"\d+", word, re.ASCII)
    if digits is None or len(digits[0]) > 2:
        return None
    return f"{'n' if digits[0] == word else 'o'}{int(digits[0])}"


def _without_articles(signs: list[str]) -> list[str]:
    """Between two months, "a" is the French "à"; elsewhere it is an article in English, and says nothing."""
    made = list[str]()
    for place, sign in enumerate(signs):
        between = signs[max(place - 1, 0)][0] == "m" and re.fullmatch(r"m\d+", "".join(signs[place + 1 : place + 2]))
        if sign != "a" or between:
            made.append("to" if sign == "a" else sign)
    return made


def _plurals(signs: list[str]) -> list[str]:
    """Turn "le mardi" into every Tuesday, as "Tuesdays" is; any other article says nothing."""
    made = list[str]()
    for place, sign in enumerate(signs):
        if sign == "le":
            continue
        article = place > 0 and signs[place - 1] == "le"
        made.append("s" + sign[1:] if article and re.fullmatch(r"d\d", sign) else sign)
    return made


def _joined(signs: list[str]) -> list[str]:
    """Commas between things of one kind are an "and", others only a breath."""
    made = list[str]()
    for place, sign in enumerate(signs):
        if sign != ",":
            made.append(sign)
            continue
        behind = next((other for other in signs[place + 1 :] if other != "of"), "")
        if made and made[-1] != "and" and _kind(made[-1]) == _kind(behind):
            made.append("and")
    return made


def _kind(sign: str) -> str:
    if not re.fullmatch(r"[a-z]-?\d+", sign):
        return sign
    return "d" if sign[0] == "s" else sign[0]

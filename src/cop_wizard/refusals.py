"""The words for an answer that its type refuses: what is wrong with it, and what would be right.

The types in ``plan/`` and ``guide/`` name the refusal; this is the one place that says it, to the person in the
wizard and to the person with the file alike.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters

_ALIKE = 0.8
"""From this likeness on, a key or a word is a misspelling; below it, it is a guess that a person has to make."""

_SHORT = 3
"""In words this short one letter makes another word."""

_LONGEST = 60
"""No key or choice is longer, and comparing long texts takes long."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a value was refused: a lasting ``code``, a ``message``, and a ``hint`` that says what to write instead.

    ``meant`` is the key or value that was meant, where that is plain; a mere guess is only in the hint.
    """

    code: str
    message: str
    hint: str
    meant: str = ""


def nearest(given: str, names: Iterable[str]) -> str:
    """The name most like ``given``, or "" where none is near enough to be meant."""
    if len(given) > _LONGEST:
        return ""
    folded = {name.casefold(): name for name in names}
    key = "_".join(plain_letters(given).replace("-", " ").split())
    near = {name: distance(key, name) for name in folded}
    first = min(near, key=near.__getitem__, default="")
    if first and near[first] <= max(1, len(first) // 4):
        return folded[first]
    close = difflib.get_close_matches(key, folded, n=1, cutoff=0.6)  # a word more or less, as in "member_list"
    return folded[close[0]] if close else ""


def distance(one: str, other: str) -> int:
    """How many letters were added, left out, changed or swapped with their neighbour on the way between two words."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            steps = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                steps = min(steps, before[column - 2] + 1)
            now.append(steps)
        before, last = last, now
    return last[-1]


def plainly(given: str, meant: str) -> str:
    """``meant`` if ``given`` is a misspelling of it; "" if that would only be a guess."""
    one, other = ("".join(filter(str.isalnum, plain_letters(text))) for text in (given, meant))
    slip = len(other) > _SHORT and distance(one, other) <= 1
    return meant if slip or difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE else ""


def explain(kind: str, details: Mapping[str, Any], keys: Iterable[str] = ()) -> Refusal:
    """The refusal of type ``kind`` in words. ``details`` are its particulars, ``keys`` the keys allowed there."""
    if kind == "extra_forbidden":
        return _unknown_key(str(details.get("key", "")), tuple(keys))
    writer = _WORDS.get(kind)
    if writer is None:
        return Refusal("COP200", _("This does not fit here."), _("Compare it with an example plan."))
    return writer(details)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def _unknown_key(key: str, keys: tuple[str, ...]) -> Refusal:
    meant = nearest(key, keys)
    message = _("There is no place called `{key}` here.").format(key=_short(key))
    if meant:
        return Refusal("COP201", message, _("Did you mean `{meant}`?").format(meant=meant), plainly(key, meant))
    return Refusal(
        "COP201",
        message,
        _("Here you can write: {keys}. A key of your own begins with `x-`.").format(keys=", ".join(keys)),
    )


def _choice(details: Mapping[str, Any]) -> Refusal:
    choices = [str(choice) for choice in details["choices"]]
    given = _short(details["given"])
    meant = details.get("meant") or nearest(given, choices)
    message = _("`{given}` is not one of the answers here.").format(given=given)
    if details.get("own"):
        message = _("`{given}` looks like a misspelt `{meant}`.").format(given=given, meant=meant)
    if meant:
        return Refusal("COP206", message, _("Did you mean `{meant}`?").format(meant=meant), plainly(given, meant))
    return Refusal("COP206", message, _("Write one of: {choices}.").format(choices=", ".join(choices)))


def _missing(details: Mapping[str, Any]) -> Refusal:
    key = _short(details["key"])
    hint = _("Add a line `{key}:` with what belongs there.").format(key=key)
    if key == "schema_version":
        hint = _("Add it. New plans begin with the line `schema_version: 2`.")
    return Refusal("COP212", _("`{key}` is missing.").format(key=key), hint)


def _one_value(details: Mapping[str, Any]) -> Refusal:
    if details["given"] == "list":
        return Refusal(
            "COP204",
            _("This is a list, but one answer belongs here."),
            _("Write the answer behind the key, without a dash."),
        )
    return Refusal(
        "COP204",
        _("This is a group of answers, but one answer belongs here."),
        _("If your text holds a colon, put the whole text in quotation marks."),
    )


def _ambiguous_date(details: Mapping[str, Any]) -> Refusal:
    message = _("`{given}` can be read in two ways: which is the day, which the month?").format(given=details["given"])
    if details["meant"]:
        message = _("`{given}` is not how a date is written here.").format(given=details["given"])
    if not details["meant"] and details.get("either"):
        return Refusal(
            "COP208", message, _("Write {one} or {other}.").format(one=details["either"][0], other=details["either"][1])
        )
    return Refusal(
        "COP208",
        message,
        _("Write year, month, day: {example}.").format(example=details["meant"] or "2026-09-15"),
        details["meant"],
    )


def _no_date(details: Mapping[str, Any]) -> Refusal:
    message = _("`{given}` is not a date in the calendar.").format(given=_short(details["given"]))
    hint = _("Write year, month, day, for example 2026-09-15.")
    if details.get("swapped"):
        hint = _("Did you mean {date}? First the year, then the month, then the day.").format(date=details["swapped"])
    return Refusal("COP207", message, hint)


def _no_zone(details: Mapping[str, Any]) -> Refusal:
    message = _("`{given}` is not the name of a time zone.").format(given=_short(details["given"]))
    meant = details.get("meant") or ""
    if meant:
        return Refusal(
            "COP230", message, _("Did you mean `{meant}`?").format(meant=meant), plainly(details["given"], meant)
        )
    return Refusal("COP214", message, _("Write it like America/Edmonton or Europe/Paris: the continent, then a city."))


def _simple(code: str, message: Callable[[], str], hint: Callable[[], str]) -> Callable[[Mapping[str, Any]], Refusal]:
    """A refusal whose words only need its particulars put in. Called late, so that the language is known by then."""

    def write(details: Mapping[str, Any]) -> Refusal:
        particulars = {key: _short(value) for key, value in details.items()}
        return Refusal(code, message().format_map(particulars), hint().format_map(particulars))

    return write


_WORDS: dict[str, Callable[[Mapping[str, Any]], Refusal]] = {
    "not_a_choice": _choice,
    "not_one_value": _one_value,
    "ambiguous_date": _ambiguous_date,
    "not_a_mapping": _simple(
        "COP202",
        lambda: _("Here belongs a group of answers, each with its key."),
        lambda: _("Put `key: answer` lines below, each indented by two more spaces."),
    ),
    "not_a_list": _simple(
        "COP203",
        lambda: _("Here belongs a list."),
        lambda: _("Put each item on a line of its own that begins with a dash: `- item`."),
    ),
    "empty_item": _simple(
        "COP205",
        lambda: _("There is nothing here."),
        lambda: _("Write something, or take the line away."),
    ),
    "no_such_date": _no_date,
    "no_such_time": _simple(
        "COP209",
        lambda: _("`{given}` is not a time of day."),
        lambda: _("Write it like 15:30 or 3:30 pm."),
    ),
    "no_such_length": _simple(
        "COP210",
        lambda: _("`{given}` is not a length of time."),
        lambda: _("Write it with its unit, like 90 minutes or 1.5 hours."),
    ),
    "no_such_count": _simple(
        "COP211",
        lambda: _("`{given}` is not a number of people or things."),
        lambda: _("Write a whole number such as 12, or words such as: more than 50."),
    ),
    "no_such_zone": _no_zone,
    "missing": _missing,
    "newer_version": _simple(
        "COP213",
        lambda: _("This plan was written by a newer cop: its version is {given}, and this cop knows up to {newest}."),
        lambda: _("Update cop, then try again. Nothing was changed."),
    ),
    "no_such_version": _simple(
        "COP213",
        lambda: _("`{given}` is not a version of the plan's form."),
        lambda: _("Write `schema_version: {newest}`."),
    ),
}

"""What stands among the words of a rhythm although it has a place of its own: the hour, the days without meetings."""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from cop_wizard.i18n import _
from cop_wizard.plan.parsing import parse_clock
from cop_wizard.schedule.recurrence import read_recurrence
from cop_wizard.schedule.rhythm_words import names_days

_HALF = r"[ap]\.?m\b\.?"
_HOUR = re.compile(
    rf"[\s,]*(?:(?:\b(?:at|from|de)\b|\bà|@)\s*)?"
    rf"(?P<hour>\b\d{{1,2}}\s*[:.h]\s*\d\d(?:\s*{_HALF})?|\b\d{{1,2}}\s*{_HALF}|\b\d{{1,2}}\s*h\b|\bnoon\b|\bmidi\b)",
    re.IGNORECASE,
)


def better_place(words: str) -> str:
    """Where the parts of a rhythm that no rule fits can go, as a sentence for the person who wrote it.

    "" for words such as "as needed", which leave the days open and have nothing to give away.
    """
    if found := without_hour(words):
        rest, hour = found
        said = _("The hour has a place of its own: write `rhythm: {rhythm}` and `start: {hour}`.")
        return said.format(rhythm=rest, hour=hour)
    if not names_days(words):
        return ""
    return _("An hour goes into `start`, breaks go into `closures`, school terms into `terms`.")


def without_hour(words: str) -> tuple[str, str] | None:
    """A rhythm and the hour that was written into it, where both can be understood once they are apart."""
    found = list(_HOUR.finditer(words))
    if len(found) != 1:
        return None
    rest = " ".join((words[: found[0].start()] + words[found[0].end() :]).split()).strip(" ,")
    try:
        hour = parse_clock(found[0]["hour"])
    except PydanticCustomError:
        return None
    return (rest, found[0]["hour"]) if isinstance(hour, dt.time) and read_recurrence(rest) else None

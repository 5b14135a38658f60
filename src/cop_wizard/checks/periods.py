"""From one day to another, written into one text: ``Spring break, 2027-03-29 to 2027-04-05``."""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from cop_wizard.plan.parsing import parse_date

_DAY = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?[^\W\d_]+\.?,?\s+\d{4}"
    r"|[^\W\d_]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_TO = r"\s+(?:to|until|till|through|thru|au|à|jusqu['’]au)\s+(?:le\s+)?|\s*[-–—]\s*"
_PERIOD = re.compile(
    rf"(?P<name>.*?)[\s,:(]*(?:\b(?:from|du)\s+)?(?P<begins>(?<!\d)(?:{_DAY}))(?:(?:{_TO})(?P<ends>{_DAY}))?\s*\)?",
    re.IGNORECASE,
)
_LONGEST = 200


def period_in(text: str) -> dict[str, str] | None:
    """``begins``, ``ends`` and ``name``, of which the last two may be missing; ``None`` where it holds no day."""
    found = _PERIOD.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST else None
    if found is None or re.search(_DAY, found["name"]):  # several periods are not one
        return None
    days = {key: _day(found[key]) for key in ("begins", "ends") if found[key]}
    name = {"name": found["name"].strip()} if found["name"].strip() else {}
    return {**name, **days} if all(days.values()) else None


def _day(text: str) -> str:
    try:
        day = parse_date(text)
    except PydanticCustomError:
        return ""
    return day.isoformat() if isinstance(day, dt.date) else ""

"""Whether the meetings leave room for something: a moment to reflect, a moment to celebrate."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_FEWEST = 3

_WHEN = re.compile(
    r"\b(meeting|session|gathering|rencontre|reunion|seance|(each|every) (time|month|week)|always|before|after"
    r"|begin(ning)?|open(ing)?|clos(e|ing)|ends?|last|first|half|minute|hour|quarter|year|season|spring|summer|autumn|winter|term"
    r"|evening|lunch|january|february|april|june|july|august|september|october|november|december"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|\d+)s?\b"
)
_MONTH = re.compile(r"\b(March|May|Fall)\b")
"""Only with a capital letter are these a time."""


def planned(plan: Plan, today: dt.date) -> list[Meeting]:
    """The meetings of a schedule worth the name: at least three with a topic, one of them still to come; else none."""
    meetings = [one for one in rows(plan.collaborative_plan.meetings) if one.status is not MeetingStatus.CANCELLED]
    with_topic = sum(bool(words(one.topics) or words(one.activities)) for one in meetings)
    ahead = any((on := day(one.date)) is None or on >= today for one in meetings)
    return meetings if with_topic >= _FEWEST and ahead else []


def tells_when(text: str) -> bool:
    """Whether words about a moment say at which time or occasion it comes."""
    return bool(text) and bool(_WHEN.search(plain_letters(text)) or _MONTH.search(text))


def speaks_of(meetings: Iterable[Meeting], about: re.Pattern[str]) -> bool:
    """Whether what happens at one of the meetings is described in such words."""
    return any(
        about.search(plain_letters(text))
        for one in meetings
        for text in (words(one.topics), words(one.activities), words(one.content))
        if text
    )


def results_begun(plan: Plan) -> bool:
    """Whether the section on results has been thought about; until then its blanks are merely unfinished."""
    given = plan.results
    return any(
        answer is not None
        for answer in (
            given.feedback,
            given.signs_of_achievement,
            given.evidence,
            given.legacy,
            given.told_to,
            given.sharing_events,
        )
    )

"""Whether the meetings leave room for a moment to reflect or to celebrate."""

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
    """Whether the section on results has been thought about; until then its blanks are merely unfinished.

    "None, on purpose" is no beginning, and neither is a sign of achievement alone.
    """
    given = plan.results
    lists = (given.feedback, given.evidence, given.told_to, given.sharing_events)
    return bool(words(given.legacy)) or any(isinstance(one, list) and one for one in lists)


# --- what is missing ------------------------------------------------------------------------------------------------

_FESTIVE = re.compile(
    r"celebrat|feast|\bparty\b|\bparties\b|potluck|banquet|\btoast|\bcakes?\b|thanks?\b|thank[- ]you|certificate"
    r"|farewell|dinner\b(?! lad)|picnic|supper|\bcheers\b|applau|proud|barbe[cq]ue|\bbbq\b|braai|fish fry|breakfast"
    r"|drinks\b|pizza|\bpub\b|mince pies|strawberr|aperitif|galette|\bpot de\b|\bfete|fetons|celebr|remerci|gateau"
    r"|\brepas\b|souper"
)
_THOUGHTFUL = re.compile(
    r"reflect|reflex|look(ing)? back|look half|half-?way|what (did|do|have) (we|i) |learn(ed|t)|journal|diar|debrief"
    r"|quiet|review|evaluat|check-? ?out|retro|one year on|anniversar|stock-?tak|tak(e|ing) stock|bilan|retour sur"
    r"|silence"
)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")


def long_words(*texts: object) -> set[str]:
    """The words of five letters or more in what is text, in plain letters: what two texts may have in common."""
    return {word for text in texts if words(text) for word in _LONG_WORD.findall(plain_letters(words(text)))}


def lacks_celebration(plan: Plan, today: dt.date) -> bool:
    """Whether there is a schedule, none of it is festive, and nothing says that celebrating has another time."""
    meetings = planned(plan, today)
    if not meetings or any(one.celebration is not None for one in meetings):
        return False
    wishes = (plan.results.celebrating_people, plan.results.celebrating_community)
    texts = [text for wish in wishes for text in rows(wish)]
    if not texts and (not results_begun(plan) or any(wish is not None for wish in wishes)):
        return False
    if any(tells_when(text) for text in texts) or _FESTIVE.search(plain_letters(words(plan.results.reflection))):
        return False
    wished = long_words(*texts)
    return not speaks_of(meetings, _FESTIVE) and not any(
        wished & long_words(one.topics, one.activities, one.content) for one in (meetings if wished else ())
    )


def lacks_reflection(plan: Plan, today: dt.date) -> bool:
    """Whether there is a schedule, nothing in it looks back, and no word says when that happens instead."""
    meetings, meant = planned(plan, today), words(plan.results.reflection)
    if not meetings or any(one.reflection is not None for one in meetings) or not (meant or results_begun(plan)):
        return False
    if plan.results.reflection is not None and not meant:
        return False
    return not tells_when(meant) and not speaks_of(meetings, _THOUGHTFUL)

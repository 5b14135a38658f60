"""Whether a time in the plan comes only when everything is over."""

from __future__ import annotations

import datetime as dt
import re

from cop_wizard.checks.rules.reading import dated, day, words
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_AT_THE_END = re.compile(
    r"\b(at the (very )?end|in the end|end of (the |our )?((school|first) )?(year|season|project|program(me)?|series)"
    r"|(at|after) (the|our) (last|final) (meeting|session|gathering)|(last|final) (meeting|session|gathering)"
    r"|afterwards|after (the|our) (project|program(me)?|series)|when (it|all|everything) is (over|done|finished)"
    r"|a la (toute )?fin|fin de (l['’ ])?(annee|saison)"
    r"|(derniere) (rencontre|reunion|seance))\b"
)
_MONTH_NAMES = """
january february march april may june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
"""
_MONTHS = _MONTH_NAMES.split()
_AGAIN = re.compile(
    r"\b(each|every|all|meetings|sessions|rencontres|seances|chaque|toutes|tous|half|mid|twice|once|month|quarter|week"
    r"|term|and|et|along|end of (the|a|our) (meeting|session|gathering|evening|day))\b|[,;&+]"
)
"""Words that make of an end something that comes again, or add another time to it."""


def last_meeting(plan: Plan) -> dt.date | None:
    """The day of the last dated meeting, where at least three days are known; else too little is to speak of an end."""
    days = {on for _place, on, _meeting in dated(plan)}
    return max(days) if len(days) >= 3 else None


def comes_last(when: object, last: dt.date | None) -> bool:
    """Whether ``when`` is the day of the last meeting or later, or words for the end of it all."""
    if on := day(when):
        return last is not None and on >= last
    text = plain_letters(words(when)).strip()
    if last and text in _MONTHS:
        return _MONTHS.index(text) % 12 == last.month - 1
    return bool(_AT_THE_END.search(text)) and not _AGAIN.search(text)

"""What came of it: evidence with its figures, and words of people who agreed to be quoted.

Sources: CASS guide items 7.2 (kinds of evidence) and 7.3 (who hears of it); 21CSLA definitions item S1.10 (quotes).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.doings import day_words
from cop_wizard.documents.content.forms import cell, part, text
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Cell, CellPart, Table, Text
from cop_wizard.documents.content.telling import each_told, is_told, table, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.shapes import Evidence

_OF = re.compile(r"(?:out )?of\b|sur\b", re.IGNORECASE)
_NOT_KNOWN = re.compile(
    r"\b(?:not|never) (?:yet )?(?:known|measured|counted|asked|recorded)\b|\bunknown\b|^n/?a$"
    r"|\b(?:inconnue?s?|non mesure)"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said and agreed to have repeated. ``who`` may be ""."""

    words: Text
    who: str


def is_there(evidence: Evidence, today: dt.date) -> bool:
    """Whether something has come out already: a number, words somebody said, or a day that has come."""
    if not is_told(evidence.what) and not is_told(evidence.quote):
        return False
    came = isinstance(evidence.when, dt.date) and evidence.when <= today
    return came or is_told(evidence.number) or (is_told(evidence.quote) and evidence.consent is YesNo.YES)


def figures(count: int) -> str:
    """``3 pieces of evidence``."""
    return ngettext("{count} piece of evidence", "{count} pieces of evidence", count).format(count=count)


def evidence_table(subject: Subject, evidence: Sequence[Evidence], purpose: object = None) -> Table | str:
    """What shows it, what came out, and when. ``purpose`` stands over the table, so it is not said again."""
    label = subject.answers.label
    return table(
        (_("What shows it"), _("Result"), label(Evidence, "when")),
        [
            (
                cell(part(told(subject, one.what)), *_about(subject, one, purpose)),
                _figure(subject, one),
                cell(part(day_words(subject, one.when))),
            )
            for one in evidence
            if is_told(one.what) and not only_words(one)
        ],
    )


def only_words(evidence: Evidence) -> bool:
    """Whether a piece of evidence is what somebody said and nothing else, so that its title alone shows nothing."""
    return is_told(evidence.quote) and not is_told(evidence.number)


def _about(subject: Subject, one: Evidence, purpose: object) -> tuple[CellPart, ...]:
    further = [other for other in (one.shows if isinstance(one.shows, list) else ()) if other != purpose]
    return (
        part(told(subject, one.kind), brief=True),
        part(_(", ").join(each_told(subject, further)), _("also shows") if purpose is not None else "", brief=True),
        part(told(subject, one.link), brief=True),
    )


def _figure(subject: Subject, one: Evidence) -> Cell:
    label = subject.answers.label
    before = "" if _NOT_KNOWN.search(plain_letters(text(one.baseline))) else told(subject, one.baseline)
    return cell(
        part(_number(subject, one)),
        part(before, label(Evidence, "baseline"), brief=True),
        part(told(subject, one.target), label(Evidence, "target"), brief=True),
    )


def _number(subject: Subject, one: Evidence) -> str:
    """``9 teachers of 12 who were asked``, as far as it is known."""
    number, unit, base = (told(subject, value) for value in (one.number, one.unit, one.base))
    if not number:
        return ""
    words = " ".join(filter(None, [number, unit]))
    if not base:
        return words
    return f"{words} {base}" if _OF.match(base) else _("{number} of {base}").format(number=words, base=base)


def quotes(evidence: Iterable[Evidence]) -> list[Saying]:
    """What people said, of those who agreed to be quoted."""
    return [
        Saying(Text(blocks_of(one.quote)), text(one.quoted) if is_told(one.quoted) else "")
        for one in evidence
        if isinstance(one.quote, str) and is_told(one.quote) and one.consent is YesNo.YES and blocks_of(one.quote)
    ]

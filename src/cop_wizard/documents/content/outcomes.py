"""What came of it: evidence with its figures, and words of people who agreed to be quoted.

Sources: CASS guide items 7.2 (kinds of evidence) and 7.3 (who hears of it); 21CSLA definitions item S1.10 (quotes);
Wenger, Trayner & de Laat (2011), the four cycles of value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.doings import day_words
from cop_wizard.documents.content.forms import cell, part, text
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Cell, CellPart, Row, Table, Text
from cop_wizard.documents.content.telling import phrase, phrases, prose, table, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.results import Hopes, ValueCycles
from cop_wizard.plan.shapes import Evidence
from cop_wizard.wording import one_by_one, sentence_case

_COUNTED = re.compile(
    r"(?:(?:about|around|approximately|roughly|nearly|almost|over|some|more than|fewer than) )?\d", re.IGNORECASE
)
"""How the number begins out of which something was counted; other words are read on after it as they are."""
_NOT_KNOWN = re.compile(
    r"\b(?:not|never) (?:yet )?(?:known|measured|counted|asked|recorded)\b|\bunknown\b|^n/?a$"
    r"|\b(?:inconnue?s?|non mesure)"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said and agreed to have repeated. ``who`` may be ""."""

    words: Text
    who: str


def figures(count: int) -> str:
    """``3 pieces of evidence``."""
    return ngettext("{count} piece of evidence", "{count} pieces of evidence", count).format(count=count)


def evidence_table(
    subject: Subject, evidence: Sequence[Evidence], purpose: object = None, short: bool = False
) -> Table | str:
    """What shows it, what came out, and when. ``purpose`` stands over the table, so it is not said again.

    ``short``: without its kind and its purposes.
    """
    return table(
        (_("What shows it"), _("Result"), _("When we look")),
        [
            (
                cell(
                    part(phrase(subject, one.what)),
                    *(() if short else _about(subject, one, purpose)),
                    part(told(subject, one.link), brief=True),
                ),
                _figure(subject, one),
                cell(part(sentence_case(day_words(subject, one.when)))),
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
    also = one_by_one(phrases(subject, further))
    return (
        part(told(subject, one.kind), brief=True),
        part(also, _("Speaks for") if purpose is None else _("Also speaks for"), brief=True),
    )


def _figure(subject: Subject, one: Evidence) -> Cell:
    label = subject.answers.label
    before = "" if _NOT_KNOWN.search(plain_letters(text(one.baseline))) else told(subject, one.baseline)
    return cell(
        part(number_words(subject, one)),
        part(before, label(Evidence, "baseline"), brief=True),
        part(told(subject, one.target), label(Evidence, "target"), brief=True),
    )


def number_words(subject: Subject, one: Evidence) -> str:
    """``9 teachers of 12 who were asked``, as far as it is known."""
    number, unit, base = (told(subject, value) for value in (one.number, one.unit, one.base))
    if not number:
        return ""
    return with_base(" ".join(filter(None, [number, unit])), base)


def with_base(words: str, base: str) -> str:
    """A number with what it is read with: of how many, or in the words that say it."""
    if _COUNTED.match(base):
        return _("{number} of {base}").format(number=words, base=base)
    return f"{words} {base}".rstrip()


def value_rows(value: object) -> Iterator[Row]:
    """What is told, or hoped for, of each of the four cycles of value, under plain words for it."""
    if isinstance(value, ValueCycles):
        for field, label in _cycles(hoped=isinstance(value, Hopes)):
            if words := prose(getattr(value, field)):
                yield Row(label, words)


def value_against(story: ValueCycles, hopes: object) -> Table | str:
    """A story told against what was hoped, cycle by cycle; "" where nothing was hoped of any cycle."""
    hoped = hopes if isinstance(hopes, Hopes) else Hopes()
    if not any(value_parts(hoped)):
        return ""
    lines = []
    for field, label in _cycles(hoped=False):
        cells = [cell(part(words)) if is_told(words := getattr(of, field)) else cell() for of in (hoped, story)]
        if any(one.parts for one in cells):
            lines.append((cell(part(label)), *cells))
    return table((_("Step"), _("What we hoped"), _("What came of it")), lines)


def value_parts(value: ValueCycles) -> Iterator[CellPart]:
    """As `value_rows`, for a cell."""
    for field, label in _cycles(hoped=isinstance(value, Hopes)):
        if is_told(words := getattr(value, field)):
            yield part(words, label)


def _cycles(hoped: bool) -> tuple[tuple[str, str], ...]:
    if hoped:
        return (
            ("immediate", _("What it will be like")),
            ("potential", _("What we will learn or make")),
            ("applied", _("What we will do differently")),
            ("realised", _("What will be better for it")),
        )
    return (
        ("immediate", _("What happened")),
        ("potential", _("What was learned or made")),
        ("applied", _("What is done differently")),
        ("realised", _("What is better for it")),
    )


def quotes(evidence: Iterable[Evidence]) -> list[Saying]:
    """What people said, of those who agreed to be quoted."""
    return [
        Saying(Text(blocks_of(one.quote)), text(one.quoted) if is_told(one.quoted) else "")
        for one in evidence
        if isinstance(one.quote, str) and is_told(one.quote) and one.consent is YesNo.YES and blocks_of(one.quote)
    ]

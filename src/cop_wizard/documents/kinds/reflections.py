"""What one person wrote down, as a paper of that person's own: from what was learned to what is done differently.

It is made of the person's own file, never of a plan. Sources: CASS guide items 8.1 to 8.5.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import by_day, day_words
from cop_wizard.documents.content.forms import cell, form, part
from cop_wizard.documents.content.reasons import Reason, reasons_of, topic_of
from cop_wizard.documents.content.shapes import Form, Line, Row, Table
from cop_wizard.documents.content.telling import phrase, prose, table, told
from cop_wizard.documents.kinds.reflection import WORKS
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Standard
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.reflections import Reflection
from cop_wizard.values import rows
from cop_wizard.wording import sentence_case

_TEXTS = ("learned", "change", "evidence", "practices")


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of looking back: ``title`` says when or after what, ``about`` the other of the two, or is ""."""

    title: str
    about: str
    said: Form | str


def gather(subject: Subject) -> Mapping[str, Any]:
    """Raises `NothingToShow` where the person has written nothing yet."""
    written: list[Reflection] = rows(subject.own.reflections) if subject.own else []
    moments = [_moment(subject, one) for one in sorted(written, key=lambda one: by_day(one.on))]
    moments = [one for one in moments if one.said]
    if not moments:
        raise NothingToShow(_("Nothing is written in it yet."), _("Begin with: cop reflect"))
    standards = [one for one in Standard if any(row.standard is one for row in written)]
    points = dict(zip(Standard, reasons_of(subject, topic_of(subject, "standards")), strict=True))
    named: list[Reason] = [points[one] for one in standards]
    return {
        "title": _("My reflections"),
        "ahead": _ahead(subject, written),
        "moments": moments,
        "standards": named,
        "sources": tuple(WORKS[one] for one in standards),
    }


def _moment(subject: Subject, one: Reflection) -> Moment:
    day, about = sentence_case(day_words(subject, one.on)), phrase(subject, one.occasion)
    return Moment(about or day or _("Without a date"), day if about else "", form(_said(subject, one)))


def _said(subject: Subject, one: Reflection) -> Iterator[Row]:
    for name in _TEXTS:
        if words := prose(getattr(one, name)):
            yield Row(subject.answers.label(Reflection, name), words)
        if name == "change" and is_told(one.by):
            yield Row(subject.answers.label(Reflection, "by"), Line(sentence_case(day_words(subject, one.by))))
    if is_told(one.standard):
        yield Row(subject.answers.label(Reflection, "standard"), Line(told(subject, one.standard)))


def _ahead(subject: Subject, written: Sequence[Reflection]) -> Table | str:
    """What is still to be done differently, by its day."""
    coming = [one for one in written if isinstance(one.by, dt.date) and one.by >= subject.today and is_told(one.change)]
    lines = [
        (cell(part(sentence_case(day_words(subject, one.by)))), cell(part(phrase(subject, one.change))))
        for one in sorted(coming, key=lambda one: by_day(one.by))
    ]
    return table((_("By when"), _("What I do differently")), lines)

"""A person's own page, from learning to practice. It belongs to that person and holds nothing of anybody else.

Sources: CASS guide items 8.1 to 8.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cop_wizard.documents.content.doings import ahead, day_words
from cop_wizard.documents.content.forms import person_words, text
from cop_wizard.documents.content.people import person_called
from cop_wizard.documents.content.reasons import (
    Reason,
    is_about_schools,
    is_in_alberta,
    reasons_of,
    topic_of,
)
from cop_wizard.documents.content.telling import prose, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Standard
from cop_wizard.plan.filler import is_told
from cop_wizard.values import rows

_MOMENTS = 3
WORKS = {Standard.LQS: "alberta-education-2023a", Standard.SLQS: "alberta-education-2023b"}


def gather(subject: Subject) -> Mapping[str, Any]:
    """``person`` is whose page it is, "" for a page that anybody can take; ``own_standards`` are not explained here."""
    plan, wish = subject.plan, subject.wish
    person = person_called(plan, wish.person) if wish.person else None
    standards = _standards(subject)
    return {
        "title": _("My reflection"),
        "person": text(person.name) if person else "",
        "work": person_words(person) if person else "",
        "standards": standards,
        "own_standards": [text(one) for one in rows(plan.professional_practice.standards) if _is_own(one)],
        "to_choose": bool(standards) and not rows(plan.professional_practice.standards),
        "transfer": prose(plan.professional_practice.transfer),
        "ways": prose(plan.professional_practice.reflective_practices),
        "support": prose(plan.professional_practice.support),
        "moments": list(_moments(subject)),
        "sources": tuple(WORKS[one] for one in _theirs(subject)),
    }


def _standards(subject: Subject) -> list[Reason]:
    """What the members' standards ask for."""
    points = dict(zip(Standard, reasons_of(subject, topic_of(subject, "standards")), strict=True))
    return [points[one] for one in _theirs(subject)]


def _theirs(subject: Subject) -> list[Standard]:
    """The standards of Alberta that are the members' own; both, where the plan does not say which of them is."""
    plan, given = subject.plan, subject.plan.professional_practice.standards
    if given is None:
        return list(Standard) if is_in_alberta(plan) and is_about_schools(plan) else []
    return [one for one in Standard if one in rows(given)]


def _is_own(standard: object) -> bool:
    return not isinstance(standard, Standard) and is_told(standard)


def _moments(subject: Subject) -> Iterator[tuple[str, str]]:
    """The next meetings that keep time for it."""
    kept = [(day, meeting) for day, meeting in ahead(subject) if is_told(meeting.reflection)]
    for day, meeting in kept[:_MOMENTS]:
        yield day_words(subject, day), told(subject, meeting.reflection)

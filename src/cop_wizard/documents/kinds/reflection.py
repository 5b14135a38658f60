"""A person's own page, from learning to practice. It belongs to that person and holds nothing of anybody else.

Sources: CASS guide items 8.1 to 8.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cop_wizard.documents.content.doings import ahead, day_words
from cop_wizard.documents.content.facts import rows
from cop_wizard.documents.content.forms import person_words, text
from cop_wizard.documents.content.people import person_called
from cop_wizard.documents.content.reasons import Reason, cited, reasons_of, topic_of
from cop_wizard.documents.content.telling import is_told, prose, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Standard
from cop_wizard.values import NONE_ON_PURPOSE

_MOMENTS = 4


def gather(subject: Subject) -> Mapping[str, Any]:
    """``person`` is whose page it is, "" for a page that anybody can take; ``own_standards`` are not explained here."""
    plan, wish = subject.plan, subject.wish
    person = person_called(plan, wish.person) if wish.person else None
    standards = _standards(subject)
    reflection = topic_of(subject, "reflection")
    return {
        "title": _("My reflection"),
        "person": text(person.name) if person else "",
        "work": person_words(person) if person else "",
        "statement": prose(plan.purpose.statement),
        "reflection": reflection,
        "reflection_cited": cited(subject, reflection),
        "standards": standards,
        "own_standards": [text(one) for one in rows(plan.professional_practice.standards) if _is_own(one)],
        "to_choose": bool(standards) and not rows(plan.professional_practice.standards),
        "transfer": prose(plan.professional_practice.transfer),
        "ways": prose(plan.professional_practice.reflective_practices),
        "support": prose(plan.professional_practice.support),
        "moments": list(_moments(subject)),
        "sources": ("cass-guide", *(("alberta-education-2023a", "alberta-education-2023b") if standards else ())),
    }


def _standards(subject: Subject) -> list[Reason]:
    """What the members' standards ask for; both, where the plan does not say which is theirs."""
    given = subject.plan.professional_practice.standards
    if given is NONE_ON_PURPOSE:
        return []
    points = zip(Standard, reasons_of(subject, topic_of(subject, "standards")), strict=True)
    return [reason for standard, reason in points if given is None or standard in rows(given)]


def _is_own(standard: object) -> bool:
    return not isinstance(standard, Standard) and is_told(standard)


def _moments(subject: Subject) -> Iterator[tuple[str, str]]:
    """The next meetings that keep time for it."""
    kept = [(day, meeting) for day, meeting in ahead(subject) if is_told(meeting.reflection)]
    for day, meeting in kept[:_MOMENTS]:
        yield day_words(subject, day), told(subject, meeting.reflection)

"""What speaks for a community of practice, from the guide's background pages, each with its source."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.documents.subject import Subject
from cop_wizard.guide.load import background
from cop_wizard.guide.model import Point, Topic
from cop_wizard.plan.choices import PurposeKind, Standard
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.values import rows

_SCHOOL_WORDS = ("teacher", "principal", "school", "superintendent", "enseignant", "ecole")


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: its ``name``, what it means, and whose it is ("" where that is said elsewhere)."""

    name: str
    words: str
    cited: str = ""


def topic_of(subject: Subject, id: str) -> Topic:  # noqa: A002  what the guide calls it
    """A topic of the background pages, in the guide's language."""
    return next(topic for topic in background(subject.guide.language) if topic.id == id)


def cited(subject: Subject, about: Topic | Point) -> str:
    """Where it comes from, in a few words."""
    return subject.guide.cite(about.source, about.where)


def reasons_of(subject: Subject, topic: Topic) -> list[Reason]:
    """The points of a topic."""
    return [Reason(point.name, " ".join(point.text.split()), cited(subject, point)) for point in topic.points]


def benefits(subject: Subject, count: int) -> list[Reason]:
    """Of the eight reasons why communities matter as many as ``count`` that fit the plan's purposes best.

    The purpose that matters most comes first, and its reasons with it. A plan without purposes gets the first ones of
    the list. Source: CASS guide item 0.5, after Cambridge, Kaplan & Suter (2005).
    """
    points = topic_of(subject, "why_important").points
    purposes = [one for one in rows(subject.plan.purpose.purposes) if isinstance(one, PurposeKind)]
    chosen: dict[str, Point] = {}
    for turn in range(len(points)):  # one for each purpose before any has two
        for purpose in purposes:
            fitting = [point for point in points if purpose in point.fits]
            if turn < len(fitting):
                chosen.setdefault(fitting[turn].id, fitting[turn])
    fitting = list(chosen.values()) or list(points)
    return [Reason(point.name, " ".join(point.text.split())) for point in fitting[:count]]


def is_in_alberta(plan: Plan) -> bool:
    """Whether Alberta's standards for leaders may be the members' own: the plan names one of them, or the place is
    there, told by whose public holidays count, or by the clocks.
    """
    if any(isinstance(one, Standard) for one in rows(plan.professional_practice.standards)):
        return True
    region = plan.launch.region
    return region.strip().upper() == "CA-AB" if isinstance(region, str) else plan.launch.zone == "America/Edmonton"


def is_about_schools(plan: Plan) -> bool:
    """Whether what was found out about teachers concerns these members: they work under a school standard, or the
    plan says that they teach or lead schools.
    """
    standards = rows(plan.professional_practice.standards)
    audience = plan.purpose.audience
    words = plain_letters(audience) if isinstance(audience, str) else ""
    return any(isinstance(one, Standard) for one in standards) or any(word in words for word in _SCHOOL_WORDS)

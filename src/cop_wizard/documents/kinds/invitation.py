"""The invitation: a letter to one person, or one each to all who are only thought of so far.

A letter names nobody but the person it is for and those it is from. Sources: CASS guide items 0.5, 2.3 and 2.4;
Killion handout items S3.7 and S3.8; Staempfli tool (taking part is voluntary).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import has_begun, next_time
from cop_wizard.documents.content.facts import rows, said, way_of_meeting
from cop_wizard.documents.content.forms import person_words, text
from cop_wizard.documents.content.people import leading, person_called
from cop_wizard.documents.content.reasons import benefits, is_about_schools, topic_of
from cop_wizard.documents.content.shapes import Text
from cop_wizard.documents.content.telling import each_told, is_told, prose, told
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingFormat, Status, TakingPart
from cop_wizard.plan.membership import Entry
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.schedule.slots import same_title
from cop_wizard.wording import plain_date

_BENEFITS = 3
"""So many fit into a letter of one page, and one less where it tells what was found out about teachers."""
_FROM = 3
_STUDIES = ("hattie-2015", "troen-boles-2012")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``work`` is the person's role and workplace; ``seat`` and ``why``: which place is theirs, and why."""

    name: str
    work: str
    seat: str
    why: str


def gather(subject: Subject) -> Mapping[str, Any]:
    """``letters``, and what all of them say. Raises `NothingToShow` where nobody is to be invited."""
    plan = subject.plan
    schools, leaders = is_about_schools(plan), leading(plan)
    return {
        "title": _("Invitation"),
        "letter": True,
        "letters": [_letter(plan, one) for one in _invited(subject)],
        "begun": has_begun(subject),
        "statement": prose(plan.purpose.statement),
        "focus": told(subject, plan.purpose.focus),
        "learn_to": told(subject, plan.purpose.learn_to),
        "looking_for": prose(plan.membership.ideal_member),
        "gains": _own_gains(plan),
        "benefits": benefits(subject, _BENEFITS - schools),
        "listed_by": subject.guide.cite(topic_of(subject, "why_important").source),
        "study": _study(subject) if schools else None,
        "practical": list(_practical(subject)),
        "binding": taking_part if isinstance(taking_part := plan.membership.taking_part, TakingPart) else "",
        "way_in": _way_in(subject),
        "senders": leaders[:_FROM],
        "reachable": [_("{name}, {ways}").format(name=one.name, ways=one.ways) for one in leaders if one.ways][:2],
        "sources": ("cambridge-2005", *(_STUDIES if schools else ())),
    }


def _invited(subject: Subject) -> list[Member]:
    if subject.wish.person:
        return [person_called(subject.plan, subject.wish.person)]
    roster: list[Member] = rows(subject.plan.membership.roster)
    thought_of = [one for one in roster if one.status is Status.POTENTIAL and is_told(one.name)]
    if not thought_of:
        raise NothingToShow(
            _("Nobody in this plan is to be invited."),
            _("Give whom you want to win over the status “potential” on the roster, or name one person."),
        )
    return thought_of


def _letter(plan: Plan, person: Member) -> Letter:
    seat = _seat_of(plan, person)
    name, work = text(person.name), person_words(person)
    return Letter(name, work, _plainly(seat.role), _plainly(seat.why)) if seat else Letter(name, work, "", "")


def _plainly(value: object) -> str:
    """A line that becomes part of a sentence."""
    return text(value).rstrip(". ") if is_told(value) else ""


def _seat_of(plan: Plan, person: Member) -> Seat | None:
    """The required seat this person would take: the one with their name, or a vacant one for people of their role."""
    seats: list[Seat] = [one for one in rows(plan.membership.required_seats) if is_told(one.role)]
    for seat in seats:
        if is_told(seat.filled_by) and same_title(text(seat.filled_by), text(person.name)):
            return seat
    for seat in seats:
        if not is_told(seat.filled_by) and is_told(person.role) and same_title(text(seat.role), text(person.role)):
            return seat
    return None


def _own_gains(plan: Plan) -> list[Text]:
    """What members gain, in the plan's own words."""
    gain = said(plan.purpose.benefits)
    found = (prose(plan.purpose.in_it_for_us), prose(gain.members) if gain is not None else None)
    return [one for one in found if one is not None]


def _study(subject: Subject) -> dict[str, str]:
    """What was found out about teachers: the strongest effect with its number, and whose lists these are."""
    effects, teams = topic_of(subject, "effects"), topic_of(subject, "teams")
    return {
        "effect": effects.points[0].text,
        "hattie": subject.guide.cite(effects.source),
        "troen": subject.guide.cite(teams.source),
    }


def _practical(subject: Subject) -> Iterator[tuple[str, str]]:
    launch = subject.plan.launch
    form = way_of_meeting(launch.format) if isinstance(launch.format, MeetingFormat) else told(subject, launch.format)
    often = (told(subject, launch.rhythm), told(subject, launch.length), form)
    for label, words in (
        (_("Next meeting") if has_begun(subject) else _("First meeting"), next_time(subject)),
        (_("How we meet"), _(", ").join(part for part in often if part)),
        (_("Where"), told(subject, launch.place)),
    ):
        if words:
            yield label, words


def _way_in(subject: Subject) -> Mapping[str, Any]:
    membership = subject.plan.membership
    entry = said(membership.entry) or Entry()
    closes = entry.closes
    return {
        "application": prose(entry.application) or prose(membership.joining),
        "eligibility": prose(entry.eligibility),
        "prerequisites": list(each_told(subject, entry.prerequisites)),
        "closes": plain_date(closes) if isinstance(closes, dt.date) and closes >= subject.today else "",
        "welcome": prose(entry.welcome),
    }

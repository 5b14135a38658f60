"""The invitation: a letter to one person, or one each to all who are only thought of so far.

Whoever reads it is not a member: beside the person it is for and those it is from, it tells what everybody may read.
Sources: CASS guide items 0.5, 2.3 and 2.4; Killion handout items S3.7 and S3.8; Staempfli tool (taking part is
voluntary).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.content.doings import day_words, fits_rhythm, has_begun, next_day, next_time
from cop_wizard.documents.content.facts import belongs, said, way_of_meeting
from cop_wizard.documents.content.forms import form, names_row, person_words, text
from cop_wizard.documents.content.people import contacts, person_called
from cop_wizard.documents.content.reasons import benefits, is_about_schools, topic_of
from cop_wizard.documents.content.shapes import Row
from cop_wizard.documents.content.telling import phrase, phrases, points, prose, told
from cop_wizard.documents.content.view import sources_of
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingFormat, SeenBy, Status, TakingPart
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.membership import Entry
from cop_wizard.plan.parsing import same_name
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.values import rows
from cop_wizard.wording import plain_date, sentence_case, some_of

_BENEFITS = 3
"""So many fit into a letter of one page, and one less where it tells what was found out about teachers."""
_FROM = 2
_NAMED = 12
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
    invited, outside = _invited(subject), for_audience(subject, SeenBy.PUBLIC)
    plan = outside.plan
    schools, senders = is_about_schools(plan), contacts(subject.plan)[:_FROM]
    works = ("cambridge-2005", *(_STUDIES if schools else ()))
    return {
        "title": _("Invitation"),
        "letter": True,
        "home": "",
        "letters": [_letter(subject.plan, one) for one in invited],
        "begun": has_begun(outside),
        "statement": prose(plan.purpose.statement),
        "focus": told(outside, plan.purpose.focus),
        "learn_to": told(outside, plan.purpose.learn_to),
        "looking_for": prose(plan.membership.ideal_member),
        "gains": _own_gains(plan),
        "benefits": [one.words for one in benefits(outside, _BENEFITS - schools)],
        "schools": schools,
        "practical": form(_practical(outside)),
        "binding": taking_part if isinstance(taking_part := plan.membership.taking_part, TakingPart) else "",
        "way_in": _way_in(outside),
        "senders": senders,
        "reachable": next((one for one in senders if one.way), None),
        "drawn_on": [*(one.words for one in sources_of(subject.guide, works)), *_effect(outside, schools)],
    }


def _invited(subject: Subject) -> list[Member]:
    if subject.wish.person:
        return [_not_yet_a_member(person_called(subject.plan, subject.wish.person))]
    roster: list[Member] = [one for one in rows(subject.plan.membership.roster) if is_told(one.name)]
    thought_of = [one for one in roster if one.status is Status.POTENTIAL]
    if not thought_of:
        asked = [text(one.name) for one in roster if one.status is Status.INVITED]
        raise NothingToShow(_("Nobody in this plan is to be invited."), _what_to_do(subject, asked))
    return thought_of


def _not_yet_a_member(person: Member) -> Member:
    if belongs(person):
        raise WrongUse(
            _("{name} is a member already.").format(name=text(person.name)),
            _("Name somebody whose status on the roster is “potential” or “invited”."),
        )
    return person


def _what_to_do(subject: Subject, asked: list[str]) -> str:
    if subject.audience is SeenBy.PUBLIC:
        return _("Whom you want to invite is not for everybody to read. Leave out “--audience public”.")
    if asked:
        return _("Invited already: {names}. To write to one of them again, name this person with --person.").format(
            names=some_of(asked, _NAMED)
        )
    return _("On the roster, give the people you want to invite the status “potential”.")


def _letter(plan: Plan, person: Member) -> Letter:
    seat = _seat_of(plan, person)
    name, work = text(person.name), person_words(person)
    return Letter(name, work, _alone(seat.role), _alone(seat.why)) if seat else Letter(name, work, "", "")


def _alone(value: object) -> str:
    return sentence_case(text(value)) if is_told(value) else ""


def _seat_of(plan: Plan, person: Member) -> Seat | None:
    """The required seat this person would take: the one with their name, or a vacant one for people of their role."""
    seats: list[Seat] = [one for one in rows(plan.membership.required_seats) if is_told(one.role)]
    for seat in seats:
        if is_told(seat.filled_by) and same_name(text(seat.filled_by), text(person.name)):
            return seat
    for seat in seats:
        if not is_told(seat.filled_by) and is_told(person.role) and same_name(text(seat.role), text(person.role)):
            return seat
    return None


def _own_gains(plan: Plan) -> list[str]:
    """What members gain, in the plan's own words."""
    gain = said(plan.purpose.benefits)
    return [*points(plan.purpose.in_it_for_us), *(points(gain.members) if gain is not None else ())]


def _practical(subject: Subject) -> Iterator[Row]:
    """When and where, and for whom."""
    launch, today, last = subject.plan.launch, subject.today, subject.plan.launch.last_meeting
    rhythm = phrase(subject, launch.rhythm)
    way = way_of_meeting(launch.format) if isinstance(launch.format, MeetingFormat) else told(subject, launch.format)
    for label, words in (
        _meeting(subject),
        (_("How often"), rhythm if fits_rhythm(rhythm, next_day(subject)) else ""),
        (_("How long, and how"), sentence_case(_(", ").join(filter(None, [told(subject, launch.length), way])))),
        (_("Where"), phrase(subject, launch.place)),
        (_("We meet until"), "" if isinstance(last, dt.date) and last < today else day_words(subject, last)),
    ):
        yield from names_row(label, filter(None, [words]))
    entry = said(subject.plan.membership.entry) or Entry()
    for label, answer in (
        (_("Who can join"), prose(entry.eligibility)),
        (_("How we welcome you"), prose(entry.welcome)),
    ):
        if answer:
            yield Row(label, answer)


def _meeting(subject: Subject) -> tuple[str, str]:
    """The meeting that is meant for somebody who joins now, or as soon as that is possible."""
    entry = said(subject.plan.membership.entry) or Entry()
    if isinstance(entry.opens, dt.date) and entry.opens > subject.today:
        return _("Next meeting once you can join"), next_time(subject, since=entry.opens)
    return _("Next meeting") if has_begun(subject) else _("First meeting"), next_time(subject)


def _way_in(subject: Subject) -> Mapping[str, Any]:
    """How somebody says yes, and between which days; ``joining`` tells of what comes then."""
    membership = subject.plan.membership
    entry = said(membership.entry) or Entry()
    return {
        "application": prose(entry.application),
        "joining": None if prose(entry.application) else prose(membership.joining),
        "prerequisites": phrases(subject, entry.prerequisites),
        "opens": _still_to_come(subject, entry.opens),
        "closes": _still_to_come(subject, entry.closes),
    }


def _effect(subject: Subject, schools: bool) -> Iterator[str]:
    """The figure behind what the letter says of research, where it says that."""
    if schools:
        number = topic_of(subject, "effects").points[0].text
        yield _("The effect size that Hattie reports: {number}").format(number=number)


def _still_to_come(subject: Subject, day: object) -> str:
    return plain_date(day) if isinstance(day, dt.date) and day >= subject.today else ""

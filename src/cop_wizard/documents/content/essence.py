"""What a plan says in a few words, for the seven boxes of the one-page planning tool.

Source: CASS planning tool item S4.1, the boxes and what of the full guide belongs in each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import belongs, next_date, said, way_of_meeting
from cop_wizard.documents.content.meetings import dated
from cop_wizard.documents.content.outcomes import with_base
from cop_wizard.documents.content.prose import plain
from cop_wizard.documents.content.shapes import Answer, Block, Choices, Form, Line, Lines, Nothing, Text
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Level, MeetingFormat, MeetingStatus, Status, YesNo
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.membership import Size
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Evidence, Member, Seat
from cop_wizard.schedule.naming import planned
from cop_wizard.values import rows
from cop_wizard.wording import date_words, one_line, short_date, spoken

_MANY = 12
"""So many members, and more, are counted, and named without their roles."""


@dataclass(frozen=True, slots=True)
class Point:
    """One answer in short. ``lead``: the sentence that all else follows from, which needs no ``title`` over it.

    ``detail``: where room is scarce, the others come first.
    """

    title: str
    blocks: tuple[Block, ...]
    lead: bool = False
    detail: bool = False


BOXES: Mapping[str, tuple[str, ...]] = {
    "purpose": ("purpose.statement", "purpose.purposes", "purpose.shared_competence"),
    "membership": (
        "membership.size",
        "membership.roster",
        "membership.required_seats",
        "membership.ideal_member",
        "membership.invitation",
    ),
    "leadership": (
        "leadership.structure",
        "leadership.description",
        "leadership.offices",
        "leadership.duties",
        "leadership.communication",
    ),
    "guidelines": ("norms.statements", "norms.own", "norms.process"),
    "implementation_plan": (
        "launch.rhythm",
        "launch.place",
        "launch.first_meeting",
        "launch.content",
        "launch.tools",
        "launch.resources",
        "collaborative_plan.meetings",
    ),
    "results": (
        "results.evidence",
        "results.sharing_events",
        "results.reflection",
        "results.celebrating_people",
        "results.celebrating_community",
    ),
    "impact_on_practice": (
        "professional_practice.learning",
        "professional_practice.transfer",
        "professional_practice.reflective_practices",
    ),
}
"""The boxes by the sections of the guide ``planning-tool``, each with the answers that go in, in their order.

Some are of the full guide and answer the same: how leadership is described, offices beside duties, norms of one's own.
"""

"""How people begin when they write out of how many."""

_INSTEAD = ("purpose.focus", "purpose.audience", "purpose.learn_to")
"""What the purpose is made of, told as long as there is no sentence."""

_ROWS: Mapping[str, tuple[str, ...]] = {
    "leadership.offices": ("role", "filled_by"),
    "norms.own": ("topic", "statement"),
    "collaborative_plan.meetings": ("date", "topics"),
    "results.sharing_events": ("event", "date", "what"),
}
"""Lists of which each row becomes a line, with the fields that stand in it."""

_DETAILS = (
    "purpose.shared_competence",
    "membership.ideal_member",
    "membership.invitation",
    "leadership.description",
    "leadership.communication",
    "norms.process",
    "launch.content",
    "launch.tools",
    "launch.resources",
    "results.reflection",
    "results.celebrating_people",
    "results.celebrating_community",
)
"""What goes first where the page has no room for all."""


def points(plan: Plan, answers: Answers, guides: Sequence[Guide], box: str, today: dt.date) -> tuple[Point, ...]:
    """What ``plan`` has to say in ``box``, under the titles of the first of ``guides`` that asks for it.

    What has no answer is left out.
    """
    found = (
        replace(point, detail=asks in _DETAILS)
        for asks in _asked(plan, box)
        for point in _points(plan, answers, _title(guides, asks), asks, today)
    )
    return tuple(point for point in found if point.blocks)


def _title(guides: Sequence[Guide], asks: str) -> str:
    questions = filter(None, (guide.question(asks) for guide in guides))
    return next((one_line(question.title) for question in questions), "") or spoken(asks)


def _asked(plan: Plan, box: str) -> Iterator[str]:
    for asks in BOXES[box]:
        if asks == "purpose.statement" and said(plan.purpose.statement) is None:
            yield from _INSTEAD
        else:
            yield asks


def _points(plan: Plan, answers: Answers, title: str, asks: str, today: dt.date) -> Iterator[Point]:
    """The answer to one question, as one point or several."""
    if asks == "membership.required_seats":
        yield from _seats(rows(plan.membership.required_seats), answers)
    elif asks == "launch.first_meeting":
        yield _beginning(plan, answers, title, today)
    else:
        yield _point(plan, answers, title, asks, today)


def _point(plan: Plan, answers: Answers, title: str, asks: str, today: dt.date) -> Point:
    section, key = asks.split(".")
    value = getattr(getattr(plan, section), key)
    if asks == "purpose.statement":
        return Point(title, _short(answers.at(plan, (section, key))), lead=True)
    if asks in _LISTS:
        return Point(title, _bullets(_LISTS[asks](plan, answers)))
    if asks in _ON_ONE_LINE:
        return Point(title, _paragraph(_ON_ONE_LINE[asks](plan, answers)))
    if asks in _ROWS and isinstance(value, list):
        if asks == "collaborative_plan.meetings":
            return Point(title, _bullets(_meeting(one, answers) for one in _to_come(planned(plan), today)))
        return Point(title, _bullets(_row(row, _ROWS[asks], answers) for row in value))
    return Point(title, _short(answers.at(plan, (section, key))))


def _paragraph(words: str) -> tuple[Block, ...]:
    return (Block("paragraph", (words,)),) if words else ()


def _bullets(lines: Iterable[str]) -> tuple[Block, ...]:
    found = tuple(line for line in lines if line)
    return (Block("bullets", found),) if found else ()


def _short(answer: Answer) -> tuple[Block, ...]:
    """An answer as running text and lists."""
    match answer:
        case Text(blocks):
            return blocks
        case Line(text):
            return _paragraph(text)
        case Choices((single,)) | Lines((single,)):
            return _paragraph(single)
        case Choices(items, True):
            return _paragraph("  ".join(f"{number}. {item}" for number, item in enumerate(items, 1)))
        case Choices(items):
            return _paragraph(" · ".join(items))
        case Lines(items):
            return (Block("bullets", items),)
        case Form(form):
            return _bullets(_under(row.label, _words(row.answer)) for row in form)
        case Nothing(words, meant) if meant:
            return _paragraph(words)
        case _:
            return ()


def _words(answer: Answer) -> str:
    """An answer within a line; "" for none."""
    if isinstance(answer, Nothing):
        return ""
    if isinstance(answer, Choices | Lines):
        return _(", ").join(answer.items)
    return plain(_short(answer))


def _under(label: str, words: str) -> str:
    return _("{label}: {words}").format(label=label, words=words) if words else ""


def _seats(seats: list[Seat], answers: Answers) -> Iterator[Point]:
    """Who sits where, and what is still to be filled."""
    named = [seat for seat in seats if said(seat.role)]
    filled = [seat for seat in named if said(seat.filled_by) and not is_filler(str(seat.filled_by))]
    vacant = [answers.words(seat.role) for seat in named if seat not in filled]
    yield Point(_("Seats"), _bullets(_row(seat, ("role", "filled_by"), answers) for seat in filled))
    yield Point(_("Seats to fill"), _bullets(vacant))


def _beginning(plan: Plan, answers: Answers, title: str, today: dt.date) -> Point:
    """When the community meets for the first time; once it has, when it meets next."""
    first, following = plan.launch.first_meeting, next_date(plan, today)
    if isinstance(first, dt.date) and first < today and following is not None:
        return Point(_("Next meeting"), _paragraph(date_words(following)))
    return Point(title, _short(answers.at(plan, ("launch", "first_meeting"))))


def _to_come(meetings: list[Meeting], today: dt.date) -> list[Meeting]:
    """The meetings still ahead in their order, then those without a day; the past ones where there are no others."""
    standing = [one for one in meetings if one.status is not MeetingStatus.CANCELLED]
    days = dated(standing)
    ahead = [meeting for day, meeting in days if day >= today]
    ahead += [one for one in standing if not isinstance(one.date, dt.date)]
    return ahead or [meeting for _day, meeting in days]


def _meeting(meeting: Meeting, answers: Answers) -> str:
    """Its day and what it is about, or else of which series it is."""
    about = "topics" if said(meeting.topics) is not None else "series"
    return _row(meeting, ("date", about), answers)


def _row(row: Any, fields: tuple[str, ...], answers: Answers) -> str:
    values = [getattr(row, name) for name in fields]
    first, *further = [_value(value, answers) for value in values if said(value) is not None] or [""]
    if not further and "filled_by" in fields:
        return _under(first, _("vacant"))
    return _under(first, _(", ").join(further)) or first


def _evidence(plan: Plan, answers: Answers) -> Iterator[str]:
    """What shows that the purpose is reached: how many of how many, what is hoped for, and what somebody said."""
    found: list[Evidence] = rows(plan.results.evidence)
    for one in found:
        number, unit, base, target = (_given(value) for value in (one.number, one.unit, one.base, one.target))
        counted = " ".join(words for words in (number, unit) if words) if number else ""
        if counted and base:
            counted = with_base(counted, base)
        hoped = _("hoped for: {target}").format(target=target) if target else ""
        said_so = _given(one.quote) if one.consent is YesNo.YES else ""
        quote = _("“{words}”").format(words=said_so.strip('“”"')) if said_so else ""
        further = _("; ").join(words for words in (counted, hoped, quote) if words)
        what = _given(one.what)
        yield _under(what, further) or what or further


def _given(value: object) -> str:
    """What somebody wrote, on one line; "" for nothing, and for words that only keep a place."""
    words = said(value)
    return "" if words is None or is_filler(str(words)) else one_line(str(words))


def _value(value: Any, answers: Answers) -> str:
    if not isinstance(value, dt.date):
        return answers.words(value)
    return _("{day} {year}").format(day=short_date(value), year=value.year)


def _size(plan: Plan, answers: Answers) -> str:
    size = plan.membership.size
    if not isinstance(size, Size):
        return answers.words(size) if size else ""
    given = [(name, getattr(size, name)) for name in ("minimum", "ideal", "maximum")]
    return " · ".join(
        _("{label} {value}").format(label=answers.label(Size, name), value=answers.words(value))
        for name, value in given
        if said(value)
    )


def _norms(plan: Plan, answers: Answers) -> Iterator[str]:
    """The statements without their topics, which they make clear themselves."""
    answer = answers.at(plan, ("norms", "statements"))
    return (_words(row.answer) for row in answer.rows) if isinstance(answer, Form) else iter(())


def _when(plan: Plan, answers: Answers) -> str:
    """How often, at what time, how long and in which way, on one line."""
    launch = plan.launch
    words = [answers.words(value) for value in (launch.rhythm, launch.start, launch.length) if said(value) is not None]
    if isinstance(launch.format, MeetingFormat):
        words.append(way_of_meeting(launch.format))
    return _(", ").join(words)


_LISTS: Mapping[str, Callable[[Plan, Answers], Iterator[str]]] = {
    "membership.roster": lambda plan, answers: _people(rows(plan.membership.roster), answers),
    "norms.statements": _norms,
    "results.evidence": _evidence,
}
_ON_ONE_LINE: Mapping[str, Callable[[Plan, Answers], str]] = {"membership.size": _size, "launch.rhythm": _when}


def _people(roster: list[Member], answers: Answers) -> Iterator[str]:
    """The members by how closely they are involved; many are counted first.

    Those who are not members yet are only counted: the page hangs on a wall, and they have not said yes.
    """
    named = [person for person in roster if isinstance(person.name, str)]
    members = [person for person in named if belongs(person)]
    many = len(members) >= _MANY
    if many:
        yield ngettext("{count} member", "{count} members", len(members)).format(count=len(members))
    for level in (*Level, None):
        names = [_name(person, answers, many) for person in members if person.level is level]
        yield _under(answers.words(level), _(", ").join(names)) if level else _(", ").join(names)
    for status in (Status.INVITED, Status.POTENTIAL):
        count = sum(person.status is status for person in named)
        yield _under(answers.words(status), str(count)) if count else ""


def _name(person: Member, answers: Answers, alone: bool) -> str:
    name, role = answers.words(person.name), person.role
    if alone or not isinstance(role, str):
        return name
    return _("{name} ({role})").format(name=name, role=answers.words(role))

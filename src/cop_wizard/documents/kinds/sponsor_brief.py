"""The brief for a sponsor: what the community is, why not a course, what is asked, what comes back, what it costs.

Sources: Staempfli tool items S2.2, S2.3 and S2.11; CASS guide items 0.4 and 0.5; Killion handout items S3.7 and S3.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import day_words
from cop_wizard.documents.content.facts import belongs, rows, said
from cop_wizard.documents.content.forms import cell, form, names_row, part, rows_at, text, title_of
from cop_wizard.documents.content.people import NobodyOfThatName, leading, named, workplaces
from cop_wizard.documents.content.reasons import benefits, cited, is_about_schools, reasons_of, topic_of
from cop_wizard.documents.content.shapes import Row, Table, Text
from cop_wizard.documents.content.telling import each_told, is_told, prose, table, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import GoalStatus
from cop_wizard.plan.leadership import Sponsor
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import ValueCycles
from cop_wizard.plan.shapes import Member, ResourceLine
from cop_wizard.values import NONE_ON_PURPOSE

_BENEFITS = 3
_NAMED = 12
_COSTS = ("hours", "money_out", "money_in", "in_kind")


@dataclass(frozen=True, slots=True)
class Request:
    """One thing a sponsor is asked for: its ``name``, why it matters, and what has been promised so far."""

    name: str
    words: str
    promised: tuple[str, ...]


def gather(subject: Subject) -> Mapping[str, Any]:
    """Each section's pieces, "" or empty where the plan has nothing for it."""
    plan = subject.plan
    schools = is_about_schools(plan)
    sponsors = sponsors_of(subject)
    courses, effects, teams = (topic_of(subject, name) for name in ("courses", "effects", "teams"))
    return {
        "to": [text(one.name) for one in sponsors] if subject.wish.person else [],
        "statement": prose(plan.purpose.statement),
        "focus": told(subject, plan.purpose.focus),
        "known": [fact for fact in subject.view.facts if not fact.open],
        "definition": topic_of(subject, "definition"),
        "why_now": list(each_told(subject, plan.purpose.why_now)),
        "problem": _problem(subject),
        "courses": courses,
        "difficulties": reasons_of(subject, courses),
        "requests": list(_requests(subject, sponsors)),
        "asked_cited": subject.guide.cite("staempfli-2020"),
        "gains": form(_gains(subject, sponsors)),
        "benefits": benefits(subject, _BENEFITS),
        "effects": reasons_of(subject, effects) if schools else [],
        "effects_cited": cited(subject, effects),
        "teams": list(reasons_of(subject, teams)) if schools else [],
        "teams_cited": cited(subject, teams),
        "costs": _costs(subject),
        "needed": prose(plan.launch.resources),
        "free": plan.resources.money_out is NONE_ON_PURPOSE,
        "people": form(_people(subject)),
        "signs": prose(plan.results.signs_of_achievement),
        "evidence": list(_evidence(subject)),
        "goals": list(_goals(subject)),
        "lightly": topic_of(subject, "goals"),
        "contacts": leading(plan)[:2],
        "sources": _sources(schools),
    }


def sponsors_of(subject: Subject) -> list[Sponsor]:
    """The sponsors a paper is for: the one it was wished for, else all. Raises `NobodyOfThatName`."""
    sponsors: list[Sponsor] = [one for one in rows(subject.plan.leadership.sponsors) if is_told(one.name)]
    if not subject.wish.person:
        return sponsors
    wanted = named((Member(name=one.name) for one in sponsors), subject.wish.person)
    if wanted is None:
        names = [text(one.name) for one in sponsors]
        raise NobodyOfThatName(subject.wish.person, names, _("The plan names no sponsor yet. Add this one first."))
    return [one for one in sponsors if text(one.name) == text(wanted.name)]


def _sources(schools: bool) -> tuple[str, ...]:
    always = ("wenger-mcdermott-snyder-2002", "boud-hager-2012", "forrester-2018", "staempfli-2020", "cambridge-2005")
    return (*always, *(("hattie-2015", "troen-boles-2012", "killion-handout") if schools else ()), "cass-guide")


def _problem(subject: Subject) -> Text | None:
    problem = said(subject.plan.purpose.problem)
    return prose(problem.problem) if problem is not None else None


def _requests(subject: Subject, sponsors: list[Sponsor]) -> Iterator[Request]:
    """The three things the source asks of a sponsor, then whatever else they give."""
    for field, why in (
        ("time", _("Members come only if they may come in working time, and if nobody frowns when they go.")),
        ("room", _("A place that is theirs when they need it, in a building or on screen.")),
        ("recognition", _("A word from you, where others hear it, that this is work and that it is worth doing.")),
    ):
        yield Request(subject.answers.label(Sponsor, field), why, _promised(subject, sponsors, field))
    if gives := _promised(subject, sponsors, "gives"):
        yield Request(subject.answers.label(Sponsor, "gives"), "", gives)
    hears = _promised(subject, sponsors, "told")
    yield Request(_("An open ear"), _("You hear from us regularly, and tell us what you hear elsewhere."), hears)


def _promised(subject: Subject, sponsors: list[Sponsor], field: str) -> tuple[str, ...]:
    given = [(text(one.name), told(subject, getattr(one, field))) for one in sponsors]
    promised = [(name, words) for name, words in given if words]
    if len(sponsors) == 1:
        return tuple(words for _name, words in promised)
    return tuple(_("{name}: {words}").format(name=name, words=words) for name, words in promised)


def _gains(subject: Subject, sponsors: list[Sponsor]) -> Iterator[Row]:
    yield from names_row(_("For you"), _promised(subject, sponsors, "gets"))
    yield from rows_at(subject, "purpose.benefits")
    hopes = subject.plan.results.hopes
    if isinstance(hopes, ValueCycles):
        for field in ("applied", "realised"):
            if found := prose(getattr(hopes, field)):
                yield Row(subject.answers.label(type(hopes), field), found)


def _costs(subject: Subject) -> Table | str:
    """Hours, money and help in kind in one table: what it is, how much of it and how often, and where it comes from."""
    label = subject.answers.label
    lines: list[tuple[str, ResourceLine]] = [
        (title_of(subject, f"resources.{name}"), line)
        for name in _COSTS
        for line in rows(getattr(subject.plan.resources, name))
        if is_told(line.what)
    ]
    return table(
        (label(ResourceLine, "what"), label(ResourceLine, "amount"), label(ResourceLine, "source")),
        [
            (
                cell(part(text(line.what)), part(kind, brief=True)),
                cell(part(_how_much(subject, line))),
                cell(part(told(subject, line.source)), part(told(subject, line.note))),
            )
            for kind, line in lines
        ],
    )


def _how_much(subject: Subject, line: ResourceLine) -> str:
    amount, per = told(subject, line.amount), told(subject, line.per)
    return _("{amount} per {period}").format(amount=amount, period=per) if amount and per else amount or per


def _people(subject: Subject) -> Iterator[Row]:
    plan = subject.plan
    yield from names_row(_("For whom"), filter(None, [told(subject, plan.purpose.audience)]))
    members = [one for one in rows(plan.membership.roster) if belongs(one)]
    places = workplaces(members)
    shown = places[:_NAMED]
    if len(places) > _NAMED:
        shown.append(_("{count} more").format(count=len(places) - _NAMED))
    yield from names_row(_("They come from"), shown)
    yield from names_row(_("Still looked for"), _vacant(plan))


def _vacant(plan: Plan) -> Iterator[str]:
    for seat in rows(plan.membership.required_seats):
        if is_told(seat.role) and not is_told(seat.filled_by):
            yield text(seat.role)


def _evidence(subject: Subject) -> Iterator[tuple[str, str]]:
    """What will show whether it works, and when."""
    for one in rows(subject.plan.results.evidence):
        if is_told(one.what):
            yield text(one.what), day_words(subject, one.when)


def _goals(subject: Subject) -> Iterator[tuple[str, str]]:
    for goal in rows(subject.plan.purpose.goals):
        if is_told(goal.text) and goal.status is not GoalStatus.DROPPED:
            yield text(goal.text), day_words(subject, goal.by)

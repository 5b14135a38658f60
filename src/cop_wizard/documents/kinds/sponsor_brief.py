"""The brief for a sponsor: what is asked, what comes back, what the community is, and what it costs.

Each sponsor has a paper of their own, which holds nothing of what another one gives. Sources: Staempfli tool items
S2.2, S2.3 and S2.11; CASS guide items 0.4 and 0.5; Killion handout items S3.7 and S3.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cop_wizard.documents.content.doings import day_words
from cop_wizard.documents.content.facts import Fact, belongs, said
from cop_wizard.documents.content.forms import cell, form, names_row, part, rows_at, text, title_of
from cop_wizard.documents.content.outcomes import only_words, value_rows
from cop_wizard.documents.content.people import contacts, the_one_meant, workplaces
from cop_wizard.documents.content.reasons import Reason, benefits, cited, is_about_schools, reasons_of, topic_of
from cop_wizard.documents.content.shapes import Form, Row, Table, Text
from cop_wizard.documents.content.telling import phrase, phrases, prose, table, told
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.plan.choices import GoalStatus
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.leadership import Sponsor
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import Hopes
from cop_wizard.plan.shapes import ResourceLine
from cop_wizard.values import NONE_ON_PURPOSE, rows
from cop_wizard.wording import listed, one_by_one, sentence_case, some_of

_BENEFITS = 2
_NAMED = 8
_COSTS = ("hours", "money_out", "money_in", "in_kind")


@dataclass(frozen=True, slots=True)
class Brief:
    """One sponsor's paper: whom it is ``to`` ("" for anybody), what they give or are asked for, and what they get.

    ``usual``: the plan asks for nothing yet, so the requests are what any sponsor is asked for.
    """

    to: str
    requests: tuple[Reason, ...]
    usual: bool
    gains: Form | str


def gather(subject: Subject) -> Mapping[str, Any]:
    """``papers``, and what all of them say; "" or empty where the plan has nothing for it."""
    plan = subject.plan
    schools = is_about_schools(plan)
    definition, courses = topic_of(subject, "definition"), topic_of(subject, "courses")
    important, effects, teams = (topic_of(subject, one) for one in ("why_important", "effects", "teams"))
    people = contacts(plan)[:2]
    return {
        "papers": [_brief(subject, one) for one in sponsors_of(subject) or [Sponsor()]],
        "statement": prose(plan.purpose.statement),
        "focus": told(subject, plan.purpose.focus),
        "known": list(_known(subject)),
        "defined": cited(subject, definition),
        "why_now": phrases(subject, plan.purpose.why_now),
        "problem": _problem(subject),
        "studies": "; ".join(dict.fromkeys(cited(subject, point) for point in courses.points)),
        "asked_of_any": subject.guide.cite("staempfli-2020"),
        "benefits": [one.words for one in benefits(subject, _BENEFITS)],
        "benefits_cited": cited(subject, important),
        "effects": [one for one in reasons_of(subject, effects) if one.words != "–"] if schools else [],
        "effects_cited": cited(subject, effects),
        "teams_cited": cited(subject, teams),
        "costs": _costs(subject),
        "needed": form(_needed(subject)),
        "free": plan.resources.money_out is NONE_ON_PURPOSE,
        "people": form(_people(subject)),
        "signs": prose(plan.results.signs_of_achievement),
        "evidence": list(_evidence(subject)),
        "goals": list(_goals(subject)),
        "reached": reached(plan),
        "contacts": people,
        "senders": listed([one.name for one in people]),
        "sources": _sources(schools),
    }


def sponsors_of(subject: Subject) -> list[Sponsor]:
    """The sponsors who get a paper: the one it was wished for, else all. Raises as `the_one_meant` does."""
    sponsors: list[Sponsor] = [one for one in rows(subject.plan.leadership.sponsors) if is_told(one.name)]
    if not subject.wish.person:
        return sponsors
    names = [text(one.name) for one in sponsors]
    wanted = the_one_meant(names, subject.wish.person, _("The plan names no sponsor yet. Add this one first."))
    return [one for one in sponsors if text(one.name) == wanted]


def vacant(plan: Plan) -> list[str]:
    """The seats the community cannot do without and that nobody holds."""
    seats = rows(plan.membership.required_seats)
    return [sentence_case(text(one.role)) for one in seats if is_told(one.role) and not is_told(one.filled_by)]


def reached(plan: Plan) -> list[str]:
    """The goals that were reached."""
    goals = rows(plan.purpose.goals)
    return [sentence_case(text(one.text)) for one in goals if one.status is GoalStatus.REACHED and is_told(one.text)]


def _sources(schools: bool) -> tuple[str, ...]:
    always = ("wenger-mcdermott-snyder-2002", "boud-hager-2012", "forrester-2018", "staempfli-2020", "cambridge-2005")
    return (*always, *(("hattie-2015", "troen-boles-2012", "killion-handout") if schools else ()))


def _brief(subject: Subject, sponsor: Sponsor) -> Brief:
    own = tuple(given_by(subject, sponsor))
    return Brief(text(sponsor.name), own or tuple(_usual_requests(subject)), not own, form(_gains(subject, sponsor)))


def _known(subject: Subject) -> Iterator[Fact]:
    """What is settled of the four key facts; who else is to be asked, and how leading is arranged, is not for here."""
    members, rhythm, meeting, leaders = subject.view.facts
    rhythm = replace(rhythm, value=sentence_case(rhythm.value))
    for fact in (replace(members, note=""), rhythm, meeting, replace(leaders, note="")):
        if not fact.open:
            yield fact


def given_by(subject: Subject, sponsor: Sponsor) -> Iterator[Reason]:
    """What the plan says this sponsor gives or is asked for; what is none of the three usual things has no name."""
    for field in ("time", "room", "recognition", "gives"):
        if words := phrase(subject, getattr(sponsor, field)):
            yield Reason("" if field == "gives" else subject.answers.label(Sponsor, field), words)


def _usual_requests(subject: Subject) -> Iterator[Reason]:
    """The three things the source asks of any sponsor."""
    for field, words in (
        ("time", _("Members may come in working time, and nobody frowns when they go.")),
        ("room", _("There is a place for them when they need it, in a building or on screen.")),
        ("recognition", _("You say, where others hear it, that this is work and that it is worth doing.")),
    ):
        yield Reason(subject.answers.label(Sponsor, field), words)


def _problem(subject: Subject) -> Text | None:
    problem = said(subject.plan.purpose.problem)
    return prose(problem.problem) if problem is not None else None


def _gains(subject: Subject, sponsor: Sponsor) -> Iterator[Row]:
    yield from names_row(_("For you"), filter(None, [phrase(subject, sponsor.gets)]))
    yield from names_row(_("You hear from us"), filter(None, [phrase(subject, sponsor.told)]))
    yield from rows_at(subject, "purpose.benefits")
    hopes = subject.plan.results.hopes
    if isinstance(hopes, Hopes):
        yield from value_rows(Hopes(applied=hopes.applied, realised=hopes.realised))


def _needed(subject: Subject) -> Iterator[Row]:
    if words := prose(subject.plan.launch.resources):
        yield Row(_("What we need"), words)


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
        tuple(label(ResourceLine, name) for name in ("what", "amount", "per", "source", "note")),
        [
            (
                cell(part(phrase(subject, line.what)), part(kind)),
                cell(part(text(line.amount))),
                cell(part(told(subject, line.per))),
                *(cell(part(phrase(subject, words))) for words in (line.source, line.note)),
            )
            for kind, line in lines
        ],
    )


def _people(subject: Subject) -> Iterator[Row]:
    plan = subject.plan
    yield from names_row(_("Who it is for"), filter(None, [phrase(subject, plan.purpose.audience)]))
    members = [one for one in rows(plan.membership.roster) if belongs(one)]
    yield from names_row(_("Members come from"), filter(None, [some_of(workplaces(members), _NAMED)]))
    yield from names_row(_("Still looked for"), filter(None, [one_by_one(vacant(plan))]))


def _evidence(subject: Subject) -> Iterator[tuple[str, str]]:
    """What will show whether it works, and when."""
    for one in rows(subject.plan.results.evidence):
        if is_told(one.what) and not only_words(one):
            yield phrase(subject, one.what), day_words(subject, one.when)


def _goals(subject: Subject) -> Iterator[tuple[str, str]]:
    """What is still hoped for, and by when."""
    for goal in rows(subject.plan.purpose.goals):
        if is_told(goal.text) and goal.status not in (GoalStatus.REACHED, GoalStatus.DROPPED):
            yield phrase(subject, goal.text), day_words(subject, goal.by)

"""The report: what came of it, for people outside who should hear of it.

It goes to others, so it quotes and tells stories only with consent, and names only those who may be named.
Sources: CASS guide items 7.2 to 7.5 and S4.6; 21CSLA definitions item S1.10; Wenger, Trayner & de Laat (2011).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cop_wizard.documents.content.doings import (
    ahead,
    by_day,
    day_words,
    event_days,
    events_ahead,
    meetings_so_far,
    unmarked,
)
from cop_wizard.documents.content.facts import Fact, belongs
from cop_wizard.documents.content.forms import cell, form, part, rows_at, text
from cop_wizard.documents.content.occasion import Occasion, occasion_of
from cop_wizard.documents.content.outcomes import (
    Saying,
    evidence_table,
    figures,
    only_words,
    quotes,
    value_against,
    value_rows,
)
from cop_wizard.documents.content.people import contacts, workplaces
from cop_wizard.documents.content.shapes import Cell, Form, Line, Row, Table
from cop_wizard.documents.content.telling import phrase, phrases, prose, table, told
from cop_wizard.documents.kinds.sponsor_brief import reached
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import GoalStatus, SeenBy, YesNo
from cop_wizard.plan.evidence import is_there
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.parsing import same_name
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import Keepsake
from cop_wizard.plan.shapes import Evidence, Member
from cop_wizard.values import rows
from cop_wizard.wording import listed, sentence_case, some_of

_NAMED = 12
_NEXT = 12


@dataclass(frozen=True, slots=True)
class Proof:
    """All that speaks for one purpose: a table ("" where there are only words), and what people said."""

    purpose: str
    table: Table | str
    quotes: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story of what came of it. ``told`` says by whom and when, or is ""; ``cycles`` are its four parts.

    Where something was hoped, they stand beside that.
    """

    title: str
    told: str
    cycles: Form | Table


def gather(subject: Subject) -> Mapping[str, Any]:
    """Raises `NothingToShow` where there is nothing to tell, and `WrongUse` for an occasion the plan does not know."""
    results = subject.plan.results
    occasion = occasion_of(subject)
    event = occasion if occasion and occasion.marked else None
    evidence = _evidence(subject.plan, event)
    stories = list(_stories(subject, event))
    people, community = (
        phrases(subject, praised) for praised in (results.celebrating_people, results.celebrating_community)
    )
    legacy, hopes, goals = prose(results.legacy), form(value_rows(results.hopes)), reached(subject.plan)
    _refuse_nothing(event, evidence if event else [evidence, stories, goals, people, community, legacy, _kept(subject)])
    there = [one for one in evidence if is_there(one, subject.today)]
    return {
        "title": _("Results"),
        "came": bool(there or stories or goals),
        "occasion": occasion,
        "statement": prose(subject.plan.purpose.statement),
        "figures": list(_figures(subject, there)),
        "proofs": list(_proofs(subject, there)),
        "to_come": "" if subject.view.final else evidence_table(subject, [one for one in evidence if one not in there]),
        "signs": "" if event else prose(results.signs_of_achievement),
        "measures": "" if event else prose(results.shared_measures),
        "reached": goals,
        "hopes": hopes,
        "stories": stories,
        "waiting": 0 if subject.view.final else _waiting(subject.plan, event),
        "unmarked": unmarked(subject) if subject.audience is SeenBy.LEADERS and not subject.view.final else 0,
        "people_praised": people,
        "community_praised": community,
        "legacy": legacy,
        "kept": "" if event else _kept(subject),
        "next": _next(subject, occasion),
        "taking_part": form(_taking_part(subject)),
        "contacts": contacts(subject.plan)[:1],
        "value_cited": subject.guide.cite("wenger-trayner-de-laat-2011"),
        "sources": ("wenger-trayner-de-laat-2011",) if stories or hopes else (),
    }


def _evidence(plan: Plan, event: Occasion | None) -> list[Evidence]:
    evidence: list[Evidence] = [one for one in rows(plan.results.evidence) if is_told(one.what) or is_told(one.quote)]
    if event is None:
        return evidence
    return [one for one in evidence if is_told(one.for_event) and same_name(text(one.for_event), event.name)]


def _kept(subject: Subject) -> Table | str:
    """The shared repertoire: what is kept, of which kind, and where it is."""
    label = subject.answers.label
    kept: list[Keepsake] = [one for one in rows(subject.plan.results.repertoire) if is_told(one.what)]
    lines = [
        (
            cell(part(phrase(subject, one.what))),
            cell(part(told(subject, one.kind))),
            cell(part(text(one.link))),
        )
        for one in kept
    ]
    return table([label(Keepsake, name) for name in ("what", "kind", "link")], lines)


def _refuse_nothing(occasion: Occasion | None, found: Sequence[object]) -> None:
    if any(found):
        return
    if occasion is not None:
        raise NothingToShow(
            _("No evidence is marked for {event}.").format(event=occasion.name),
            _("Below each piece that is for it, write in the plan: for_event: {event}").format(event=occasion.name),
        )
    raise NothingToShow(
        _("There is nothing to report yet."),
        _("Write down first what shows that something came of it: evidence, a story, a celebration or a legacy."),
    )


def _figures(subject: Subject, there: Sequence[Evidence]) -> Iterator[Fact]:
    members = [one for one in rows(subject.plan.membership.roster) if belongs(one)]
    if members:
        places = len(_places(subject, members))
        note = ngettext("from {count} place", "from {count} places", places).format(count=places) if places > 1 else ""
        count = ngettext("{count} person", "{count} people", len(members)).format(count=len(members))
        yield Fact(_("Members"), count, note)
    yield from meetings_so_far(subject)
    shown = sum(not only_words(one) or one.consent is YesNo.YES for one in there)
    if shown:
        yield Fact(_("What we can show"), figures(shown))


def _proofs(subject: Subject, evidence: Sequence[Evidence]) -> Iterator[Proof]:
    """The evidence under the purpose it speaks for, in the order in which the purposes matter."""
    purposes = [*rows(subject.plan.purpose.purposes), *(one for row in evidence for one in rows(row.shows))]
    left = list(evidence)
    for purpose in dict.fromkeys(purposes):
        of_it = [one for one in left if purpose in rows(one.shows)]
        left = [one for one in left if one not in of_it]
        if of_it and (proof := _proof(subject, of_it, purpose)):
            yield proof
    if left and (proof := _proof(subject, left, "")):
        yield proof


def _proof(subject: Subject, evidence: Sequence[Evidence], purpose: object) -> Proof | None:
    shown, said_by = evidence_table(subject, evidence, purpose), tuple(quotes(evidence))
    return Proof(phrase(subject, purpose) if purpose else "", shown, said_by) if shown or said_by else None


def _stories(subject: Subject, occasion: Occasion | None) -> Iterator[Story]:
    """The stories whose tellers agreed; at an event, where others listen, only those that are for everybody."""
    for one in rows(subject.plan.results.stories):
        cycles = form(value_rows(one))
        if isinstance(cycles, Form) and one.consent is YesNo.YES and (not occasion or one.seen_by is SeenBy.PUBLIC):
            said_by = filter(None, (told(subject, one.told_by), day_words(subject, one.on)))
            beside = value_against(one, subject.plan.results.hopes)
            against = beside if isinstance(beside, Table) else cycles
            yield Story(phrase(subject, one.title), _(", ").join(said_by), against)


def _waiting(plan: Plan, occasion: Occasion | None) -> int:
    """How many quotes and stories are left out because nobody wrote down that they may be told."""
    quoted = [one for one in _evidence(plan, occasion) if is_told(one.quote) and one.consent is None]
    stories = [one for one in rows(plan.results.stories) if one.consent is None and not occasion]
    return len(quoted) + len(stories)


def _next(subject: Subject, occasion: Occasion | None) -> Table | str:
    """What comes after the occasion, or after today, by its day: meetings, open goals, events, the next look back."""
    over = max(subject.today, occasion.over) if occasion else subject.today
    undated = over == subject.today  # what has no date may well be before an occasion
    coming = [one for one in _coming(subject) if (undated or _is_day(one.day)) and by_day(one.day) > over]
    things = sorted(coming, key=lambda one: by_day(one.day))
    lines = [(_day(one.when), cell(part(one.words))) for one in things[:_NEXT]]
    if more := len(things) - len(lines):
        told = ngettext("and {count} more thing", "and {count} more things", more).format(count=more)
        lines.append((Cell(()), cell(part(told))))
    return table((_("When"), _("What")), lines)


def _is_day(day: object) -> bool:
    return isinstance(day, dt.date)


def _day(words: str) -> Cell:
    return cell(part(sentence_case(words))) if words else Cell((part(_("no date yet")),), muted=True)


class _Coming(NamedTuple):
    """Something to come: what it is, the ``day`` it is sorted by, and ``when`` it is, in words."""

    words: str
    day: object
    when: str


def _coming(subject: Subject) -> Iterator[_Coming]:
    plan = subject.plan
    for position, (day, meeting) in enumerate(ahead(subject)):
        if is_told(meeting.topics):
            words = _("Meeting: {topic}").format(topic=phrase(subject, meeting.topics))
            yield _Coming(words, day, day_words(subject, day))
        elif position == 0:
            yield _Coming(_("Our next meeting"), day, day_words(subject, day))
    for goal in rows(plan.purpose.goals):
        if is_told(goal.text) and goal.status not in (GoalStatus.REACHED, GoalStatus.DROPPED):
            words = _("Goal: {goal}").format(goal=phrase(subject, goal.text))
            yield _Coming(words, goal.by, day_words(subject, goal.by))
    for event in events_ahead(subject):
        words = _("We show our work: {event}").format(event=phrase(subject, event.event))
        yield _Coming(words, event.date, event_days(subject, event))
    if is_told(plan.life.review_on):
        words = _("We ask ourselves whether to go on, and how")
        yield _Coming(words, plan.life.review_on, day_words(subject, plan.life.review_on))


def _taking_part(subject: Subject) -> Iterator[Row]:
    """For whom the community is, and who the members are: names only of those who said that they may be named."""
    members: list[Member] = [one for one in rows(subject.plan.membership.roster) if belongs(one)]
    yield from rows_at(subject, "purpose.audience")
    places = _places(subject, members)
    if places:
        yield Row(_("Members come from"), Line(some_of(places, _NAMED)))
    names = [text(one.name) for one in members if one.may_be_named is YesNo.YES and is_told(one.name)]
    if names:
        yield Row(_("Among them"), Line(listed(names)))


def _places(subject: Subject, members: Sequence[Member]) -> list[str]:
    """Where the members come from; nothing where somebody is hidden, whose place is so, too."""
    hidden = subject.audience is SeenBy.PUBLIC and not all(is_told(one.name) for one in members)
    return [] if hidden else workplaces(members)

"""The report: what came of it, for people outside who should hear of it.

It goes to others, so it quotes and tells stories only with consent, and names only those who may be named.
Sources: CASS guide items 7.2 to 7.5 and S4.6; 21CSLA definitions item S1.10; Wenger, Trayner & de Laat (2011).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import ahead, by_day, day_words, events_ahead, held
from cop_wizard.documents.content.facts import Fact, belongs, rows
from cop_wizard.documents.content.forms import cell, form, part, rows_at, text
from cop_wizard.documents.content.outcomes import Saying, evidence_table, figures, is_there, quotes
from cop_wizard.documents.content.people import workplaces
from cop_wizard.documents.content.shapes import Cell, Form, Line, Row, Table
from cop_wizard.documents.content.telling import each_told, is_told, prose, table, told
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import GoalStatus, SeenBy, YesNo
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent, ValueCycles, ValueStory
from cop_wizard.plan.shapes import Evidence, Member
from cop_wizard.schedule.slots import same_title
from cop_wizard.wording import listed, one_line, some_of

_NAMED = 12
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """All that speaks for one purpose: a table ("" where there are only words), and what people said."""

    purpose: str
    table: Table | str
    quotes: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story of what came of it. ``told`` says by whom and when, or is ""; ``cycles`` are its four parts."""

    title: str
    told: str
    cycles: Form


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event that a report is made for, when it is, and what is to be shown there; each may be "" but the name."""

    name: str
    when: str
    what: str


def gather(subject: Subject) -> Mapping[str, Any]:
    """Raises `NothingToShow` where there is nothing to tell, and `WrongUse` for an event the plan does not know."""
    results = subject.plan.results
    occasion = _occasion(subject)
    evidence = _evidence(subject.plan, occasion)
    stories = list(_stories(subject, occasion))
    people, community = (
        list(each_told(subject, praised)) for praised in (results.celebrating_people, results.celebrating_community)
    )
    legacy, hopes = prose(results.legacy), form(_cycles(subject, results.hopes))
    _refuse_nothing(occasion, evidence if occasion else [evidence, stories, people, community, legacy])
    there = [one for one in evidence if is_there(one, subject.today)]
    return {
        "title": _("Results"),
        "occasion": occasion,
        "statement": prose(subject.plan.purpose.statement),
        "figures": list(_figures(subject, there)),
        "proofs": list(_proofs(subject, there)),
        "to_come": evidence_table(subject, [one for one in evidence if one not in there and is_told(one.what)]),
        "signs": "" if occasion else prose(results.signs_of_achievement),
        "hopes": hopes,
        "stories": stories,
        "waiting": 0 if subject.view.final else _waiting(subject.plan, occasion),
        "people_praised": people,
        "community_praised": community,
        "legacy": legacy,
        "next": _next(subject),
        "taking_part": form(_taking_part(subject)),
        "value_cited": subject.guide.cite("wenger-trayner-de-laat-2011"),
        "sources": ("wenger-trayner-de-laat-2011",) if stories or hopes else (),
    }


def _occasion(subject: Subject) -> Occasion | None:
    wish = one_line(subject.wish.event)
    if not wish:
        return None
    results = subject.plan.results
    events: list[SharingEvent] = [one for one in rows(results.sharing_events) if is_told(one.event)]
    for one in events:
        if same_title(text(one.event), wish):
            return Occasion(text(one.event), day_words(subject, one.date), told(subject, one.what))
    marked = [text(one.for_event) for one in rows(results.evidence) if is_told(one.for_event)]
    for name in marked:
        if same_title(name, wish):
            return Occasion(name, "", "")
    names = list(dict.fromkeys([*(text(one.event) for one in events), *marked]))
    there = _("There are: {names}.").format(names=some_of(names, _NAMED))
    raise WrongUse(
        _("This plan has no occasion called “{name}”.").format(name=wish[:99]),
        there if names else _("Add it to the occasions at which you share, and mark the evidence that is for it."),
    )


def _evidence(plan: Plan, occasion: Occasion | None) -> list[Evidence]:
    evidence: list[Evidence] = [one for one in rows(plan.results.evidence) if is_told(one.what) or is_told(one.quote)]
    if occasion is None:
        return evidence
    return [one for one in evidence if is_told(one.for_event) and same_title(text(one.for_event), occasion.name)]


def _refuse_nothing(occasion: Occasion | None, found: Sequence[object]) -> None:
    if any(found):
        return
    if occasion is not None:
        raise NothingToShow(
            _("No evidence is marked for {event}.").format(event=occasion.name),
            _("Say of each piece of evidence for which occasion it is, then make the report again."),
        )
    raise NothingToShow(
        _("There is nothing to report yet."),
        _("Write down first what shows that something came of it: evidence, a story, a celebration or a legacy."),
    )


def _figures(subject: Subject, there: Sequence[Evidence]) -> Iterator[Fact]:
    members = [one for one in rows(subject.plan.membership.roster) if belongs(one)]
    if members:
        places = len(workplaces(members))
        note = ngettext("from {count} place", "from {count} places", places).format(count=places) if places > 1 else ""
        count = ngettext("{count} person", "{count} people", len(members)).format(count=len(members))
        yield Fact(_("Members"), count, note)
    if past := held(subject):
        yield Fact(_("Meetings so far"), str(len(past)), _("since {day}").format(day=day_words(subject, past[0][0])))
    if there:
        yield Fact(_("What came of it"), figures(len(there)))


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
    return Proof(told(subject, purpose) if purpose else "", shown, said_by) if shown or said_by else None


def _stories(subject: Subject, occasion: Occasion | None) -> Iterator[Story]:
    """The stories whose tellers agreed; at an event, where others listen, only those that are for everybody."""
    for one in rows(subject.plan.results.stories):
        cycles = form(_cycles(subject, one))
        if isinstance(cycles, Form) and one.consent is YesNo.YES and (not occasion or one.seen_by is SeenBy.PUBLIC):
            said_by = filter(None, (told(subject, one.told_by), day_words(subject, one.on)))
            yield Story(told(subject, one.title), _(", ").join(said_by), cycles)


def _cycles(subject: Subject, told_by_cycle: object) -> Iterator[Row]:
    """What is told of each of the four cycles of value."""
    for field in ValueCycles.model_fields if isinstance(told_by_cycle, ValueCycles) else ():
        if words := prose(getattr(told_by_cycle, field)):
            yield Row(subject.answers.label(ValueStory, field), words)


def _waiting(plan: Plan, occasion: Occasion | None) -> int:
    """How many quotes and stories are left out because nobody wrote down that they may be told."""
    quoted = [one for one in _evidence(plan, occasion) if is_told(one.quote) and one.consent is None]
    stories = [one for one in rows(plan.results.stories) if one.consent is None and not occasion]
    return len(quoted) + len(stories)


def _next(subject: Subject) -> Table | str:
    """What comes next, by its day: meetings, goals that are still open, occasions, the next look back."""
    things = sorted(_coming(subject), key=lambda pair: by_day(pair[1]))
    return table(
        (_("When"), _("What")),
        [(_day(subject, day), cell(part(words))) for words, day in things],
    )


def _day(subject: Subject, day: object) -> Cell:
    words = day_words(subject, day)
    return cell(part(words)) if words else Cell((part(_("no date yet")),), muted=True)


def _coming(subject: Subject) -> Iterator[tuple[str, object]]:
    plan = subject.plan
    for day, meeting in ahead(subject)[:_NEXT]:
        if is_told(meeting.topics):
            yield text(meeting.topics), day
    for goal in rows(plan.purpose.goals):
        if is_told(goal.text) and goal.status not in (GoalStatus.REACHED, GoalStatus.DROPPED):
            yield _("We hope for this: {goal}").format(goal=text(goal.text)), goal.by
    for event, day_of_event in events_ahead(subject):
        if not subject.wish.event or not same_title(event, one_line(subject.wish.event)):
            yield _("We show our work: {event}").format(event=event), day_of_event
    if is_told(plan.life.review_on):
        yield _("We ask ourselves whether to go on, and how"), plan.life.review_on


def _taking_part(subject: Subject) -> Iterator[Row]:
    """For whom the community is, and who the members are: names only of those who said that they may be named."""
    members: list[Member] = [one for one in rows(subject.plan.membership.roster) if belongs(one)]
    yield from rows_at(subject, "purpose.audience")
    places = workplaces(members)
    if places:
        yield Row(_("They come from"), Line(some_of(places, _NAMED)))
    names = [text(one.name) for one in members if one.may_be_named is YesNo.YES and is_told(one.name)]
    if names:
        yield Row(_("Among them"), Line(listed(names)))

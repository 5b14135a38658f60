"""Two days contradict each other: something ends before it begins, or what should follow one another overlaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Phase
from cop_wizard.plan.life import Pilot
from cop_wizard.plan.membership import Entry
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.wording import date_words

_PHASES = tuple(Phase)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Pairs of days wherever a plan has them, except breaks (COP614); then terms that overlap, phases out of order."""
    for path, (begins, first), (ends, last) in _pairs(plan):
        if last < first:
            yield Advice(
                (*path, ends),
                _("{last} comes before {first}, so the end is before the beginning.").format(
                    last=date_words(last), first=date_words(first)
                ),
                _("Check the year, or swap `{begins}` and `{ends}`.").format(begins=begins, ends=ends),
                ((*path, begins),),
            )
    yield from _terms_overlap(plan)
    yield from _phases_out_of_order(plan)


Dated = tuple[str, dt.date]


def _pairs(plan: Plan) -> Iterator[tuple[KeyPath, Dated, Dated]]:
    """Each part of the plan whose first and last day are both known: its path, and both keys with their days."""
    for path, part, begins, ends in _spans(plan):
        first, last = day(getattr(part, begins)), day(getattr(part, ends))
        if first and last:
            yield path, (begins, first), (ends, last)


def _spans(plan: Plan) -> list[tuple[KeyPath, object, str, str]]:
    """What has a beginning and an end: its path, itself, and the two keys."""
    found: list[tuple[KeyPath, object, str, str]] = [(("launch",), plan.launch, "first_meeting", "last_meeting")]
    entry, pilot = plan.membership.entry, plan.life.pilot
    if isinstance(entry, Entry):
        found.append((("membership", "entry"), entry, "opens", "closes"))
    if isinstance(pilot, Pilot):
        found.append((("life", "pilot"), pilot, "begins", "ends"))
    lists: list[tuple[KeyPath, list[object], str, str]] = [
        (("membership", "roster"), [*rows(plan.membership.roster)], "since", "until"),
        (("membership", "required_seats"), [*rows(plan.membership.required_seats)], "since", "until"),
        (("leadership", "offices"), [*rows(plan.leadership.offices)], "since", "until"),
        (("launch", "series"), [*rows(plan.launch.series)], "first_meeting", "last_meeting"),
        (("launch", "terms"), [*rows(plan.launch.terms)], "begins", "ends"),
        (("results", "sharing_events"), [*rows(plan.results.sharing_events)], "date", "ends"),
        (("groups",), [*rows(plan.groups)], "since", "until"),
        (("life", "phases"), [*rows(plan.life.phases)], "begins", "ends"),
    ]
    for path, parts, begins, ends in lists:
        found += [((*path, place), part, begins, ends) for place, part in enumerate(parts)]
    return found


def _terms_overlap(plan: Plan) -> Iterator[Advice]:
    terms = [
        (begins, ends, place, words(term.name))
        for place, term in enumerate(rows(plan.launch.terms)[:MOST_NAMES])
        if (begins := day(term.begins)) and (ends := day(term.ends)) and begins <= ends
    ]
    for (_begins, ends, place, name), (begins, _ends, other, other_name) in pairwise(sorted(terms)):
        if begins <= ends:
            yield Advice(
                ("launch", "terms", other, "begins"),
                _("{other} begins before {name} is over, so weeks would be counted twice.").format(
                    name=quoted(name) if name else _("the term before"),
                    other=quoted(other_name) if other_name else _("A term"),
                ),
                _("Let each term begin after the one before has ended."),
                (("launch", "terms", place, "ends"),),
            )


def _phases_out_of_order(plan: Plan) -> Iterator[Advice]:
    dated = [
        (_PHASES.index(one.phase), begins, place)
        for place, one in enumerate(rows(plan.life.phases)[:MOST_NAMES])
        if isinstance(one.phase, Phase) and (begins := day(one.begins))
    ]
    for (_phase, before, place), (_next, after, other) in pairwise(sorted(dated)):
        if after < before and _phase != _next:
            yield Advice(
                ("life", "phases", other, "begins"),
                _("This phase begins on {date}, before the one that leads up to it.").format(date=date_words(after)),
                _("Correct the days. If you really went back a step, say so in a `note` and take one day out."),
                (("life", "phases", place, "begins"),),
            )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("The end is before the beginning"),
        why=_(
            "It is nearly always a year that was not changed, or two days that changed places. Calendars take it "
            "at its word, and show nothing at all."
        ),
        do=_("Correct the year, or swap the two days."),
        before="""\
membership:
  entry:
    opens: 2051-05-01
    closes: 2051-04-15
""",
        after="""\
membership:
  entry:
    opens: 2051-04-01
    closes: 2051-04-15
""",
    )


RULE = Rule("COP617", look, reasons)

"""How the community is: where it stands, what is to be done, what is hard, what carries it.

Made of the plan's reviews, of what was written down after meetings, of its to-dos and its risks. Sources: the
instruments that were used; Killion handout items S3.17 (disorders) and S3.25 (conditions).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cop_wizard.documents.content.doings import by_day, day_words, meetings_so_far
from cop_wizard.documents.content.facts import Fact, open_todos
from cop_wizard.documents.content.forms import cell, form, part, rows_at, text
from cop_wizard.documents.content.looks_back import looks_at, report_of
from cop_wizard.documents.content.shapes import Cell, CellPart, Form, Table
from cop_wizard.documents.content.telling import phrase, table, told
from cop_wizard.documents.pictures.curve import draw_curve
from cop_wizard.documents.pictures.cycle import draw_cycle
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.of_plan.inquiries import model_of_inquiry, steps_told
from cop_wizard.documents.pictures.phases import draw_phases
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _, ngettext
from cop_wizard.instruments.seen import Look
from cop_wizard.plan.attendance import Drift, drifts, written_down
from cop_wizard.plan.choices import ImprovementStep, InquiryStep, SeenBy
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.coverage import emphases_served, outcomes_served, principles_served
from cop_wizard.plan.evidence import by_purpose, is_there
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.life import Risk
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.results import Cycle
from cop_wizard.values import rows

_MOST_SHOWN = 5
_MOST_ROUNDS = 2
_CARRIES = (
    "launch.rhythm",
    "launch.place",
    "launch.tools",
    "launch.resources",
    "communication.channels",
    "leadership.structure",
    "leadership.gardener",
    "leadership.sponsors",
    "leadership.support",
    "resources.people",
    "care.turn_to",
)


def gather(subject: Subject) -> Mapping[str, Any]:
    """The four parts. Raises `NothingToShow` where nobody has looked at the community or written down a meeting."""
    looked = looks_at(subject)
    todos, risks, weak = _todos(subject), _risks(subject), list(_weak(looked))
    if not looked and not written_down(subject.plan):
        raise NothingToShow(
            _("Nobody has looked at this community yet, nor written down who came to a meeting."),
            _("Begin with `cop review`, or with `cop log` after a meeting."),
        )
    return {
        "figures": list(_figures(subject, todos)),
        "looks": [report_of(subject, found) for found in looked],
        "stage": form(rows_at(subject, "life.stage", "life.phase", "life.status")),
        "ages": list(_ages(subject, looked)),
        "shown": _shown(subject),
        "served": _served(subject),
        "todos": _todo_table(subject, todos),
        "carried": list(_carried(subject)),
        "rounds": list(_rounds(subject)),
        "cycles": _cycles(subject, True),
        "tried": _cycles(subject, False),
        "review_on": day_words(subject, subject.plan.life.review_on),
        "weak": weak,
        "risks": risks,
        "drifts": list(_drifts(subject)),
        "carries": _carries(subject),
        "sources": tuple(dict.fromkeys(found[-1].instrument.source for found in looked)),
    }


# --- where we are ----------------------------------------------------------------------------------------------------


def _figures(subject: Subject, todos: Sequence[Todo]) -> Iterator[Fact]:
    yield from meetings_so_far(subject)
    attended = written_down(subject.plan)
    if attended:
        mean = round(sum(len(names) for _day, _meeting, names in attended) / len(attended))
        count = ngettext("{count} person", "{count} people", mean).format(count=mean)
        yield Fact(_("Come as a rule"), count)
    if todos:
        late = sum(isinstance(one.by, dt.date) and one.by < subject.today for one in todos)
        note = ngettext("{count} is late", "{count} are late", late).format(count=late) if late else ""
        yield Fact(_("To do"), str(len(todos)), note)


def _ages(subject: Subject, looked: Sequence[Sequence[Look]]) -> Iterator[Drawing]:
    """Where the community is on the curve of its life, as the last look or else the plan says, and on its way there."""
    life = subject.view.subjects.life
    here = [
        seen.item.id
        for found in looked
        if found[-1].instrument.id == "five-stages"
        for seen in found[-1].seen
        if seen.level and seen.level.id == "here"
    ]
    if stage := here[-1] if here else life.stage:
        yield draw_curve(replace(life, stage=stage))
    if life.has_phases:
        yield draw_phases(life)


def _shown(subject: Subject) -> Table | str:
    """Each purpose with what shows by now that it is reached, and with how much is still awaited."""
    lines = []
    for purpose, evidence in by_purpose(subject.plan):
        there = [one for one in evidence if is_there(one, subject.today)]
        named = [phrase(subject, one.what) for one in there if is_told(one.what)]
        shown = [part(one) for one in named[:_MOST_SHOWN]]
        if more := len(there) - len(shown):
            shown.append(part(ngettext("and {count} more", "and {count} more", more).format(count=more)))
        if awaited := len(evidence) - len(there):
            words = ngettext("{count} is awaited", "{count} are awaited", awaited)
            shown.append(part(words.format(count=awaited), brief=True))
        nothing = cell(part(_("nothing yet"), brief=True))
        lines.append((cell(part(phrase(subject, purpose))), cell(*shown) if shown else nothing))
    return table((_("Purpose"), _("What shows it")), lines) if subject.plan.results.evidence else ""


def _served(subject: Subject) -> Table | str:
    """Of each list that goals and meetings are held against, what they served so far, and what never."""
    counted: tuple[tuple[str, Mapping[Any, int]], ...] = (
        ("outcomes", outcomes_served(subject.plan)),
        ("principles", principles_served(subject.plan)),
        ("emphases", emphases_served(subject.plan)),
    )
    lines = []
    for field, served in counted:
        if not any(served.values()):
            continue
        so_far = [f"{told(subject, one)} ({count})" for one, count in served.items() if count]
        never = [told(subject, one) for one, count in served.items() if not count]
        heading = _("{some} of {all}").format(some=len(so_far), all=len(served))
        lines.append(
            (
                cell(part(subject.answers.label(Meeting, field)), part(heading, brief=True)),
                cell(part(_(", ").join(so_far))),
                cell(part(_(", ").join(never))),
            )
        )
    return table((_("What"), _("Served, and how often"), _("Not yet")), lines)


# --- next actions ----------------------------------------------------------------------------------------------------


def _todos(subject: Subject) -> list[Todo]:
    return sorted((one for one in open_todos(subject.plan) if is_told(one.note)), key=lambda one: by_day(one.by))


def _todo_table(subject: Subject, todos: Sequence[Todo]) -> Table | str:
    label = subject.answers.label
    lines = [
        (
            cell(part(phrase(subject, one.note))),
            cell(part(text(one.owner))),
            cell(part(day_words(subject, one.by))),
        )
        for one in todos
    ]
    return table((_("What"), label(Todo, "owner"), label(Todo, "by")), lines)


def _carried(subject: Subject) -> Iterator[str]:
    """What the last meeting that was written down left for the next."""
    for _day, meeting, _names in written_down(subject.plan)[:1]:
        yield from (phrase(subject, one) for one in rows(meeting.next_time) if is_told(one))


def _rounds(subject: Subject) -> Iterator[Drawing]:
    """The inquiries that go on, each as a ring with what was said of its steps."""
    given: list[Cycle] = [one for one in rows(subject.plan.results.cycles) if any(steps_told(one))]
    going_on = [one for one in given if _goes_on(subject, one)]
    models = subject.view.subjects.models
    for number, cycle in enumerate(going_on[:_MOST_ROUNDS], 1):
        title = phrase(subject, cycle.title) or _("What we are trying out")
        yield draw_cycle(f"inquiry-{number}", title, model_of_inquiry(cycle, models), steps_told(cycle))


def _goes_on(subject: Subject, cycle: Cycle) -> bool:
    return not isinstance(cycle.ends, dt.date) or cycle.ends >= subject.today


def _cycles(subject: Subject, going_on: bool) -> Table | str:
    """Inquiries that go on, or those that are over."""
    label = subject.answers.label
    lines: list[tuple[Cell, ...]] = []
    for cycle in rows(subject.plan.results.cycles):
        if _goes_on(subject, cycle) is not going_on:
            continue
        days = [day_words(subject, day) for day in (cycle.begins, cycle.ends) if is_told(day)]
        lines.append(
            (
                cell(part(phrase(subject, cycle.title)), part(told(subject, cycle.method), brief=True)),
                cell(part(_(" to ").join(days))),
                cell(*_steps(subject, cycle)),
            )
        )
    return table((label(Cycle, "title"), _("When"), _("So far")), lines)


def _steps(subject: Subject, cycle: Cycle) -> Iterator[CellPart]:
    for name in (*InquiryStep, *ImprovementStep):
        if isinstance(value := getattr(cycle, name), str) and is_told(value):
            yield part(value, subject.answers.label(Cycle, name))


# --- challenges ------------------------------------------------------------------------------------------------------


def _weak(looked: Sequence[Sequence[Look]]) -> Iterator[str]:
    """What should be looked after, as the last looks tell."""
    for found in looked:
        for seen in found[-1].weak:
            assert seen.level is not None
            yield _("{item} ({level})").format(item=seen.item.name, level=seen.level.label.lower())


def _risks(subject: Subject) -> Table | str:
    label = subject.answers.label
    lines = [
        (
            cell(part(phrase(subject, one.risk))),
            cell(part(text(one.sign))),
            cell(part(text(one.response))),
            cell(part(text(one.owner))),
        )
        for one in rows(subject.plan.life.risks)
        if is_told(one.risk)
    ]
    return table([label(Risk, name) for name in ("risk", "sign", "response", "owner")], lines)


def _drifts(subject: Subject) -> Iterator[str]:
    """Whose part has changed: only for those who lead, since it speaks of single people."""
    if subject.audience is not SeenBy.LEADERS:
        return
    for one in drifts(subject.plan):
        yield drift_words(one, subject.answers.words(one.level))


def drift_words(drift: Drift, level: str) -> str:
    """What is to be said of somebody whose coming does not fit the circle; it changes nobody's place."""
    if drift.inward:
        words = _("{name} ({level}) came to {came} of the last {of}. What brought {name} further in?")
    else:
        words = _("{name} ({level}) came to {came} of the last {of}. What would bring {name} back in?")
    return words.format(name=drift.name, level=level.lower(), came=drift.came, of=drift.of)


# --- infrastructure --------------------------------------------------------------------------------------------------


def _carries(subject: Subject) -> Form | str:
    return form(rows_at(subject, *_CARRIES))

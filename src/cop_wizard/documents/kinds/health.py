"""How the community is: where it stands, what is to be done, what is hard, what carries it.

Made of the plan's reviews, of what was written down after meetings, of its to-dos and its risks. Sources: the
instruments that were used; Killion handout items S3.17 (disorders) and S3.25 (conditions).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import by_day, day_words, meetings_so_far
from cop_wizard.documents.content.facts import Fact, open_todos, rows
from cop_wizard.documents.content.forms import cell, form, part, rows_at, text
from cop_wizard.documents.content.shapes import Cell, CellPart, Form, Table
from cop_wizard.documents.content.telling import phrase, table, told
from cop_wizard.documents.pictures.bars import draw_bars
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.ladder import draw_ladder
from cop_wizard.documents.pictures.of_plan.looks import marks_of, means, seeing
from cop_wizard.documents.pictures.radar import FEWEST, draw_radar
from cop_wizard.documents.pictures.trend import draw_trend
from cop_wizard.documents.pictures.wheel import draw_wheel
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _, ngettext
from cop_wizard.instruments.seen import Course, Look, Seen, course, goodness, looks, reviews_of
from cop_wizard.plan.attendance import Drift, drifts, written_down
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.life import Risk
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.results import Cycle
from cop_wizard.plan.reviews import Rating
from cop_wizard.wording import date_words

_MOST_LOOKS = 4
_TREND = 3
"""So many looks make a line that says something."""
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
_WORDS = ("evidence", "example", "signs", "response", "characteristics", "supports", "note")


@dataclass(frozen=True, slots=True)
class Report:
    """What one instrument showed: when, how many answered, pictures, a table of the items, what changed."""

    title: str
    when: str
    pictures: tuple[Drawing, ...]
    items: Table | str
    better: tuple[str, ...]
    worse: tuple[str, ...]
    source: str


def gather(subject: Subject) -> Mapping[str, Any]:
    """The four parts. Raises `NothingToShow` where nobody has looked at the community or written down a meeting."""
    looked = _looks(subject)
    todos, risks, weak = _todos(subject), _risks(subject), list(_weak(looked))
    if not looked and not written_down(subject.plan):
        raise NothingToShow(
            _("Nobody has looked at this community yet, nor written down who came to a meeting."),
            _("Begin with `cop review`, or with `cop log` after a meeting."),
        )
    return {
        "figures": list(_figures(subject, todos)),
        "looks": [_report(subject, found) for found in looked],
        "stage": form(rows_at(subject, "life.stage", "life.phase", "life.status")),
        "todos": _todo_table(subject, todos),
        "carried": list(_carried(subject)),
        "cycles": _cycles(subject),
        "review_on": day_words(subject, subject.plan.life.review_on),
        "weak": weak,
        "risks": risks,
        "drifts": list(_drifts(subject)),
        "carries": _carries(subject),
        "sources": tuple(dict.fromkeys(found[-1].instrument.source for found in looked)),
    }


# --- where we are ----------------------------------------------------------------------------------------------------


def _looks(subject: Subject) -> list[list[Look]]:
    """For each instrument that was used its looks, the oldest first; the one that was used last comes first."""
    held = reviews_of(subject.plan)
    found = [looks(held, instrument) for instrument in subject.instruments.values()]
    return sorted((one for one in found if one), key=lambda one: _sortable(one[-1]), reverse=True)[:_MOST_LOOKS]


def _sortable(look: Look) -> dt.date:
    return look.on if isinstance(look.on, dt.date) else dt.date.min


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


def _report(subject: Subject, found: Sequence[Look]) -> Report:
    look, before = found[-1], found[-2] if len(found) > 1 else None
    instrument = look.instrument
    day = date_words(look.on) if isinstance(look.on, dt.date) else look.on
    count = ngettext("{count} answer", "{count} answers", len(look.reviews)).format(count=len(look.reviews))
    changes = [(seen, course(before.of(seen.item.id), seen)) for seen in look.seen] if before else []
    return Report(
        instrument.title,
        _("{day}, {count}").format(day=day, count=count) if len(look.reviews) > 1 else day,
        tuple(_pictures(subject, found)),
        _items(subject, look, before),
        tuple(seen.item.name for seen, change in changes if change is Course.BETTER),
        tuple(seen.item.name for seen, change in changes if change is Course.WORSE),
        subject.guide.cite(instrument.source, instrument.where),
    )


def _pictures(subject: Subject, found: Sequence[Look]) -> Iterator[Drawing]:
    look, before = found[-1], found[-2] if len(found) > 1 else None
    seen = seeing(look, before)
    models = subject.view.subjects.models
    if look.instrument.id == "nine-design-principles":
        yield draw_wheel(models.principles, marks_of(look))
    elif look.instrument.id == "collaboration-levels":
        yield draw_ladder(models.collaboration, marks_of(look))
    elif _has_web(look):
        yield draw_radar(seen)
    if seen.answers > 1 and seen.spokes:
        yield draw_bars(seen)
    line = means(found)
    if len(line) >= _TREND and _has_web(look):
        yield draw_trend(look.instrument.id, _("From look to look"), line)


def _has_web(look: Look) -> bool:
    """Whether further out is better: not where the levels only say how far along one is."""
    return len([seen for seen in look.seen if goodness(seen) is not None]) >= FEWEST


def _items(subject: Subject, look: Look, before: Look | None) -> Table | str:
    """The items with what was said of them; those of which only the level is known, where no picture shows it."""
    lines = [
        (
            cell(part(seen.item.name)),
            cell(part(_standing(seen, before))),
            cell(*words),
        )
        for seen in look.seen
        if seen.ratings and ((words := list(_said(subject, seen))) or not _has_web(look))
    ]
    return table((_("What"), _("How far"), _("What was said")), lines)


def _standing(seen: Seen, before: Look | None) -> str:
    if seen.level is None:
        return ""
    was = before.of(seen.item.id) if before else None
    change = course(was, seen)
    words = {
        Course.BETTER: _("better than before"),
        Course.WORSE: _("not as good as before"),
        Course.SAME: _("as before"),
    }
    told = words.get(change, "")
    return _("{level}, {change}").format(level=seen.level.label, change=told) if told else seen.level.label


def _said(subject: Subject, seen: Seen) -> Iterator[CellPart]:
    for rating in seen.ratings:
        for name in _WORDS:
            value = getattr(rating, name)
            if is_told(value) and isinstance(value, str):
                label = subject.answers.label(Rating, name) if name in ("response", "supports") else ""
                yield part(value, label, brief=bool(label))


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


def _cycles(subject: Subject) -> Table | str:
    """Inquiries that go on, or that ended last."""
    label = subject.answers.label
    lines: list[tuple[Cell, ...]] = []
    for cycle in rows(subject.plan.results.cycles):
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
    names = ("plan", "do", "study", "act", "analyze", "set_goals", "learn", "implement", "monitor")
    for name in names:
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

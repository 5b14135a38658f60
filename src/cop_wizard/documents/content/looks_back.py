"""What looks at the community showed: for each instrument pictures, what was said of its items, and what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.forms import cell, part
from cop_wizard.documents.content.shapes import CellPart, Table
from cop_wizard.documents.content.telling import table
from cop_wizard.documents.pictures.bars import draw_bars
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.ladder import draw_ladder
from cop_wizard.documents.pictures.of_plan.looks import marks_of, means, seeing
from cop_wizard.documents.pictures.radar import FEWEST, draw_radar
from cop_wizard.documents.pictures.trend import draw_trend
from cop_wizard.documents.pictures.wheel import draw_wheel
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _, ngettext
from cop_wizard.instruments.seen import Course, Look, Seen, course, goodness, looks, reviews_of
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.reviews import Rating
from cop_wizard.wording import date_words

_MOST_LOOKS = 6
_TREND = 3
"""So many looks make a line that says something."""
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


def looks_at(subject: Subject) -> list[list[Look]]:
    """For each instrument that was used its looks, the oldest first; the one that was used last comes first."""
    held = reviews_of(subject.plan)
    found = [looks(held, instrument) for instrument in subject.instruments.values()]
    return sorted((one for one in found if one), key=lambda one: _sortable(one[-1]), reverse=True)[:_MOST_LOOKS]


def _sortable(look: Look) -> dt.date:
    return look.on if isinstance(look.on, dt.date) else dt.date.min


def report_of(subject: Subject, found: Sequence[Look]) -> Report:
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
        Course.SAME: _("as before") if was and was.level and was.level.id == seen.level.id else _("much as before"),
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

"""What was seen at a look, on a terminal: bars with their words, what changed, what to do, where to do it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cop_wizard.cli.page import NARROW, Page
from cop_wizard.i18n import _, ngettext
from cop_wizard.instruments.seen import Course, Look, Seen, course, goodness
from cop_wizard.visible import visible_line
from cop_wizard.wording import date_words, listed

if TYPE_CHECKING:
    from rich.table import Table

    from cop_wizard.checks.runner import Report

_BAR = 12
_MARKS = {Course.NEW: "", Course.SAME: "=", Course.BETTER: "↑", Course.WORSE: "↓", Course.MOVED: "→"}


def show_look(look: Look, before: Look | None, report: Report) -> None:
    """Write what was seen at ``look``, and what changed since the look ``before``."""
    page = Page()
    page.heading(look.instrument.title)
    page.say(_dates(look, before), "dim")
    page.gap()
    answered = [seen for seen in look.seen if seen.ratings]
    if any(seen.item.levels for seen in answered):
        page.show(_bars(answered, before, page.width))
    else:
        page.pairs([(visible_line(seen.item.name), _words(seen)) for seen in answered])
    for heading, entries in _below(look, before, report):
        page.gap()
        page.say(heading, "bold")
        for entry in entries:
            page.say(entry, indent=2)


def show_counts(look: Look) -> None:
    """Write how many chose which level of each item."""
    page = Page()
    count = len(look.reviews)
    answers = ngettext("{count} answer", "{count} answers", count).format(count=count)
    page.heading(f"{look.instrument.title} · {answers}")
    page.pairs([(visible_line(seen.item.name), _counted(seen)) for seen in look.seen if seen.ratings])
    page.gap()


def look_data(found: Sequence[Look]) -> dict[str, Any]:
    """The last of the looks by one instrument as plain data, with what changed since the one before it.

    ``mean`` goes from 0 for the lowest level to 1 for the highest. Keys stay as they are; new ones may come.
    """
    look, before = found[-1], found[-2] if len(found) > 1 else None
    return {
        "instrument": look.instrument.id,
        "title": look.instrument.title,
        "on": str(look.on),
        "before": str(before.on) if before else None,
        "answers": len(look.reviews),
        "items": [_item_data(seen, before.of(seen.item.id) if before else None) for seen in look.seen if seen.ratings],
    }


def _item_data(seen: Seen, was: Seen | None) -> dict[str, Any]:
    return {
        "item": seen.item.id,
        "name": seen.item.name,
        "level": seen.level.id if seen.level else None,
        "mean": seen.mean,
        "votes": {level.id: count for level, count in zip(seen.item.levels, seen.votes, strict=True)},
        "mean_before": was.mean if was else None,
        "course": course(was, seen).value,
        "calls": seen.calls,
    }


def _counted(seen: Seen) -> str:
    chosen = [(level, count) for level, count in zip(seen.item.levels, seen.votes, strict=True) if count]
    return _(", ").join(f"{level.label} {count}" for level, count in chosen) or _words(seen)


def _dates(look: Look, before: Look | None) -> str:
    count = len(look.reviews)
    people = ngettext("{count} answer", "{count} answers", count).format(count=count) if count > 1 else ""
    since = _("compared with {day}").format(day=_day(before)) if before else ""
    return " · ".join(part for part in (_day(look), people, since) if part)


def _day(look: Look) -> str:
    return date_words(look.on) if isinstance(look.on, dt.date) else look.on


def _bars(answered: list[Seen], before: Look | None, wide: int) -> Table:
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(ratio=None)
    if wide >= NARROW:
        table.add_column(width=_BAR)
    table.add_column()
    for seen in answered:
        fine = goodness(seen)
        share = seen.mean if fine is None else fine
        bar = ProgressBar(
            total=1.0,
            completed=share or 0.0,
            width=_BAR,
            complete_style="yellow" if seen.calls else "cyan",
            finished_style="green",
        )
        cells = [Text(visible_line(seen.item.name))]
        if wide >= NARROW:
            cells.append(bar)  # type: ignore[arg-type]  # a table takes whatever can be shown
        table.add_row(*cells, Text(_standing(seen, before), style="yellow" if seen.calls else ""))
    return table


def _standing(seen: Seen, before: Look | None) -> str:
    """Its level, how far the answers lie apart, and what it was before."""
    if seen.level is None:
        return _("nobody could say")
    said = seen.level.label
    if seen.spread:
        low, high = seen.spread
        said = _("{level} (from {low} to {high})").format(level=said, low=_small(low.label), high=_small(high.label))
    was = before.of(seen.item.id) if before else None
    change = course(was, seen)
    if was is None or was.level is None or change is Course.NEW:
        return said
    if change is Course.SAME or was.level.id == seen.level.id:
        return f"{_MARKS[change]} {said}"
    return _("{mark} {level}, was {before}").format(mark=_MARKS[change], level=said, before=_small(was.level.label))


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _words(seen: Seen) -> str:
    rating = seen.ratings[0]
    said = (rating.note, rating.evidence, rating.example)
    return next((visible_line(one) for one in said if isinstance(one, str)), "")


def _below(look: Look, before: Look | None, report: Report) -> Iterator[tuple[str, list[str]]]:
    changes = [(seen, course(before.of(seen.item.id), seen)) for seen in look.seen] if before else []
    for wanted, heading in ((Course.BETTER, _("Better than last time")), (Course.WORSE, _("Not as good as last time"))):
        names = [visible_line(seen.item.name) for seen, change in changes if change is wanted]
        if names:
            yield heading, [listed(names)]
    todos = report.plan.todo if report.plan and isinstance(report.plan.todo, list) else []
    done = {one.note for one in todos if one.done is not None}
    steps = [step for seen in look.seen for step in _steps(seen, done)]
    if steps:
        yield _("What you will do"), steps
    places = list(_places(look, report))
    if places:
        yield _("Where your plan speaks of it"), places


def _steps(seen: Seen, done: Collection[object]) -> Iterator[str]:
    """The next steps that were settled and are not ``done``."""
    for rating in seen.ratings:
        if not isinstance(rating.next_step, str) or rating.next_step in done:
            continue
        by = rating.by
        when = date_words(by) if isinstance(by, dt.date) else str(by) if isinstance(by, str) else ""
        owner = rating.owner if isinstance(rating.owner, str) else ""
        further = [part for part in (owner, _("by {date}").format(date=when) if when else "") if part]
        yield visible_line(f"{rating.next_step} ({', '.join(further)})" if further else rating.next_step)


def _places(look: Look, report: Report) -> Iterator[str]:
    """For what is weakest: the questions of the plan that concern it, and the advice there is on them."""
    told: set[str] = set()
    for seen in look.weak[:3]:
        for asks in seen.item.concerns:
            question = report.guide.question(asks) if report.guide else None
            if question is None or asks in told:
                continue
            told.add(asks)
            yield _("{name}: {question} (cop edit {file} {place})").format(
                name=visible_line(seen.item.name), question=question.title, file=report.path, place=asks
            )
            path = tuple(asks.split("."))
            for one in report.advice:
                if one.path[: len(path)] == path:
                    yield visible_line(f"  {one.code}: {one.message}")

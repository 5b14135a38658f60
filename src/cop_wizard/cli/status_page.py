"""What ``cop status`` shows: bars with their numbers, the next question, the things put off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cop_wizard.checks.todos import put_off
from cop_wizard.cli.guide_pages import headings
from cop_wizard.cli.life import life_of
from cop_wizard.cli.life_page import life_entries
from cop_wizard.cli.plans import today
from cop_wizard.i18n import _, ngettext
from cop_wizard.progress import Standing, State, share
from cop_wizard.visible import visible_line

if TYPE_CHECKING:
    from rich.table import Table

    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Section

_BAR, _ROOM_FOR_BARS = 20, 60


def overview(report: Report) -> dict[str, Any]:
    """The state of a plan as plain data. Keys stay as they are; new ones may come."""
    upcoming = next_question(report)
    return {
        "file": str(report.path),
        "title": title(report),
        "guide": report.guide.name if report.guide else None,
        "mistakes": len(report.errors),
        **_counts(report.standings),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "chapter": section.deeper,
                **_counts(_of(report, section.id)),
            }
            for section in report.sections
        ],
        "next": {"question": upcoming.question.asks, "prompt": upcoming.question.prompt} if upcoming else None,
        "todo": [
            {"question": todo.question, "note": todo.note, "owner": todo.owner, "by": todo.by}
            for todo in put_off(report.data, report.standings)
            if not todo.answered
        ],
        "life": life_of(report.plan, report.guide, report.path.parent, today())
        if report.plan and report.guide
        else None,
    }


def _life(report: Report) -> dict[str, Any] | None:
    """The community's life; ``None`` where the plan has mistakes."""
    if report.plan is None or report.guide is None:
        return None
    return life_of(report.plan, report.guide, report.path.parent, today())


def _counts(standings: list[Standing] | tuple[Standing, ...]) -> dict[str, int]:
    so_far = share(standings)
    later = sum(standing.state is State.LATER for standing in standings)
    return {
        "answered": so_far.settled,
        "asked": so_far.asked,
        "percent": so_far.percent if so_far.asked else 0,
        "later": later,
    }


def title(report: Report) -> str:
    """The community's name, or that there is none yet."""
    named = report.data.get("title") if isinstance(report.data, dict) else None
    return visible_line(named) if isinstance(named, str) and named.strip() else _("A community without a name yet")


def next_question(report: Report) -> Standing | None:
    """The first question that is open; what has to be answered comes before what can be."""
    open_ones = [standing for standing in report.standings if standing.state is State.OPEN]
    return next((standing for standing in open_ones if standing.question.required), next(iter(open_ones), None))


def show(report: Report) -> None:
    """Write the state of a plan for people."""
    from cop_wizard.cli.page import Page

    page = Page()
    guide = visible_line(report.guide.title) if report.guide else ""
    page.say(title(report), "bold")
    page.say(f"{visible_line(str(report.path))} · {guide}", "dim")
    page.gap()
    page.show(_bars(report, page.width))
    for heading, entries in _below(report):
        page.gap()
        page.say(heading, "bold")
        for entry in entries:
            page.say(entry, indent=2)


def _bars(report: Report, wide: int) -> Table:
    """A row for each section and one for the whole: its name, a bar where there is room, and the numbers."""
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(ratio=None)
    if wide >= _ROOM_FOR_BARS:
        table.add_column(width=_BAR)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    walked = [section for section in report.sections if not section.deeper]
    rows = [(heading, _of(report, section.id)) for section, heading in headings(walked)]
    for heading, standings in [*rows, (_("The whole plan"), list(report.standings))]:
        so_far = share(standings)
        style = "green" if so_far.percent == 100 else ""
        bar = ProgressBar(
            total=so_far.asked or 1,
            completed=so_far.settled if so_far.asked else 1,
            width=_BAR,
            complete_style="cyan",
            finished_style="green",
        )
        table.add_row(
            Text(heading, style="bold" if standings == list(report.standings) else ""),
            *([bar] if wide >= _ROOM_FOR_BARS else []),
            Text(_amount(standings), style=style),
            Text(f"{so_far.percent} %" if so_far.asked else "", style=style),
        )
    return table


def _amount(standings: list[Standing]) -> str:
    so_far = share(standings)
    if so_far.asked:
        return _("{settled} of {asked}").format(settled=so_far.settled, asked=so_far.asked)
    return _("later") if any(standing.state is State.LATER for standing in standings) else _("not asked")


def _below(report: Report) -> Iterator[tuple[str, list[str]]]:
    """What stands under the bars: mistakes, the next question, the to-dos, and what comes later."""
    file = visible_line(str(report.path))
    if report.errors:
        count = len(report.errors)
        said = ngettext("There is {count} mistake in the plan", "There are {count} mistakes in the plan", count)
        yield said.format(count=count), [_("To see what is wrong: cop validate {file}").format(file=file)]
    upcoming = next_question(report)
    if upcoming is not None:
        from cop_wizard.cli.asking import command_line, program

        go_on = _("{command} goes on from there.").format(command=command_line([*program(), "new", file]))
        asked = visible_line(f"{upcoming.question.prompt} ({upcoming.section.title})")
        yield _("Next"), [asked, go_on]
    todos = [visible_line(todo.what) for todo in put_off(report.data, report.standings) if not todo.answered]
    if todos:
        yield _("Put off"), todos
    if report.plan and report.guide:
        yield from life_entries(_life(report) or {}, file, report.guide)
    begun = [entry for section in report.sections if section.deeper and (entry := _chapter(report, section))]
    if begun:
        yield _("Gone deeper"), [_(", ").join(begun)]
    later = sum(standing.state is State.LATER for standing in report.standings)
    if later:
        said = ngettext("{count} question has time", "{count} questions have time", later).format(count=later)
        yield _("Later"), [said + " " + _("until the community meets, or until it looks back.")]
    if report.passes(strict=True) and upcoming is None:
        yield _("All answered"), [_("cop render {file} makes a page of it.").format(file=file)]


def _chapter(report: Report, section: Section) -> str:
    """A chapter with the number of its answers; "" where nothing is in it."""
    answered = share(_of(report, section.id)).settled
    return f"{visible_line(section.title)} ({answered})" if answered else ""


def _of(report: Report, section: str) -> list[Standing]:
    return [standing for standing in report.standings if standing.section.id == section]

"""What ``cop status`` shows: bars with their numbers, the next question, the things put off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cop_wizard.checks.todos import put_off
from cop_wizard.cli.guide_pages import headings
from cop_wizard.cli.life import life_of
from cop_wizard.cli.plans import today
from cop_wizard.i18n import _, ngettext
from cop_wizard.progress import Standing, State, share
from cop_wizard.visible import visible_line
from cop_wizard.wording import date_words

if TYPE_CHECKING:
    from rich.table import Table

    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Section

_BAR, _ROOM_FOR_BARS = 20, 60
_MOST = 8
"""As many things to do as are shown."""


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
        "life": life_of(report.plan, report.guide, today()) if report.plan and report.guide else None,
    }


def _counts(standings: list[Standing] | tuple[Standing, ...]) -> dict[str, int]:
    so_far = share(standings)
    later = sum(standing.state is State.LATER for standing in standings)
    return {"answered": so_far.settled, "asked": so_far.asked, "percent": so_far.percent, "later": later}


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
        yield from _life(life_of(report.plan, report.guide, today()), report)
    begun = [entry for section in report.sections if section.deeper and (entry := _chapter(report, section))]
    if begun:
        yield _("Gone deeper"), [_(", ").join(begun)]
    later = sum(standing.state is State.LATER for standing in report.standings)
    if later:
        said = ngettext("{count} question has time", "{count} questions have time", later).format(count=later)
        yield _("Later"), [said + " " + _("until the community meets, or until it looks back.")]
    if report.passes(strict=True) and upcoming is None:
        yield _("All answered"), [_("cop render {file} makes a page of it.").format(file=file)]


def _life(life: dict[str, Any], report: Report) -> Iterator[tuple[str, list[str]]]:
    """What a living community has to show: nothing, before it has met."""
    file = visible_line(str(report.path))
    if meeting := life["next_meeting"]:
        topics = visible_line(meeting["topics"])
        day = _day(meeting["date"])
        yield _("Next meeting"), [f"{day}: {topics}" if topics else day]
    if missing := life["not_written_down"]:
        days = _(", ").join(map(_day, missing[-3:]))
        said = _("Nothing is written down of {days}. It takes two minutes: cop log {file}").format(days=days, file=file)
        yield _("After the meeting"), [said]
    if steps := [_step(one) for one in life["to_do"] if not one["question"]]:
        yield _("To do"), steps[:_MOST]
    if looks := [_look(one) for one in life["looks"]]:
        yield _("What you saw"), looks
    if any(one["there"] for one in life["evidence"]):
        yield _("What shows that it works"), [_shown(one) for one in life["evidence"]]
    if life["risks"]:
        yield _("Risks you watch for"), [_(", ").join(map(visible_line, life["risks"]))]
    if moved := [_moved(one, report) for one in life["moved"]]:
        yield _("Who has moved"), moved
    if not_yet := list(_not_served(life, report)):
        yield _("Not served yet"), not_yet
    if life["could_become"] and life["attendance"]:
        names = _(", ").join(visible_line(one["name"]) for one in life["could_become"])
        begin = _("Begin one with what works here: cop new other.yaml --from {file}").format(file=file)
        yield _("What could become a community of practice"), [names, begin]
    if life["review_on"]:
        yield _("Next time you look back"), [_day(life["review_on"])]


def _day(words: str) -> str:
    import datetime as dt

    try:
        return date_words(dt.date.fromisoformat(words))
    except ValueError:
        return visible_line(words)


def _step(step: dict[str, Any]) -> str:
    late = _("late") if step["late"] else ""
    by = _("by {date}").format(date=_day(step["by"])) if step["by"] else ""
    further = [part for part in (step["owner"], by, late) if part]
    return visible_line(f"{step['note']} ({', '.join(further)})" if further else step["note"])


def _look(look: dict[str, Any]) -> str:
    said = _("{title}, {day}").format(title=look["title"], day=_day(str(look["on"])))
    changes = [
        _("{count} better").format(count=look["better"]) if look["better"] else "",
        _("{count} not as good").format(count=look["worse"]) if look["worse"] else "",
        _("to be looked after: {names}").format(names=_(", ").join(look["weak"][:3])) if look["weak"] else "",
    ]
    told = [change for change in changes if change]
    return visible_line(f"{said}: {'; '.join(told)}" if told else said)


def _shown(evidence: dict[str, Any]) -> str:
    said = _("{purpose}: {there} of {pieces} pieces of evidence say something")
    if not evidence["pieces"]:
        said = _("{purpose}: no evidence is planned")
    return visible_line(said.format(**evidence))


def _moved(moved: dict[str, Any], report: Report) -> str:
    """What is asked about somebody whose coming does not fit the circle; nobody's place is changed by it."""
    words = _("{name} is {level}, and came to {came} of the last {of}. What would bring {name} back in?")
    if moved["inward"]:
        words = _("{name} is {level}, and came to {came} of the last {of}. What brought {name} further in?")
    assert report.guide is not None
    level = report.guide.vocabulary.choices["Level"][moved["level"]].label.lower()
    return visible_line(words.format(**{**moved, "level": level}))


def _not_served(life: dict[str, Any], report: Report) -> Iterator[str]:
    """Of the lists that goals and meetings are held against, what none of them serves, once one of them serves any."""
    kinds = (
        ("outcomes", "LearningOutcome", _("Learning outcomes")),
        ("principles", "GuidingPrinciple", _("Guiding principles")),
        ("emphases", "Emphasis", _("What meetings rest on")),
    )
    assert report.guide is not None
    for key, kind, heading in kinds:
        served = life["served"][key]
        missing = [one for one, count in served.items() if not count]
        if 0 < len(missing) < len(served):
            labels = report.guide.vocabulary.choices[kind]
            yield f"{heading}: {_(', ').join(labels[one].label for one in missing)}"


def _chapter(report: Report, section: Section) -> str:
    """A chapter with the number of its answers; "" where nothing is in it."""
    answered = share(_of(report, section.id)).settled
    return f"{visible_line(section.title)} ({answered})" if answered else ""


def _of(report: Report, section: str) -> list[Standing]:
    return [standing for standing in report.standings if standing.section.id == section]

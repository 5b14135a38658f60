"""``cop log``: after a meeting, who came and what came of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.logged_meeting import place_in, place_of, plan_of, written_down
from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.plan.collaborative_plan import Meeting
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile

_ANOTHER = "+another"


def log(
    plan: OnePlan = PLAN,
    meeting: Annotated[
        str,
        typer.Argument(metavar="[MEETING]", help=_("Which meeting: its day or its number. Without it: the last one.")),
    ] = "",
    answers: Annotated[
        Path | None, typer.Option("--answers", metavar="FILE", help=_("Take the log from a file, and ask nothing."))
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Write down after a meeting who came, what was decided and learned, and what goes to the next one."""
    from cop_wizard.cli.asking import plain_mode

    if answers is not None:
        from cop_wizard.cli.log_answers import log_from_file

        return log_from_file(plan, meeting, answers)
    return _ask(plan, meeting, plain_mode(plain, "cop log PLAN --answers FILE"))


def _ask(path: Path, name: str, by_lines: bool) -> int:
    from cop_wizard.cli.asking import open_plan, say_saved, session
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.recent import remember
    from cop_wizard.wizard.planfile import Written

    written = Written()
    file, guide = open_plan(path, written)
    unplanned = _unplanned(file, path, name, today()) if name else None
    remember(path)
    code = session(file, guide, by_lines, lambda desk: _log(desk, path, name, unplanned))
    say_saved(file.path, written.yes, "log", *([name] if name else []))
    return code


def _unplanned(file: PlanFile, path: Path, name: str, today: dt.date) -> Meeting | None:
    """A meeting of the day that is named, where the plan has none and the day is over. Raises `WrongUse` for others."""
    from cop_wizard.errors import WrongUse
    from cop_wizard.plan.collaborative_plan import Meeting

    try:
        place_of(file, path, name, today)
    except WrongUse:
        try:
            meeting = Meeting.model_validate({"date": name})
        except ValueError:
            meeting = None
        if meeting is None or not isinstance(meeting.date, dt.date) or meeting.date > today:
            raise
        return meeting
    return None


def _log(desk: Desk, path: Path, name: str, unplanned: Meeting | None) -> None:
    """Find the meeting, and ask about it."""
    place: int | Meeting | None
    if unplanned is not None:
        place = unplanned if _agreed(desk, unplanned) else None
    else:
        place = place_of(desk.file, path, name, desk.today) if name else _chosen(desk, path)
    if place is None:
        return
    new = not isinstance(place, int)
    place = written_down(desk, place) if not isinstance(place, int) else place
    try:
        _ask_about(desk, path, place)
    finally:
        if new and set(_filled(desk, place)) <= {"date"}:  # nobody said anything of it
            desk.remove(("collaborative_plan", "meetings", place))


def _agreed(desk: Desk, meeting: Meeting) -> bool:
    """Whether a meeting that the plan does not have should be written down."""
    from cop_wizard.wizard.prompter import Ask, Option
    from cop_wizard.wording import date_words

    assert isinstance(meeting.date, dt.date)
    question = _("The plan has no meeting on {day}. Was there one?").format(day=date_words(meeting.date))
    options = [Option("yes", _("Yes, write it down")), Option("no", _("No, leave the plan as it is"))]
    return desk.prompter.pick(Ask(question=question, ways=frozenset()), options) == "yes"


def _filled(desk: Desk, place: int) -> list[str]:
    row = desk.value(("collaborative_plan", "meetings", place))
    return [key for key, value in row.items() if value not in (None, "", [])] if isinstance(row, dict) else []


def _ask_about(desk: Desk, path: Path, place: int) -> None:
    from cop_wizard.plan.parsing import iso_day
    from cop_wizard.wizard.logging_meeting import Log
    from cop_wizard.wording import date_words

    day = desk.value(("collaborative_plan", "meetings", place, "date"))
    known = iso_day(day)
    words = date_words(known) if known else str(day or "")
    log = Log(desk, place, words, lambda: _quorums(desk, path, place))
    if log.to_come:
        desk.prompter.show(_("The meeting of {day} is still to come.").format(day=words), "trouble")
    try:
        log.ask()
    finally:
        if desk.value(("collaborative_plan", "meetings", place, "record")):
            command = f"cop render {path} --document agenda --meeting {day}"
            desk.prompter.show(_("The minutes, as a page: {command}").format(command=command), "quiet")


def _chosen(desk: Desk, path: Path) -> int | Meeting | None:
    """Let the meeting be chosen, the last one first; ``None`` where the person leaves."""
    from cop_wizard.plan.choices import MeetingStatus
    from cop_wizard.plan.collaborative_plan import Meeting
    from cop_wizard.schedule.naming import planned
    from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option
    from cop_wizard.wording import date_words

    plan = plan_of(desk.file, path)
    past = [
        (one.date, one)
        for one in planned(plan)
        if isinstance(one.date, dt.date) and one.date <= desk.today and one.status is not MeetingStatus.CANCELLED
    ]
    past.sort(key=lambda pair: (pair[1].status is MeetingStatus.HELD, -pair[0].toordinal()))
    options = [
        Option(str(place), f"{date_words(day)}{_about(one)}", _("Written down already.") if one.attended else "")
        for place, (day, one) in enumerate(past[:12])
    ]
    options.append(Option(_ANOTHER, _("One that is not in the plan: today’s")))
    ask = Ask(question=_("Which meeting?"), default=options[0].value, ways=INSIDE)
    reply = desk.prompter.pick(ask, options)
    if isinstance(reply, Leave):
        return None
    if reply == _ANOTHER:
        return Meeting.model_validate({"date": desk.today.isoformat()})
    return place_in(plan, past[int(reply)][1])


def _about(meeting: Meeting) -> str:
    from cop_wizard.wording import one_line

    topics = one_line(meeting.topics)[:60] if isinstance(meeting.topics, str) else ""
    return f" · {topics}" if topics else ""


def _quorums(desk: Desk, path: Path, place: int) -> str:
    """For each decision that a rule with a quorum was named for, whether enough people were there."""
    from cop_wizard.plan.quorum import quorum_of

    plan = plan_of(desk.file, path)
    listed = plan.collaborative_plan.meetings
    meeting = listed[place] if isinstance(listed, list) else None
    if meeting is None:
        return ""
    said = []
    for one in meeting.decisions if isinstance(meeting.decisions, list) else []:
        found = quorum_of(plan, meeting, one)
        if found is not None:
            words = (
                _("{rule}: {there} were there, {needed} are needed.")
                if found.reached
                else _("{rule}: only {there} were there, {needed} are needed. Decide it again next time.")
            )
            said.append(words.format(rule=one.rule, there=found.there, needed=found.needed))
    return "\n  ".join(dict.fromkeys(said))

"""The questions of ``cop review``: which way to look, then each of its items, together or alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cop_wizard.cli.review_subject import chosen, known
from cop_wizard.i18n import _
from cop_wizard.values import value_at

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.reviewing import Reviewing, Which


T = TypeVar("T")


@dataclass(frozen=True)
class Who:
    """Who answers: ``name`` for oneself, ``anonymous``, or (with neither) all together, in the plan."""

    name: str
    anonymous: bool

    @property
    def alone(self) -> bool:
        """Whether one person answers, in a file of its own."""
        return self.anonymous or bool(self.name)


def ask(path: Path, name: str, by_lines: bool, who: Who) -> int:
    """Choose, ask, and say what was seen. Raises `WrongUse`, `FileTrouble` and `BrokenFile`."""
    from cop_wizard.cli.asking import open_plan, say_saved, session
    from cop_wizard.cli.recent import remember
    from cop_wizard.wizard.planfile import Written

    written = Written()
    plan, guide = open_plan(path, written)
    remember(path)
    instrument = known(name, guide, path)
    if instrument is None:
        instrument, code = _asked(plan, guide, by_lines, lambda desk: chosen(desk, path))
        if instrument is None:
            return code
    asked = instrument
    if not who.alone:
        code = session(plan, guide, by_lines, lambda desk: _look(desk, path, asked, who, written))
        say_saved(plan.path, written.yes, "review", asked.id)
        return code
    place, code = _asked(plan, guide, by_lines, lambda desk: _place(desk, path, asked, who))
    if place is None:
        return code
    file = _own_file(place, path)
    code = session(file, guide, by_lines, lambda desk: _look(desk, path, asked, who, written))
    _say_what_to_do(path, file, asked, who)
    return code


def _asked(plan: PlanFile, guide: Guide, by_lines: bool, ask: Callable[[Desk], T | None]) -> tuple[T | None, int]:
    """What a person chooses in a session at the plan, ``None`` where the person leaves; and the exit code."""
    from cop_wizard.cli.asking import session

    found: list[T | None] = []
    code = session(plan, guide, by_lines, lambda desk: found.append(ask(desk)))
    return (found[0] if found else None), code


def _place(desk: Desk, plan: Path, instrument: Instrument, who: Who) -> Path:
    """Where one person's answers go. Whoever stays unnamed is asked whether what was left half done is theirs."""
    from cop_wizard.cli.review_together import anonymous_files, file_of_one
    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.prompter import Ask, Leave, Option

    if not who.anonymous:
        return file_of_one(plan, instrument.id, who.name)
    new, half_done = anonymous_files(plan, instrument)
    if half_done is None:
        return new
    question = _("Somebody who stays unnamed has begun and not finished. Is that you?")
    options = [Option("new", _("No, I begin")), Option("mine", _("Yes, I go on with it"))]
    reply = desk.prompter.pick(Ask(question=question, where=instrument.title, ways=frozenset()), options)
    if isinstance(reply, Leave):
        raise SaveAndLeave
    return half_done if reply == "mine" else new


def _say_what_to_do(plan: Path, file: PlanFile, instrument: Instrument, who: Who) -> None:
    """What to do with a file of one's own, and how to go on; one that nobody wrote anything into is gone."""
    from cop_wizard.cli.asking import command_line, program, short_path
    from cop_wizard.cli.screen import say

    if not value_at(file.data, ("reviews",)) and not file.path.with_name(f".{file.path.name}.draft").exists():
        file.path.unlink(missing_ok=True)
        say(_("Nothing was changed."))
        return
    say(_("Saved in {path}.").format(path=file.path.resolve()), "good")
    say(_("Send this file to whoever leads your community, or leave it where it is."))
    me = ["--anonymous"] if who.anonymous else ["--as", who.name]
    go_on = command_line([*program(), "review", short_path(plan), instrument.id, *me])
    say(_("Go on at any time with: {command}").format(command=go_on))


def _own_file(path: Path, plan: Path) -> PlanFile:
    """The file of one person's answers, which is begun where it is not there yet."""
    from cop_wizard.cli.review_together import begin_file
    from cop_wizard.wizard.planfile import ONE_PERSONS_REVIEW, PlanFile

    if not path.exists():
        begin_file(path, plan)
    return PlanFile.open(path, form=ONE_PERSONS_REVIEW)


def _look(desk: Desk, path: Path, instrument: Instrument, who: Who, written: Written) -> None:
    from cop_wizard.plan.reviews import ANONYMOUS
    from cop_wizard.wizard.reviewing import Reviewing

    _introduce(desk, instrument)
    reviewing = Reviewing(desk, instrument, _which(desk, instrument, ANONYMOUS if who.anonymous else who.name))
    reviewing.ask()
    if not who.alone:
        _follow_up(reviewing, path, written)


def _follow_up(reviewing: Reviewing, path: Path, written: Written) -> None:
    from cop_wizard.cli.plans import check_text
    from cop_wizard.cli.review_page import show_look
    from cop_wizard.instruments.seen import looks, reviews_of
    from cop_wizard.wizard.following_up import follow_up

    follow_up(reviewing)
    desk = reviewing.desk
    report = check_text(desk.file.text, path)
    found = looks(reviews_of(report.plan), reviewing.instrument) if report.plan else []
    if written.yes and found:
        desk.prompter.show("")
        show_look(found[-1], found[-2] if len(found) > 1 else None, report)


def _which(desk: Desk, instrument: Instrument, by: str) -> Which:
    """The review to work on: today's; one that was left half done lately, if the person says so; else a new one."""
    import datetime as dt

    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.prompter import Ask, Leave, Option
    from cop_wizard.wizard.reviewing import Which, half_done
    from cop_wizard.wording import date_words

    new = Which(instrument.id, desk.today.isoformat(), by)
    begun = half_done(desk, instrument, by)
    if begun is None or begun.on == new.on:
        return new
    day = date_words(dt.date.fromisoformat(begun.on))
    question = _("You began this on {day}, and some of it is open. What would you like to do?").format(day=day)
    options = [Option("on", _("Go on with it")), Option("anew", _("Look anew, as of today"))]
    reply = desk.prompter.pick(Ask(question=question, where=instrument.title, ways=frozenset()), options)
    if isinstance(reply, Leave):
        raise SaveAndLeave
    return begun if reply == "on" else new


def _introduce(desk: Desk, instrument: Instrument) -> None:
    desk.prompter.show("\n" + instrument.title, "title")
    desk.prompter.show(instrument.about)
    desk.prompter.show("")

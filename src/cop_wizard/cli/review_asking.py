"""The questions of ``cop review``: which way to look, then each of its items, together or alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli.review_subject import chosen, known
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.reviewing import Reviewing, Which


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
    from cop_wizard.cli.asking import open_plan, session
    from cop_wizard.cli.recent import remember
    from cop_wizard.wizard.planfile import Written

    written = Written()
    plan, guide = open_plan(path, written)
    remember(path)
    found = [known(name, guide, path)]
    if found[0] is None:
        code = session(plan, guide, by_lines, lambda desk: found.append(chosen(desk, path)))
        if found[-1] is None:
            return code
    instrument = found[-1]
    assert instrument is not None
    file = _own_file(path, instrument, who, written) if who.alone else plan
    code = session(file, guide, by_lines, lambda desk: _look(desk, path, instrument, who, written))
    _say_saved(path, file.path, instrument.id, who, written)
    return code


def _say_saved(plan: Path, file: Path, name: str, who: Who, written: Written) -> None:
    """Everything is on disk; this is how to go on, and what to do with a file of one's own."""
    from cop_wizard.cli.asking import command_line, program, say_saved, short_path
    from cop_wizard.cli.screen import say

    if not who.alone:
        say_saved(file, written.yes, "review")
        return
    say(_("Saved in {path}.").format(path=file.resolve()), "good")
    say(_("Send this file to whoever leads your community, or leave it where it is."))
    me = ["--anonymous"] if who.anonymous else ["--as", who.name]
    go_on = command_line([*program(), "review", short_path(plan), name, *me])
    say(_("Go on at any time with: {command}").format(command=go_on))


def _own_file(plan: Path, instrument: Instrument, who: Who, written: Written) -> PlanFile:
    """The file of one person's answers, which is begun where it is not there yet."""
    from cop_wizard.cli.review_together import anonymous_file, begin_file, file_of_one
    from cop_wizard.wizard.planfile import ONE_PERSONS_REVIEW, PlanFile

    path = anonymous_file(plan, instrument) if who.anonymous else file_of_one(plan, instrument.id, who.name)
    if not path.exists():
        begin_file(path, plan)
        written.yes = True
    return PlanFile.open(path, written=written, form=ONE_PERSONS_REVIEW)


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
    """The review to work on: one that was left half done lately, else today's."""
    from cop_wizard.wizard.reviewing import Which, half_done

    return half_done(desk, instrument, by) or Which(instrument.id, desk.today.isoformat(), by)


def _introduce(desk: Desk, instrument: Instrument) -> None:
    desk.prompter.show("\n" + instrument.title, "title")
    desk.prompter.show(instrument.about)
    desk.prompter.show("")

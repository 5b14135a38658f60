"""``cop reflect``: a person's own file of what was learned and what changes at work."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.plan.plan import Plan
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile, Written


def reflect(
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help=_("Your own file. Without it: reflections.yaml here."))
    ] = Path("reflections.yaml"),
    plan: Annotated[
        Path | None,
        typer.Option("--for", metavar="PLAN", help=_("The plan of the community: its last meeting is proposed.")),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help=_("Ask nothing; show what you wrote."))] = False,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_("Ask nothing; make a paper of it for yourself, such as mine.pdf. A dash stands for the screen."),
        ),
    ] = "",
    open_it: Annotated[bool, typer.Option("--open", help=_("With -o: open the paper once it is made."))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Keep for yourself what you learned, what you change, by when, and what shows it. Nobody else sees it."""
    from cop_wizard.cli.asking import plain_mode

    if show and output:
        from cop_wizard.errors import WrongUse

        raise WrongUse(_("--show and -o do not go together."), _("Use one of them at a time."))
    if show:
        from cop_wizard.cli.reflect_page import show_own

        return show_own(file)
    if output:
        from cop_wizard.cli.reflect_page import write_own

        return write_own(file, output, open_it)
    return _ask(file, plan, plain_mode(plain, "cop reflect --show"))


def _ask(path: Path, plan: Path | None, by_lines: bool) -> int:
    from cop_wizard.cli.asking import say_saved, session
    from cop_wizard.wizard.planfile import Written
    from cop_wizard.wizard.reflecting import reflect as ask_reflection

    written = Written()
    community, guide = _community(plan)
    file = _own_file(path, community, written)

    def think(desk: Desk) -> None:
        desk.prompter.show(_("This is for you alone. It is kept in {path}.").format(path=file.path.name), "quiet")
        ask_reflection(desk, _occasions(community, desk.today))

    code = session(file, guide, by_lines, think)
    say_saved(path, written.yes, "reflect")
    return code


def _community(path: Path | None) -> tuple[Plan | None, Guide]:
    from cop_wizard.cli.review_subject import sound
    from cop_wizard.guide.load import BUILT_IN, load_guide

    if path is None:
        return None, load_guide(BUILT_IN[0])
    _report, plan, guide = sound(path)
    return plan, guide


def _occasions(plan: Plan | None, today: dt.date) -> list[str]:
    """What it could be about: the last meeting."""
    from cop_wizard.schedule.naming import planned
    from cop_wizard.wording import date_words, one_line

    if plan is None:
        return []
    past = [(one.date, one) for one in planned(plan) if isinstance(one.date, dt.date) and one.date <= today]
    if not past:
        return []
    day, meeting = max(past, key=lambda pair: pair[0])
    topics = textwrap.shorten(one_line(meeting.topics), 80, placeholder="…") if isinstance(meeting.topics, str) else ""
    return [_("Our meeting of {day}: {topics}").format(day=date_words(day), topics=topics).rstrip(": ")]


def _own_file(path: Path, plan: Plan | None, written: Written) -> PlanFile:
    """The person's file, begun where it is not there; on systems that know it, nobody else may read it."""
    from cop_wizard.wizard.planfile import OWN_REFLECTIONS, PlanFile
    from cop_wizard.yamltext import store
    from cop_wizard.yamltext.splice import Put

    if path.exists():
        return PlanFile.open(path, written=written, form=OWN_REFLECTIONS)
    words = _("Your own reflections. They are yours: cop reads them for nobody but you.")
    store.save(path, f"# {words}\ncommunity:\nreflections: []\n", store.MISSING)
    path.chmod(0o600)
    written.yes = True
    file = PlanFile.open(path, written=written, form=OWN_REFLECTIONS)
    if plan is not None and isinstance(plan.title, str):
        file.change([Put(("community",), plan.title)])
    return file

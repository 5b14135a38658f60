"""``cop new``: walks a guide, question by question, and writes a plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.errors import WrongUse
    from cop_wizard.guide.model import Guide
    from cop_wizard.values import Data
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.prompter import Prompter
    from cop_wizard.wizard.session import Session

_OTHER_NAMES = {"full": "cass", "one-page": "planning-tool", "extended": "cass-extended"}
"""What people call the guides."""


def new(
    plan: Annotated[Path, typer.Argument(help=_("Where the plan is kept."), metavar="PLAN")] = Path("plan.yaml"),
    guide: Annotated[
        str,
        typer.Option(
            help=_(
                "The guide to follow: cass (full), planning-tool (one page), cass-extended (all chapters), or your own "
                "file."
            )
        ),
    ] = "",
    title: Annotated[str, typer.Option(help=_("What the community is called."))] = "",
    answers: Annotated[
        Path | None, typer.Option(help=_("A file with answers to begin with, in the form of a plan."))
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="PLAN", help=_("Take over ways of working from another plan, as you choose.")),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=_("Ask nothing; name what is missing."))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Plan your community, question by question. Goes on where you stopped."""
    from cop_wizard.cli.asking import plain_mode

    path = _plan_path(plan)
    guide = _OTHER_NAMES.get(guide.casefold(), guide)
    _refuse_both(answers, source)
    if no_input:
        from cop_wizard.cli.fill import fill, taken_over

        return fill(path, guide, title, taken_over(source) if source else answers)
    by_lines = plain_mode(plain, "cop new --answers FILE --no-input")
    if not (guide and path.exists()):  # which may be refused
        _welcome(path, by_lines)
    return _interview(path, guide, title, answers, source, by_lines)


def _refuse_both(answers: Path | None, source: Path | None) -> None:
    from cop_wizard.errors import WrongUse

    if answers is not None and source is not None:
        raise WrongUse(_("Answers come from one place."), _("Leave out --answers or --from."))


def _plan_path(plan: Path) -> Path:
    return plan if plan.suffix else plan.with_name(plan.name + ".yaml") if not plan.exists() else plan


def _welcome(path: Path, by_lines: bool) -> None:
    """The first screen. Printed before anything heavy is imported, so that it is there at once."""
    from cop_wizard.cli.screen import say

    if path.exists():
        say(_("Welcome back."), "title")
        say("")
        return
    say(_("Plan your community of practice"), "title")
    say("")
    say(
        _(
            "You will be asked one question at a time. Every answer is saved at once in {path}, so you can stop "
            "whenever you like and go on another day. Nothing leaves this computer."
        ).format(path=path.resolve())
    )
    say("")
    if by_lines:
        say(
            _("Instead of an answer you can type :back, :help, :skip, :todo (with a note), :editor, or :save to leave.")
        )
    else:
        say(_("Enter takes you on. Shift-Tab goes back, F1 or ? explains, Ctrl-O skips, Ctrl-S saves and leaves."))
    say("")


def _interview(
    path: Path, guide_name: str, title: str, answers: Path | None, source: Path | None, by_lines: bool
) -> int:
    """Open or begin the plan, walk the guide, look it over, offer to print it."""
    from cop_wizard.cli.asking import make_prompter, say_saved
    from cop_wizard.cli.fill import read_answers
    from cop_wizard.cli.screen import say
    from cop_wizard.cli.signals import Signals
    from cop_wizard.errors import WrongUse
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.planfile import Written
    from cop_wizard.wizard.prompter import Interrupted

    given = read_answers(answers) if answers is not None else {}
    if title != title.encode(errors="ignore").decode():
        raise WrongUse(_("The title holds characters that cannot be saved."), _("Leave it out; you will be asked."))
    draft = DraftKeeper.seated(path)
    signals = Signals(draft.flush, by_lines)
    prompter = make_prompter(by_lines, draft.flush, signals.check)
    complete, written = False, Written(not path.exists())
    with signals:
        try:
            if source is not None:
                given = _taken_over(source, prompter, title)
            desk, session = _walked(_Wanted(path, guide_name, title, given), draft, prompter, written)
            complete = True
            _finish(desk, session)
            draft.complete()
            say("")
            say_saved(path, written.yes)
        except SaveAndLeave:
            _say_stopped(path, written.yes)
        except Interrupted as end:
            _say_stopped(path, written.yes)
            return 0 if end.signal is None and complete else 128 + (end.signal or 2)
        finally:
            draft.leave()
    return 0


def _taken_over(source: Path, prompter: Prompter, title: str) -> dict[str, Data]:
    """What the new plan takes over from another one, and for which of its teams it is, as the person chooses."""
    from cop_wizard.cli.fill import read_answers
    from cop_wizard.wizard.prompter import Interrupted
    from cop_wizard.wizard.seeding import choose, choose_team, offers, seed, teams

    data = read_answers(source)
    groups = [] if title else teams(data)
    team = choose_team(prompter, groups) if groups else ""
    options = offers(data)
    chosen = choose(prompter, str(data.get("title") or source), options) if options and team is not None else []
    if team is None or chosen is None:
        raise Interrupted(2)
    return {**({"title": team} if team else {}), **seed(data, chosen)}


def _say_stopped(path: Path, written: bool) -> None:
    from cop_wizard.cli.asking import say_saved
    from cop_wizard.cli.screen import say

    try:
        say("")
        if path.exists():
            say_saved(path, written)
        else:
            say(_("There is no file {path}.").format(path=path.resolve()))
    except OSError:  # the terminal is gone; everything is on disk
        return


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the person asked for on the command line."""

    path: Path
    guide: str
    title: str
    answers: dict[str, Data]


def _walked(wanted: _Wanted, draft: DraftKeeper, prompter: Prompter, written: Written) -> tuple[Desk, Session]:
    """The plan, walked through to its end. Going back from the first question leads to the choice of the guide."""
    from cop_wizard.cli.asking import make_desk
    from cop_wizard.cli.fill import merge, say_kept
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.recent import remember
    from cop_wizard.wizard.interview import BackAtFirst, walk
    from cop_wizard.wizard.session import Session

    chosen_here = not wanted.guide and not wanted.path.exists()
    file, guide = _plan_and_guide(wanted, prompter, written)
    while True:
        say_kept(wanted.path, merge(file, wanted.answers))
        remember(wanted.path)
        desk = make_desk(file, guide, draft, prompter, today())
        session = Session(guide, desk.data, desk.today, draft.skipped)
        untouched = file.text
        try:
            walk(desk, session, may_leave=lambda: chosen_here and desk.file.text == untouched)  # noqa: B023  called here
        except BackAtFirst:
            guide = _another_guide(file, wanted, guide, prompter)
            draft.skipped = []
        else:
            return desk, session


def _plan_and_guide(wanted: _Wanted, prompter: Prompter, written: Written) -> tuple[PlanFile, Guide]:
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.guide.load import load_guide
    from cop_wizard.wizard.planfile import PlanFile
    from cop_wizard.yamltext.splice import Put

    path = wanted.path
    if path.exists():
        file, guide = open_plan(path, written)
        if wanted.guide and wanted.guide != guide.name:
            raise _follows_another(path, guide, wanted.guide)
    else:
        guide = load_guide(wanted.guide or _choose_guide(prompter), beside=path.resolve().parent)
        file = PlanFile.create(path, _blank(guide, path))
    if wanted.title:
        file.change([Put(("title",), wanted.title)])
    return file, guide


def _follows_another(path: Path, guide: Guide, wanted: str) -> WrongUse:
    from cop_wizard.cli.asking import command_line, program
    from cop_wizard.errors import WrongUse

    other = command_line([*program(), "new", "other.yaml", "--guide", wanted])
    return WrongUse(
        _("{path} follows another guide already: “{guide}”.").format(path=path, guide=guide.title),
        _(
            "To go on with it, leave --guide out. To follow the other one from now on, change the line `guide:` in the "
            "file; no answer is lost. For a plan of its own: {command}"
        ).format(command=other),
    )


def _blank(guide: Guide, path: Path) -> str:
    from cop_wizard.cli.schema import beside
    from cop_wizard.skeleton import skeleton

    return skeleton(guide, schema=beside(path))


def _another_guide(file: PlanFile, wanted: _Wanted, guide: Guide, prompter: Prompter) -> Guide:
    """Let another guide be chosen for a plan that has no answer yet."""
    from cop_wizard.guide.load import load_guide
    from cop_wizard.yamltext.splice import Put

    guide = load_guide(_choose_guide(prompter, guide.name))
    file.rewrite(_blank(guide, file.path))
    if wanted.title:
        file.change([Put(("title",), wanted.title)])
    return guide


def _choose_guide(prompter: Prompter, begin_at: str = "") -> str:
    from cop_wizard.guide.load import BUILT_IN, guide_info
    from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Option

    options = []
    for name in BUILT_IN:
        info = guide_info(name)
        label = _("{title} (about {minutes} minutes)").format(title=info.title, minutes=info.minutes)
        options.append(Option(name, label, " ".join(info.description.split())))
    choice = prompter.pick(
        Ask(question=_("Which guide would you like?"), default=begin_at or BUILT_IN[0], ways=frozenset()), options
    )
    if isinstance(choice, Leave):
        raise Interrupted(2)
    return choice


def _finish(desk: Desk, session: Session) -> None:
    """The review screen, then the offer to print."""
    from cop_wizard.cli.screen import say
    from cop_wizard.wizard.prompter import Ask, Option
    from cop_wizard.wizard.review import review

    say("")
    say(_("That was the last question. Here is your plan."), "title")
    if any(section.deeper for section in session.guide.sections):
        say(_("There is more for those who need it: “Go deeper”, here or at any time in cop edit."), "quiet")
    review(desk, session)
    choice = desk.prompter.pick(
        Ask(question=_("Make a page of it that you can print?"), default="open", ways=frozenset()),
        [
            Option("open", _("Yes, and open it")),
            Option("write", _("Yes, but do not open it")),
            Option("no", _("Not now")),
        ],
    )
    if choice in ("open", "write"):
        from cop_wizard.cli.outputs import open_page
        from cop_wizard.cli.render import render_one

        page = render_one(desk.file.path)
        say(_("Your page is {path}.").format(path=page.resolve()), "good")
        if choice == "open":
            open_page(page)

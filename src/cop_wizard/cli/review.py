"""``cop review``: look at a living community by one of the instruments, alone or together, again and again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Guide
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.instruments.proposing import Proposal
    from cop_wizard.plan.plan import Plan
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.reviewing import Reviewing, Which


def review(
    plan: OnePlan = PLAN,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INSTRUMENT]",
            help=_(
                "What to look with, such as six-elements; `cop guide instruments` lists them. Without it: cop proposes "
                "one. After --gather: files or folders."
            ),
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--instrument", metavar="FILE", help=_("An instrument of your own, in a file beside the plan.")),
    ] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help=_("Ask nothing; show what changed since the look before."))
    ] = False,
    by: Annotated[
        str, typer.Option("--as", metavar="NAME", help=_("Answer for yourself, in a file of your own beside the plan."))
    ] = "",
    anonymous: Annotated[bool, typer.Option("--anonymous", help=_("Answer for yourself, and stay unnamed."))] = False,
    sheet: Annotated[
        bool, typer.Option("--sheet", help=_("Write a sheet that people fill in with a spreadsheet program."))
    ] = False,
    gather: Annotated[
        bool, typer.Option("--gather", help=_("Bring together what many answered: files, sheets, exports of forms."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("With --gather: write it without asking."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("With --gather: only show what came."))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Look at your community: how far it is, what shows it, what to do next."""
    from cop_wizard.cli.asking import plain_mode

    given = [*([str(file)] if file else []), *(names or [])]
    if gather:
        from cop_wizard.cli.review_together import gather as bring_together

        name = given.pop(0) if given and _is_instrument(given[0], file) else ""
        return bring_together(plan, name, given, yes, dry_run)
    name = _one(given)
    if compare:
        return _compare(plan, name)
    if sheet:
        return _sheet(plan, name)
    return _ask(plan, name, plain_mode(plain, "cop review PLAN --sheet"), _Who(by, anonymous))


@dataclass(frozen=True)
class _Who:
    """Who answers: ``name`` for oneself, ``anonymous``, or (with neither) all together, in the plan."""

    name: str
    anonymous: bool

    @property
    def alone(self) -> bool:
        """Whether one person answers, in a file of its own."""
        return self.anonymous or bool(self.name)


def _is_instrument(word: str, file: Path | None) -> bool:
    from cop_wizard.instruments.load import instrument_names

    return word in instrument_names() or (file is not None and word == str(file))


def _one(given: list[str]) -> str:
    from cop_wizard.errors import WrongUse

    if len(given) > 1:
        hint = _("Name one instrument, or add --gather to bring files together.")
        raise WrongUse(_("One way to look at a time."), hint)
    return given[0] if given else ""


def _needed(name: str, guide: Guide, plan: Path) -> Instrument:
    """The instrument of this name. Raises `WrongUse` where none is named."""
    from cop_wizard.errors import WrongUse

    found = _known(name, guide, plan)
    if found is None:
        raise WrongUse(
            _("Which instrument?"), _("Name it, such as six-elements. `cop guide instruments` lists them all.")
        )
    return found


def _sheet(path: Path, name: str) -> int:
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.outputs import say_written
    from cop_wizard.cli.review_together import write_sheet

    _report, _plan, guide = sound(path)
    instrument = _needed(name, guide, path)
    say_written(write_sheet(path, instrument, guide))
    show(_("Bring the filled-in sheets together with: cop review {path} --gather FILES").format(path=path))
    printed = f"cop render --blank --guide {instrument.id}"
    show(_("For paper, or with a form on the web: `{command}` prints the questions.").format(command=printed))
    return DONE


def _compare(path: Path, name: str) -> int:
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.review_page import show_look
    from cop_wizard.instruments.own import used_instruments
    from cop_wizard.instruments.seen import looks, reviews_of

    report, plan, guide = sound(path)
    wanted = _known(name, guide, path)
    chosen = [wanted] if wanted else list(used_instruments(plan, guide, path.parent).values())
    held = reviews_of(plan)
    shown = 0
    for instrument in chosen:
        if found := looks(held, instrument):
            show_look(found[-1], found[-2] if len(found) > 1 else None, report)
            shown += 1
    if shown:
        return DONE
    show(_("Nobody has looked with this yet.") if name else _("Nobody has looked at this community yet."))
    show(_("Begin with: cop review {path}").format(path=path))
    return PROBLEMS


def sound(path: Path) -> tuple[Report, Plan, Guide]:
    """The plan, which must be free of mistakes. Raises `FileTrouble` and `BrokenFile`."""
    from cop_wizard.cli.plans import check_file
    from cop_wizard.errors import BrokenFile

    report = check_file(path)
    if report.plan is None or report.guide is None:
        raise BrokenFile(
            _("{name} has problems that must be put right first.").format(name=path.name),
            report.errors,
            path,
            report.text,
            _("`cop edit {path}` leads you through them.").format(path=path),
        )
    return report, report.plan, report.guide


def _ask(path: Path, name: str, by_lines: bool, who: _Who) -> int:
    from cop_wizard.cli.asking import make_desk, make_prompter, open_plan
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.recent import remember
    from cop_wizard.cli.signals import Signals
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.planfile import Written
    from cop_wizard.wizard.prompter import Interrupted

    written = Written()
    file, guide = open_plan(path, written)
    if who.alone:
        file = _own_file(path, _needed(name, guide, path), who, written)
    else:
        _known(name, guide, path)
    draft = DraftKeeper.seated(file.path)
    try:
        with Signals(draft.flush, by_lines) as signals:
            prompter = make_prompter(by_lines, draft.flush, signals.check)
            desk = make_desk(file, guide, draft, prompter, today())
            remember(path)
            try:
                if not _look(desk, path, name, who, written):
                    return DONE
            except SaveAndLeave:
                pass
            except Interrupted as end:
                _say_saved(path, file.path, name, who, written)
                return 128 + end.signal if end.signal else 0
    finally:
        draft.leave()
    _say_saved(path, file.path, name, who, written)
    return DONE


def _say_saved(plan: Path, file: Path, name: str, who: _Who, written: Written) -> None:
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


def _own_file(plan: Path, instrument: Instrument, who: _Who, written: Written) -> PlanFile:
    """The file of one person's answers, which is begun where it is not there yet."""
    from cop_wizard.cli.review_together import anonymous_file, begin_file, file_of_one
    from cop_wizard.wizard.planfile import ONE_PERSONS_REVIEW, PlanFile

    path = anonymous_file(plan, instrument) if who.anonymous else file_of_one(plan, instrument.id, who.name)
    if not path.exists():
        begin_file(path, plan)
        written.yes = True
    return PlanFile.open(path, written=written, form=ONE_PERSONS_REVIEW)


def _known(name: str, guide: Guide, plan: Path) -> Instrument | None:
    """The instrument of this name, or in this file beside the plan; ``None`` where none is named.

    Raises `UnknownInstrument`, `FileTrouble` and `BrokenFile` before anything is asked.
    """
    from cop_wizard.errors import WrongUse
    from cop_wizard.instruments.own import ENDINGS, find_instrument

    if not name:
        return None
    file = Path(name)
    if name.endswith(ENDINGS) and file.resolve().parent != plan.resolve().parent:
        raise WrongUse(
            _("The instrument “{file}” does not lie beside the plan.").format(file=name),
            _("Put its file into the plan’s folder, so that both travel together."),
        )
    return find_instrument(file.name if name.endswith(ENDINGS) else name, guide, plan.parent)


def _look(desk: Desk, path: Path, name: str, who: _Who, written: Written) -> bool:
    """Choose, ask, and say what was seen. Returns whether anything was chosen."""
    from cop_wizard.plan.reviews import ANONYMOUS
    from cop_wizard.wizard.reviewing import Reviewing

    instrument = _known(name, desk.guide, path) or _chosen(desk, path)
    if instrument is None:
        return False
    _introduce(desk, instrument)
    reviewing = Reviewing(desk, instrument, _which(desk, instrument, ANONYMOUS if who.anonymous else who.name))
    reviewing.ask()
    if not who.alone:
        _follow_up(reviewing, path, written)
    return True


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


def _chosen(desk: Desk, path: Path) -> Instrument | None:
    """Let one be chosen, the proposed one first; ``None`` where the person leaves."""
    from cop_wizard.cli.plans import check_text
    from cop_wizard.instruments.load import instrument_names, load_instrument
    from cop_wizard.instruments.proposing import proposals
    from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option

    plan = check_text(desk.file.text, path).plan
    loaded = [load_instrument(name, desk.guide.vocabulary, desk.guide.language) for name in instrument_names()]
    assert plan is not None
    proposed = proposals(plan, loaded, desk.today)
    options = [Option(one.instrument.id, _named(one, one is proposed[0]), one.instrument.about) for one in proposed]
    ask = Ask(question=_("What would you like to look at?"), default=options[0].value, ways=INSIDE)
    reply = desk.prompter.pick(ask, options)
    if isinstance(reply, Leave):
        return None
    return next(one for one in loaded if one.id == reply)


def _named(proposal: Proposal, first: bool) -> str:
    import datetime as dt

    from cop_wizard.wording import date_words

    last = proposal.last
    when = date_words(last) if isinstance(last, dt.date) else last
    told = _("last on {day}").format(day=when) if when else _("never yet")
    said = f"{proposal.instrument.title} · {told}" if proposal.fits or when else proposal.instrument.title
    return _("{name} (a good one now)").format(name=said) if first else said

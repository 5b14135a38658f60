"""``cop review``: look at a living community by one of the instruments, alone or together, again and again."""

from __future__ import annotations

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
    from cop_wizard.wizard.planfile import Written
    from cop_wizard.wizard.reviewing import Which


def review(
    plan: OnePlan = PLAN,
    instrument: Annotated[
        str,
        typer.Argument(
            metavar="[INSTRUMENT]",
            help=_("What to look with, such as six-elements. Without it: cop proposes one. `cop guide instruments`."),
        ),
    ] = "",
    compare: Annotated[
        bool, typer.Option("--compare", help=_("Ask nothing; show what changed since the look before."))
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Look at your community: how far it is, what shows it, what to do next."""
    from cop_wizard.cli.asking import plain_mode

    if compare:
        return _compare(plan, instrument)
    return _ask(plan, instrument, plain_mode(plain, "cop review PLAN --sheet"))


def _compare(path: Path, name: str) -> int:
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.review_page import show_look
    from cop_wizard.instruments.load import instrument_names, load_instrument
    from cop_wizard.instruments.seen import looks, reviews_of

    report, plan, guide = _sound(path)
    held = reviews_of(plan)
    used = list(dict.fromkeys(str(one.instrument) for one in held))
    names = [name] if name else [one for one in used if one in instrument_names()]
    shown = 0
    for one in names:
        instrument = load_instrument(one, guide.vocabulary, guide.language)
        if found := looks(held, instrument):
            show_look(found[-1], found[-2] if len(found) > 1 else None, report)
            shown += 1
    if shown:
        return DONE
    show(_("Nobody has looked with this yet.") if name else _("Nobody has looked at this community yet."))
    show(_("Begin with: cop review {path}").format(path=path))
    return PROBLEMS


def _sound(path: Path) -> tuple[Report, Plan, Guide]:
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


def _ask(path: Path, name: str, by_lines: bool) -> int:
    from cop_wizard.cli.asking import make_desk, make_prompter, open_plan, say_saved
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
    _known(name, guide)
    draft = DraftKeeper.seated(path)
    try:
        with Signals(draft.flush, by_lines) as signals:
            prompter = make_prompter(by_lines, draft.flush, signals.check)
            desk = make_desk(file, guide, draft, prompter, today())
            remember(path)
            try:
                if not _look(desk, path, name, written):
                    return DONE
            except SaveAndLeave:
                pass
            except Interrupted as end:
                say_saved(path, written.yes, "review")
                return 128 + end.signal if end.signal else 0
    finally:
        draft.leave()
    say_saved(path, written.yes, "review")
    return DONE


def _known(name: str, guide: Guide) -> Instrument | None:
    """The instrument of this name. Raises `UnknownInstrument` before anything is asked."""
    from cop_wizard.instruments.load import load_instrument

    return load_instrument(name, guide.vocabulary, guide.language) if name else None


def _look(desk: Desk, path: Path, name: str, written: Written) -> bool:
    """Choose, ask, and say what was seen. Returns whether anything was chosen."""
    from cop_wizard.cli.plans import check_text
    from cop_wizard.cli.review_page import show_look
    from cop_wizard.instruments.seen import looks, reviews_of
    from cop_wizard.wizard.following_up import follow_up
    from cop_wizard.wizard.reviewing import Reviewing

    instrument = _known(name, desk.guide) or _chosen(desk, path)
    if instrument is None:
        return False
    which = _which(desk, instrument)
    _introduce(desk, instrument)
    reviewing = Reviewing(desk, instrument, which)
    reviewing.ask()
    follow_up(reviewing)
    report = check_text(desk.file.text, path)
    found = looks(reviews_of(report.plan), instrument) if report.plan else []
    if written.yes and found:
        desk.prompter.show("")
        show_look(found[-1], found[-2] if len(found) > 1 else None, report)
    return True


def _which(desk: Desk, instrument: Instrument) -> Which:
    """The review to work on: one that was left half done lately, else today's."""
    from cop_wizard.wizard.reviewing import Which, half_done

    return half_done(desk, instrument) or Which(instrument.id, desk.today.isoformat())


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

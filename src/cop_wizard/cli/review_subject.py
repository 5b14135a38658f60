"""What a review is about: the plan, and the instrument that is named or chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Guide
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.instruments.proposing import Proposal
    from cop_wizard.plan.plan import Plan
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.prompter import Option


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


def known(name: str, guide: Guide, plan: Path, beside: bool = False) -> Instrument | None:
    """The instrument of this name, or in this file beside the plan; ``None`` where none is named.

    ``beside``: the name is that of a file beside the plan, wherever the program runs. Raises `UnknownInstrument`,
    `FileTrouble` and `BrokenFile`.
    """
    from cop_wizard.cli.small_files import real_path
    from cop_wizard.errors import WrongUse
    from cop_wizard.instruments.own import ENDINGS, find_instrument

    if not name:
        return None
    file = Path(name)
    if name.endswith(ENDINGS) and not beside and real_path(file).parent != real_path(plan).parent:
        raise WrongUse(
            _("The instrument “{file}” does not lie beside the plan.").format(file=name),
            _("Put its file into the plan’s folder, so that both travel together."),
        )
    return find_instrument(file.name if name.endswith(ENDINGS) else name, guide, plan.parent)


def needed(name: str, guide: Guide, plan: Path) -> Instrument:
    """The instrument of this name. Raises `WrongUse` where none is named."""
    from cop_wizard.errors import WrongUse

    found = known(name, guide, plan)
    if found is None:
        raise WrongUse(
            _("Which instrument?"), _("Name it, such as six-elements. `cop guide instruments` lists them all.")
        )
    return found


def chosen(desk: Desk, path: Path) -> Instrument | None:
    """Let one be chosen, the proposed one first, those of one's own last; ``None`` where the person leaves.

    Raises `BrokenFile` for an own instrument with mistakes, once it is chosen.
    """
    from cop_wizard.cli.plans import check_text
    from cop_wizard.instruments.load import instrument_names, load_instrument
    from cop_wizard.instruments.own import instruments_beside
    from cop_wizard.instruments.proposing import proposals
    from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option
    from cop_wizard.wizard.reviewing import half_done

    plan = check_text(desk.file.text, path).plan
    loaded = [load_instrument(name, desk.guide.vocabulary, desk.guide.language) for name in instrument_names()]
    assert plan is not None
    proposed = proposals(plan, loaded, desk.today)
    begun = [one for one in proposed if half_done(desk, one.instrument)]
    rest = [one for one in proposed if one not in begun]
    options = [_option(one, _("{name} (begun; go on)").format(name=one.instrument.title)) for one in begun]
    options += [_option(one, _named(one, one is rest[0] and not begun)) for one in rest]
    own = instruments_beside(path)
    options += [Option(name, _("{title} · your own, {file}").format(title=own[name], file=name)) for name in own]
    question = _("What would you like to look at?")
    reply = desk.prompter.pick(Ask(question=question, default=options[0].value, ways=INSIDE), options)
    return None if isinstance(reply, Leave) else known(reply, desk.guide, path, beside=True)


def _option(proposal: Proposal, label: str) -> Option:
    from cop_wizard.wizard.prompter import Option

    instrument = proposal.instrument
    about = _("{about} ({minutes})").format(about=" ".join(instrument.about.split()), minutes=instrument.minutes)
    return Option(instrument.id, label, about)


def _named(proposal: Proposal, first: bool) -> str:
    import datetime as dt

    from cop_wizard.wording import date_words

    last = proposal.last
    when = date_words(last) if isinstance(last, dt.date) else last
    told = _("last on {day}").format(day=when) if when else _("never yet")
    said = f"{proposal.instrument.title} · {told}" if proposal.fits or when else proposal.instrument.title
    return _("{name} (a good one now)").format(name=said) if first else said

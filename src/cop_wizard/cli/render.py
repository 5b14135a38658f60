"""``cop render``: the plan as a document, or as all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import (
    PLAN,
    Audience,
    Blank,
    Document,
    Event,
    Final,
    ManyPlans,
    Meeting,
    Paper,
    Person,
    Templates,
)
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.cli.jobs import Job
    from cop_wizard.documents.subject import Wish


def render(
    plans: ManyPlans = [PLAN],  # noqa: B006  Typer makes the list anew for each call
    document: Document = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="html|md|docx|pdf|ics|csv|all",
            help=_("A page, Markdown, Word, PDF, a calendar or a table. With all and -o FOLDER: the whole set."),
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER|-",
            help=_("Where to put it, instead of beside the plan. A dash writes it to the screen."),
        ),
    ] = "",
    audience: Audience = "members",
    meeting: Meeting = "",
    event: Event = "",
    person: Person = "",
    blank: Blank = False,
    guide: Annotated[
        str,
        typer.Option(
            "--guide", metavar="NAME|FILE", help=_("With --blank: whose questions, a guide's or an instrument's.")
        ),
    ] = "",
    paper: Paper = "",
    reference: Annotated[
        Path | None,
        typer.Option("--reference", metavar="FILE", help=_("A Word file whose letterhead and styles are used.")),
    ] = None,
    reminders: Annotated[
        bool, typer.Option("--reminders", help=_("For a calendar: also what is to be done by a day."))
    ] = False,
    templates: Templates = None,
    final: Final = False,
    open_it: Annotated[bool, typer.Option("--open", help=_("Open the page afterwards."))] = False,
) -> int:
    """Make a document of a plan, to read, print or send."""
    from cop_wizard.cli.jobs import ALL, Job, audience_named, settled, sheet_named
    from cop_wizard.cli.making import Order
    from cop_wizard.cli.plans import named
    from cop_wizard.documents.subject import Wish
    from cop_wizard.guide.load import BUILT_IN

    wish = Wish(meeting, event, person, blank, sheet_named(paper), reference, reminders)
    job = settled(Job(document, form, Order(audience_named(audience), final, templates, wish)), output)
    if blank and not guide and plans == [PLAN] and not plans[0].exists():
        guide = BUILT_IN[0]
    if guide:
        return _render_guide(guide, output, job, open_it)
    given = list(named(plans))
    if job.format == ALL:
        from cop_wizard.cli.sets import render_sets

        return render_sets(given, output, job.document, job.order, open_it)
    return _render_each(given, output, job, open_it)


def _render_guide(name: str, output: str, job: Job, open_it: bool) -> int:
    """The questions of a guide, to be answered by hand."""
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.jobs import ALL
    from cop_wizard.cli.making import blank_of
    from cop_wizard.cli.outputs import open_page, put, targets
    from cop_wizard.documents.register import mark_of, render

    if not job.order.wish.blank or job.format == ALL:
        raise WrongUse(_("A guide is printed blank, in one format."), _("Add --blank, and name a format."))
    subject = blank_of(name, job.order)
    if subject.instrument is not None and job.document != "plan":
        raise WrongUse(_("An instrument is printed as it is."), _("Leave out --document."))
    named = Path(Path(name).stem + ".yaml")
    [(_plan, target)] = targets([named], output, job.format, mark_of(job.document, job.format, blank=True))
    put(target, render(document=job.document, format=job.format, subject=subject), [])
    if open_it and target is not None:
        open_page(target)
    return DONE


def _render_each(given: Sequence[Path], output: str, job: Job, open_it: bool) -> int:
    """One document of each plan."""
    from cop_wizard.cli import console
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.messages import attempted
    from cop_wizard.cli.outputs import open_page, targets, which
    from cop_wizard.documents.register import mark_of

    if open_it and output == "-":
        raise WrongUse(_("What goes to stdout cannot be opened."), _("Leave out --open, or name a file with -o."))
    code = DONE
    wish = job.order.wish
    mark = mark_of(job.document, job.format, wish.blank) + which(_about(given, wish))
    wanted = targets(given, output, job.format, mark)
    for path, target in console.counted(wanted, len(wanted), _("{number} of {all} plans rendered")):
        found = attempted(partial(_write, path, target, job, given))
        code = max(code, found)
        if open_it and target is not None and found == DONE:
            open_page(target)
    return code


def _about(given: Sequence[Path], wish: Wish) -> str:
    """What a paper about one of several is about, however it was typed: the day of a meeting, a person's whole name."""
    from cop_wizard.cli.making import checked
    from cop_wizard.cli.plans import today
    from cop_wizard.documents.content.people import person_called
    from cop_wizard.errors import CopError
    from cop_wizard.schedule.naming import named_meeting, planned

    typed = wish.meeting or wish.event or wish.person
    if wish.event or not typed or len(given) > 1:
        return typed
    with suppress(CopError):  # which is told when the paper is made
        plan = checked(given[0]).plan
        if plan is not None and wish.meeting:
            day = named_meeting(planned(plan), wish.meeting, today()).date
            return day.isoformat() if isinstance(day, dt.date) else typed
        if plan is not None:
            return str(person_called(plan, wish.person).name)
    return typed


def render_one(plan: Path) -> Path:
    """Write the page of a plan beside it and return where it is. Raises `CopError`."""
    from cop_wizard.cli.jobs import Job
    from cop_wizard.cli.outputs import beside

    target = beside(plan, "html")
    _write(plan, target, Job("plan", "html"), [plan], quiet=True)
    return target


def _write(path: Path, target: Path | None, job: Job, plans: Sequence[Path], quiet: bool = False) -> None:
    """Render the plan at ``path``, one of ``plans``, into ``target``, or to stdout where that is ``None``."""
    from cop_wizard.cli.making import checked, made
    from cop_wizard.cli.outputs import put

    sources = [*plans, *([job.order.wish.reference] if job.order.wish.reference else [])]
    put(target, made(checked(path), job.document, job.format, job.order), sources, quiet)

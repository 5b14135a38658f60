"""``cop render``: the plan as a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.errors import BrokenFile, FileTrouble, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report


@dataclass(frozen=True)
class Wish:
    """How the document is wanted. What is "" follows from the rest: the format from the name of the output file or the
    document, the document from the format.
    """

    document: str = ""
    format: str = ""
    templates: Path | None = None
    final: bool = False


def render(
    plans: Annotated[
        list[Path],
        typer.Argument(
            metavar="[PLAN...]",
            readable=False,
            help=_("Your plan, or several, or folders. Without it: plan.yaml here."),
        ),
    ] = [Path("plan.yaml")],  # noqa: B006  Typer makes the list anew for each call
    document: Annotated[
        str,
        typer.Option(
            "--document",
            metavar="plan|calendar|roster",
            help=_("What to make: the whole plan, its meetings, or its people. Without it, the format decides."),
        ),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="html|md|ics|csv",
            help=_("A page for browser and printer, Markdown, a file for your calendar, or a table."),
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
    templates: Annotated[
        Path | None,
        typer.Option("--templates", metavar="FOLDER", help=_("Use your own templates where this folder has them.")),
    ] = None,
    final: Annotated[bool, typer.Option("--final", help=_("Leave out what has no answer yet."))] = False,
    open_it: Annotated[bool, typer.Option("--open", help=_("Open the page afterwards."))] = False,
) -> int:
    """Make a page of a plan, to read, print or send; or a calendar, or a table."""
    from cop_wizard.cli import console
    from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
    from cop_wizard.cli.messages import show_error
    from cop_wizard.cli.outputs import open_page, targets
    from cop_wizard.cli.plans import named
    from cop_wizard.documents.register import DOCUMENTS
    from cop_wizard.documents.trouble import NothingToShow

    wish = _checked(Wish(document, form, templates, final), output)
    if open_it and output == "-":
        raise WrongUse(_("What goes to stdout cannot be opened."), _("Leave out --open, or name a file with -o."))
    code = DONE
    given = list(named(plans))
    wanted = targets(given, output, wish.format, DOCUMENTS[wish.document].formats[wish.format].mark)
    for path, target in console.counted(wanted, len(wanted), _("{number} of {all} plans rendered")):
        try:
            _write(path, target, wish, given)
        except (BrokenFile, NothingToShow) as lacking:
            show_error(lacking)
            code = max(code, PROBLEMS)
        except FileTrouble as trouble:
            show_error(trouble)
            code = TROUBLE
        else:
            if open_it and target is not None:
                open_page(target)
    return code


def render_one(plan: Path) -> Path:
    """Write the page of a plan beside it and return where it is. Raises `CopError`."""
    from cop_wizard.cli.outputs import beside

    target = beside(plan, "html")
    _write(plan, target, Wish("plan", "html"), [plan], quiet=True)
    return target


def _checked(wish: Wish, output: str) -> Wish:
    """The wish with document and format settled. Raises `WrongUse` for what is not in the register."""
    from cop_wizard.documents.register import DOCUMENTS, documents_as, formats

    if wish.document and wish.document not in DOCUMENTS:
        raise WrongUse(_("There is no document `{name}`.").format(name=wish.document), _one_of(DOCUMENTS))
    if wish.format and wish.format not in formats():
        raise WrongUse(_("There is no format `{name}`.").format(name=wish.format), _one_of(formats()))
    ending = Path(output).suffix.lstrip(".").lower()
    form = wish.format or (ending if ending in formats() else next(iter(DOCUMENTS[wish.document or "plan"].formats)))
    document = wish.document or documents_as(form)[0]
    if form not in DOCUMENTS[document].formats:
        raise WrongUse(
            _("The document `{name}` does not come as `{format}`.").format(name=document, format=form),
            _("It comes as: {names}.").format(names=", ".join(DOCUMENTS[document].formats)),
        )
    if wish.templates and not DOCUMENTS[document].formats[form].templated:
        raise WrongUse(
            _("The document `{name}` is not made from templates.").format(name=document), _("Leave out --templates.")
        )
    return Wish(document, form, wish.templates, wish.final)


def _one_of(names: Iterable[str]) -> str:
    return _("Choose one of: {names}.").format(names=", ".join(names))


def _write(path: Path, target: Path | None, wish: Wish, plans: Sequence[Path], quiet: bool = False) -> None:
    """Render the plan at ``path``, one of ``plans``, into ``target``, or to stdout where that is ``None``."""
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.outputs import save
    from cop_wizard.cli.plans import check_file

    report = check_file(path)
    if report.errors:
        raise BrokenFile(
            _("“{name}” has mistakes, so nothing was made of it.").format(name=path),
            report.errors,
            path,
            report.text,
            _("Mend them, then try again. `cop validate {name}` shows them too.").format(name=path),
        )
    content = _content(report, wish)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    save(target, content, plans)
    if not quiet:
        show(_("Written: {path}").format(path=target if target.is_absolute() else os.path.relpath(target)))


def _content(report: Report, wish: Wish) -> bytes:
    from cop_wizard.cli.plans import now, today
    from cop_wizard.documents.register import render as render_document
    from cop_wizard.documents.subject import Subject
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.keeping import KEEPING

    assert report.plan is not None
    assert report.guide is not None  # both are there where there are no errors
    subject = Subject(
        report.plan,
        report.guide,
        report.standings,
        today=today(),
        now=now(),
        final=wish.final,
        whole=load_guide(BUILT_IN[0], report.guide.language),
        templates=wish.templates,
        cache=KEEPING.folder() / "templates" if KEEPING.folder else None,
    )
    return render_document(document=wish.document, format=wish.format, subject=subject)

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
    """How the document is wanted. ``format`` is "" where the name of the output file may decide."""

    document: str = "plan"
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
        str, typer.Option("--document", metavar="NAME", help=_("Which document to make: plan."))
    ] = "plan",
    form: Annotated[
        str, typer.Option("--format", metavar="html|md", help=_("A page for the browser and the printer, or Markdown."))
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
    """Make a page of a plan, to read, print or send."""
    from cop_wizard.cli import console
    from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
    from cop_wizard.cli.messages import show_error
    from cop_wizard.cli.outputs import open_page, targets
    from cop_wizard.cli.plans import named

    wish = _checked(Wish(document, form, templates, final), output)
    if open_it and output == "-":
        raise WrongUse(_("What goes to stdout cannot be opened."), _("Leave out --open, or name a file with -o."))
    code = DONE
    given = list(named(plans))
    wanted = targets(given, output, wish.format)
    for path, target in console.counted(wanted, len(wanted), _("{number} of {all} plans rendered")):
        try:
            _write(path, target, wish, given)
        except BrokenFile as broken:
            show_error(broken)
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
    _write(plan, target, Wish(format="html"), [plan], quiet=True)
    return target


def _checked(wish: Wish, output: str) -> Wish:
    """The wish with its format settled. Raises `WrongUse` for names that are not in the registers."""
    from cop_wizard.documents.register import DOCUMENTS, FORMATS

    ending = Path(output).suffix.lstrip(".").lower()
    form = wish.format or (ending if ending in FORMATS else "html")
    if form not in FORMATS:
        raise WrongUse(_("There is no format `{name}`.").format(name=form), _one_of(FORMATS))
    if wish.document not in DOCUMENTS:
        raise WrongUse(_("There is no document `{name}`.").format(name=wish.document), _one_of(DOCUMENTS))
    return Wish(wish.document, form, wish.templates, wish.final)


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
            _("“{name}” has mistakes, so no page was made of it.").format(name=path),
            report.errors,
            path,
            report.text,
            _("Mend them, then try again. `cop validate {name}` shows them too.").format(name=path),
        )
    text = _text(report, wish)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        return
    save(target, text, plans)
    if not quiet:
        show(_("Written: {path}").format(path=target if target.is_absolute() else os.path.relpath(target)))


def _text(report: Report, wish: Wish) -> str:
    from cop_wizard.cli.plans import today
    from cop_wizard.documents.register import render as render_document
    from cop_wizard.documents.view import plan_view
    from cop_wizard.guide.load import BUILT_IN, load_guide

    assert report.plan is not None
    assert report.guide is not None  # both are there where there are no errors
    view = plan_view(
        report.plan,
        report.guide,
        report.standings,
        today=today(),
        final=wish.final,
        whole=load_guide(BUILT_IN[0], report.guide.language),
    )
    return render_document(
        document=wish.document, format=wish.format, view=view, templates=wish.templates, cache=_cache()
    )


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("cop", appauthor=False) / "templates"

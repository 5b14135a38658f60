"""``cop share``: what one audience gets, with the message that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN, Audience, OnePlan, Templates
from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.cli.making import Order
    from cop_wizard.cli.sets import Made


def share(
    plan: OnePlan = PLAN,
    audience: Audience = "members",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FOLDER|FILE.zip", help=_("Where to put it. Without it: a folder.")),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="pdf|docx|html|md", help=_("Without it: PDF, or pages where that is missing.")
        ),
    ] = "",
    templates: Templates = None,
) -> int:
    """Gather what one audience gets: its documents, and a message to send with them."""
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.console import result
    from cop_wizard.cli.jobs import audience_named, one_of
    from cop_wizard.cli.making import Order
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.sets import tell_missing
    from cop_wizard.plan.choices import SeenBy

    if form not in ("", "pdf", "docx", "html", "md"):
        raise WrongUse(_("There is no format `{name}`.").format(name=form), one_of(("pdf", "docx", "html", "md")))
    seen = audience_named(audience)
    if plan.is_dir():
        raise WrongUse(
            _("One plan is shared at a time, and “{path}” is a folder.").format(path=plan), _("Name the plan.")
        )
    if output == "-":
        raise WrongUse(_("What is shared cannot go to stdout."), _("Name a folder, or a file that ends in .zip."))
    place = Path(output or plan.with_name(f"{plan.stem}-for-{seen.value}"))
    archive = place.suffix.lower() == ".zip"
    if place.is_dir() if archive else place.is_file():
        kind = _("“{path}” is a folder.") if archive else _("“{path}” is a file.")
        raise WrongUse(kind.format(path=place), _("Name a folder, or a file that ends in .zip."))
    made = _gathered(plan, Order(seen, final=True, templates=templates), form)
    message = _message(made)
    _put(made, message, place, [plan])
    result(message)
    tell_missing(made)
    if seen is SeenBy.PUBLIC:
        show(_("Read it before you send it: first names and nicknames in running text are not found."))
    return DONE


def _gathered(plan: Path, order: Order, form: str) -> Made:
    """The set in the wanted format; in pages where no format is named and PDF is not installed."""
    from cop_wizard.cli.sets import make_set
    from cop_wizard.documents.register import DOCUMENTS
    from cop_wizard.documents.sharing import SHARED

    def wanted(form: str) -> list[tuple[str, str]]:
        forms = [(name, DOCUMENTS[name].formats) for name in SHARED[order.audience]]
        return [(name, form if form in of_one else next(iter(of_one))) for name, of_one in forms]

    made = make_set(plan, order, wanted(form or "pdf"))
    if "pdf" in made.missing and not form:
        return make_set(plan, order, wanted("html"))
    if form in made.missing:
        raise made.missing[form]
    return made


def _message(made: Made) -> str:
    from cop_wizard.documents.formats.text import render_text

    return render_text("message", replace(made.subject, listed=made.listed))


def _put(made: Made, message: str, place: Path, plans: Sequence[Path]) -> None:
    """Write the set into a folder, with the message in it, or into an archive, with the message beside it."""
    from cop_wizard.cli.earlier_sets import MESSAGE, refuse_foreign_archive
    from cop_wizard.cli.outputs import save, say_written
    from cop_wizard.cli.sets import write_set

    if place.suffix.lower() != ".zip":
        write_set(made, place, plans, {MESSAGE: message.encode()})
        return
    refuse_foreign_archive(place)
    beside = place.with_name(f"{place.stem}-{MESSAGE}")
    if beside.exists() and not place.exists():
        raise FileTrouble(
            _("“{path}” is there already, so nothing was written.").format(path=beside),
            _("The message would take its place: give the archive another name."),
            beside,
        )
    save(place, _zipped(made), plans)
    say_written(place)
    save(beside, message.encode(), plans)
    say_written(beside)


def _zipped(made: Made) -> bytes:
    """The files in one archive; the same set makes the same bytes."""
    import io
    import zipfile

    from cop_wizard.cli.sets import indexed

    now = made.subject.now.timetuple()[:6]
    moment = min(max(now, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 58))  # what an archive can tell
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in sorted(indexed(made).items()):
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()

"""Many documents of one plan at once: ``cop render --format all``, and the files that ``cop share`` gathers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli.earlier_sets import INDEX, make_room
from cop_wizard.cli.making import Order, checked, made_of, subject_of
from cop_wizard.documents.sharing import Listed
from cop_wizard.errors import CopError, WrongUse
from cop_wizard.i18n import _, ngettext

if TYPE_CHECKING:
    from cop_wizard.documents.subject import Subject


@dataclass
class Made:
    """A set in the making: each file by its name, the documents it is of, and what was in the way of formats."""

    subject: Subject
    files: dict[str, bytes] = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    missing: dict[str, CopError] = field(default_factory=dict)


def make_set(plan: Path, order: Order, wanted: Sequence[tuple[str, str]]) -> Made:
    """The ``wanted`` documents, each a name and a format, of one plan. Raises as `checked` and `subject_of` do.

    A document without a subject is left out and listed with the reason; so is a format whose extra is not installed.
    """
    from cop_wizard.cli import console
    from cop_wizard.cli.outputs import beside
    from cop_wizard.documents.register import DOCUMENTS
    from cop_wizard.documents.trouble import NothingToShow
    from cop_wizard.extras import ExtraMissing

    made = Made(subject_of(checked(plan), order))
    lacking: dict[str, str] = {}
    files: dict[str, list[tuple[str, str]]] = {name: [] for name, _form in wanted}
    for document, form in console.counted(wanted, len(wanted), _("{number} of {all} documents made")):
        if document in lacking or form in made.missing:
            continue
        try:
            content = made_of(made.subject, document, form)
        except NothingToShow as nothing:
            lacking[document] = nothing.message
        except ExtraMissing as missing:
            made.missing[form] = missing
        else:
            name = beside(plan, form, DOCUMENTS[document].formats[form].mark).name
            made.files[name] = content
            files[document].append((form, name))
    made.listed += [
        Listed(name, _(DOCUMENTS[name].title), _(DOCUMENTS[name].about), tuple(of_one), lacking.get(name, ""))
        for name, of_one in files.items()
    ]
    return made


def render_sets(plans: Sequence[Path], output: str, document: str, order: Order, open_it: bool) -> int:
    """The whole set of each plan, with an index page, in a folder; with ``document``, only that one, in all formats."""
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.messages import attempted
    from cop_wizard.cli.outputs import open_page

    def one_set(plan: Path, folder: Path) -> None:
        made = make_set(plan, order, list(_everything([document] if document else None)))
        write_set(made, folder, plans)
        tell_missing(made)
        if open_it:
            open_page(folder / INDEX)

    codes = [attempted(partial(one_set, plan, folder)) for plan, folder in _folders(plans, output)]
    return max(codes, default=DONE)


def _folders(plans: Sequence[Path], output: str) -> list[tuple[Path, Path]]:
    """Each plan with the folder its documents go to. Raises `WrongUse` where that is no folder."""
    from cop_wizard.cli.outputs import targets

    if output == "-" or Path(output).is_file():
        raise WrongUse(_("A whole set needs a folder."), _("Name one: -o documents"))
    if len(plans) == 1:
        return [(plans[0], Path(output) if output else plans[0].with_name(plans[0].stem + "-documents"))]
    if not output:
        raise WrongUse(_("Several sets need a folder to go to."), _("Name one: -o documents"))
    return [(plan, place.with_suffix("")) for plan, place in targets(plans, output + "/", "html") if place]


def _everything(documents: Iterable[str] | None = None) -> Iterable[tuple[str, str]]:
    from cop_wizard.documents.register import DOCUMENTS

    for name in documents or DOCUMENTS:
        yield from ((name, form) for form in DOCUMENTS[name].formats)


def indexed(made: Made) -> dict[str, bytes]:
    """All files of the set, and first the page that leads to them."""
    from cop_wizard.documents.formats.html import render_html

    return {INDEX: render_html("index", replace(made.subject, listed=made.listed)).encode(), **made.files}


def write_set(made: Made, folder: Path, plans: Sequence[Path], besides: Mapping[str, bytes] | None = None) -> None:
    """Write all files of a set into a folder, and what goes ``besides``. Raises `FileTrouble`.

    The index comes first: by it a set that was broken off is known as ours, and taken out by the next.
    """
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.outputs import save, say_written

    files = {**indexed(made), **(besides or {})}
    make_room(folder, files)
    for name, content in files.items():
        save(folder / name, content, plans)
    say_written(folder / INDEX)
    count = len(made.files)
    show(
        ngettext("It leads to {count} file beside it.", "It leads to {count} files beside it.", count).format(
            count=count
        )
    )


def tell_missing(made: Made) -> None:
    """Say which documents and formats are not in the set, and why."""
    from cop_wizard.cli.messages import show, show_error

    for form, missing in made.missing.items():
        show(_("Not made as {format}:").format(format=form))
        show_error(missing)
    for one in made.listed:
        if one.lacking:
            show(_("Not made: {name}. {reason}").format(name=one.name, reason=one.lacking))

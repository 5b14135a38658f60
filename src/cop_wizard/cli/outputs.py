"""Where documents go: beside the plan, into a file or folder, or to stdout; never over a plan."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _

_YAML = (".yaml", ".yml")


def beside(plan: Path, ending: str) -> Path:
    """The document's file next to its plan: ``plan.yaml`` becomes ``plan.html``."""
    return plan.with_name((plan.stem if plan.suffix.lower() in _YAML else plan.name) + "." + ending)


def targets(plans: Sequence[Path], output: str, ending: str) -> list[tuple[Path, Path | None]]:
    """Each plan with the file its document goes to, ``None`` for stdout.

    Raises `WrongUse` where several documents would go to one place.
    """
    if output == "-":
        if len(plans) > 1:
            raise WrongUse(_("Only one document can go to stdout."), _("Name one plan, or a folder with -o."))
        return [(plans[0], None)]
    if not output:
        return [(plan, beside(plan, ending)) for plan in plans]
    place = Path(output)
    if len(plans) == 1 and not place.is_dir() and not output.endswith(("/", os.sep)):
        return [(plans[0], place)]
    if place.is_file():
        raise WrongUse(_("Several documents cannot go into one file."), _("Name a folder with -o."))
    return list(zip(plans, _in_folder(plans, place, ending), strict=True))


def _in_folder(plans: Sequence[Path], folder: Path, ending: str) -> list[Path]:
    """A file in ``folder`` for each plan; plans of the same name are told apart by the folders they are in."""
    names = [beside(plan, ending).name for plan in plans]
    found: list[Path] = []
    for plan, name in zip(plans, names, strict=True):
        own = name if names.count(name) == 1 else f"{plan.resolve().parent.name}-{name}"
        number = 1
        while folder / own in found:
            number += 1
            own = f"{Path(own).stem}-{number}.{ending}"
        found.append(folder / own)
    return found


def save(target: Path, text: str) -> None:
    """Write a document, whole or not at all. Raises `FileTrouble` rather than write over a plan or follow a link."""
    from cop_wizard.yamltext import store

    if target.suffix.lower() in _YAML:
        raise FileTrouble(
            _("“{path}” looks like a plan, and a document is never written over one.").format(path=target),
            _("Choose a name that ends in .html or .md."),
            target,
        )
    if target.is_symlink():
        raise FileTrouble(
            _("“{path}” is a link to another place, so nothing was written.").format(path=target),
            _("Delete the link, or name the file itself with -o."),
            target,
        )
    if not target.parent.exists():
        try:
            target.parent.mkdir(parents=True)
        except OSError as error:
            raise FileTrouble(
                _("The folder “{folder}” cannot be made: {reason}.").format(
                    folder=target.parent, reason=error.strerror or error
                ),
                _("Choose another one with -o."),
                target,
            ) from error
    store.replace_text(target, text)


def open_page(page: Path) -> None:
    """Open a document in the program that shows such files; where there is none, say where it is."""
    import typer

    from cop_wizard.cli.messages import show

    try:
        failed = typer.launch(str(page.resolve())) != 0
    except OSError:
        failed = True
    if failed:
        show(_("It could not be opened from here. It is at {path}").format(path=page.resolve().as_uri()))

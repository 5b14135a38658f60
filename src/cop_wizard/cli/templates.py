"""``cop templates``: the documents there are, and copies of their templates to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _

_FOLDER = "templates"
_NARROW = 60


def templates(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT...]", help=_("Only these documents. Without it: all of them.")),
    ] = None,
    eject: Annotated[bool, typer.Option("--eject", help=_("Copy their templates, for you to change."))] = False,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help=_("Where the copies go. Without it: templates.")),
    ] = Path(_FOLDER),
) -> int:
    """List the documents that can be made, or copy their templates so that you can change them."""
    from cop_wizard.cli.codes import DONE
    from cop_wizard.documents.register import DOCUMENTS

    wanted = names or list(DOCUMENTS)
    for name in wanted:
        if name not in DOCUMENTS:
            raise WrongUse(
                _("There is no document `{name}`.").format(name=name),
                _("`cop templates` lists them."),
            )
    if eject:
        _eject(names or [], output)
    else:
        _list(wanted)
    return DONE


def _list(names: Sequence[str]) -> None:
    """Each document with what it is for and, where they are unusual, its formats."""
    import sys

    from cop_wizard.cells import wrapped
    from cop_wizard.cli import console
    from cop_wizard.documents.register import DOCUMENTS

    wide = console.width(sys.stdout)
    column = max(map(len, names)) + 2
    usual = DOCUMENTS["plan"].formats
    for name in names:
        document = DOCUMENTS[name]
        about = _(document.about)
        if document.formats.keys() != usual.keys():
            about = _("{about} ({formats} only)").format(about=about, formats=", ".join(document.formats))
        narrow = wide is not None and wide < _NARROW
        if narrow:
            console.result(name)
        begin, rest = ("    ", "    ") if narrow else (name.ljust(column), " " * column)
        for line in wrapped(about, wide, begin, rest):
            console.result(line)
    console.notice("")
    for line in wrapped(_("They come as {formats}.").format(formats=", ".join(usual)), console.width(sys.stderr)):
        console.notice(line)


def _eject(names: Sequence[str], folder: Path) -> None:
    """Copy the templates of ``names``, or all there are. Raises `FileTrouble` rather than replace a file."""
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.outputs import save
    from cop_wizard.documents.templating.environment import built_in_templates

    root = built_in_templates()
    copied = list(_of_documents(names))
    if not copied:
        raise WrongUse(
            _("There are no templates for: {names}.").format(names=", ".join(names)),
            _("Calendars and tables are made without."),
        )
    there = [name for name in copied if (folder / name).exists()]
    if there:
        raise FileTrouble(
            _("“{path}” is there already, so nothing was copied.").format(path=folder / there[0]),
            _("Name another folder with -o, or the documents you want."),
            folder / there[0],
        )
    done: list[Path] = []
    try:
        for name in copied:
            save(folder / name, (root / name).read_bytes(), [])
            done.append(folder / name)
    except FileTrouble:  # all or none: half of them would be in the way of the next try
        for path in done:
            path.unlink(missing_ok=True)
        raise
    for name in copied:
        show(_("Copied: {path}").format(path=folder / name))
    show(
        _("Change them as you like; delete those you do not change."),
        _('They are used with --templates {folder}, or always with a line in cop.toml: templates = "{folder}"').format(
            folder=folder
        ),
    )


def _of_documents(names: Sequence[str]) -> Iterator[str]:
    from cop_wizard.documents.templating.environment import template_names

    for name in template_names():
        if not names or name.split("/")[0] in names:
            yield name

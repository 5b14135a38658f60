"""``cop guide``: read the guide itself, its sources and its glossary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide, Section

EXTRAS = ("background", "glossary", "instruments", "references")


def guide(
    section: Annotated[
        str,
        typer.Argument(
            metavar="[SECTION]",
            help=_(
                "A section by name or number; `all`; `background`, `glossary`, `instruments`, `references`; or an "
                "instrument by its name. "
                "Without it: what the guide is, and its sections."
            ),
        ),
    ] = "",
    which: Annotated[
        str,
        typer.Option("--guide", metavar="NAME|FILE", help=_("`cass`, `planning-tool`, or a guide file of your own.")),
    ] = "cass",
    paths: Annotated[
        bool, typer.Option("--paths", help=_("List the questions with the names they have in a plan file."))
    ] = False,
) -> int:
    """Read the guide: its questions, why they are asked, examples, sources."""
    from cop_wizard.cli import guide_pages as pages
    from cop_wizard.guide import load
    from cop_wizard.instruments.load import instrument_names

    wanted = section.strip().casefold()
    if wanted == "references":
        pages.references(load.bibliography())
    elif wanted == "glossary":
        pages.glossary(load.glossary(), find_guide(which))
    elif wanted == "background":
        pages.background(load.background(), find_guide(which))
    elif wanted == "instruments" or wanted in instrument_names():
        _instruments(find_guide(which), wanted)
    else:
        _read(find_guide(which), wanted, paths)
    return 0


def _instruments(found: Guide, wanted: str) -> None:
    from cop_wizard.cli import instrument_pages as pages
    from cop_wizard.instruments.load import instrument_names, load_instrument

    names = instrument_names() if wanted == "instruments" else (wanted,)
    loaded = [load_instrument(name, found.vocabulary, found.language) for name in names]
    if wanted == "instruments":
        pages.instruments(loaded)
    else:
        pages.instrument(loaded[0], found)


def _read(found: Guide, wanted: str, paths: bool) -> None:
    from cop_wizard.cli import guide_pages as pages

    sections = list(found.sections) if wanted in ("", "all") else [_section(found, wanted)]
    if paths:
        pages.paths(sections)
    elif not wanted:
        pages.contents(found)
    else:
        for one in sections:
            pages.section(one, found)


def _section(found: Guide, wanted: str) -> Section:
    """The section of this id, title or number, or one that begins so. Raises `WrongUse` with the nearest name."""
    from cop_wizard.cli.guide_pages import headings
    from cop_wizard.errors import WrongUse
    from cop_wizard.instruments.load import instrument_names
    from cop_wizard.refusals import nearest

    names: dict[str, Section] = {}
    for section, heading in headings(found.sections):
        number = heading.partition(".")[0] if section.numbered else ""
        for name in (number, section.id, section.id.replace("_", " "), section.title.casefold()):
            names.setdefault(name, section)
    begins = {section.id: section for name, section in names.items() if wanted and name.startswith(wanted)}
    if wanted in names or len(begins) == 1:
        return names.get(wanted) or next(iter(begins.values()))
    known = [*(section.id for section in found.sections), *EXTRAS, *instrument_names()]
    meant = nearest(wanted, known)
    hint = (
        _("Did you mean `{meant}`?").format(meant=meant)
        if meant
        else _("There are: {names}.").format(names=", ".join(known))
    )
    raise WrongUse(_("The guide has no section `{name}`.").format(name=wanted), hint)


def find_guide(which: str) -> Guide:
    """The guide of this name or in this file, wherever the file lies. Raises `WrongUse` for an unknown one."""
    from cop_wizard.guide.load import load_guide

    path = Path(which)
    return load_guide(path.name, beside=path.parent) if path.name != which else load_guide(which)

"""From a plan's file to its documents: checked, without what the audience may not see, as the settings say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.documents.subject import Subject, Wish
from cop_wizard.errors import BrokenFile, WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import SeenBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Guide
    from cop_wizard.plan.plan import Plan
    from cop_wizard.progress import Standing

_LETTER_COUNTRIES = ("CA", "US", "MX", "CL", "CO", "CR", "PA", "PH", "VE")
"""Where paper is 8.5 by 11 inches."""


@dataclass(frozen=True)
class Order:
    """How documents are wanted. What is ``None`` or "" is as the settings say, else as usual."""

    audience: SeenBy = SeenBy.MEMBERS
    final: bool = False
    templates: Path | None = None
    wish: Wish = field(default_factory=lambda: Wish(sheet=""))


def checked(path: Path) -> Report:
    """A plan without mistakes. Raises `BrokenFile` for one with mistakes, `FileTrouble` for one that cannot be read."""
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
    return report


def subject_of(report: Report, order: Order) -> Subject:
    """The plan of a report without mistakes, ready to become documents. Raises as `settings_for` does."""
    from cop_wizard.documents.audience.seen import for_audience

    assert report.plan is not None
    assert report.guide is not None  # both are there where there are no errors
    return for_audience(paper_of(report.plan, report.guide, report.standings, report.path, order), order.audience)


def blank_of(guide: str, order: Order) -> Subject:
    """A guide or an instrument, by its name or its file, ready to be printed with room to write.

    Raises as `find_guide` does.
    """
    from cop_wizard.cli.guide import find_guide
    from cop_wizard.guide.load import BUILT_IN
    from cop_wizard.instruments.load import instrument_names
    from cop_wizard.instruments.own import ENDINGS, find_instrument, holds_instrument
    from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
    from cop_wizard.refusals import nearest

    own = guide.endswith(ENDINGS) and holds_instrument(Path(guide))
    is_instrument = own or guide in instrument_names()
    if not is_instrument and guide not in BUILT_IN and (meant := nearest(guide, instrument_names())):
        raise WrongUse(
            _("There is no guide and no instrument called `{name}`.").format(name=guide[:99]),
            _("Did you mean `{meant}`?").format(meant=meant),
        )
    asking = find_guide(BUILT_IN[0] if is_instrument else guide)
    subject = paper_of(Plan(schema_version=SCHEMA_VERSION), asking, (), Path(guide), order)
    if not is_instrument:
        return subject
    return replace(subject, instrument=find_instrument(Path(guide).name, asking, Path(guide).parent))


def paper_of(plan: Plan, guide: Guide, standings: Sequence[Standing], path: Path, order: Order) -> Subject:
    """What a document is made of, as the settings for the file at ``path`` say: for those who may see all of it."""
    from cop_wizard.cli.plans import now, today
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.instruments.own import used_instruments
    from cop_wizard.keeping import KEEPING
    from cop_wizard.settings.find import settings_for

    looks = settings_for(path).looks
    if templates := order.templates or looks.templates:
        _tell_of_unused(templates)
    return Subject(
        plan,
        guide,
        standings,
        today=today(),
        now=now(),
        final=order.final,
        whole=load_guide(BUILT_IN[0], guide.language),
        templates=templates,
        cache=KEEPING.folder() / "templates" if KEEPING.folder else None,
        wish=replace(
            order.wish,
            sheet=order.wish.sheet or looks.paper or usual_sheet(plan),
            reference=order.wish.reference or looks.reference,
        ),
        brand=looks.brand,
        home=looks.home or path.name,
        instruments=used_instruments(plan, guide, path.parent),
    )


@lru_cache(maxsize=1)
def _tell_of_unused(templates: Path) -> None:
    """Say which of somebody's own templates no document uses: once, however many documents are made.

    Where none replaces anything, nothing is made, and that is told instead.
    """
    from cop_wizard.cli.console import notice
    from cop_wizard.documents.templating.environment import replacing, unused

    for one in unused(templates) if replacing(templates) else ():
        notice(_("No document uses the template “{path}”.").format(path=one.path))
        notice("  " + one.hint)


def usual_sheet(plan: Plan) -> str:
    """The paper of the community's country, told by its holidays or its clocks: ``letter`` in most of America."""
    if isinstance(plan.launch.region, str):
        return "letter" if plan.launch.region[:2].upper() in _LETTER_COUNTRIES else "a4"
    if isinstance(plan.launch.zone, str):
        return "letter" if plan.launch.zone.startswith(("America/", "Canada/", "US/")) else "a4"
    return "letter"


def made(report: Report, document: str, form: str, order: Order) -> bytes:
    """One document of a plan. Raises `CopError` where there is nothing to make it of, or nothing to make it with."""
    return made_of(subject_of(report, order), document, form)


def made_of(subject: Subject, document: str, form: str) -> bytes:
    """One document in one format. Raises as `made` does."""
    from cop_wizard.documents.register import render

    content = render(document=document, format=form, subject=subject)
    if form == "pdf":
        for font in dict.fromkeys((subject.brand.heading_font, subject.brand.text_font)):
            _tell_of_font(font)
        _tell_of_signs("".join(sorted({sign for sign in repr(subject.plan) if sign >= _LATIN_ENDS})))
    return content


_LATIN_ENDS = "\u0250"
"""Any font that PDF files can be made with has the letters before this one."""
_SHOWN = 12


@lru_cache(maxsize=16)
def _tell_of_signs(signs: str) -> None:
    """Say once that no font here has some of the letters or signs of the plan."""
    from cop_wizard.cli.console import notice
    from cop_wizard.documents.formats.pdf_engine import without_font
    from cop_wizard.wording import some_of

    if signs and (missing := without_font(signs)):
        told = _("No font of this computer has these signs, so the PDF shows boxes instead: {signs}")
        notice(told.format(signs=some_of(list(missing), _SHOWN)))
        notice("  " + _("Install a font that has them. Debian, Ubuntu: apt install fonts-noto fonts-noto-color-emoji"))


@lru_cache(maxsize=16)
def _tell_of_font(font: str) -> None:
    """Say once that a font of the brand is not on this computer: readers of a page may have it, a PDF holds its own."""
    from cop_wizard.cli.console import notice
    from cop_wizard.documents.formats.pdf_engine import has_font

    if font and not has_font(font):
        notice(_("This computer does not have the font “{font}”, so the PDF has another one.").format(font=font))
        notice("  " + _("Install it, or name another one in cop.toml."))

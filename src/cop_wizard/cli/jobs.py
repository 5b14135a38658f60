"""What ``cop render`` and ``cop preview`` are asked to make, settled from the options and from what follows of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from cop_wizard.cli.making import Order
from cop_wizard.documents.subject import Wish
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import SeenBy

ALL = "all"
"""The word for every format."""


@dataclass(frozen=True)
class Job:
    """What to make. What is "" follows from the rest: the format from the name of the output file or the document, the
    document from the format.
    """

    document: str = ""
    format: str = ""
    order: Order = field(default_factory=Order)


_OTHER_NAMES = {"word": "docx", "doc": "docx", "markdown": "md", "page": "html", "htm": "html", "calendar": "ics"}
"""What people call the formats."""

_FOR = (
    ("meeting", "--meeting", ("agenda",)),
    ("event", "--for", ("report",)),
    ("reminders", "--reminders", ("calendar",)),
    ("person", "--person", ("invitation", "reflection", "sponsor-brief", "sponsor-update")),
)
"""Options that only some documents know: the field of `Wish`, the option, the documents."""


def settled(job: Job, output: str) -> Job:
    """The job with document and format settled. Raises `WrongUse` for what is not in the register."""
    from cop_wizard.documents.register import DOCUMENTS, formats

    if job.document and job.document not in DOCUMENTS:
        raise WrongUse(_("There is no document `{name}`.").format(name=job.document), _meant(job.document, DOCUMENTS))
    if job.format != ALL:
        job = _with_format(replace(job, document=job.document or _document_for(job.order.wish)), output)
    for wished, option, documents in _FOR:
        if getattr(job.order.wish, wished) and job.document not in documents:
            raise WrongUse(
                _("{option} means nothing to the document `{name}`.").format(option=option, name=job.document or ALL),
                _("It is for: {names}.").format(names=", ".join(documents)),
            )
    ending = Path(output).suffix.lstrip(".").lower()
    if ending in formats() and job.format not in (ending, ALL):
        raise WrongUse(
            _("A file that ends in .{ending} would hold {format}.").format(ending=ending, format=job.format),
            _("Leave out --format, or end the name in .{format}.").format(format=job.format),
        )
    if job.order.wish.reference and job.format not in ("docx", ALL):
        raise WrongUse(_("A letterhead file is for Word alone."), _("Add --format docx, or leave out --reference."))
    return job


def _document_for(wish: Wish) -> str:
    """The document that an option is only meant for, or ""."""
    return next((documents[0] for wished, _option, documents in _FOR if getattr(wish, wished)), "")


def _with_format(job: Job, output: str) -> Job:
    """The job with a document and a format that go together. Raises `WrongUse` where none do."""
    from cop_wizard.documents.register import DOCUMENTS, documents_as, formats

    if job.format and job.format not in formats():
        meant = _OTHER_NAMES.get(job.format.casefold(), "")
        hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else one_of([*formats(), ALL])
        raise WrongUse(_("There is no format `{name}`.").format(name=job.format), hint)
    ending = Path(output).suffix.lstrip(".").lower()
    usual = "docx" if job.order.wish.reference else next(iter(DOCUMENTS[job.document or "plan"].formats))
    form = job.format or (ending if ending in formats() else usual)
    document = job.document or documents_as(form)[0]
    if form not in DOCUMENTS[document].formats:
        raise WrongUse(
            _("The document `{name}` does not come as `{format}`.").format(name=document, format=form),
            _("It comes as: {names}.").format(names=", ".join(DOCUMENTS[document].formats)),
        )
    if job.order.templates and not DOCUMENTS[document].formats[form].templated:
        raise WrongUse(
            _("The document `{name}` is not made from templates.").format(name=document), _("Leave out --templates.")
        )
    return Job(document, form, job.order)


def _meant(name: str, names: Iterable[str]) -> str:
    from cop_wizard.refusals import nearest

    meant = nearest(name, names)
    return _("Did you mean `{meant}`?").format(meant=meant) if meant else one_of(names)


def one_of(names: Iterable[str]) -> str:
    """What there is to choose from."""
    return _("Choose one of: {names}.").format(names=", ".join(names))


def audience_named(name: str) -> SeenBy:
    """The audience of that name. Raises `WrongUse`."""
    try:
        return SeenBy(name)
    except ValueError:
        raise WrongUse(_("There is no audience `{name}`.").format(name=name), one_of(SeenBy)) from None


def sheet_named(name: str) -> str:
    from cop_wizard.settings.known import SHEETS

    if name and name.lower() not in SHEETS:
        raise WrongUse(_("There is no paper `{name}`.").format(name=name), one_of(SHEETS))
    return name.lower()

"""The register of documents, each with the formats it comes in. To add one: a module here or a folder of templates,
and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cop_wizard.documents.subject import Subject

Renderer = Callable[[Subject], str]
"""Makes one document in one format. Raises `TemplateTrouble`, `FileTrouble` and `NothingToShow`."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a document. ``templated``: made from templates, which people can replace.

    ``mark`` stands in the file's name between the plan's name and the ending, where the ending alone says too little.
    """

    make: Renderer
    templated: bool = False
    mark: str = ""


# Each format is imported when it is asked for: a calendar needs no templates, a page no calendar.


def _html(document: str, subject: Subject) -> str:
    from cop_wizard.documents.formats.html import render_html

    return render_html(subject.view, subject.templates, document, subject.cache)


def _markdown(document: str, subject: Subject) -> str:
    from cop_wizard.documents.formats.markdown import render_markdown

    return render_markdown(subject.view, subject.templates, document, subject.cache)


def _calendar(subject: Subject) -> str:
    from cop_wizard.documents.formats.calendar import render_calendar

    return render_calendar(subject)


def _meetings(subject: Subject) -> str:
    from cop_wizard.documents.formats.tables_csv import render_meetings

    return render_meetings(subject)


def _roster(subject: Subject) -> str:
    from cop_wizard.documents.formats.tables_csv import render_roster

    return render_roster(subject)


def _from_templates(document: str) -> dict[str, Format]:
    """The formats of a document whose templates are in the folder of its name."""
    return {"html": Format(partial(_html, document), True), "md": Format(partial(_markdown, document), True)}


DOCUMENTS: dict[str, dict[str, Format]] = {
    "plan": _from_templates("plan"),
    "calendar": {"ics": Format(_calendar), "csv": Format(_meetings, mark="-meetings")},
    "roster": {"csv": Format(_roster, mark="-roster")},
}
"""Documents by the name people type, each with its formats, the usual one first. A format is a file's ending, too.

Where only a format is named, the first document that comes in it is meant.
"""


def formats() -> tuple[str, ...]:
    """Every format that some document comes in."""
    return tuple(dict.fromkeys(name for of_one in DOCUMENTS.values() for name in of_one))


def documents_as(format: str) -> tuple[str, ...]:  # noqa: A002  the word people type
    """The documents that come in a format."""
    return tuple(name for name, of_one in DOCUMENTS.items() if format in of_one)


def render(*, document: str, format: str, subject: Subject) -> str:  # noqa: A002  the word people type
    """One document in one format. Raises ``KeyError`` for a name that is not in the register."""
    return DOCUMENTS[document][format].make(subject)

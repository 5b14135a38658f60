"""The register of documents, each with the formats it comes in. To add one: a module in ``kinds/``, a folder of
templates, and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cop_wizard.documents.subject import Subject
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _

Renderer = Callable[[Subject], str | bytes]
"""Makes one document in one format. Raises `TemplateTrouble`, `FileTrouble` and `NothingToShow`."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a document. ``templated``: made from templates, which people can replace.

    ``mark`` stands in the file's name between the plan's name and the ending, where the ending alone says too little.
    """

    make: Renderer
    templated: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document: ``title`` is what people call it, in the middle of a sentence; ``about`` says in a line what it is
    for; ``formats`` are what it comes in, the usual one first.
    """

    title: str
    about: str
    formats: dict[str, Format]


def N_(message: str) -> str:  # noqa: N802  the name that catalogues of translations are made by
    """Marks words for translation where they are not yet said."""
    return message


# Each format is imported when it is asked for: a calendar needs no templates, a page no calendar.


def _html(document: str, subject: Subject) -> str:
    from cop_wizard.documents.formats.html import render_html

    return render_html(document, subject)


def _markdown(document: str, subject: Subject) -> str:
    from cop_wizard.documents.formats.markdown import render_markdown

    return render_markdown(document, subject)


def _word(document: str, subject: Subject) -> bytes:
    from cop_wizard.documents.formats.word import render_word

    return render_word(document, subject)


def _pdf(document: str, subject: Subject) -> bytes:
    from cop_wizard.documents.formats.pdf import render_pdf

    return render_pdf(document, subject)


def _calendar(subject: Subject) -> str:
    from cop_wizard.documents.formats.calendar import render_calendar

    return render_calendar(subject)


def _meetings(subject: Subject) -> str:
    from cop_wizard.documents.formats.tables_csv import render_meetings

    return render_meetings(subject)


def _roster(subject: Subject) -> str:
    from cop_wizard.documents.formats.tables_csv import render_roster

    return render_roster(subject)


def _from_templates(document: str, mark: str | None = None) -> dict[str, Format]:
    """The formats of a document whose templates are in the folder of its name, which ``mark`` follows, too."""
    mark = f"-{document}" if mark is None else mark
    return {
        "html": Format(partial(_html, document), True, mark),
        "md": Format(partial(_markdown, document), True, mark),
        "docx": Format(partial(_word, document), True, mark),
        "pdf": Format(partial(_pdf, document), True, mark),
    }


DOCUMENTS: dict[str, Document] = {
    name: Document(title, about, formats)
    for name, title, about, formats in (
        ("plan", N_("the whole plan"), N_("every answer, in the guide’s order"), _from_templates("plan", mark="")),
        (
            "one-page",
            N_("the plan on one page"),
            N_("the seven boxes of the planning tool, for the wall"),
            _from_templates("one-page"),
        ),
        ("charter", N_("the charter"), N_("what the members agreed, to be signed"), _from_templates("charter")),
        (
            "agenda",
            N_("the agenda of the next meeting"),
            N_("one meeting: what happens, what to bring, room for notes"),
            _from_templates("agenda"),
        ),
        (
            "leadership",
            N_("who does what among us"),
            N_("names, duties, and how to reach people"),
            _from_templates("leadership"),
        ),
        (
            "feedback",
            N_("what members told us along the way"),
            N_("what was said and counted, by date"),
            _from_templates("feedback"),
        ),
        (
            "invitation",
            N_("the invitation"),
            N_("a letter to those you want to win over"),
            _from_templates("invitation"),
        ),
        (
            "sponsor-brief",
            N_("the brief for our sponsor"),
            N_("for a sponsor: what it is, what it asks and gives"),
            _from_templates("sponsor-brief"),
        ),
        (
            "sponsor-update",
            N_("news for our sponsor"),
            N_("for a sponsor: what happened, and what comes next"),
            _from_templates("sponsor-update"),
        ),
        (
            "report",
            N_("a report on what came of it"),
            N_("what was found, and what people say"),
            _from_templates("report"),
        ),
        (
            "health",
            N_("how our community is"),
            N_("where it stands, what is next, what is hard, what carries it"),
            _from_templates("health"),
        ),
        (
            "reflection",
            N_("a page for your own thoughts"),
            N_("room to write, from learning to practice"),
            _from_templates("reflection"),
        ),
        (
            "calendar",
            N_("our meetings, for your calendar"),
            N_("every date, for calendars and spreadsheets"),
            {"ics": Format(_calendar), "csv": Format(_meetings, mark="-meetings")},
        ),
        (
            "roster",
            N_("the list of people"),
            N_("one line for each person, for spreadsheets"),
            {"csv": Format(_roster, mark="-roster")},
        ),
    )
}
"""Documents by the name people type. A format is a file's ending, too.

Where only a format is named, the first document that comes in it is meant.
"""

BLANKS: dict[str, dict[str, Format]] = {
    "plan": _from_templates("worksheet"),
    "one-page": _from_templates("one-page", mark="-one-page-blank"),
}
"""The documents that can be printed empty, to be filled in by hand, with the formats they then come in."""


OWN = _from_templates("reflections")
"""The paper of one person's own file. It is made of no plan, so it stands in no list of a community's documents."""


def formats() -> tuple[str, ...]:
    """Every format that some document comes in."""
    return tuple(dict.fromkeys(name for document in DOCUMENTS.values() for name in document.formats))


def documents_as(format: str) -> tuple[str, ...]:  # noqa: A002  the word people type
    """The documents that come in a format."""
    return tuple(name for name, document in DOCUMENTS.items() if format in document.formats)


def mark_of(document: str, format: str, blank: bool = False) -> str:  # noqa: A002  the word people type
    """What stands before the ending in the name of a document's file; ``blank``: of the one to be filled in by hand."""
    formats = BLANKS.get(document) if blank else DOCUMENTS[document].formats
    return formats[format].mark if formats else ""


def render(*, document: str, format: str, subject: Subject) -> bytes:  # noqa: A002  the word people type
    """One document in one format. Raises ``KeyError`` for a name that is not in the register.

    Raises `WrongUse` where it is wished empty and cannot be.
    """
    if subject.wish.blank and document not in BLANKS:
        raise WrongUse(
            _("The document `{name}` cannot be printed empty.").format(name=document),
            _("These can: {names}.").format(names=", ".join(BLANKS)),
        )
    if subject.wish.blank:
        from cop_wizard.documents.worksheets import blank_subject

        made = BLANKS[document][format].make(blank_subject(subject))
    else:
        made = DOCUMENTS[document].formats[format].make(subject)
    return _bytes(made)


def render_own(*, format: str, subject: Subject) -> bytes:  # noqa: A002  the word people type
    """One person's own paper. Raises `NothingToShow`, and ``KeyError`` for a format that it does not come in."""
    return _bytes(OWN[format].make(subject))


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode()

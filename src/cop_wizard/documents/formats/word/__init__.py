"""A document as a Word file. What is special to Word is in this folder; the pieces are those of every format."""

from __future__ import annotations

from cop_wizard.documents.subject import Subject
from cop_wizard.extras import needed


def render_word(document: str, subject: Subject) -> bytes:
    """A document as docx, on the organisation's letterhead where the wish names one.

    Raises `TemplateTrouble`, `NothingToShow`, `FileTrouble` for a letterhead or logo that cannot be used, and
    `ExtraMissing`.
    """
    for package in ("docx", "resvg_py"):
        needed(package, "docx")
    from cop_wizard.documents.composing import compose
    from cop_wizard.documents.formats.word.writing import word_file

    return word_file(compose(document, subject), subject)

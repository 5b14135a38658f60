"""A document as a Word file."""

from __future__ import annotations

from cop_wizard.documents.subject import Subject


def render_word(document: str, subject: Subject) -> bytes:
    """A document as docx."""
    raise NotImplementedError

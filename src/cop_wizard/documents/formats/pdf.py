"""A document as a PDF file."""

from __future__ import annotations

from cop_wizard.documents.subject import Subject


def render_pdf(document: str, subject: Subject) -> bytes:
    """A document as pdf."""
    raise NotImplementedError

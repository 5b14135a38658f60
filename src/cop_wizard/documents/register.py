"""The register of documents and formats. To add one: a folder in ``templates/``, or a module here, and a line below."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from cop_wizard.documents.html import render_html
from cop_wizard.documents.markdown import render_markdown
from cop_wizard.documents.view import View


class Renderer(Protocol):
    """Makes one document in one format. Raises `TemplateTrouble` and `FileTrouble`."""

    def __call__(
        self, view: View, templates: Path | None = None, document: str = "plan", cache: Path | None = None
    ) -> str: ...


FORMATS: dict[str, Renderer] = {
    "md": render_markdown,
    "html": render_html,
}
"""Formats by the name people type, which is also the ending of the file."""

DOCUMENTS: tuple[str, ...] = ("plan",)
"""Documents by the name people type, which is also the folder of their templates."""


def render(
    *,
    document: str,
    format: str,  # noqa: A002  the word people type
    view: View,
    templates: Path | None = None,
    cache: Path | None = None,
) -> str:
    """One document in one format; ``cache`` is where compiled templates may be kept.

    Raises ``KeyError`` for a name that is not in the register.
    """
    if document not in DOCUMENTS:
        raise KeyError(document)
    return FORMATS[format](view, templates, document, cache)

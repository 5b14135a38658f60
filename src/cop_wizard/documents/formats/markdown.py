"""The document as Markdown (GitHub's dialect): no text a person wrote can act as markup."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from cop_wizard.documents.content.view import View
from cop_wizard.documents.templating.environment import fill, make_environment
from cop_wizard.markdown import markdown_escape


def _finalize(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(markdown_escape("" if value is None else str(value)))


def render_markdown(
    view: View, templates: Path | None = None, document: str = "plan", cache: Path | None = None
) -> str:
    """``view`` as Markdown. Raises `TemplateTrouble`.

    Templates in the folder ``templates`` replace the built-in ones.
    """
    environment = make_environment(templates, cache, finalize=_finalize)
    text = fill(environment, f"{document}/{document}.md.j2", {"view": view})
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"

"""The document as Markdown (GitHub's dialect): no text a person wrote can act as markup."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from cop_wizard.documents.environment import fill, make_environment
from cop_wizard.documents.view import View
from cop_wizard.wording import one_line

_ACTIVE = re.compile(
    r"[\\`*_\[\]{}<>|~&$@^#]"  # markup of any dialect, wherever it stands
    r"|(?i:(?<=http)|(?<=https)|(?<=ftp)|(?<=mailto)|(?<=xmpp)):"  # addresses that would become links
    r"|(?i:(?<=www))\."
    r"|:(?=[\w+-]+:)"  # :emoji:
    r"|:(?=:)|(?<=:):"
    r"|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."  # dashes and dots that some readers turn into others
    r"|\((?=(?i:c|r|tm|p)\))"  # (c)
    r"|\A[-+=:(%]"  # what begins a list, an underline, a definition
)
_NUMBERED = re.compile(r"\A(\w{1,9})([.)])(?=\s|\Z)")


def markdown_escape(text: str) -> str:
    """``text`` on one line, so that every Markdown reader shows it as it was written."""
    escaped = _ACTIVE.sub(r"\\\g<0>", one_line(text))
    return _NUMBERED.sub(r"\1\\\2", escaped)


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

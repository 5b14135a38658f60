"""The document as one HTML page that needs nothing beside it and does nothing but be read."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from markupsafe import Markup, escape

from cop_wizard.documents.content.view import View
from cop_wizard.documents.pictures.figures import draw_all
from cop_wizard.documents.templating.environment import fill, make_environment, read_source

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"'`{}|\\^\[\]]+)"
    r"|(?<![\w.+-])(?P<mail>[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})(?![\w@-])",
    re.ASCII,
)


def linked(text: str) -> Markup:
    """``text`` escaped, its web and e-mail addresses as links. Nothing else in it can become markup."""
    made = Markup()
    end = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?)")
        if found["web"] and len(address) <= len("https://"):
            continue
        target = address if found["web"] else f"mailto:{address}"
        made += escape(text[end : found.start()])
        shown = Markup("@<wbr>").join(address.split("@")) if found["mail"] else escape(address)
        made += Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(target, shown)
        end = found.start() + len(address)
    return made + escape(text[end:])


def render_html(view: View, templates: Path | None = None, document: str = "plan", cache: Path | None = None) -> str:
    """``view`` as a self-contained page. Templates in the folder ``templates`` replace the built-in ones.

    Raises `TemplateTrouble`. The page's own security policy allows its style sheet, by its hash, and nothing else.
    """
    environment = make_environment(templates, cache, linked=linked)
    style = "\n" + read_source(environment, f"{document}/page.css").strip().replace("</", "<\\/") + "\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    values = {"view": view, "pictures": draw_all(view.subjects, view.final), "style": Markup(style), "policy": policy}
    return fill(environment, f"{document}/{document}.html.j2", values).strip() + "\n"

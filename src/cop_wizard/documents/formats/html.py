"""The document as one HTML page that needs nothing beside it and does nothing but be read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from cop_wizard.documents.composing import compose, gathered
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.environment import Dialect, fill, has_template, make_environment, read_source

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


HTML = Dialect("html", filters={"linked": linked})
"""Of templates that are pages: what they print is escaped for HTML."""


def render_html(document: str, subject: Subject) -> str:
    """A document as a self-contained page, by its own page template where it has one, else by the shared one.

    Raises `TemplateTrouble` and `NothingToShow`. The page's own security policy allows its style sheet, by its hash,
    and nothing else.
    """
    environment = make_environment(subject.templates, subject.cache, HTML)
    page, sheets = f"{document}/{document}.html.j2", ["shared/base.css", f"{document}/page.css"]
    values: dict[str, Any]
    if has_template(environment, page):
        values = gathered(document, subject)
    else:
        page, values = "shared/page.html.j2", {"paper": compose(document, subject)}
        sheets.insert(1, "shared/page.css")
    style = _style(environment, sheets)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return fill(environment, page, {**values, "style": Markup(style), "policy": policy}).strip() + "\n"


def _style(environment: Environment, names: Iterable[str]) -> str:
    """The style sheets that there are, one after the other."""
    sheets = [read_source(environment, name).strip() for name in names if name and has_template(environment, name)]
    return "\n" + "\n".join(sheets).replace("</", "<\\/") + "\n"

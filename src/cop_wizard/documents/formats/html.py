"""The document as one HTML page that needs nothing beside it and does nothing but be read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from cop_wizard.documents.brand import Brand, dark_shades, light_shades, picture_shades, print_shades
from cop_wizard.documents.composing import compose, gathered
from cop_wizard.documents.content.addresses import parted
from cop_wizard.documents.content.direction import begins_from_right, reads_from_right
from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.content.speech import Speech
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.environment import Dialect, fill, has_template, make_environment, read_source
from cop_wizard.documents.templating.slips import one_value
from cop_wizard.wording import one_line


def linked(text: str) -> Markup:
    """``text`` escaped, its web and e-mail addresses as links. Nothing else in it can become markup."""
    made = Markup()
    for words, target in parted(text):
        if not target:
            made += escape(words)
            continue
        shown = Markup("@<wbr>").join(words.split("@")) if target.startswith("mailto:") else escape(words)
        made += Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(target, shown)
    return made


def short(text: str, most: int = 200) -> str:
    """``text`` cut for the head of a page. Laid out again on every page, a long one takes minutes."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@pass_context  # as in all dialects: the sandbox gives it
def _printed(context: Context, value: Any) -> Any:
    return one_value(value)


def direction(runs: Iterable[Run]) -> str:
    """The direction of a paragraph: a browser finds it by the first letter, unless most of the others go against it."""
    text = "".join(run.text for run in runs)
    return "auto" if begins_from_right(text) == reads_from_right(text) else "rtl" if reads_from_right(text) else "ltr"


_speech: ContextVar[Speech | None] = ContextVar("speech", default=None)
"""Of the plan whose page is being filled: every macro of every template asks it, also those of other people."""


def said_in(text: str | Iterable[str]) -> Markup:
    """The attribute that names the language of ``text``, or of these lines, where it is not that of the page."""
    words = text if isinstance(text, str) else " ".join(text)
    speech = _speech.get()
    language = speech.language_of(words) if speech else ""
    return Markup(' lang="{}"').format(language) if language else Markup("")


HTML = Dialect("html", _printed, filters={"linked": linked, "short": short, "direction": direction, "lang": said_in})
"""Of templates that are pages: what they print is escaped for HTML."""


def render_html(document: str, subject: Subject) -> str:
    """A document as a self-contained page, by its own page template where it has one, else by the shared one.

    Raises `TemplateTrouble` and `NothingToShow`. The page's own security policy allows its style sheet, by its hash,
    and nothing else.
    """
    environment = make_environment(subject.templates, subject.cache, HTML)
    page, sheets = (
        f"{document}/{document}.html.j2",
        ["shared/base.css", f"{document}/page.css", f"{document}/{subject.wish.sheet}.css"],
    )
    values: dict[str, Any]
    if has_template(environment, page):
        values = gathered(document, subject)
    else:
        page, values = "shared/page.html.j2", {"paper": compose(document, subject)}
        sheets.insert(1, "shared/page.css")
    style = "\n" + (style_sheets(environment, sheets) + brand_style(subject.brand)).replace("</", "<\\/") + "\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    values = {**values, "brand": look_of(subject.brand), "style": Markup(style), "policy": policy}
    token = _speech.set(subject.speech)
    try:
        return fill(environment, page, values).strip() + "\n"
    finally:
        _speech.reset(token)


def style_sheets(environment: Environment, names: Iterable[str]) -> str:
    """The style sheets that there are, one after the other."""
    sheets = [read_source(environment, name).strip() for name in names if has_template(environment, name)]
    return "\n".join(sheets)


def look_of(brand: Brand) -> dict[str, Any]:
    """What page templates see of a brand: ``name``, ``logo`` as an address that holds the picture, and ``colours``."""
    logo = brand.logo
    address = f"data:{logo.kind};base64,{base64.b64encode(logo.content).decode()}" if logo else ""
    return {"name": one_line(brand.name), "logo": address, "colours": picture_shades(brand)}


def brand_style(brand: Brand) -> str:
    """The rules by which a brand's colours and fonts take the place of the program's; "" where it has none."""
    fonts = {"serif": brand.heading_font, "sans": brand.text_font}
    families = {name: f"{_quoted(font)}, var(--{name}-fonts)" for name, font in fonts.items() if font}
    rules = (
        _root({**light_shades(brand), **families}),
        _within("(prefers-color-scheme: dark)", _root(dark_shades(brand))),
        _within("print", _root(print_shades(brand))),
    )
    return "".join(f"\n{rule}" for rule in rules if rule)


def _root(values: Mapping[str, str]) -> str:
    return ":root { " + " ".join(f"--{name}: {value};" for name, value in values.items()) + " }" if values else ""


def _within(medium: str, rule: str) -> str:
    return f"@media {medium} {{ {rule} }}" if rule else ""


def _quoted(font: str) -> str:
    """The name of a font as a string of CSS, in which nothing can end it."""
    return '"' + re.sub(r"[^\w .-]", lambda found: f"\\{ord(found[0]):x} ", one_line(font)) + '"'

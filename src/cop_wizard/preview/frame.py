"""The page around the document. It alone has a script: it fetches each new version and shows what is wrong."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from cop_wizard.i18n import _
from cop_wizard.visible import visible_line


def frame(name: str) -> str:
    """The page around the document called ``name``."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(_read("frame.html.j2"))
    return template.render(name=visible_line(name), style=Markup(_read("frame.css")), script=_script(), _=_)


def policy() -> str:
    """What the page around the document may do: its own style and script, told by their hashes, and the document."""
    return (
        f"default-src 'none'; script-src '{_hash(_script())}'; style-src '{_hash(_read('frame.css'))}'; img-src data:; "
        "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )


def _script() -> Markup:
    return Markup(_read("frame.js"))


@lru_cache
def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

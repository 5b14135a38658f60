"""Text that no reader of Markdown takes for markup."""

from __future__ import annotations

import re

from cop_wizard.wording import one_line

_ACTIVE = re.compile(
    r"[\\`*_\[\]{}<>|~&$@^#]"  # markup of any dialect, wherever it stands
    r"|(?i:(?<=http)|(?<=https)|(?<=ftp)|(?<=mailto)|(?<=xmpp)):"  # addresses that would become links
    r"|(?i:(?<=www))\."
    r"|:(?=[\w+-]+:)"  # :emoji:
    r"|:(?=:)|(?<=:):"
    r"|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."  # dashes and dots that some readers turn into others
    r"|\((?=(?i:c|r|tm|p)\))"  # (c)
)
_BEGINNING = re.compile(r"\A[-+=:(%]")
"""What begins a list, an underline, a definition."""
_NUMBERED = re.compile(r"\A(\d{1,9}|[^\W\d_]|(?i:[ivxlcdm]+))([.)])(?=\s|\Z)")
"""How the items of numbered lists begin, in some dialects also with a letter or a Roman number."""


def markdown_escape(text: str, begins: bool = True) -> str:
    """``text`` on one line, so that every Markdown reader shows it as it was written.

    ``begins``: at the beginning of a line, where signs and numbers would make a list.
    """
    escaped = _ACTIVE.sub(r"\\\g<0>", one_line(text))
    return _NUMBERED.sub(r"\1\\\2", _BEGINNING.sub(r"\\\g<0>", escaped)) if begins else escaped

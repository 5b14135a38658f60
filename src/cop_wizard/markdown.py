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
    r"|\A[-+=:(%]"  # what begins a list, an underline, a definition
)
_NUMBERED = re.compile(r"\A(\w{1,9})([.)])(?=\s|\Z)")


def markdown_escape(text: str) -> str:
    """``text`` on one line, so that every Markdown reader shows it as it was written."""
    escaped = _ACTIVE.sub(r"\\\g<0>", one_line(text))
    return _NUMBERED.sub(r"\1\\\2", escaped)

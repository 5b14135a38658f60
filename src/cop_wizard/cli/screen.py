"""What the wizard says around its prompts: wrapped text on standard error, with a little colour where it is wanted."""

from __future__ import annotations

import os
import shutil
import sys

from cop_wizard.cells import wrapped
from cop_wizard.cli.console import colour
from cop_wizard.visible import visible

_STYLES = {"title": "1", "quiet": "2", "good": "32", "trouble": "31"}
_MARKS = ("✓ ", "· ", "+ ")


def width() -> int:
    """How many columns running text may take: the terminal's, but no more than reads well."""
    return max(20, min(92, shutil.get_terminal_size().columns - 1))


def say(text: str, style: str = "") -> None:
    """Say something to the person. ``style`` is one of "", "title", "quiet", "good", "trouble"."""
    code = _STYLES.get(style, "") if colour(sys.stderr) else ""
    for line in visible(text).split("\n"):
        inside = line.lstrip(" ")
        indent = " " * (len(line) - len(inside))
        for part in wrapped(inside, width(), indent, indent + ("  " if inside[:2] in _MARKS else "")):
            sys.stderr.write((f"\x1b[{code}m{part}\x1b[0m" if code and part else part) + "\n")
    sys.stderr.flush()


def plain_wanted() -> bool:
    """Whether the person or the terminal asks for plain lines: ``ACCESSIBLE=1`` or ``TERM=dumb``."""
    return os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM") == "dumb"

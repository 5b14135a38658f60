"""A settings file: its text, the table in it that is ours, and where each setting stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.errors import BrokenFile
from cop_wizard.i18n import _
from cop_wizard.yamltext.lines import Lines

_NOT_WORDS = ("strict", "select", "ignore")
_BARE = re.compile(r"\s*([\w-]+)\s*=\s*([#A-Za-z][^\"'#=]*?|#[0-9A-Fa-f]{3,8})\s*(?:#.*)?\Z")
"""A value without quotation marks: a colour, say, which is then read as a remark."""
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Source:
    """A settings file; ``table`` is the one in it that is ours, or "" where all of it is."""

    path: Path
    text: str
    table: str

    def span(self, name: str, value: str = "", group: str = "") -> Span | None:
        """Where a setting stands, or one value of it; ``group`` is the table it is in, such as ``brand``."""
        lines = Lines(self.text)
        table = ".".join(part for part in (self.table, group) if part)
        header = re.search(rf"^[ \t]*\[[ \t]*{re.escape(table)}[ \t]*\]", self.text, re.MULTILINE) if table else None
        start = header.end() if header else 0
        begins = r"^[ \t]*" if header or not group else r"[{,\s]"  # a group may stand on one line, in braces
        key = re.compile(rf"{begins}[\"']?({re.escape(name)})[\"']?[ \t]*=", re.MULTILINE).search(self.text, start)
        if key is None:
            return lines.span(*header.span()) if header else None
        place = self.text.find(value, key.end()) if value else -1
        return lines.span(place, place + len(value)) if place >= 0 else lines.span(*key.span(1))


def parsed(path: Path, text: str) -> dict[str, Any]:
    """The file's content. Raises `BrokenFile` with the place where it is not TOML."""
    import tomllib

    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # also a number with more digits than Python reads
        raise broken(path, text, [_syntax(str(error), text)]) from None


def _syntax(said: str, text: str) -> Diagnostic:
    lines = Lines(text)
    found = _AT.search(said)
    end = len(text.rstrip())
    at = lines.first_offset(min(int(found[1]), len(lines))) + int(found[2]) - 1 if found and found[1] else end
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    bare = None if line.lstrip().startswith(_NOT_WORDS) else _BARE.match(line)
    hint = _('Put it in quotation marks: {name} = "{value}"') if bare else _('Each is a line like: ignore = ["COP410"]')
    return Diagnostic(
        "COP120",
        Severity.ERROR,
        _("This is not how settings are written."),
        hint.format(name=bare[1], value=bare[2]) if bare else hint,
        (),
        lines.span(min(at, end), min(at, end) + 1),
    )


def broken(path: Path, text: str, problems: list[Diagnostic]) -> BrokenFile:
    """What is raised for settings with mistakes."""
    return BrokenFile(
        _("The settings in {name} cannot be used.").format(name=path.name),
        problems,
        path,
        text,
        _("Put them right, then try again. Nothing was done with the plans."),
    )

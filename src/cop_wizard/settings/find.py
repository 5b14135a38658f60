"""What a person or an organisation settles once for all plans below a folder: ``cop.toml``, or ``[tool.cop]``.

The file is looked for from the plan's folder upwards; the nearest one counts, alone. A ``pyproject.toml`` without
``[tool.cop]`` is passed by.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from cop_wizard.checks.selection import ALL, Selection
from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.errors import BrokenFile
from cop_wizard.i18n import _
from cop_wizard.refusals import nearest
from cop_wizard.yamltext import store
from cop_wizard.yamltext.limits import MAX_FINDINGS
from cop_wizard.yamltext.lines import Lines

OWN, SHARED = "cop.toml", "pyproject.toml"
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_OURS = re.compile(r"\btool\b[\s\"'.=\[{\]]+cop\b")
"""Anything that could be our table; to read the whole file only to find none would take long."""

_NAMES = ("select", "ignore", "strict")


@dataclass(frozen=True, slots=True)
class Settings:
    """``selection`` says which findings to tell, ``strict`` whether unfinished parts and advice count as problems."""

    selection: Selection = ALL
    strict: bool = False


def settings_for(plan: Path) -> Settings:
    """The settings that hold for a plan.

    Raises `BrokenFile` for settings with mistakes, and `FileTrouble` for a file that cannot be read.
    """
    return _in_or_above(plan.resolve().parent)


@lru_cache(maxsize=1024)
def _in_or_above(folder: Path) -> Settings:
    found = _of_folder(folder)
    if found is not None:
        return found
    return Settings() if folder.parent == folder else _in_or_above(folder.parent)


def _of_folder(folder: Path) -> Settings | None:
    own, shared = folder / OWN, folder / SHARED
    if os.path.lexists(own):
        text = store.load(own).text
        return _settings(_Source(own, text, ""), _parsed(own, text))
    if shared.is_file():
        text = store.load(shared).text
        if not _OURS.search(text):
            return None
        tool = _parsed(shared, text).get("tool")
        ours = tool.get("cop") if isinstance(tool, dict) else None
        return _settings(_Source(shared, text, "tool.cop"), ours) if ours is not None else None
    return None


@dataclass(frozen=True)
class _Source:
    """A settings file, and the table in it that is ours."""

    path: Path
    text: str
    table: str

    def span(self, name: str, value: str = "") -> Span | None:
        """Where a setting stands, or one value of it."""
        lines = Lines(self.text)
        header = re.search(rf"^[ \t]*\[[ \t]*{re.escape(self.table)}[ \t]*\]", self.text, re.MULTILINE)
        start = header.end() if header and self.table else 0
        key = re.compile(rf"^[ \t]*[\"']?({re.escape(name)})[\"']?[ \t]*=", re.MULTILINE).search(self.text, start)
        if key is None:
            return lines.span(*header.span()) if header and self.table else None
        place = self.text.find(value, key.end()) if value else -1
        return lines.span(place, place + len(value)) if place >= 0 else lines.span(*key.span(1))


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # also a number with more digits than Python reads
        raise _broken(path, text, [_syntax(str(error), text)]) from None


def _syntax(said: str, text: str) -> Diagnostic:
    lines = Lines(text)
    found = _AT.search(said)
    end = len(text.rstrip())
    at = lines.first_offset(min(int(found[1]), len(lines))) + int(found[2]) - 1 if found and found[1] else end
    return Diagnostic(
        "COP120",
        Severity.ERROR,
        _("This is not how settings are written."),
        _('Each is a line like: ignore = ["COP410"]'),
        (),
        lines.span(min(at, end), min(at, end) + 1),
    )


def _settings(source: _Source, given: Any) -> Settings:
    if not isinstance(given, dict):
        given = {"cop": given}
    problems = list(islice(_problems(source, given), MAX_FINDINGS))
    if problems:
        raise _broken(source.path, source.text, problems)
    select, ignore = (tuple(code.upper() for code in given.get(name, ())) for name in ("select", "ignore"))
    return Settings(Selection(select, ignore), given.get("strict", False))


def _problems(source: _Source, given: dict[str, Any]) -> Iterator[Diagnostic]:
    for name, value in given.items():
        if name not in _NAMES:
            meant = nearest(name, _NAMES)
            hint = (
                _("Did you mean `{meant}`?").format(meant=meant) if meant else _("There are: select, ignore, strict.")
            )
            message = _("There is no setting called `{name}`.").format(name=name)
            yield Diagnostic("COP121", Severity.ERROR, message, hint, (name,), source.span(name))
        elif name == "strict":
            if not isinstance(value, bool):
                message, hint = _("`strict` is either true or false."), _("Write: strict = true")
                yield Diagnostic("COP122", Severity.ERROR, message, hint, (name,), source.span(name))
        elif not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            message = _("`{name}` is a list of codes.").format(name=name)
            hint = _('Write: {name} = ["COP410", "COP6"]').format(name=name)
            yield Diagnostic("COP122", Severity.ERROR, message, hint, (name,), source.span(name))
        else:
            yield from (_no_code(code, (name,), source.span(name, code)) for code in unknown_codes(value))
            if name == "ignore":
                yield from (_mistake(code, (name,), source.span(name, code)) for code in value if _is_mistake(code))


def unknown_codes(given: list[str] | tuple[str, ...]) -> list[str]:
    """Those that neither are the code of a check nor begin one."""
    from cop_wizard.checks.codes import codes

    return [code for code in given if not code or not any(known.startswith(code.upper()) for known in codes())]


def _is_mistake(code: str) -> bool:
    from cop_wizard.checks.codes import codes, severity_of

    return code.upper() in codes() and severity_of(code.upper()) is Severity.ERROR


def _mistake(code: str, path: tuple[str, ...], span: Span | None) -> Diagnostic:
    message = _("`{code}` is a mistake, and a mistake cannot be ignored.").format(code=code)
    return Diagnostic("COP122", Severity.ERROR, message, _("Take it out of the list."), path, span)


def _no_code(code: str, path: tuple[str, ...], span: Span | None) -> Diagnostic:
    return Diagnostic("COP122", Severity.ERROR, no_check(code), _("`cop explain` lists them all."), path, span)


def no_check(code: str) -> str:
    """That no check has this code, and which one may be meant."""
    from cop_wizard.checks.codes import codes

    said = _("There is no check called `{code}`.").format(code=code)
    meant = nearest("".join(filter(str.isalnum, code)), codes())
    return said + " " + _("Did you mean `{meant}`?").format(meant=meant) if meant else said


def _broken(path: Path, text: str, problems: list[Diagnostic]) -> BrokenFile:
    return BrokenFile(
        _("The settings in {name} cannot be used.").format(name=path.name),
        problems,
        path,
        text,
        _("Put them right, then check again. The plans were not checked."),
    )


def forget() -> None:
    """Read settings files anew: they may have changed."""
    _in_or_above.cache_clear()

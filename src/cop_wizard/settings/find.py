"""What a person or an organisation settles once for all plans below a folder: ``cop.toml``, or ``[tool.cop]``.

The file is looked for from the plan's folder upwards; the nearest one counts, alone. A ``pyproject.toml`` without
``[tool.cop]`` is passed by. Paths in it start from its folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from cop_wizard.checks.selection import ALL, Selection
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.documents.brand import Brand, Logo
from cop_wizard.errors import BrokenFile
from cop_wizard.i18n import _
from cop_wizard.settings.known import SETTINGS, Fault, logo_kind, no_setting
from cop_wizard.settings.source import Source, broken, parsed
from cop_wizard.yamltext import store
from cop_wizard.yamltext.limits import MAX_FINDINGS

OWN, SHARED = "cop.toml", "pyproject.toml"
_OURS = re.compile(r"\btool\b[\s\"'.=\[{\]]+cop\b")
"""Anything that could be our table; to read the whole file only to find none would take long."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How documents look: a folder of own templates, a Word file as letterhead, the paper, where the living plan is.

    "" or ``None``: as the program has it.
    """

    templates: Path | None = None
    reference: Path | None = None
    paper: str = ""
    home: str = ""
    brand: Brand = field(default_factory=Brand)


@dataclass(frozen=True, slots=True)
class Settings:
    """``selection`` says which findings to tell, ``strict`` whether unfinished parts and advice count as problems.

    ``appearance`` is how documents look, or what is raised where a file needed for it is missing.
    """

    selection: Selection = ALL
    strict: bool = False
    appearance: Looks | BrokenFile = field(default_factory=Looks)

    @property
    def looks(self) -> Looks:
        """How documents look. Raises `BrokenFile` where a file or folder that the settings name is not there."""
        if isinstance(self.appearance, BrokenFile):
            raise self.appearance
        return self.appearance


def settings_for(plan: Path) -> Settings:
    """The settings that hold for a plan.

    Raises `BrokenFile` for settings with mistakes, and `FileTrouble` for a file that cannot be read.
    """
    return _in_or_above(Path(os.path.realpath(plan)).parent)  # `resolve` ends with an error at a link to itself


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
        return _settings(Source(own, text, ""), parsed(own, text))
    if shared.is_file():
        text = store.load(shared).text
        if not _OURS.search(text):
            return None
        tool = parsed(shared, text).get("tool")
        ours = tool.get("cop") if isinstance(tool, dict) else None
        return _settings(Source(shared, text, "tool.cop"), ours) if ours is not None else None
    return None


def _settings(source: Source, given: Any) -> Settings:
    if not isinstance(given, dict):
        given = {"cop": given}
    faults = list(islice(_faults(source, given, ""), MAX_FINDINGS))
    trouble = broken(source.path, source.text, [told for _missing, told in faults]) if faults else None
    if trouble and not all(missing for missing, _told in faults):
        raise trouble
    select, ignore = (tuple(code.upper() for code in given.get(name, ())) for name in ("select", "ignore"))
    appearance = trouble or _looks(given, source.path.parent)
    return Settings(Selection(select, ignore), given.get("strict", False), appearance)


def _looks(given: dict[str, Any], folder: Path) -> Looks:
    templates, reference = (folder / given[name] if name in given else None for name in ("templates", "reference"))
    brand = dict(given.get("brand", {}))
    if "logo" in brand:
        path = folder / brand["logo"]
        brand["logo"] = Logo(store.read_bytes(path), logo_kind(path))
    return Looks(templates, reference, given.get("paper", ""), given.get("home", ""), Brand(**brand))


def _faults(source: Source, given: dict[str, Any], group: str) -> Iterator[tuple[bool, Diagnostic]]:
    """What is wrong, each with whether only something that it names is missing."""
    for name, value in given.items():
        check = SETTINGS[group].get(name)
        if check is None and not group and name in SETTINGS and name:
            if isinstance(value, dict):
                yield from _faults(source, value, name)
            else:
                fault = Fault(_("`{name}` is a table.").format(name=name), _("Begin it with a line: [brand]"))
                yield False, _told(source, "COP122", name, group, fault)
        elif check is None:
            yield False, _told(source, "COP121", name, group, no_setting(name, group))
        else:
            for fault in check(name, value, source.path.parent):
                yield fault.missing, _told(source, "COP122", name, group, fault)


def _told(source: Source, code: str, name: str, group: str, fault: Fault) -> Diagnostic:
    path = (group, name) if group else (name,)
    return Diagnostic(code, Severity.ERROR, fault.message, fault.hint, path, source.span(name, fault.part, group))


def forget() -> None:
    """Read settings files anew: they may have changed."""
    _in_or_above.cache_clear()

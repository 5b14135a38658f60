"""What can go wrong, as types. ``cli/run.py`` alone turns them into words on a screen and an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cop_wizard.diagnostic import Diagnostic


class CopError(Exception):
    """Anything that ends a command. ``message`` says what is wrong, ``hint`` what the person can do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUse(CopError):
    """The command was called in a way that cannot work."""


class FileTrouble(CopError):
    """A file cannot be read or written, or writing it would lose something."""

    def __init__(self, message: str, hint: str = "", path: Path | None = None) -> None:
        super().__init__(message, hint)
        self.path = path


class ChangedOnDisk(FileTrouble):
    """The file is no longer what it was when we read it, so nothing was written."""


class BrokenFile(CopError):
    """A file was read, but what it says cannot be used. ``findings`` tell where and why."""

    def __init__(self, message: str, findings: Sequence[Diagnostic], path: Path, text: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)
        self.path = path
        self.text = text

"""What can go wrong while a document is made."""

from __future__ import annotations

from pathlib import Path

from cop_wizard.errors import CopError


class TemplateTrouble(CopError):
    """A template cannot be used. ``path`` is its file and ``line`` the line to look at, where they are known."""

    def __init__(self, message: str, hint: str = "", path: Path | None = None, line: int | None = None) -> None:
        super().__init__(message, hint)
        self.path = path
        self.line = line


class ToolMisuse(TypeError):
    """A template does with a value what it cannot. Says so in words; whoever fills the template adds file and line.

    ``hint`` says what to do, where that is known.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class NothingToShow(CopError):
    """The plan holds nothing yet that this document could be made of."""


class ComputerLacks(CopError):
    """Something that documents are made with is not on this computer: a font, or a library of the system."""

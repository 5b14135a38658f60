"""What can be said about a file, as frozen values. Nothing here prints."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from cop_wizard.values import KeyPath


class Severity(enum.Enum):
    """How much a finding matters. Only an error makes a plan wrong."""

    ERROR = "error"
    UNFINISHED = "unfinished"
    ADVICE = "advice"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text: ``line`` and ``column`` count from 1, ``offset`` counts characters from 0."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, from ``start`` up to but without ``end``."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of what stands from offset ``start`` up to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``code`` keeps its meaning for good (``COP1xx`` file and syntax, ``COP2xx`` structure, ``COP3xx`` unfinished,
    ``COP4xx`` and up advice). ``message`` says what is wrong, ``hint`` what to do, ``path`` which value is meant,
    ``span`` where it stands in the file (none where no one line is to blame), ``further`` other places that belong to
    the finding, ``source`` the work behind it.

    Where one correction is plainly right, it is in ``edits`` (of the text, for what is wrong with the file's form) or
    in ``meant`` (the key or value that was meant, for what is wrong with its contents).
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    path: KeyPath = ()
    span: Span | None = None
    further: tuple[Span, ...] = ()
    source: str = ""
    edits: tuple[Edit, ...] = ()
    meant: str = ""

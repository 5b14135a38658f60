"""How a value stands in a cell of a spreadsheet: never as a formula, and so that it can be read back as it was."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from cop_wizard.wording import clean

_ACTIVE = "=+\\-@\t\r\n＝＋－＠"
"""A cell that begins with one of these may be taken for a formula. Source: OWASP, CSV Injection."""

_TO_GUARD = re.compile(rf"'*\s*[{_ACTIVE}]|'*none\Z", re.IGNORECASE)
_GUARDED = re.compile(rf"'(?='*\s*[{_ACTIVE}]|'*none\Z)", re.IGNORECASE)
_BOM = "\ufeff"

NONE = "none"
"""Stands in a cell for "none, on purpose"; the same word as somebody's answer is guarded."""


def guarded(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet might take it for a formula."""
    text = clean(text)
    return "'" + text if _TO_GUARD.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell without the apostrophe that `guarded` put before it."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


def joined(items: Sequence[str]) -> str:
    """Several items in one cell: behind one another, or each on a line of its own where one holds a semicolon."""
    if any(";" in item for item in items):
        return "".join(item + "\n" for item in items)
    return "; ".join(items)


def parted(cell: str) -> list[str]:
    """The items of a cell, as `joined` or a person put them there."""
    items = cell.split("\n") if "\n" in cell.strip(" ") else cell.split(";")
    return [item.strip() for item in items if item.strip()]


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table of cells as a CSV file (RFC 4180). It begins with a mark by which Excel knows that it is UTF-8."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return _BOM + file.getvalue()

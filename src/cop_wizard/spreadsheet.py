"""A table from a spreadsheet, saved as CSV, as rows of cells: whatever its encoding and its delimiter."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _
from cop_wizard.wording import clean

_DELIMITERS = (",", ";", "\t", "|")
_WIDEST, _LONGEST = 200, 2_000
"""Columns and rows that are read. The largest roster seen so far had 30 columns and 400 people."""

_ABOVE = 10
"""The headings stand in one of so many first rows; a title or a date may be above them."""

_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b]")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of spreadsheet programs begin, in their newer and older form."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``line`` is where it begins in the file, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, and the rows below them in which anything stands. Every row has as many cells as there are
    headings; a cell beyond the last heading gets an empty one.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(
    content: bytes, path: Path, likeness: Callable[[tuple[str, ...]], int], no_headings: tuple[str, str]
) -> Table:
    """The table in the bytes of a file.

    ``likeness`` tells how many cells of a row are headings that are looked for; it settles what parts the cells, and
    which row holds the headings. Where there are none, ``no_headings`` says so: a message about ``{path}``, and what to
    do. Raises `FileTrouble` for that and for what is no table; ``path`` is how the file is called.
    """
    text = _text(content, path)
    parted: list[Row] = []
    best = -1, 0
    trouble: FileTrouble | None = None
    for delimiter in _DELIMITERS:
        try:
            rows = list(_rows(text, delimiter, path))
        except FileTrouble as error:
            trouble = trouble or error
            continue
        found = max((likeness(row.cells) for row in rows[:_ABOVE]), default=0), len(rows[0].cells) if rows else 0
        if found > best:
            best, parted = found, rows
    if best[0] <= 0:
        raise trouble or FileTrouble(no_headings[0].format(path=path), no_headings[1], path)
    return _below_headings(parted, likeness, path)


def _text(content: bytes, path: Path) -> str:
    if content.startswith(_SPREADSHEETS):
        raise FileTrouble(
            _("“{path}” is a file of a spreadsheet program, which cannot be read here.").format(path=path),
            _("Open it there and save it as CSV: most programs have this choice under “Save as”."),
            path,
        )
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content, name, path)
    if content[:400].count(0) * 3 > len(content[:400]):  # UTF-16 without its mark: every other byte is 0 in our scripts
        return _decoded(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be", path)
    try:
        return _decoded(content, "utf-8", path)
    except FileTrouble:
        return _decoded(content, "cp1252", path)  # what Excel writes in the West unless told otherwise


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    trouble = FileTrouble(
        _("“{path}” is no table that can be read: it does not hold text.").format(path=path),
        _("Save the table as CSV, best of all as “CSV UTF-8”, and try again."),
        path,
    )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise trouble from None
    if _NOT_TEXT.search(text):
        raise trouble
    return text


def _rows(text: str, delimiter: str, path: Path) -> Iterator[Row]:
    """The rows in which anything stands."""
    reader = csv.reader(io.StringIO(_without_sep(text), newline=""), delimiter=delimiter, strict=True)
    line, count = 1, 0
    try:
        for cells in reader:
            begun, line = line, reader.line_num + 1
            if len(cells) > _WIDEST:
                raise _too_much(_("“{path}” has more than {count} columns."), _WIDEST, path)
            if any(clean(cell).strip() for cell in cells):
                count += 1
                if count > _LONGEST + _ABOVE:
                    raise _too_much(_("“{path}” has more than {count} rows."), _LONGEST, path)
                yield Row(begun, tuple(clean(cell) for cell in cells))
    except csv.Error as error:
        raise FileTrouble(
            _("“{path}” is broken near line {line}: a quotation mark is missing or too many ({detail}).").format(
                path=path, line=line, detail=error
            ),
            _("Save the table as CSV once more from the spreadsheet, or mend that line in a text editor."),
            path,
        ) from None


def _without_sep(text: str) -> str:
    """The text without the line ``sep=;`` by which Excel is told what parts the cells; a blank one keeps its place."""
    found = re.match(r"sep=.[ \t]*(?=\r|\n|\Z)", text, re.IGNORECASE)
    return text[found.end() :] if found else text


def _too_much(words: str, count: int, path: Path) -> FileTrouble:
    return FileTrouble(
        words.format(path=path, count=count),
        _("Nothing read here is that large. Check that this is the right file."),
        path,
    )


def _below_headings(rows: list[Row], likeness: Callable[[tuple[str, ...]], int], path: Path) -> Table:
    above = rows[:_ABOVE]
    place = max(range(len(above)), key=lambda number: (likeness(above[number].cells), -number))
    below = rows[place + 1 :]
    width = max(len(row.cells) for row in rows[place:])
    headings = rows[place].cells + ("",) * (width - len(rows[place].cells))
    return Table(headings, tuple(Row(row.line, row.cells + ("",) * (width - len(row.cells))) for row in below))

"""Many rows from pasted lines: each cell goes to the field it fits, and nothing that was pasted is dropped."""

from __future__ import annotations

import re

from pydantic import ValidationError

from cop_wizard.plan.choices import Level, Status
from cop_wizard.plan.fields import as_data, choices_of, convert, keys_at, kind_of, type_at
from cop_wizard.plan.parsing import InWords, plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.desk import Desk

_SEPARATORS = ("\t", ";", "|", ",")
_MAIL = re.compile(r"<?([^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)>?")


def rows_from_text(desk: Desk, path: KeyPath, text: str) -> list[dict[str, Data]]:
    """The rows that the lines of ``text`` stand for, at the list ``path``."""
    lines = [re.sub(r"^\s*(?:[-*•·]|\d{1,3}[.)])\s+", "", line).strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    return [row for line in lines if (row := _row(desk, (*path, 0), _cells(line)))]


def _cells(line: str) -> list[str]:
    """The parts of one line. An address behind a name ("Ana Cruz <ana@example.org>") is a part of its own."""
    separator = next((mark for mark in _SEPARATORS if mark in line), ",")
    cells = []
    for cell in line.split(separator):
        mail = _MAIL.search(cell)
        if mail and mail[0] != cell.strip():
            cells += [cell.replace(mail[0], " "), mail[1]]
        else:
            cells.append(mail[1] if mail else cell)
    return [" ".join(cell.strip().strip('"').split()) for cell in cells if cell.strip()]


def _row(desk: Desk, path: KeyPath, cells: list[str]) -> dict[str, Data]:
    keys = keys_at(Plan, path)
    row: dict[str, Data] = {}
    words = [key for key in keys if kind_of(type_at(Plan, (*path, key))) in ("line", "paragraph") and key != "email"]
    left = []
    for cell in cells:
        key = _special(desk, path, keys, cell, row)
        if not key:
            left.append(cell)
    row |= dict(zip(words, left, strict=False))
    if len(left) > len(words) and words:
        row[words[-1]] = ", ".join(left[len(words) - 1 :])
    return {key: row[key] for key in keys if key in row}


def _special(desk: Desk, path: KeyPath, keys: tuple[str, ...], cell: str, row: dict[str, Data]) -> str:
    """The field that this cell alone can belong to (a date, a time, an address, a level), or ""."""
    for key in keys:
        if key in row:
            continue
        annotation = type_at(Plan, (*path, key))
        kind = kind_of(annotation)
        if kind == "choice" and (choice := _choice(desk, choices_of(annotation), cell)):
            row[key] = choice
            return key
        if kind in ("date", "time", "length", "count"):
            try:
                value = convert(Plan, (*path, key), cell)
            except ValidationError:
                continue
            if not isinstance(value, InWords):
                row[key] = " ".join(cell.split()) if kind == "length" else as_data(value)
                return key
        if key == "email" and _MAIL.fullmatch(cell):
            row[key] = cell
            return key
    return ""


def _choice(desk: Desk, choices: type[Choice] | None, cell: str) -> str:
    if choices is None:
        return ""
    words = desk.guide.vocabulary.choices.get(choices.__name__, {})
    wanted = plain_letters(cell)
    for choice in choices:
        if wanted in (str(choice), str(choice).replace("_", " "), plain_letters(words[choice].label)):
            return str(choice)
        if choices in (Level, Status) and wanted == f"{choice} member":
            return str(choice)
    return ""

"""Many rows from pasted lines: each cell goes to the field it fits, and nothing that was pasted is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import ValidationError

from cop_wizard.plan.choices import Level, Status
from cop_wizard.plan.fields import allows_own, as_data, asked_keys, choices_of, convert, kind_of, names_of, type_at
from cop_wizard.plan.parsing import InWords, plain_letters
from cop_wizard.plan.types import Choice
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.choosing import names_at_hand
from cop_wizard.wizard.desk import Desk

_SEPARATORS = ("\t", ";", "|", ",")
_SENTENCES = ("what", "note", "text", "statement")
"""Fields that hold a sentence."""
_MAIL = re.compile(r"<?([^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)>?")


def rows_from_text(desk: Desk, path: KeyPath, text: str) -> list[dict[str, Data]]:
    """The rows that the lines of ``text`` stand for, at the list ``path``."""
    lines = [re.sub(r"^\s*(?:[-*•·]|\d{1,3}[.)])\s+", "", line).strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    marks = separators(desk, (*path, 0))
    return [row for line in lines if (row := _row(desk, (*path, 0), _cells(line, marks)))]


def separators(desk: Desk, row: KeyPath) -> tuple[str, ...]:
    """What parts the cells of a line: no comma where a row begins with a sentence, which can have some of its own."""
    return _SEPARATORS[:-1] if cell_order(desk, row)[0] in _SENTENCES else _SEPARATORS


def cell_order(desk: Desk, row: KeyPath) -> list[str]:
    """The fields a pasted cell can go to, in the order in which words fill them: what is asked first comes first."""
    first = desk.part_words(row).first
    keys = [key for key in asked_keys(desk.model, row) if kind_of(type_at(desk.model, (*row, key))) != "list"]
    return sorted(keys, key=lambda key: first.index(key) if key in first else len(first))


def _takes_words(desk: Desk, path: KeyPath, key: str, first: list[str]) -> bool:
    """Whether any words may stand there. What names another row takes only its name, unless it is asked first."""
    annotation = type_at(desk.model, (*path, key))
    if key == "email" or (names_of(annotation) is not None and key not in first):
        return False
    return kind_of(annotation) in ("line", "paragraph", "name") or (allows_own(annotation) and key in first)


def _cells(line: str, separators: Sequence[str]) -> list[str]:
    """The parts of one line. An address behind a name ("Ana Cruz <ana@example.org>") is a part of its own."""
    separator = next((mark for mark in separators if mark in line), "\t")
    cells = []
    for cell in line.split(separator):
        mail = _MAIL.search(cell)
        if mail and mail[0] != cell.strip():
            cells += [cell.replace(mail[0], " "), mail[1]]
        else:
            cells.append(mail[1] if mail else cell)
    return [" ".join(cell.strip().strip('"').split()) for cell in cells if cell.strip()]


def _row(desk: Desk, path: KeyPath, cells: list[str]) -> dict[str, Data]:
    keys = cell_order(desk, path)
    row: dict[str, Data] = {}
    left = [cell for cell in cells if not _special(desk, path, keys, cell, row)]
    first = desk.part_words(path).first
    words = [key for key in keys if key not in row and _takes_words(desk, path, key, first)]
    row |= dict(zip(words, left, strict=False))
    if len(left) > len(words) and words:
        row[words[-1]] = ", ".join(left[len(words) - 1 :])
    return {key: row[key] for key in asked_keys(desk.model, path) if key in row}


def _special(desk: Desk, path: KeyPath, keys: Sequence[str], cell: str, row: dict[str, Data]) -> str:
    """The field that this cell alone can belong to (a date, a time, an address, a level), or ""."""
    for key in keys:
        if key in row:
            continue
        annotation = type_at(desk.model, (*path, key))
        kind = kind_of(annotation)
        if kind == "choice" and (choice := _choice(desk, choices_of(annotation), cell)):
            row[key] = choice
            return key
        if kind in ("date", "time", "length", "count"):
            try:
                value = convert(desk.model, (*path, key), cell)
            except ValidationError:
                continue
            if not isinstance(value, InWords):
                row[key] = " ".join(cell.split()) if kind == "length" else as_data(value)
                return key
        named = names_of(annotation) is not None and cell in names_at_hand(desk, annotation)
        if named or (key == "email" and _MAIL.fullmatch(cell)):
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

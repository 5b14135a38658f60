"""A value, a row or a field in a few words, for menus and summaries."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from cop_wizard.i18n import _
from cop_wizard.plan.fields import asked_keys, choices_of, item_type, kind_of, part_type, type_at
from cop_wizard.plan.parsing import InWords, parse_date
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, value_at
from cop_wizard.wizard.desk import Desk, none_label
from cop_wizard.wording import date_words

_LONGEST_ROW, _LONGEST_FIELD, _LONGEST_ANSWER = 100, 60, 160


def shown(desk: Desk, data: Data, annotation: Any = None) -> str:
    """A value in a few words, for menus and summaries."""
    if data is NONE_ON_PURPOSE:
        return none_label()
    if data is None or data in ("", [], {}):
        return ""
    if isinstance(data, list):
        inner = item_type(annotation) if annotation is not None else None
        if all(isinstance(item, dict) for item in data):
            return ", ".join(_row_name(desk, item, inner) for item in data)
        return ", ".join(shown(desk, item, inner) for item in data)
    if isinstance(data, dict):
        return _form_in_short(desk, data, annotation)
    choices = choices_of(annotation) if annotation is not None else None
    if choices is not None and data in set(choices):
        return desk.guide.label(choices(data))
    text = " ".join(str(data).split())
    if annotation is not None and kind_of(annotation) == "date":
        with suppress(ValueError):
            date = parse_date(text)
            return text if isinstance(date, InWords) else date_words(date)
    return text


def short(text: str, most: int = 60) -> str:
    """As much of a text as a line to choose from has room for."""
    return text if len(text) <= most else text[: most - 1] + "…"


def confirm(desk: Desk, path: KeyPath) -> None:
    """Say what is in the file now as the answer at ``path``; nothing where there is none."""
    if value := shown(desk, desk.value(path), type_at(desk.model, path)):
        desk.prompter.show(f"✓ {desk.field_words(path).label}: {short(value, _LONGEST_ANSWER)}", "good")


def _form_in_short(desk: Desk, data: dict[str, Data], annotation: Any) -> str:
    """The values of a form, and how many of its fields they fill where some that everybody is asked are blank."""
    part = part_type(annotation) if annotation is not None else None
    fields = {key: type_at(part, (key,)) if part else None for key in data}
    values = {key: text for key, value in data.items() if (text := shown(desk, value, fields[key]))}
    said = ", ".join(values.values())
    if part is None:
        return said
    words = desk.guide.vocabulary.parts.get(part.__name__)
    wanted = set(words.first if words and words.first else part.model_fields)
    if wanted <= values.keys():
        return said
    return _("{count} of {all}: {values}").format(count=len(wanted & values.keys()), all=len(wanted), values=said)


def _row_name(desk: Desk, row: Data, annotation: Any) -> str:
    part = part_type(annotation)
    for key, value in row.items() if isinstance(row, dict) else ():
        field = type_at(part, (key,)) if part else None
        if text := shown(desk, value, field):
            return text
    return _("(blank)")


def row_label(desk: Desk, path: KeyPath, row: Data) -> str:
    """A row in one line: its answers side by side."""
    values = [row_cell(desk, path, row, key) for key in asked_keys(desk.model, path)]
    return short(" · ".join(value for value in values if value), _LONGEST_ROW) or _("(blank)")


def row_cell(desk: Desk, path: KeyPath, row: Data, key: str) -> str:
    """One answer of a row."""
    return shown(desk, value_at(row, (key,)), type_at(desk.model, (*path, key)))


def field_label(desk: Desk, path: KeyPath) -> str:
    """One field of a row or form with its answer."""
    value = short(shown(desk, desk.value(path), type_at(desk.model, path)), _LONGEST_FIELD)
    return f"{desk.field_words(path).label}: {value or '—'}"
